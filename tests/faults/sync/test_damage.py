"""Cases 23 and 24: a byte that flipped, a disk that is full."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from tests.faults.sync.wire import Blow, Trouble
from tests.faults.sync.world import resident
from workbench.store import StoreFull
from workbench.sync.errors import SyncError


@pytest.mark.parametrize("trouble", [Trouble.FLIP, Trouble.CUT])
@pytest.mark.parametrize("depth", [0.1, 0.5, 0.99])
def test_case_23_a_page_that_was_changed_on_the_way_is_not_used(town, trouble, depth):
    east, west = town.desk("east"), town.desk("west")
    for number in range(30):
        east.add(resident(f"居民{number}"))
    east.exchange()
    cursor, held = west.facts()["cursor"], west.records()
    west.strike(Blow(trouble, 0, depth), path="/pull")

    with pytest.raises(SyncError):
        west.exchange()

    assert (west.facts()["cursor"], west.records()) == (cursor, held)
    west.exchange()
    assert west.records() == east.records()
    assert town.broken() == []


def test_case_23_a_record_that_changed_by_itself_is_found_by_its_bucket_and_put_right(town):
    east = town.desk("east")
    person = town.ids["resident0"]
    town.settle()
    east.corrupt("resident", person, "phone", "13899999999")
    sent = len(east.wire.sent)

    east.compare()

    asked = [line for line in east.wire.sent[sent:] if "/standing" in line]
    assert len(asked) == 1
    assert east.record("resident", person).get("phone") != "13899999999"
    town.settle()
    assert town.broken() == []


def test_case_23_a_row_of_the_servers_log_that_changed_by_itself_is_named(town):
    person = town.ids["resident0"]
    town.settle()
    town.books.rows(
        "UPDATE record SET body = replace(body::text, 'resi-0', 'resi-9')::json WHERE record_id = %s", person
    )

    assert person in str(town.books.flaw())


def test_case_24_a_full_disk_while_saving_keeps_no_half_and_says_so(town):
    east = town.desk("east")
    town.settle()
    held = east.records()
    fill_up(east.store._engine)

    with pytest.raises(StoreFull, match="磁盘已满"), east.write() as work:
        for number in range(3000):
            work.add(resident(f"居民{number}" * 10))

    assert east.records() == held
    east.reopen()
    assert east.fault() is None


def test_case_24_a_full_disk_while_pulling_leaves_the_cursor_where_it_was(town):
    east, west = town.desk("east"), town.desk("west")
    with east.write() as work:
        for number in range(1500):
            work.add(resident(f"居民{number}" * 10))
    east.exchange()
    cursor, held = west.facts()["cursor"], west.records()
    fill_up(west.store._incoming)

    with pytest.raises(StoreFull):
        west.exchange()

    west.reopen()
    assert west.fault() is None
    if west.facts()["cursor"] == cursor:
        assert west.records() == held
    town.settle()
    assert town.broken() == []


def fill_up(engine):
    """Let the file grow by a few pages only, as on a disk without room."""

    @event.listens_for(engine, "connect")
    def limit(raw, record):
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages + 8}")

    engine.dispose()
