"""Importing a roster into a real store: new, updated, unchanged, doubtful; whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import func, select

from tests.people.roster.invented import Invented, invent
from tests.people.roster.writing import write_xlsx
from workbench.community.model import Building
from workbench.people.model import Dwelling, Household, ResidenceEvent, Resident, ResidentTag
from workbench.people.roster import storing
from workbench.people.roster.matching import Verdict
from workbench.people.roster.plan import RosterPlan
from workbench.people.roster.reasons import Reason
from workbench.people.roster.service import ImportCancelled, PlanOutdated, RosterImport
from workbench.people.search_index import ResidentSearch
from workbench.people.vocabulary import ResidentStatus, TagKind
from workbench.security.roles import NotPermitted, Permission
from workbench.security.session import Session
from workbench.standards.codes import Sex
from workbench.store import Actor, Store

HEADINGS = ["住址", "姓名", "与户主关系", "性别", "身份证号", "联系电话", "备注"]
FAMILY = invent(400, 9)[:3]


@dataclass(frozen=True)
class Allowed:
    actor: Actor
    permissions: frozenset[Permission] = frozenset({Permission.IMPORT_ROSTER})


@pytest.fixture
def importing(store: Store, actor: Actor) -> RosterImport:
    return RosterImport(store, cast("Session", Allowed(actor)))


def _row(person: Invented, address: str = "阳光苑3-2-501", **changed: Any) -> list[Any]:
    cells = {
        "address": address, "name": person.name, "relation": "子", "sex": person.sex,
        "number": person.number, "phone": "13800000001", "note": "",
    }  # fmt: skip
    return list({**cells, **changed}.values())


def _plan(importing: RosterImport, tmp_path: Path, rows: Sequence[Sequence[Any]]) -> RosterPlan:
    path = write_xlsx(tmp_path / "花名册.xlsx", {"居民": [HEADINGS, *rows]})
    return importing.plan(importing.read(path))


def _import(importing: RosterImport, tmp_path: Path, rows: Sequence[Sequence[Any]]) -> RosterPlan:
    plan = _plan(importing, tmp_path, rows)
    importing.apply(plan)
    return plan


def _household_rows() -> list[list[Any]]:
    head, wife, child = FAMILY
    return [
        _row(head, relation="户主", note="独居"),
        _row(wife, address="", relation="妻"),
        _row(child, address="同上", phone=""),
    ]


def _count(store: Store, model: Any) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_household_is_stored_with_its_home_head_tags_and_reading(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    plan = _plan(importing, tmp_path, _household_rows())
    told: list[tuple[int, int]] = []
    result = importing.apply(plan, lambda done, total: told.append((done, total)))
    assert (result.new, result.buildings, result.dwellings, result.households) == (3, 1, 1, 1)
    assert told[-1] == (3, 3)
    with store.read() as session:
        building = session.scalars(select(Building)).one()
        dwelling = session.scalars(select(Dwelling)).one()
        household = session.scalars(select(Household)).one()
        head = session.scalars(select(Resident).where(Resident.relation_to_head == "02")).one()
        tag = session.scalars(select(ResidentTag)).one()
    assert (building.number, building.name, building.units, building.floors) == ("3", "阳光苑", 2, 5)
    assert (dwelling.unit, dwelling.room, dwelling.floor) == ("2", "501", 5)
    assert household.head_id == head.id
    assert (head.name, head.id_number) == (FAMILY[0].name, FAMILY[0].number)
    assert head.sex is (Sex.MALE if FAMILY[0].male else Sex.FEMALE)
    assert head.full_pinyin.startswith(head.initials[0])
    assert (tag.resident_id, tag.kind) == (head.id, TagKind.LIVING_ALONE_ELDER)


def test_everybody_imported_is_found_by_search_at_once(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    _import(importing, tmp_path, _household_rows())
    with store.read() as session:
        found = session.scalars(select(ResidentSearch)).all()
    assert {row.name for row in found} == {person.name for person in FAMILY}
    assert {row.building for row in found} == {"3"}
    assert any("living_alone_elder" in row.tags for row in found)


def test_the_same_roster_again_changes_nothing(importing: RosterImport, store: Store, tmp_path: Path) -> None:
    _import(importing, tmp_path, _household_rows())
    plan = _plan(importing, tmp_path, _household_rows())
    assert plan.counts == {Verdict.UNCHANGED: 3, Verdict.SKIP: 1}
    importing.apply(plan)
    assert (_count(store, Resident), _count(store, Household)) == (3, 1)


def test_what_is_new_is_added_and_nothing_is_emptied(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    _import(importing, tmp_path, _household_rows())
    row = _row(FAMILY[1], phone="13900000002", relation="", note="党员 常年在外")
    plan = _import(importing, tmp_path, [row])
    (planned,) = [row for row in plan.rows if row.verdict is Verdict.UPDATED]
    assert [change.field for change in planned.changes] == ["phone", "note", "tags"]
    assert "电话：13800000001 → 13900000002" in planned.why
    with store.read() as session:
        wife = session.scalars(select(Resident).where(Resident.id_number == FAMILY[1].number)).one()
    assert (wife.phone, wife.note, wife.relation_to_head) == ("13900000002", "常年在外", "12")


def test_a_move_makes_a_new_household_and_leaves_the_old_one_without_head(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    _import(importing, tmp_path, _household_rows())
    _import(importing, tmp_path, [_row(FAMILY[0], address="阳光苑4-1-101", relation="户主")])
    with store.read() as session:
        head = session.scalars(select(Resident).where(Resident.id_number == FAMILY[0].number)).one()
        heads = {row.id: row.head_id for row in session.scalars(select(Household))}
        event = session.scalars(select(ResidenceEvent)).one()
    assert heads[head.household_id or ""] == head.id
    assert sorted(map(bool, heads.values())) == [False, True]
    assert event.household_id == head.household_id


def test_a_newcomer_joins_the_household_whose_members_are_registered(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    rows = _household_rows()
    _import(importing, tmp_path, rows[:2])
    _import(importing, tmp_path, rows)
    assert (_count(store, Resident), _count(store, Household)) == (3, 1)


def test_a_death_told_by_the_roster_is_kept(importing: RosterImport, store: Store, tmp_path: Path) -> None:
    _import(importing, tmp_path, _household_rows())
    _import(importing, tmp_path, [_row(FAMILY[0], relation="户主", note="2026年5月去世")])
    with store.read() as session:
        head = session.scalars(select(Resident).where(Resident.id_number == FAMILY[0].number)).one()
        assert session.scalars(select(Household)).one().head_id is None
    assert head.status is ResidentStatus.DECEASED
    plan = _plan(importing, tmp_path, [_row(FAMILY[0], relation="户主")])
    assert plan.rows[1].outcome.remarks == (Reason.GONE_IN_REGISTER,)


@pytest.mark.parametrize(
    ("changed", "doubt"),
    [
        ({"name": "另一人"}, Reason.NUMBER_OF_ANOTHER),
        ({"number": "", "address": "9-9-901"}, Reason.NO_ID_NO_BIRTH),
    ],
)
def test_likely_but_unsure_people_are_left_for_a_person(
    importing: RosterImport, tmp_path: Path, changed: dict[str, str], doubt: Reason
) -> None:
    _import(importing, tmp_path, _household_rows())
    plan = _plan(importing, tmp_path, [_row(FAMILY[0], **changed)])
    assert plan.counts[Verdict.DOUBTFUL] == 1
    assert doubt in plan.rows[1].outcome.remarks


def test_doubtful_rows_are_stored_only_when_a_person_accepts_them(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    wrong = FAMILY[0].number[:17] + ("0" if FAMILY[0].number[17] != "0" else "1")
    plan = _import(importing, tmp_path, [_row(FAMILY[0], number=wrong)])
    assert _count(store, Resident) == 0
    key = plan.rows[1].key
    importing.apply(importing.plan(plan.draft, accepted=frozenset({key})))
    assert _count(store, Resident) == 1


def test_cancelling_half_way_leaves_the_register_as_it_was(
    importing: RosterImport, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "BATCH", 2)
    plan = _plan(importing, tmp_path, _household_rows())
    with pytest.raises(ImportCancelled):
        importing.apply(plan, cancelled=lambda: True)
    assert [_count(store, model) for model in (Building, Dwelling, Household, Resident)] == [0, 0, 0, 0]


def test_a_failure_at_the_last_row_stores_none(
    importing: RosterImport, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = _plan(importing, tmp_path, _household_rows())

    def full(done: int, total: int) -> None:
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        importing.apply(plan, progress=full)
    assert _count(store, Resident) == 0


def test_a_register_that_grew_meanwhile_is_compared_again(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    plan = _plan(importing, tmp_path, _household_rows())
    _import(importing, tmp_path, _household_rows()[:1])
    with pytest.raises(PlanOutdated):
        importing.apply(plan)
    assert _count(store, Resident) == 1


def test_who_may_not_import_is_told_so(store: Store, actor: Actor, tmp_path: Path) -> None:
    session = cast("Session", Allowed(actor, frozenset()))
    with pytest.raises(NotPermitted):
        RosterImport(store, session).read(tmp_path / "花名册.xlsx")
