"""Figure `load`: 2,000 desks at half past eight, and polls for news; one server process on this machine.

All desks come at once: each hands in 20 changes and fetches what others wrote. The server takes as many as
it can work on and asks the others to come again; a desk then waits as long as it was asked to, and up to
half as long again. Desks are simulated without stores by this process, whose share of a processor is said.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.benchmarks.load_client import Line, Poller, Reply
from tests.benchmarks.load_communities import fill, said
from tests.benchmarks.load_desk import SimulatedDesk
from tests.benchmarks.measure import Measurement
from tests.benchmarks.serving import HOST, Served, served
from workbench.store.migrate import head_revision

COMMUNITIES, DESKS_EACH, CHANGES = 500, 4, 20
POLLERS, POLL_SECONDS, POLL_GOAL = 64, 5.0, 3000.0
RUSH_GOAL = 60.0
"""Seconds after which every desk has handed in its morning: the minute in which a desk asks once anyway."""

P99_GOAL = 2000.0
"""Milliseconds within which a request that was let in is answered."""
_BUSY = 503


@dataclass(slots=True)
class Rush:
    """What the desks saw: milliseconds of requests that were served, seconds until each desk was done."""

    push: list[float] = field(default_factory=list)
    pull: list[float] = field(default_factory=list)
    done: list[float] = field(default_factory=list)
    turned_away: int = 0
    accepted: int = 0
    seconds: float = 0.0
    memory: float = 0.0
    generator: float = 0.0
    """The share of the seconds for which this process kept a processor busy."""


def run() -> Iterator[Measurement]:
    """Yield throughput, delays, memory and what was lost; then polls a second."""
    with TemporaryDirectory() as folder, served(Path(folder)) as server:
        desks = asyncio.run(fill(server, COMMUNITIES, DESKS_EACH, head_revision()))
        before = server.memory()
        rush = asyncio.run(_rush(server, desks))
        yield from _told(server, rush, len(desks), before)
        polls, generator, cpu = asyncio.run(_polls(server, desks))
        yield Measurement("load: polls with nothing new, to the goal", polls, POLL_GOAL, "/s")
        yield Measurement("load: processor, generator and server", generator, cpu, "%")


def _told(server: Served, rush: Rush, desks: int, before: float) -> Iterator[Measurement]:
    sent = desks * CHANGES
    kept = server.count("SELECT count(*) FROM audit WHERE body LIKE '%\"resident\"%'")
    yield Measurement(f"load: {desks:,} desks, changes a second", sent / rush.seconds, sent / RUSH_GOAL, "/s")
    yield Measurement("load: until the last desk was done", rush.seconds, RUSH_GOAL, "s")
    yield Measurement("load: until a desk was done, p99 and p50", _p99(rush.done), median(rush.done), "s")
    yield Measurement("load: push p99, to the goal", _p99(rush.push), P99_GOAL, "ms")
    yield Measurement("load: push p50, pull p50", median(rush.push), median(rush.pull), "ms")
    yield Measurement("load: pull p99, to the goal", _p99(rush.pull), P99_GOAL, "ms")
    yield Measurement("load: asked to come again, of all served", rush.turned_away, desks * 2, "")
    yield Measurement("load: changes in the database, of those sent", kept, sent, "")
    yield Measurement("load: changes accepted, of those sent", rush.accepted, sent, "")
    yield Measurement("load: server's memory, most and before", rush.memory, before, "MiB")
    yield Measurement("load: generator's share of a processor", rush.generator * 100, 100.0, "%")


async def _rush(server: Served, desks: list[SimulatedDesk]) -> Rush:
    """Let all desks come at once; what they send is made beforehand."""
    requests = [desk.push(desk.morning(CHANGES)) for desk in desks]
    rush = Rush()
    watching = asyncio.create_task(_watch(server, rush))
    begun, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(_morning(server, *pair, rush) for pair in zip(desks, requests, strict=True)))
    rush.seconds = time.perf_counter() - begun
    rush.generator = (time.process_time() - cpu) / rush.seconds
    watching.cancel()
    return rush


async def _morning(server: Served, desk: SimulatedDesk, request: bytes, rush: Rush) -> None:
    begun = time.perf_counter()
    call = _Call(server, desk.dice, rush)
    answer = said(await call.until_served(request, rush.push))
    rush.accepted += sum(outcome == "accepted" for _, outcome, *_ in answer["answers"])
    page = said(await call.until_served(desk.pull(0), rush.pull))
    assert page["rows"]
    rush.done.append(time.perf_counter() - begun)


class _Call:
    """One desk's calls: comes again when it is asked to, and connects anew when it waited for long."""

    def __init__(self, server: Served, dice: Random, rush: Rush) -> None:
        self._server, self._dice, self._rush = server, dice, rush

    async def until_served(self, request: bytes, times: list[float]) -> Reply:
        """Ask until there is another answer than "busy", and note how long the last one took."""
        while True:
            begun = time.perf_counter()
            line = await Line.open(HOST, self._server.port)
            reply = await line.ask(request)
            line.close()
            if reply.status != _BUSY:
                times.append((time.perf_counter() - begun) * 1000)
                return reply
            self._rush.turned_away += 1
            await asyncio.sleep(reply.retry_after * (1 + self._dice.random() / 2))


async def _watch(server: Served, rush: Rush) -> None:
    while True:
        rush.memory = max(rush.memory, server.memory())
        await asyncio.sleep(0.25)


async def _polls(server: Served, desks: list[SimulatedDesk]) -> tuple[float, float, float]:
    """Return the polls a second, and the percentage of a processor that generator and server took."""
    loop, pollers = asyncio.get_running_loop(), []
    for desk in desks[:: len(desks) // POLLERS][:POLLERS]:
        seq = server.count(f"SELECT seq FROM community WHERE community_id = '{desk.community_id}'")
        poller = Poller(desk.poll(seq), b"HTTP/1.1 204")
        pollers.append(poller)
        await loop.create_connection(lambda poller=poller: poller, HOST, server.port)
    await asyncio.sleep(1.0)
    answered, begun = sum(poller.answers for poller in pollers), time.perf_counter()
    mine, theirs = time.process_time(), server.cpu_seconds()
    await asyncio.sleep(POLL_SECONDS)
    took = time.perf_counter() - begun
    shares = (time.process_time() - mine) / took * 100, (server.cpu_seconds() - theirs) / took * 100
    answers = sum(poller.answers for poller in pollers) - answered
    assert not any(poller.others for poller in pollers), "polls were answered with something else"
    for poller in pollers:
        poller.close()
    return answers / took, *shares


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100)[-1]
