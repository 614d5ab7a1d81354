"""Case 5: eight writers with random delays, and a reader that sees every number exactly once."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager

import psycopg
import pytest

from tests.server.exchange.town import Desk, Town
from workbench.server import push
from workbench.server.writing import write_plan

WRITERS, PUSHES = 8, 6


def together(jobs: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def slow_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a transaction wait a random while between its writing and its commit."""

    def late(*arguments: object, **named: object) -> None:
        write_plan(*arguments, **named)  # type: ignore[arg-type]
        time.sleep(random.random() * 0.02)

    monkeypatch.setattr(push, "write_plan", late)


def test_case_05_given_eight_writers_when_somebody_reads_on_then_every_number_is_seen_exactly_once(
    town: Town, east: Desk, slow_commits: None
) -> None:
    desks = [town.desk(east.staff_id) for _ in range(WRITERS)]
    reader = town.desk(east.staff_id)
    reader.pull()
    first, seen, done = reader.cursor, list[int](), threading.Event()

    def write(desk: Desk) -> None:
        for number in range(PUSHES):
            desk.add("resident", name=f"居民{number}")
            desk.add("resident", name=f"邻居{number}")
            desk.taken()

    def read() -> None:
        while True:
            last_look = done.is_set()
            seen.extend(row[0] for row in reader.pull())
            if last_look:
                return

    reading = threading.Thread(target=read)
    reading.start()
    together([lambda desk=desk: write(desk) for desk in desks])  # type: ignore[misc]
    done.set()
    reading.join()
    assert seen == list(range(first + 1, first + 1 + WRITERS * PUSHES * 2))


def test_case_05_control_given_a_sequence_when_somebody_reads_on_then_numbers_are_missed(
    server_database: str,
):
    """The obvious way of numbering loses rows: what this test proves is that the one above can fail."""
    with _connected(server_database) as connection:
        connection.execute("CREATE SEQUENCE naive")
        connection.execute("CREATE TABLE naive_log (seq bigint PRIMARY KEY)")
    seen, done = list[int](), threading.Event()

    def write() -> None:
        with psycopg.connect(server_database) as connection:
            for _ in range(40):
                with connection.transaction():
                    connection.execute("INSERT INTO naive_log VALUES (nextval('naive'))")
                    time.sleep(random.random() * 0.01)

    def read() -> None:
        with _connected(server_database) as connection:
            cursor = 0
            while True:
                last_look = done.is_set()
                rows = connection.execute("SELECT seq FROM naive_log WHERE seq > %s ORDER BY seq", (cursor,))
                found = [row[0] for row in rows]
                seen.extend(found)
                cursor = found[-1] if found else cursor
                if last_look:
                    return

    reading = threading.Thread(target=read)
    reading.start()
    together([write] * WRITERS)
    done.set()
    reading.join()
    assert len(seen) < WRITERS * 40


@contextmanager
def _connected(url: str):
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection
