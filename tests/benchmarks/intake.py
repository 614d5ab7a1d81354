"""Figure `intake`: accepting durably, with journal, deadlines and slip numbers, beside bare inserts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.benchmarks.measure import Measurement, seconds
from workbench.catalogue.rules import ItemKind, Material, ServiceItem
from workbench.intake.kinds import MaterialState
from workbench.intake.requests import (
    AcceptRequest,
    ApplicantFacts,
    Contact,
    HeldFact,
    MaterialTick,
    MatterRequest,
)
from workbench.intake.rules.numbers import Place
from workbench.intake.service import Circumstances, IntakeService
from workbench.security.roles import Role, permissions_of
from workbench.standards.workdays import WorkCalendar
from workbench.store import Actor, Store, new_id
from workbench.store.engine import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEY = bytes(range(32))
WARM_UP, ROUNDS = 50, 600
TABLES = ("visit", "matter", "matter_material", "matter_event", "slip_issued")
ITEM = ServiceItem(
    "LL-01", "高龄津贴申领", "elderly", ItemKind.COMMITTED, legal_days=20, promised_days=10,
    materials=tuple(
        Material(f"m{n}", f"申请材料第{n}项", held_as="id_card" if n == 0 else None) for n in range(5)
    ),
)  # fmt: skip
APPLICANT = ApplicantFacts(
    "0192f000-0000-7000-8000-000000000001", "沈月英", "33010219490307002X", "13800003746",
    "清波新村3幢2单元501室", held=(HeldFact("id_card"),),
)  # fmt: skip


class Session:
    """A signed-in worker."""

    permissions = permissions_of([Role.WORKER])


def open_counter(store: Store) -> IntakeService:
    """Return the service of one worker."""
    calendar = WorkCalendar()
    here = Circumstances(Actor(new_id(), new_id()), Session(), Place("QB", "清波", 1), lambda: calendar)
    return IntakeService(store, here)


def request() -> AcceptRequest:
    """Return one resident with one matter."""
    ticks = tuple(MaterialTick(f"m{n}", MaterialState.PRESENTED) for n in range(1, 5))
    matter = MatterRequest(ITEM, ticks=ticks, form={"bank": "农商银行", "account": "6228"})
    return AcceptRequest(APPLICANT, Contact(new_id()), (matter,))


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    return seconds(work) * 1000


def insert_bare(bare: Any, group: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
    """Insert the rows of one acceptance durably, with nothing but the driver."""
    bare.execute("BEGIN IMMEDIATE")
    for table, rows in group:
        bare.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
    bare.execute("COMMIT")


def rows_of(reader: Any, visit_id: str, matter_id: str) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Return the rows of one acceptance, read back from the tables they were written to."""
    keys = {"visit": ("id", visit_id), "matter": ("id", matter_id)}
    found = []
    for table in TABLES:
        column, key = keys.get(table, ("matter_id", matter_id))
        found.append((table, reader.execute(f"SELECT * FROM {table} WHERE {column} = ?", (key,)).fetchall()))
    return found


def compare(folder: Path) -> tuple[list[float], list[float]]:
    """Accept and insert bare by turns, so that whatever else the disk does falls on both alike."""
    empty = folder / "bare.db"
    Store.open(empty, KEY).close()
    store = Store.open(folder / "ours.db", KEY)
    service, bare = open_counter(store), connect(empty, KEY)
    reader = connect(folder / "ours.db", KEY)
    ours, reference = [], []
    for _ in range(WARM_UP + ROUNDS):
        asked = request()
        ours.append(milliseconds(lambda asked=asked: service.accept(asked)))
        group = rows_of(reader, asked.contact.visit_id, asked.matters[0].matter_id)
        reference.append(milliseconds(lambda group=group: insert_bare(bare, group)))
    for each in (bare, reader, store):
        each.close()
    return ours[WARM_UP:], reference[WARM_UP:]


def run() -> Iterator[Measurement]:
    """Yield p95 and mean of an acceptance beside those of the bare insert, in milliseconds."""
    with TemporaryDirectory() as folder:
        ours, bare = compare(Path(folder))
    yield Measurement("intake: accept, p95 (at most 20 ms)", _p95(ours), _p95(bare), "ms")
    yield Measurement("intake: accept, mean (at most 3.33 bare)", _mean(ours), _mean(bare), "ms")


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _mean(times: list[float]) -> float:
    return sum(times) / len(times)
