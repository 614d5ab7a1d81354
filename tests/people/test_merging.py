"""Two entries of one person become one, and a merge taken back leaves no trace."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people.conftest import SignedIn, Town
from tests.store_fixtures import SettableClock
from workbench.people.merge_rules import MERGED_FIELDS, Side, merged_values, plan_merge
from workbench.people.model import Kinship
from workbench.people.service import PeopleService, Reference
from workbench.people.service.base import RetiredResident
from workbench.people.service.merging import AlreadyUndone, CannotMerge
from workbench.people.vocabulary import Registration, ResidentStatus, TagKind
from workbench.security.roles import NotPermitted
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision
from workbench.store import Store

NUMBER = "330100195803070024"
_TABLES = ("resident", "resident_tag", "held_document", "residence_event", "kinship", "household")
_EMPTY = {
    **dict.fromkeys(MERGED_FIELDS),
    "name": "张伟国",
    "sex": Sex.UNKNOWN,
    "birth_precision": Precision.DAY,
    "registration": Registration.UNKNOWN,
    "status": ResidentStatus.LIVING,
    "note": "",
}


def entry(**fields: Any) -> dict[str, Any]:
    return {**_EMPTY, **fields}


def dump(store: Store) -> list[Any]:
    with store.read() as session:
        run = session.connection().exec_driver_sql
        rows = [tuple(row) for table in _TABLES for row in run(f"SELECT * FROM {table} ORDER BY id")]
        columns = "resident_id, name, pinyin, id_number, phone, other_phone, building, unit, room, tags"
        return rows + [tuple(r) for r in run(f"SELECT {columns} FROM resident_search ORDER BY resident_id")]


@pytest.fixture
def twins(town: Town) -> tuple[str, str]:
    """Two entries of one person, the second with more of everything."""
    keep = town.person("张伟国", town.home("101"), phone="19900000001", note="甲")
    home = town.home("202")
    retire = town.person("张伟囯", home, id_number=NUMBER, phone="19900000002", note="乙")
    town.service.set_head(home, retire)
    for kind in (TagKind.VOLUNTEER, TagKind.VETERAN):
        town.service.add_tag(retire, kind)
    town.service.add_tag(keep, TagKind.VETERAN, date(2020, 1, 1))
    town.service.add_held_document(retire, "id_card")
    town.service.add_kinship(keep, town.person("张小明"), "20")
    town.service.add_kinship(retire, keep, "71")
    town.service.move_out(retire)
    town.service.move_in(retire, home)
    return keep, retire


def test_what_is_known_of_either_is_on_the_card_of_the_kept(town: Town, twins: tuple[str, str]) -> None:
    keep, retire = twins
    town.service.merge(keep, retire)

    card = town.queries.card(keep)

    assert (card.name, card.id_number) == ("张伟国", "330100********0024")
    assert town.queries.secret(keep, "phone") == "19900000001"
    assert town.queries.secret(keep, "other_phone") == "19900000002"
    assert card.note == "甲\n乙"
    assert {tag.kind: tag.since for tag in card.tags}[TagKind.VETERAN] == date(2020, 1, 1)
    assert len(card.tags) == 2
    assert [one.name for one in card.relatives] == ["张小明"]
    assert [held.kind for held in card.held] == ["id_card"]
    assert [merge.retired_name for merge in card.merges] == ["张伟囯"]


def test_the_retired_entry_stays_but_is_neither_found_nor_changed(town: Town, twins: tuple[str, str]) -> None:
    keep, retire = twins
    town.service.merge(keep, retire)

    assert town.found(NUMBER) == ["张伟国"]
    assert town.queries.card(retire).merged_into_id == keep
    with pytest.raises(RetiredResident):
        town.service.edit_resident(retire, {"note": "x"})
    with pytest.raises(RetiredResident):
        town.service.merge(retire, keep)


def test_a_merge_taken_back_is_as_if_it_had_not_been(town: Town, twins: tuple[str, str]) -> None:
    before = dump(town.store)

    merge = town.service.merge(*twins)
    assert dump(town.store) != before
    undone = town.service.undo_merge(merge)

    assert dump(town.store) == before
    assert undone.overtaken == ()
    assert town.queries.card(twins[0]).merges == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    choices=st.dictionaries(st.sampled_from(list(MERGED_FIELDS)), st.sampled_from(Side)),
    swapped=st.booleans(),
)
def test_whatever_is_chosen_merge_and_undo_is_nothing(
    town: Town, twins: tuple[str, str], choices: dict[str, Side], swapped: bool
) -> None:
    keep, retire = reversed(twins) if swapped else twins
    before = dump(town.store)

    town.service.undo_merge(town.service.merge(keep, retire, choices))

    assert dump(town.store) == before


def test_an_edit_made_since_the_merge_stays(town: Town, twins: tuple[str, str]) -> None:
    keep, retire = twins
    merge = town.service.merge(keep, retire)
    town.service.edit_resident(keep, {"note": "丙"})

    undone = town.service.undo_merge(merge)

    assert undone.overtaken == ("备注",)
    assert town.queries.card(keep).note == "丙"
    assert town.queries.card(retire).note == "乙"


def test_other_rooms_references_follow_and_come_back(
    town: Town, twins: tuple[str, str], worker: SignedIn
) -> None:
    keep, retire = twins
    other, friend = town.person("李四"), town.person("赵六")
    tie = town.service.add_kinship(other, friend, "99")
    with town.store.write(worker.actor) as work:
        work.get(Kinship, tie).note = retire
    service = PeopleService(town.store, worker, [Reference(Kinship, "note")])  # type: ignore[arg-type]

    merge = service.merge(keep, retire)
    assert _note_of(town, tie) == keep
    service.undo_merge(merge)

    assert _note_of(town, tie) == retire


def _note_of(town: Town, tie: str) -> str:
    with town.store.read() as session:
        return session.get_one(Kinship, tie).note


def test_merges_are_taken_back_last_first_and_once(town: Town) -> None:
    first, second, third = (town.person("张伟国") for _ in range(3))
    inner = town.service.merge(second, first)
    outer = town.service.merge(third, second)

    with pytest.raises(AlreadyUndone):
        town.service.undo_merge(inner)
    town.service.undo_merge(outer)
    town.service.undo_merge(inner)
    with pytest.raises(AlreadyUndone):
        town.service.undo_merge(inner)


def test_only_those_who_may_merge_do(town: Town, twins: tuple[str, str], trainee: SignedIn) -> None:
    with pytest.raises(NotPermitted):
        PeopleService(town.store, trainee).merge(*twins)  # type: ignore[arg-type]
    with pytest.raises(CannotMerge):
        town.service.merge(twins[0], twins[0])


def test_the_plan_shows_numbers_masked(town: Town, twins: tuple[str, str]) -> None:
    plan = {choice.field: choice for choice in town.queries.merge_plan(*twins)}

    assert plan["id_number"].retire == "330100********0024"
    assert plan["phone"].keep == "199****0001"
    assert plan["id_number"].winner is Side.RETIRE


@pytest.mark.parametrize(
    ("keep", "retire", "field", "winner"),
    [
        (entry(), entry(education="21"), "education", Side.RETIRE),
        (entry(education="21"), entry(), "education", Side.KEEP),
        (entry(id_number="330100195803070023"), entry(id_number=NUMBER), "id_number", Side.RETIRE),
        (entry(id_number=NUMBER), entry(id_number="H1234567"), "id_number", Side.KEEP),
        (entry(id_number="H1234567"), entry(id_number=NUMBER), "id_number", Side.RETIRE),
        (
            entry(id_number=NUMBER, birth_date=date(1958, 1, 1)),
            entry(birth_date=date(1958, 3, 7)),
            "birth_date",
            Side.RETIRE,
        ),
        (
            entry(birth_date=date(1958, 1, 1), birth_precision=Precision.YEAR),
            entry(birth_date=date(1958, 3, 7)),
            "birth_date",
            Side.RETIRE,
        ),
        (entry(id_number=NUMBER, sex=Sex.MALE), entry(sex=Sex.FEMALE), "sex", Side.RETIRE),
        (entry(status=ResidentStatus.MOVED_OUT), entry(), "status", Side.RETIRE),
        (entry(), entry(status=ResidentStatus.DECEASED), "status", Side.RETIRE),
        (entry(phone="1"), entry(phone="2"), "phone", Side.KEEP),
    ],
)
def test_which_side_wins(keep: dict[str, Any], retire: dict[str, Any], field: str, winner: Side) -> None:
    plan = {choice.field: choice for choice in plan_merge(keep, retire)}

    assert plan[field].winner is winner
    assert plan[field].reason


def test_a_choice_goes_before_the_plan() -> None:
    keep, retire = entry(name="张伟国"), entry(name="张卫国")
    plan = plan_merge(keep, retire)

    assert merged_values(keep, retire, plan, {}) == {}
    assert merged_values(keep, retire, plan, {"name": Side.RETIRE}) == {"name": "张卫国"}


def test_undoing_is_journalled_for_every_record(
    town: Town, twins: tuple[str, str], clock: SettableClock
) -> None:
    seen: set[str] = set()
    town.store.subscribe(lambda change: seen.add(change.entity))

    town.service.undo_merge(town.service.merge(*twins))

    assert seen >= {"resident", "resident_tag", "held_document", "kinship", "merge_record"}
