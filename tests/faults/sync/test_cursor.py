"""Case 5: whoever follows the log sees every change once, however late a writer commits; and a control."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

import psycopg
import pytest

from tests.faults.seeds import dice
from tests.faults.sync.raw import RawDesk

WRITERS, CHANGES = 8, 20
_LATE = """
CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF random() < 0.2 THEN PERFORM pg_sleep(random() * 0.01); END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON change_log DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dawdle();
"""
"""One commit in five comes up to 10 ms after its number was taken."""


@pytest.fixture
def late_town(town):
    town.desk("east")
    town.books.rows(_LATE)
    return town


def test_case_05_a_reader_sees_every_number_once_while_eight_write(late_town):
    readers, writers = late_town.raw(), [late_town.raw() for _ in range(WRITERS)]
    start = late_town.books.seq()

    seen = watch(readers, start, [lambda raw=raw: push_one(raw) for raw in writers])

    written = [row.seq for row in late_town.books.log() if row.seq > start]
    assert len(written) == WRITERS * CHANGES
    assert seen == written, f"{len(set(written) - set(seen))} of {len(written)} were never seen"


def test_case_05_numbers_from_a_sequence_fail_the_same_test(late_town):
    """The control: the same reader and the same late commits, numbered by `nextval`."""
    reader = late_town.raw()
    start = late_town.books.seq()
    late_town.books.rows(f"CREATE SEQUENCE numbers START {start + 1}")

    seen = watch(reader, start, [sequence_writer(late_town) for _ in range(WRITERS)])

    written = [row.seq for row in late_town.books.log() if row.seq > start]
    missed = set(written) - set(seen)
    assert len(written) == WRITERS * CHANGES
    assert missed, "a cursor over a sequence would have been safe, so this test could not fail"


def push_one(raw: RawDesk) -> None:
    change = raw.change("create", "resident", f"{raw.device_id[-8:]}-{raw.number}", {"name": "并发居民"})
    reply = raw.push([change])
    if reply.status == 503:
        raw.number -= 1
        raise AssertionError("the server was too busy for eight writers")
    assert reply.outcomes() == ["accepted"]


_ROW = """
INSERT INTO change_log (community_id, seq, pack, device, entity, subject, record_id, kind, wire, received_at)
SELECT community_id, %(n)s, %(n)s, device, entity, subject, record_id, kind,
    jsonb_set(wire::jsonb, '{0}', to_jsonb(%(n)s::bigint))::json, now()
FROM change_log WHERE community_id = %(community)s AND seq = %(like)s
"""
_RAISE = "UPDATE community SET seq = greatest(seq, %(n)s) WHERE community_id = %(community)s"


def sequence_writer(town) -> Callable[[], None]:
    """Write as a push would, but number by a sequence and raise the counter to it at the end."""
    connection = psycopg.connect(town.url)
    like = town.books.seq()

    def write() -> None:
        (number,) = connection.execute("SELECT nextval('numbers')").fetchone()
        values = {"n": number, "community": town.community_id, "like": like}
        connection.execute(_ROW, values)
        connection.commit()
        connection.execute(_RAISE, values)
        connection.commit()

    return write


def watch(reader: RawDesk, after: int, writers: list[Callable[[], None]]) -> list[int]:
    """Return the numbers a reader sees that follows `to_seq`, while the writers write, in order."""
    rolls = dice("cursor")
    threads = [
        threading.Thread(target=_write, args=(write, random.Random(rolls.random()))) for write in writers
    ]
    for thread in threads:
        thread.start()
    seen: list[int] = []
    while any(thread.is_alive() for thread in threads):
        after = _read(reader, after, seen)
    for thread in threads:
        thread.join()
    last = -1
    while last != after:
        last, after = after, _read(reader, after, seen)
    return seen


def _write(write: Callable[[], None], rolls: random.Random) -> None:
    for _ in range(CHANGES):
        write()
        time.sleep(rolls.random() * 0.002)


def _read(reader: RawDesk, after: int, seen: list[int]) -> int:
    page = reader.pull(after)
    assert page.status == 200, page
    seen.extend(row[0] for row in page.body["rows"])
    return int(page.body["to_seq"])
