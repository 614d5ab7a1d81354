"""Figure `roster`: 50,000 rows read, checked, matched and stored, beside bare reading and a bare insert.

The bare insert is of every row that is stored, journal and search index with them, as in the figure
`intake`; the second line counts the register's own rows alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, cast

from openpyxl import Workbook
from python_calamine import load_workbook

from tests.benchmarks.measure import Measurement, best_seconds, seconds
from tests.people.roster.invented import Invented, invent
from workbench.people.roster.service import RosterImport
from workbench.security.roles import Permission
from workbench.security.session import Session
from workbench.store import Actor, Store
from workbench.store.engine import connect

ROWS = 50_000
KEY = bytes(range(32))
HEADINGS = (
    "序号", "楼幢", "单元", "室号", "姓名", "与户主关系",
    "性别", "公民身份号码", "出生年月", "联系电话", "民族", "备注",
)  # fmt: skip
_NOTES = ("",) * 16 + ("独居", "低保", "租户", "租户")
_TABLES = ("building", "dwelling", "household", "resident", "resident_tag")
_OURS = ("journal", "resident_search")


def run() -> Iterator[Measurement]:
    """Yield the whole import, then its stages against the same reference."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        roster = write_roster(folder / "roster.xlsx", invent(ROWS))
        read = best_seconds(lambda: _calamine(roster))
        stages = min((_stages(folder / f"ours{n}.db", roster) for n in range(2)), key=sum)
        insert = min(_bare_insert(folder, _TABLES, number) for number in range(3))
        written = min(_bare_insert(folder, (*_TABLES, *_OURS), number) for number in range(2))
        yield Measurement(f"roster: {ROWS:,} rows, whole import", sum(stages), read + written, "s")
        yield Measurement("roster: the same, to the register's rows", sum(stages), read + insert, "s")
        yield Measurement("roster: reading in the child, to calamine", stages[0], read, "s")
        yield Measurement("roster: checking and matching, to calamine", stages[1], read, "s")
        yield Measurement("roster: storing with journal and index", stages[2], insert, "s")


def write_roster(path: Path, people: list[Invented]) -> Path:
    """Write people as a messy roster of twelve columns."""
    dice = Random(7)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("居民花名册")
    sheet.append(["示例社区居民花名册"])
    sheet.append(HEADINGS)
    for count, person in enumerate(people, 1):
        sheet.append(_row(count, person, dice))
    book.save(path)
    return path


def _row(count: int, person: Invented, dice: Random) -> list[Any]:
    written = (f"{person.building}幢", f"{person.unit}单元", f"{person.room}室")
    above = person.relation != "户主" and dice.random() < 0.6
    place = dice.choice((("", "", ""), ("同上", "同上", "同上"))) if above else written
    born = person.born
    birth = dice.choice((born, f"{born:%Y%m%d}", f"{born.year}.{born.month}.{born.day}", born.isoformat()))
    note = dice.choice(_NOTES)
    said = (person.name, person.relation, person.sex, person.number, birth, person.phone)
    return [count, *place, *said, "汉族", note]


def _calamine(path: Path) -> None:
    load_workbook(str(path)).get_sheet_by_index(0).to_python()


def _stages(path: Path, roster: Path) -> tuple[float, float, float]:
    """Return the seconds of reading, planning and storing into a fresh encrypted store."""
    store = Store.open(path, KEY)
    session = SimpleNamespace(actor=Actor("worker", "community"), permissions=frozenset(Permission))
    importing = RosterImport(store, cast("Session", session))
    results: list[Any] = []
    read = seconds(lambda: results.append(importing.read(roster)))
    plan = seconds(lambda: results.append(importing.plan(results[0])))
    stored = seconds(lambda: results.append(importing.apply(results[1])))
    store.close()
    return read, plan, stored


def _bare_insert(folder: Path, names: tuple[str, ...], number: int) -> float:
    """Return the seconds of inserting rows that our import made, with no trigger in the way."""
    ours = connect(folder / "ours0.db", KEY)
    tables = {name: ours.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    ours.close()
    path = folder / f"bare{len(names)}-{number}.db"
    Store.open(path, KEY).close()
    bare = connect(path, KEY)
    for (name,) in bare.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        bare.execute(f"DROP TRIGGER {name}")
    taken = seconds(lambda: _insert(bare, tables))
    bare.close()
    return taken


def _insert(raw: Any, tables: dict[str, list[tuple[Any, ...]]]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for name, rows in tables.items():
        raw.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    raw.execute("COMMIT")
