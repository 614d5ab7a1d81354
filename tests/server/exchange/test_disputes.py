"""What is not taken waits with both sides, one dispute a record and desk; mass deletion for two people."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.server.exchange.town import Desk, Town, account
from workbench.store.base import new_id


@pytest.fixture
def person(east: Desk, west: Desk) -> str:
    """A resident both desks have seen."""
    person = east.add("resident", name="甲", phone="1", note="")
    east.taken()
    east.pull()
    west.pull()
    return person


def test_case_06_given_two_values_when_pushed_then_the_first_stands_and_the_second_waits(
    town: Town, east: Desk, west: Desk, person: str
) -> None:
    east.edit("resident", person, phone="2")
    east.taken()
    west.edit("resident", person, phone="3", note="x")
    answer = west.push().answers[0]
    assert (answer[1], answer[3], answer[4]) == ("conflict", "field_changed", {"phone": "2"})
    assert (town.record("resident", person)["phone"], town.record("resident", person)["note"]) == ("2", "x")
    told = town.disputes()[0]
    assert (told["base"], told["mine"], told["theirs"]) == ({"phone": "1"}, {"phone": "3"}, {"phone": "2"})
    assert (told["author_device"], told["other_device"]) == (west.known.name, east.known.name)
    assert (told["state"], told["other_author_id"], told["change_kind"]) == ("open", east.staff_id, "patch")


def test_given_a_dispute_when_the_desk_goes_on_then_it_joins_and_the_first_base_stays(
    town: Town, east: Desk, west: Desk, person: str
) -> None:
    east.edit("resident", person, phone="2", note="y")
    east.taken()
    west.edit("resident", person, phone="3")
    west.push()
    west.write("patch", "resident", person, {"phone": "4"}, base=4, before={"phone": "3"})
    west.write("patch", "resident", person, {"note": "z"}, base=4, before={"note": ""})
    west.push()
    told = town.disputes()
    assert [each["mine"] for each in told] == [{"phone": "4", "note": "z"}]
    assert told[0]["base"] == {"phone": "1", "note": ""}


def test_given_a_dispute_when_it_is_settled_then_a_new_one_may_begin(town, east, west, person):
    east.edit("resident", person, phone="2")
    east.taken()
    west.edit("resident", person, phone="3")
    west.push()
    west.pull()
    dispute = town.disputes()[0]["id"]
    west.edit("resident", person, phone="3")
    west.edit("sync_dispute", dispute, state="resolved", choice="mine", resolved_at="2026-11-23T01:00:00Z")
    west.taken()
    assert town.record("resident", person)["phone"] == "3"
    east.edit("resident", person, phone="5")
    west.write("patch", "resident", person, {"phone": "6"}, base=5)
    assert [desk.outcomes()[0][0] for desk in (east, west)] == ["conflict", "accepted"]
    assert [each["state"] for each in town.disputes()] == ["resolved", "open"]


def test_case_11_given_a_deletion_when_an_edit_arrives_then_both_wait_for_people(town, east, west, person):
    east.remove("resident", person)
    east.taken()
    west.edit("resident", person, phone="2")
    answer = west.push().answers[0]
    assert (answer[1], answer[3]) == ("conflict", "edited_after_deletion")
    assert set(answer[4]) == {"phone", "deleted_at"}
    assert (town.disputes()[0]["mine"], town.record("resident", person)["phone"]) == ({"phone": "2"}, "1")


def test_given_a_record_that_is_refused_when_made_then_all_of_it_waits_as_one_to_be_made(town, east):
    bad = east.write("create", "resident", new_id(), {"name": "", "phone": "1"})
    east.write("patch", "resident", bad, {"phone": "2"}, before={"phone": "1"})
    east.push()
    told = town.disputes()
    assert [(each["change_kind"], each["reason"], each["mine"]) for each in told] == [
        ("create", "invalid", {"name": "", "phone": "2"})
    ]


def people(desk: Desk, count: int) -> list[str]:
    made = [desk.add("resident", name=f"居民{number}") for number in range(count)]
    while desk.outbox:
        desk.taken()
    desk.pull()
    return made


def living(town: Town) -> int:
    return int(town.rows("SELECT count(*) FROM record WHERE entity = 'resident' AND NOT deleted")[0][0])


def test_given_twenty_deletions_when_pushed_then_they_are_carried_out(town: Town, east: Desk) -> None:
    for person in people(east, 20):
        east.remove("resident", person)
    east.taken()
    assert living(town) == 0


def test_case_13_given_five_hundred_deletions_when_pushed_then_none_is_carried_out(town: Town, east: Desk):
    for person in (made := people(east, 500)):
        east.remove("resident", person)
    pushed = east.push()
    assert {(answer[1], answer[3]) for answer in pushed.answers} == {("refused", "mass_delete")}
    assert pushed.answers[0][4] == {"deleted_at": None}
    assert living(town) == 500
    held = town.disputes()
    assert [(each["reason"], each["mine"]["record_ids"]) for each in held] == [("mass_delete", made)]


def test_given_deletions_spread_over_pushes_when_they_become_many_then_the_rest_waits(town, east):
    made = people(east, 30)
    for person in made[:15]:
        east.remove("resident", person)
    east.taken()
    for person in made[15:]:
        east.remove("resident", person)
    assert {outcome for outcome, _ in east.outcomes()} == {"refused"}
    assert living(town) == 15


def test_given_deletions_of_many_days_when_pushed_at_once_then_they_are_carried_out(town: Town, east: Desk):
    for day, person in enumerate(people(east, 30)):
        east.remove("resident", person, at=timedelta(days=day))
    east.taken()
    assert living(town) == 0


def test_given_a_clock_that_spreads_deletions_when_they_are_very_many_then_they_wait(town: Town, east: Desk):
    for day, person in enumerate(people(east, 120)):
        east.remove("resident", person, at=timedelta(days=day))
    assert {outcome for outcome, _ in east.outcomes()} == {"refused"}
    assert living(town) == 120


def test_given_others_dispute_when_a_worker_settles_it_then_it_is_not_theirs(town, east, west, person):
    worker = new_id()
    east.write("create", "staff_account", worker, account("zhao", ["worker"]))
    east.edit("resident", person, phone="2")
    east.taken()
    west.edit("resident", person, phone="3")
    west.push()
    west.pull()
    dispute = town.disputes()[0]["id"]
    ended = {"state": "resolved", "choice": "discard", "resolved_at": "2026-11-23T01:00:00Z"}
    seq, _ = west.records["sync_dispute", dispute]
    west.write("patch", "sync_dispute", dispute, ended, worker, base=seq)
    assert west.outcomes() == [("refused", "not_permitted")]
    west.write("patch", "sync_dispute", dispute, ended, base=seq)
    assert west.outcomes() == [("accepted", "")]


def approval(desk: Desk, dispute_id: str, author: str = "") -> list[tuple[str, str]]:
    desk.pull()
    ended = {"state": "resolved", "choice": "approve", "resolved_at": "2026-11-23T01:00:00Z"}
    seq, _ = desk.records["sync_dispute", dispute_id]
    desk.write("patch", "sync_dispute", dispute_id, ended, author, base=seq)
    return desk.outcomes()


def test_case_13_given_a_mass_deletion_when_a_second_person_approves_then_it_is_carried_out(town, east, west):
    made = people(east, 30)
    second, worker = new_id(), new_id()
    east.write("create", "staff_account", second, account("li"))
    east.write("create", "staff_account", worker, account("zhao", ["worker"]))
    for person in made:
        east.remove("resident", person)
    east.push()
    west.pull()
    west.edit("resident", made[3], phone="1")
    west.taken()
    dispute = town.disputes()[0]["id"]
    assert approval(east, dispute) == [("refused", "not_permitted")]
    assert approval(east, dispute, worker) == [("refused", "not_permitted")]
    assert living(town) == 30
    assert approval(west, dispute, second) == [("accepted", "")]
    assert living(town) == 1
    told = town.rows("SELECT wire FROM change_log WHERE kind = 'delete' LIMIT 1")[0][0]
    assert (told[6], told[7]) == (second, "server")
    assert town.disputes(reason="deleted_after_edit")[0]["record_id"] == made[3]
