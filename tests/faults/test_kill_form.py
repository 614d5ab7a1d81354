"""A desk that loses power while a form is typed keeps all but the last second, half-typed words too."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.faults.seeds import dice
from tests.store_fixtures import KEY
from workbench.store import Actor, Store
from workbench.store.drafts import Drafts
from workbench.store.verify import verify

KILLS = int(os.environ.get("WORKBENCH_FORM_KILLS", "20"))
HANDS = int(os.environ.get("WORKBENCH_FORM_HANDS", "3"))
"""How many typists are killed at the same time."""
LOST = 1.0
"""So many seconds before the kill may be missing."""
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Kill:
    """What one killed typist had typed, with the moment of each letter, and what the draft holds."""

    struck: tuple[tuple[float, str], ...]
    killed: float
    kept: str

    @property
    def typed(self) -> str:
        return "".join(letter for _moment, letter in self.struck)

    @property
    def owed(self) -> int:
        """How many letters were typed more than a second before the kill."""
        return sum(moment < self.killed - LOST for moment, _letter in self.struck)

    @property
    def lost(self) -> float:
        """For how many seconds before the kill nothing is kept."""
        missing = self.struck[len(self.kept) :]
        return self.killed - missing[0][0] if missing else 0.0


class Typists:
    """One process that forks typists on demand; one typist at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.form_hands"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_one(self, path: Path, pause: float, seed: int, after: float) -> Kill:
        """Let somebody type into a store and kill them; return what was typed and what is kept."""
        child = self._start(path, pause, seed)
        log = Path(f"{path}.typed")
        wait_for(log)
        time.sleep(after)
        killed = time.monotonic()
        os.kill(child, signal.SIGKILL)
        struck = tuple(strokes(log))
        assert verify(path, KEY).fault is None
        return Kill(struck, killed, kept_in(path))

    def close(self) -> None:
        _stream(self._process.stdin).close()
        self._process.wait()

    def _start(self, path: Path, pause: float, seed: int) -> int:
        order = _stream(self._process.stdin)
        order.write(f"{path} {pause} {seed}\n")
        order.flush()
        return int(_stream(self._process.stdout).readline())


def wait_for(log: Path) -> None:
    """Wait until the first letter is typed."""
    end = time.monotonic() + PATIENCE
    while not log.exists() or not log.stat().st_size:
        assert time.monotonic() < end, "nobody ever typed"
        time.sleep(0.01)


def strokes(log: Path) -> list[tuple[float, str]]:
    """Return every letter typed with its moment."""
    lines = (line.split() for line in log.read_text("ascii").splitlines())
    return [(float(line[0]), line[1]) for line in lines if len(line) == 2]


def kept_in(path: Path) -> str:
    """Return what the draft holds of all fields together."""
    draft = Drafts(Store.open(path, KEY), Actor("staff", "community")).load("form")
    values = draft.content["values"] if draft else {}
    return "".join(values[place] for place in sorted(values) if place.startswith("/data/q"))


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def kill_many(folder: Path, empty: Path, kills: int, name: str) -> list[Kill]:
    """Kill one typist after the other, each in a store of their own, at moments the seed chooses."""
    typists, chance, found = Typists(), dice(name), []
    for number in range(kills):
        path = folder / f"{name}-{number}.db"
        shutil.copy(empty, path)
        pause, seed = chance.uniform(0.02, 0.2), chance.randrange(10**6)
        found.append(typists.kill_one(path, pause, seed, chance.uniform(0.0, 2.4)))
    typists.close()
    return found


def test_a_kill_while_typing_loses_at_most_the_last_second(tmp_path, empty_store_file):
    shares = [KILLS // HANDS + (at < KILLS % HANDS) for at in range(HANDS)]
    with ThreadPoolExecutor(HANDS) as pool:
        killed = [
            kill
            for kills in pool.map(
                lambda at: kill_many(tmp_path, empty_store_file, shares[at], f"kill-form-{at}"), range(HANDS)
            )
            for kill in kills
        ]

    assert len(killed) == KILLS
    for kill in killed:
        assert kill.typed.startswith(kill.kept), "the draft holds what nobody typed"
        assert len(kill.kept) >= kill.owed, f"{kill.lost:.2f} s are lost: {kill.typed!r}, kept {kill.kept!r}"
    worst = max(kill.lost for kill in killed)
    sys.stderr.write(f"{KILLS} kills, at most {worst:.2f} s lost\n")
