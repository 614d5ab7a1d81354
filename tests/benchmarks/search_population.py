"""A million invented residents in a store file, the same each time, kept in the cache for the next run."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from platformdirs import user_cache_path

from workbench.desk.demo.names import given_name, surname
from workbench.people.search_index import SEARCH_DDL, indexed_at_the_end
from workbench.standards.identity import check_digit
from workbench.standards.pinyin import reading_of_name
from workbench.store import migrate
from workbench.store.engine import connect

KEY = bytes(range(32))
PEOPLE = 1_000_000
_HOME_DIVISION = "330100"
_BATCH = 20_000
_PEOPLE_A_HOME, _HOMES_A_BUILDING = 3, 96
_BIRTHS_FROM = date(1930, 1, 1)
_STAMP = ("c", None, 0)


def populated_store(people: int = PEOPLE) -> tuple[Path, float | None]:
    """Return the store file with that many residents, and the seconds it took if it was built just now."""
    schema = hashlib.sha256("".join((migrate.head_revision(), *SEARCH_DDL)).encode()).hexdigest()[:12]
    folder = user_cache_path("workbench-benchmarks")
    path = folder / f"search-{people}-{schema}.db"
    if path.exists():
        return path, None
    folder.mkdir(parents=True, exist_ok=True)
    # A name of its own: two benchmarks that start together must not write one file.
    building = path.with_suffix(f".{os.getpid()}")
    started = time.perf_counter()
    try:
        migrate.bring_up_to_date(building, KEY)
        fill(building, people, KEY)
        building.replace(path)
    finally:
        for leftover in folder.glob(f"{building.name}*"):
            leftover.unlink()
    return path, time.perf_counter() - started


def fill(path: Path, people: int, key: bytes) -> None:
    """Put that many residents, with homes to live in, into a store file."""
    raw = connect(path, key)
    raw.execute("PRAGMA synchronous = OFF")
    raw.execute("BEGIN")
    homes = people // _PEOPLE_A_HOME + 1
    _insert_homes(raw, homes)
    columns = (
        "id, community_id, deleted_at, server_seq, name, id_number, sex, birth_date, birth_precision, phone, "
        "household_id, registration, status, full_pinyin, initials, note"
    )
    sql = f"INSERT INTO resident ({columns}) VALUES ({', '.join('?' * 16)})"
    for start in range(0, people, _BATCH):
        with indexed_at_the_end(raw.execute):
            raw.executemany(sql, _residents(start, min(start + _BATCH, people)))
        raw.execute("COMMIT")
        raw.execute("BEGIN")
    raw.execute("COMMIT")
    raw.execute("PRAGMA journal_mode = DELETE")
    raw.close()


def _insert_homes(raw: Any, homes: int) -> None:
    buildings = homes // _HOMES_A_BUILDING + 1
    raw.execute("INSERT INTO grid (id, community_id, server_seq, code, name) VALUES ('g', 'c', 0, '1', '1')")
    raw.executemany(
        "INSERT INTO building (id, community_id, server_seq, number, name, address, units, floors, grid_id) "
        "VALUES (?, 'c', 0, ?, ?, '', 3, 16, 'g')",
        ((f"b{n}", str(n + 1), "") for n in range(buildings)),
    )
    raw.executemany(
        "INSERT INTO dwelling (id, community_id, server_seq, building_id, unit, room) "
        "VALUES (?, 'c', 0, ?, ?, ?)",
        ((f"d{n}", f"b{n // _HOMES_A_BUILDING}", *_door(n % _HOMES_A_BUILDING)) for n in range(homes)),
    )
    raw.executemany(
        "INSERT INTO household (id, community_id, server_seq, dwelling_id, kind, number) "
        "VALUES (?, 'c', 0, ?, 'family', '')",
        ((f"h{n}", f"d{n}") for n in range(homes)),
    )


def _door(index: int) -> tuple[str, str]:
    unit, rest = divmod(index, 32)
    return str(unit + 1), f"{rest // 2 + 1}{rest % 2 + 1:02d}"


def _residents(start: int, stop: int) -> Iterator[tuple[Any, ...]]:
    dice = Random(start)
    for number in range(start, stop):
        born = _BIRTHS_FROM + timedelta(days=int(dice.random() * 34_000))
        male = dice.random() < 0.5
        name = surname(dice) + given_name(dice, male=male, born=born.year)
        reading = reading_of_name(name)
        body = f"{_division(dice)}{born:%Y%m%d}{dice.randrange(500) * 2 + male:03d}"
        phone = f"1{dice.choice('3456789')}{dice.randrange(10**9):09d}" if dice.random() < 0.8 else None
        status = "living" if dice.random() < 0.93 else "moved_out"
        yield (
            f"r{number:035d}", *_STAMP, name, body + check_digit(body), "1" if male else "2", str(born),
            "day", phone, f"h{number // _PEOPLE_A_HOME}", "local", status, reading.full, reading.initials, "",
        )  # fmt: skip


def _division(dice: Random) -> str:
    """Return the home division for two in three, else one of six hundred others."""
    if dice.random() < 0.65:
        return _HOME_DIVISION
    return f"{dice.choice((32, 33, 34, 36, 41, 42)):02d}{dice.randrange(10):02d}{dice.randrange(10):02d}"
