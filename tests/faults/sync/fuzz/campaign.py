"""Plays many runs, makes those that fail small, and keeps them for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.sync.fuzz.actions import Action, Script, save
from tests.faults.sync.fuzz.generator import script_of
from tests.faults.sync.fuzz.ground import Ground
from tests.faults.sync.fuzz.model import Violation
from tests.faults.sync.fuzz.player import Played
from tests.faults.sync.fuzz.shrink import shrunk

FOUND = Path(__file__).parent.parent / "found"
"""Where runs lie that failed once; a test plays them again for ever."""


@dataclass(slots=True)
class Figures:
    """What a campaign saw."""

    runs: int = 0
    steps: int = 0
    idle: int = 0
    disputes: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)

    def count(self, script: Script, played: Played) -> None:
        """Add one run."""
        self.runs += 1
        self.steps += played.steps
        self.idle += played.idle
        self.disputes += played.disputes
        self.faults += played.faults
        self.refusals += played.refusals
        if played.violations:
            self.failures.append((script.seed, str(played.violations[0])))


def campaign(place: Ground, seeds: Sequence[int], told: Callable[[Script, Played], None]) -> Figures:
    """Play the runs of these seeds and tell of each; Ctrl+C ends it early with what there is."""
    figures = Figures()
    with suppress(KeyboardInterrupt):
        for seed in seeds:
            script = script_of(seed)
            played = attempt(place, script)
            figures.count(script, played)
            told(script, played)
    return figures


def attempt(place: Ground, script: Script) -> Played:
    """Play a run; one that does not even come to its end has broken its promise too."""
    try:
        return place.play(script)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding, and the next run goes on
        return Played(violations=[Violation("end", f"{type(error).__name__}: {error}")])


def made_small(place: Ground, script: Script, promise: str, tries: int = 120) -> Script:
    """Return the shortest run found that still breaks the same promise."""

    def fails(actions: Sequence[Action]) -> bool:
        played = attempt(place, script.with_actions(actions))
        return any(violation.promise == promise for violation in played.violations)

    return script.with_actions(shrunk(script.actions, fails, tries))


def keep(script: Script, played: Played, name: str) -> Path:
    """Write a failing run to where it is found again."""
    path = FOUND / f"{name}.json"
    save(script, path, [str(violation) for violation in played.violations[:3]])
    return path
