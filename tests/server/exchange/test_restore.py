"""A server that was restored: what is offered again finds its place; nobody hands in what was never lost."""

from __future__ import annotations

import dataclasses
import json

import pytest

from tests.server.exchange.town import Desk, Town
from workbench.server.communities import begin_new_life
from workbench.server.faults import RequestRefused
from workbench.sync.protocol.wire import Change


@pytest.fixture
def person(east: Desk, west: Desk) -> str:
    person = east.add("resident", name="甲", phone="1")
    east.taken()
    east.pull()
    west.pull()
    return person


class Backup:
    """The tables as they were at one moment."""

    TABLES = ("community", "device", "change_log", "record", "audit", "refused_create", "recent_delete")

    def __init__(self, town: Town) -> None:
        self.town = town
        for table in self.TABLES:
            town.rows(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}")

    def restore(self) -> None:
        for table in self.TABLES:
            self.town.rows(f"DELETE FROM {table}")
            self.town.rows(f"INSERT INTO {table} SELECT * FROM kept_{table}")
        with self.town.database.transaction() as connection:
            begin_new_life(connection)


def again(changes: list[Change], numbers: list[int]) -> list[Change]:
    """Return changes as a desk offers them again, with the numbers they had."""
    return [dataclasses.replace(c, was_seq=n) for c, n in zip(changes, numbers, strict=True)]


def relayed(row: list, community_id: str) -> Change:
    """Return a row of the log as a desk offers it that only received it."""
    seq, op_id, entity, record_id, kind, fields, author_id, device, hlc, _ = row
    after = json.dumps(fields, ensure_ascii=False)
    return Change(
        op_id, community_id, entity, record_id, kind, None, after, 0, author_id, device, 0, hlc, None, "00",
        seq, True,
    )  # fmt: skip


def test_case_14_given_a_restored_server_when_desks_offer_again_then_all_is_as_it_was(
    town, east, west, person
):
    backup = Backup(town)
    east.edit("resident", person, phone="2")
    sent = list(east.outbox)
    numbers = [answer[2] for answer in east.taken().answers]
    rows = west.pull()
    west.edit("resident", person, phone="3")
    west_sent = list(west.outbox)
    west_numbers = [answer[2] for answer in west.taken().answers]
    old = town.epoch
    backup.restore()
    with pytest.raises(RequestRefused) as caught:
        east.push([], epoch=old)
    assert (caught.value.facts["restored_seq"], caught.value.facts["device_seq"]) == (5, 3)
    assert west.push(again(west_sent, west_numbers)).answers[0][1] == "accepted"
    assert east.push(again(sent, numbers)).answers[0][1] == "superseded"
    assert town.record("resident", person)["phone"] == "3"
    assert town.seq == 1_000_006
    assert [row[0] for row in rows if row[2] == "resident"] == numbers


def test_given_a_desk_that_never_returns_when_another_hands_in_what_it_had_then_it_is_there(
    town, east, west, person
):
    backup = Backup(town)
    east.edit("resident", person, phone="2")
    mine = list(east.outbox)
    numbers = [answer[2] for answer in east.taken().answers]
    rows = [row for row in west.pull() if row[2] == "resident"]
    backup.restore()
    handed_in = [relayed(row, town.community_id) for row in rows]
    assert west.push(handed_in).answers[0][1] == "accepted"
    assert town.rows("SELECT wire ->> 7 FROM change_log ORDER BY seq DESC LIMIT 1") == [(east.known.name,)]
    assert west.push(handed_in).answers[0][6] is True
    answer = east.push(again(mine, numbers)).answers[0]
    assert (answer[1], answer[6]) == ("accepted", True)
    assert town.seq == 1_000_006
    assert town.rows("SELECT relayed FROM audit WHERE op_id = %s ORDER BY 1", mine[0].op_id) == [
        (False,),
        (True,),
    ]
    east.edit("resident", person, 5, phone="4")
    assert east.outcomes() == [("accepted", "")]


def test_given_no_restore_when_a_desk_hands_in_what_another_never_wrote_then_it_is_refused(
    town, east, west, person
):
    forged = relayed([99, "op-forged", "resident", person, "patch", {"phone": "9"}, east.staff_id,
                      east.known.name, 1, ""], town.community_id)  # fmt: skip
    answer = west.push([forged]).answers[0]
    assert (answer[1], answer[3]) == ("refused", "not_permitted")
    assert town.record("resident", person)["phone"] == "1"


def test_given_a_dispute_the_server_lost_when_it_is_handed_in_and_raised_again_then_there_is_one(
    town, east, west, person
):
    backup = Backup(town)
    east.edit("resident", person, phone="2")
    mine = list(east.outbox)
    numbers = [answer[2] for answer in east.taken().answers]
    west.edit("resident", person, phone="3")
    theirs = list(west.outbox)
    west.push()
    lost = [row for row in east.pull() if row[2] == "sync_dispute"]
    backup.restore()
    east.push(again(mine, numbers))
    assert west.push(theirs).answers[0][1] == "conflict"
    assert east.push([relayed(row, town.community_id) for row in lost]).answers[0][1] == "superseded"
    assert len(town.disputes(state="open")) == 1
