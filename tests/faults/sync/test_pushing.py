"""Cases 1 to 4, 12, 13, 17 and 20: what is handed in arrives once, whatever happens on the way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.faults.sync.crash import Killed, killed_at
from tests.faults.sync.databases import FAULT_STEPS
from tests.faults.sync.wire import Blow, Trouble
from tests.faults.sync.world import resident
from workbench.sync.errors import SyncError


def test_case_01_a_lost_reply_is_given_again_and_nothing_is_written_twice(town):
    raw = town.raw()
    changes = [raw.change("create", "resident", f"lost-{n}", {"name": f"居民{n}"}) for n in range(3)]
    first = raw.push(changes)
    before = town.books.count("change_log"), town.books.count("audit"), town.books.seq()

    again = raw.push(changes)

    assert [first.outcomes(), again.outcomes()] == [["accepted"] * 3] * 2
    assert [answer[1] for answer in first.answers().values()] == [
        answer[1] for answer in again.answers().values()
    ]
    assert [answer[5] for answer in again.answers().values()] == [True] * 3
    assert (town.books.count("change_log"), town.books.count("audit"), town.books.seq()) == before


def test_case_01_a_desk_that_lost_the_reply_has_sent_everything_once_in_the_end(town):
    desk = town.desk("east")
    ids = [desk.add(resident(f"新居民{n}")) for n in range(3)]
    desk.strike(Blow(Trouble.LOSE_REPLY, 0), path="/push")
    with pytest.raises(SyncError):
        desk.exchange()
    assert desk.unsent() > 0

    desk.exchange()

    assert desk.unsent() == 0
    logged = [row.record_id for row in town.books.log()]
    assert [logged.count(record_id) for record_id in ids] == [1, 1, 1]
    assert town.broken() == []


def test_case_02_the_same_number_with_another_body_is_refused_and_noted(town):
    raw = town.raw()
    change = raw.change("create", "resident", "reused", {"name": "王一"})
    assert raw.push([change]).outcomes() == ["accepted"]
    logged = town.books.log()
    raw.number -= 1
    other = raw.change("create", "resident", "reused", {"name": "王二"})
    forged = type(other)(**{**_fields(other), "op_id": change.op_id})

    reply = raw.push([forged])

    assert (reply.status, reply.fault) == (409, "op_reuse")
    assert town.books.log() == logged
    assert town.books.rows("SELECT count(*) FROM incident WHERE fault = 'op_reuse'") == [(1,)]


@pytest.mark.parametrize("step", range(1, FAULT_STEPS + 1))
def test_case_03_a_database_that_dies_at_any_step_keeps_no_trace_and_no_gap(town, step):
    desk = town.desk("east")
    first = town.books.seq()
    desk.add(resident("断电居民"))
    traces = town.books.count("change_log"), town.books.count("audit"), town.books.count("record")
    town.books.fail_at(step)

    with pytest.raises(SyncError):
        desk.exchange()

    left = town.books.count("change_log"), town.books.count("audit"), town.books.count("record")
    assert left == traces
    town.books.fail_at(0)
    desk.exchange()
    assert [row.seq for row in town.books.log() if row.seq > first][:1] == [first + 1]
    assert town.broken() == []


@pytest.mark.parametrize("depth", range(12))
def test_case_04_a_desk_killed_while_it_applies_a_page_has_all_of_it_or_nothing(town, depth):
    east, west = town.desk("east"), town.desk("west")
    for number in range(4):
        east.add(resident(f"远方居民{number}"))
    east.exchange()
    cursor, held = west.facts()["cursor"], west.records()

    with pytest.raises(Killed), killed_at(60 * (depth + 1)):
        west.exchange()
        raise Killed
    west.reopen()

    if west.facts()["cursor"] == cursor:
        assert west.records() == held
    else:
        assert west.records() == east.records()
    west.exchange()
    assert town.broken() == []


def test_case_12_a_change_that_is_never_taken_blocks_nothing_but_what_hangs_on_it(town):
    raw = town.raw()
    changes = [
        raw.change("create", "resident", "good-1", {"name": "甲"}),
        raw.change("create", "resident", "bad", {"name": ""}),
        raw.change("patch", "resident", "bad", {"phone": "13800000000"}),
        raw.change("create", "resident_tag", "tag", _tag("bad")),
        raw.change("create", "resident", "good-2", {"name": "乙"}),
    ]

    answers = raw.push(changes).body["answers"]

    assert [answer[1] for answer in answers] == ["accepted", "refused", "refused", "refused", "accepted"]
    assert [answer[3] for answer in answers[1:4]] == ["invalid", "parent_refused", "parent_refused"]
    later = raw.push([raw.change("create", "resident_tag", "later", _tag("bad"))])
    assert later.body["answers"][0][3] == "parent_refused"
    assert town.books.rows("SELECT count(*) FROM audit WHERE device_id = %s", raw.device_id) == [(6,)]


def test_case_13_five_hundred_deletions_wait_for_a_second_person(town):
    desk = town.desk("east")
    with desk.write() as work:
        ids = [work.add(resident(f"居民{number}")).id for number in range(500)]
    desk.exchange()
    for start in range(0, 500, 100):
        with desk.write() as work:
            for record_id in ids[start : start + 100]:
                work.remove(work.get(type(resident("")), record_id))

    desk.exchange()

    assert desk.unsent() == 0
    held = [row for row in desk.disputes(open_only=True) if row.reason == "mass_delete"]
    assert len(held) == 1
    assert len(ids) - living(town, ids) <= 20
    assert town.broken() == []

    town.approve(held[0].id)

    assert living(town, ids) == 0
    assert town.broken() == []


@pytest.mark.parametrize("wrong", [datetime(2029, 11, 24, tzinfo=UTC), datetime(1970, 1, 2, tzinfo=UTC)])
def test_case_17_a_wrong_clock_neither_orders_nor_stops_anything(town, wrong):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    east.clock.now = wrong
    east.edit("resident", person, phone="13800000001")
    town.settle()
    west.edit("resident", person, phone="13800000002")

    town.settle()

    assert east.record("resident", person)["phone"] == "13800000002"
    assert west.record("resident", person)["phone"] == "13800000002"
    assert west.disputes() == []
    assert town.broken() == []


def test_case_20_a_desk_too_old_is_told_so_and_still_hands_in_what_it_has(town):
    raw = town.raw()
    raw.protocol = 0
    change = raw.change("create", "resident", "from-old", {"name": "旧终端居民"})

    assert raw.push([change]).outcomes() == ["accepted"]
    assert "from-old" in [row[3] for row in raw.pull().body["rows"]]
    hello = raw.ask("GET", "hello")
    assert (hello.status, hello.fault) == (426, "too_old")
    assert town.books.records().records["resident", "from-old"]["name"] == "旧终端居民"


def test_case_20_an_old_desk_loses_nothing(town, monkeypatch):
    desk = town.desk("east")
    record_id = desk.add(resident("旧终端居民"))
    monkeypatch.setattr("workbench.sync.http.PROTOCOL", 0)
    desk.reopen()

    desk.exchange()

    assert desk.unsent() == 0
    assert ("resident", record_id) in town.books.records().records


def living(town, ids):
    records = town.books.records().records
    return sum("deleted_at" not in records["resident", record_id] for record_id in ids)


def _tag(resident_id):
    return {"resident_id": resident_id, "kind": "volunteer", "since": "2026-01-01", "note": ""}


def _fields(change):
    return {name: getattr(change, name) for name in type(change).__dataclass_fields__}
