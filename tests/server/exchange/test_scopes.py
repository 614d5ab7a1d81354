"""What a desk never gets to see: the register outside, other areas, full numbers, hidden fields."""

from __future__ import annotations

import pytest

from tests.server.exchange.town import Desk, Town, account
from workbench.server.faults import RequestRefused
from workbench.store.base import new_id

ROUND = {
    "name": "人口普查",
    "kind": "census",
    "state": "planned",
    "since": "2026-11-01",
    "until": "2026-12-31",
}


class Field:
    """A census of two areas with a household each, and people in the register."""

    def __init__(self, east: Desk) -> None:
        self.east = east
        self.building = east.add("building", number="1")
        self.round = east.add("census_round", **ROUND)
        self.areas = [
            east.add("census_area", round_id=self.round, code=str(n), name=str(n), state="open")
            for n in (1, 2)
        ]
        self.cases = [self.case(area) for area in self.areas]
        self.events = [
            east.add("census_event", case_id=case, verb="x", from_state="a", to_state="b")
            for case in self.cases
        ]
        self.person = east.add("resident", name="甲", phone="13812345678", id_number="330106199001010889")
        self.enumerator = east.add("staff_account", **account("zhou", ["enumerator"]))
        east.taken()

    def case(self, area: str) -> str:
        place = {"round_id": self.round, "area_id": area, "building_id": self.building}
        return self.east.add("census_case", state="not_visited", note="", **place)


@pytest.fixture
def field(east: Desk) -> Field:
    return Field(east)


def seen(desk: Desk) -> set[str]:
    return {entity for entity, _ in desk.records}


def test_given_an_outside_desk_when_it_pulls_then_it_gets_the_census_and_what_is_common(town, field):
    outside = town.desk(field.enumerator, outside=1)
    outside.pull()
    assert seen(outside) >= {"census_round", "census_area", "census_case", "census_event", "building"}
    assert not seen(outside) & {"resident"}
    assert {key for key in outside.records if key[0] == "census_case"} == {
        ("census_case", c) for c in field.cases
    }


def test_given_one_area_when_a_desk_pulls_then_it_gets_no_other_household_nor_what_hangs_on_it(town, field):
    outside = town.desk(field.enumerator, outside=1, areas=[field.areas[0]])
    outside.pull()
    assert ("census_case", field.cases[0]) in outside.records
    assert ("census_event", field.events[0]) in outside.records
    assert not {("census_case", field.cases[1]), ("census_event", field.events[1])} & outside.records.keys()
    assert ("census_area", field.areas[1]) not in outside.records


def test_given_an_outside_desk_when_it_pulls_then_only_enumerators_passwords_come_with_their_accounts(
    town, field
):
    outside = town.desk(field.enumerator, outside=1)
    outside.pull()
    hashes = {key[1]: fields.get("password_hash") for key, (_, fields) in outside.records.items()
              if key[0] == "staff_account"}  # fmt: skip
    assert hashes == {field.enumerator: "secret", field.east.staff_id: None}


def test_given_an_account_that_becomes_an_enumerators_when_pulled_outside_then_its_password_comes(
    town, field
):
    worker = field.east.add("staff_account", **account("he", ["worker"]))
    field.east.taken()
    outside = town.desk(field.enumerator, outside=1)
    outside.pull()
    field.east.pull()
    field.east.edit("staff_account", worker, roles=["enumerator"])
    field.east.taken()
    outside.pull()
    assert outside.records["staff_account", worker][1]["password_hash"] == "secret"
    assert outside.fingerprints() == outside.digest()


def test_case_27_given_a_desk_without_full_numbers_when_it_pulls_then_they_are_masked(
    town: Town, field: Field
):
    masked = town.desk(field.east.staff_id, masked=1)
    masked.pull()
    person = masked.records["resident", field.person][1]
    assert (person["phone"], person["id_number"]) == ("138****5678", "330106********0889")
    assert masked.records["staff_account", field.enumerator][1]["password_hash"] == "secret"


