"""Figure `sync`: records up to the server and down to a fresh desk, beside peers, PostgreSQL and the promise.

Everything is on as it is at the counter: the desks' stores are encrypted and journalled, every change is
authorised, merged, numbered and audited, bodies are packed and hashed. A round is measured whole: what it
takes until the desk knows that both sides hold the same. The server is a child process over loopback.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import Measurement, seconds
from tests.benchmarks.serving import Served, certificate_in, served
from tests.benchmarks.sync_desk import RESIDENT, BenchDesk, found_desk, joined_desk, people
from tests.benchmarks.sync_floors import copied, with_one_parameter
from tests.benchmarks.sync_peers import Peer, peers
from tests.benchmarks.sync_records import BYTES, residence_events

RECORDS, CHANGED, PEOPLE = 30_000, 100, 100_000
UP_GOAL, DOWN_GOAL, FEW_GOAL = 15_000.0, 20_000.0, 60.0
"""Records a second up and down, milliseconds for a few."""
RUNS, FEW_RUNS = 3, 5


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of all records up and down, and of a few changed ones up and down."""

    up: float
    down: float
    few_up: float
    few_down: float


def run() -> Iterator[Measurement]:
    """Yield ours beside the goal, each peer and each floor; then TLS, a few, and a whole register."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        with served(home / "plain") as server:
            records = residence_events(RECORDS, "resident")
            floors = {
                "COPY into one table": copied(server.database, records),
                "one jsonb parameter": with_one_parameter(server.database, records),
            }
            plain = _typical(home, server)
            register = _register(home, server)
        certificate = certificate_in(home)
        with served(home / "tls", certificate) as server:
            tls = _typical(home, server, certificate.authority)
    beside = peers(RECORDS, BYTES, CHANGED)
    yield from _rates("up", plain.up, UP_GOAL, beside, lambda peer: peer.up, floors)
    yield from _rates("down", plain.down, DOWN_GOAL, beside, lambda peer: peer.down, floors)
    yield Measurement("sync: 30,000 up, TLS to none", _rate(tls.up), _rate(plain.up), "/s")
    yield Measurement("sync: 30,000 down, TLS to none", _rate(tls.down), _rate(plain.down), "/s")
    yield from _few("up", plain.few_up, beside, lambda peer: peer.few_up)
    yield from _few("down", plain.few_down, beside, lambda peer: peer.few_down)
    yield Measurement("sync: first sync, 100,000 residents, to goal", register, DOWN_GOAL, "/s")


def _typical(home: Path, server: Served, authority: Path | None = None) -> Times:
    """Return the medians of several exchanges, each of a new community."""
    runs = [_exchange(home, server, authority, number) for number in range(RUNS)]
    return Times(
        median(run.up for run in runs),
        median(run.down for run in runs),
        median(run.few_up for run in runs),
        median(run.few_down for run in runs),
    )


def _exchange(home: Path, server: Served, authority: Path | None, number: int) -> Times:
    where = home / f"{server.port}-{number}"
    first = found_desk(where / "first", server, authority)
    first.sync()
    records = residence_events(RECORDS, first.resident_id)
    first.write(records)
    up = seconds(first.sync)
    second = joined_desk(where / "second", server, authority, first)
    down = seconds(second.sync)
    if second.count() != RECORDS:
        raise AssertionError(f"{second.count()} records arrived")
    few = [_a_few(first, second) for _ in range(FEW_RUNS)]
    for desk in (first, second):
        desk.close()
    return Times(up, down, median(up for up, _ in few), median(down for _, down in few))


def _a_few(first: BenchDesk, second: BenchDesk) -> tuple[float, float]:
    first.change(CHANGED)
    return seconds(first.sync), seconds(second.sync)


def _register(home: Path, server: Served) -> float:
    """Return the residents a second that a fresh desk takes in, its search index with them."""
    first = found_desk(home / "register", server, None)
    first.write_people(people(PEOPLE))
    first.sync()
    second = joined_desk(home / "register-second", server, None, first)
    took = seconds(second.sync)
    if second.hits(RESIDENT) == 0:
        raise AssertionError("the search index is empty")
    for desk in (first, second):
        desk.close()
    return PEOPLE / took


def _rates(
    way: str,
    ours: float,
    goal: float,
    beside: tuple[Peer, ...],
    theirs: Callable[[Peer], float],
    floors: dict[str, float],
) -> Iterator[Measurement]:
    title = f"sync: 30,000 {way}"
    yield Measurement(f"{title}, to the goal", _rate(ours), goal, "/s")
    for peer in beside:
        if peer.why:
            yield Measurement(f"{title}; no {peer.name}: {peer.why}", _rate(ours), goal, "/s")
        else:
            yield Measurement(f"{title}, to {peer.name}", _rate(ours), _rate(theirs(peer)), "/s")
    for name, took in floors.items():
        yield Measurement(f"{title}, to {name}", _rate(ours), _rate(took), "/s")


def _few(
    way: str, ours: float, beside: tuple[Peer, ...], theirs: Callable[[Peer], float]
) -> Iterator[Measurement]:
    title = f"sync: 100 changed {way}"
    yield Measurement(f"{title}, to the goal", ours * 1000, FEW_GOAL, "ms")
    for peer in beside:
        if not peer.why:
            yield Measurement(f"{title}, to {peer.name}", ours * 1000, theirs(peer) * 1000, "ms")


def _rate(took: float) -> float:
    return RECORDS / took