def test_case_27_given_a_conflict_over_numbers_when_the_desk_sees_none_then_it_is_told_none(town, field):
    masked = town.desk(field.east.staff_id, masked=1)
    masked.pull()
    field.east.pull()
    field.east.edit("resident", field.person, phone="13700000001")
    field.east.taken()
    masked.edit("resident", field.person, phone="13700000002")
    assert masked.push().answers[0][4] == {"phone": "137****0001"}
    masked.pull()
    dispute = next(fields for (entity, _), (_, fields) in masked.records.items() if entity == "sync_dispute")
    assert (dispute["mine"], dispute["theirs"]) == ({"phone": "137****0002"}, {"phone": "137****0001"})
    assert masked.fingerprints() == masked.digest()


def test_given_a_masked_number_when_it_is_written_back_then_it_is_refused(town: Town, field: Field) -> None:
    masked = town.desk(field.east.staff_id, masked=1)
    masked.pull()
    masked.edit("resident", field.person, phone="138****5678")
    assert masked.outcomes() == [("refused", "invalid")]
    assert town.record("resident", field.person)["phone"] == "13812345678"


@pytest.mark.parametrize("entity", ["resident", "census_case"])
def test_case_26_given_a_record_out_of_sight_when_it_is_written_then_nothing_of_it_is_told(
    town, field, entity
):
    outside = town.desk(field.enumerator, outside=1, areas=[field.areas[0]])
    known = field.person if entity == "resident" else field.cases[1]
    outside.write("patch", entity, known, {"note": "x"}, base=99)
    outside.write("patch", entity, new_id(), {"note": "x"}, base=99)
    answers = outside.push().answers
    assert [(answer[1], answer[4], answer[5]) for answer in answers] == [("refused", {}, True)] * 2
    assert town.record(entity, known).get("note") != "x"


def test_given_a_dispute_about_a_household_when_pulled_then_it_lies_where_the_household_lies(town, field):
    first, other = (town.desk(field.enumerator, outside=1, areas=[area]) for area in field.areas)
    first.pull()
    field.east.pull()
    field.east.edit("census_case", field.cases[0], note="家中无人")
    field.east.taken()
    first.edit("census_case", field.cases[0], note="已搬走")
    assert first.outcomes() == [("conflict", "field_changed")]
    first.pull()
    other.pull()
    assert [entity for entity, _ in first.records].count("sync_dispute") == 1
    assert "sync_dispute" not in seen(other)
    assert "sync_dispute" not in {row[0] for row in other.standing()}


def test_given_scopes_of_every_kind_when_all_is_pulled_then_digest_and_standing_agree(town, field):
    east = field.east
    desks = [
        east, town.desk(east.staff_id, masked=1), town.desk(east.staff_id, areas=[field.areas[0]]),
        town.desk(field.enumerator, outside=1),
        town.desk(field.enumerator, outside=1, areas=[field.areas[1]]),
        town.desk(field.enumerator, outside=1, areas=[], masked=1),
    ]  # fmt: skip
    for desk in desks:
        desk.pull()
        assert desk.fingerprints() == desk.digest()
        told = {(entity, record_id): (seq, fields) for entity, record_id, seq, fields in desk.standing()}
        assert told == desk.records
    assert len({len(desk.records) for desk in desks}) > 3


def test_case_18_given_a_household_that_changes_its_area_when_reconciled_then_it_and_its_events_moved(
    town, field
):
    first, other = (town.desk(field.enumerator, outside=1, areas=[area]) for area in field.areas)
    first.pull()
    before = first.town.exchange.state(first.known)["scope_epoch"]
    field.east.pull()
    field.east.edit("census_case", field.cases[0], area_id=field.areas[1])
    field.east.taken()
    with pytest.raises(RequestRefused) as caught:
        first.page(scope_epoch=before)
    assert caught.value.fault == "scope_changed"
    gone = {("census_case", field.cases[0]), ("census_event", field.events[0])}
    assert not gone & {(row[0], row[1]) for row in first.standing()}
    assert gone <= {(row[0], row[1]) for row in other.standing()}


def test_given_a_change_of_a_desk_when_taken_then_everybody_asks_anew_who_may_what(town: Town, field: Field):
    field.east.pull()
    west = town.desk(field.east.staff_id)
    field.east.pull()
    town.news.clear()
    field.east.edit("desk_device", west.device_id, state="lost", reason="被盗")
    field.east.edit("resident", field.person, note="x")
    field.east.taken()
    assert [news.rights for news in town.news] == [True]
    field.east.edit("resident", field.person, note="y")
    field.east.taken()
    assert [news.rights for news in town.news] == [True, False]
