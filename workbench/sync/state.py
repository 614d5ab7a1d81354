"""How sync stands at this desk, for whoever shows it: what it is doing, what waits, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    """What sync is doing at this moment."""

    OFF = "off"
    """The desk has joined no server."""
    IDLE = "idle"
    SENDING = "sending"
    RECEIVING = "receiving"
    FIRST = "first"
    """Everything is compared: the first sync, or after a doubt."""
    PAUSED = "paused"
    UNREACHABLE = "unreachable"
    """No answer; tried again by itself."""
    REFUSED = "refused"
    """The server answered and will not go on with this desk as it is."""


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did; numbers of changes, records and files.

    `relayed` are others' changes offered after a restore. `too_old` says that this version may hand in but
    not receive; `complete` that everything on both sides was exchanged.
    """

    sent: int = 0
    disputed: int = 0
    refused: int = 0
    received: int = 0
    repaired: int = 0
    removed: int = 0
    relayed: int = 0
    uploaded: int = 0
    downloaded: int = 0
    too_old: bool = False
    complete: bool = False

    def plus(self, **more: int) -> RoundReport:
        """Return the report with these numbers added."""
        return replace(self, **{name: getattr(self, name) + number for name, number in more.items()})


@dataclass(slots=True)
class Watch:
    """Whoever looks on: told the phase and how far long work has come, and asked whether to stop."""

    phase: Callable[[Phase], None] = lambda phase: None
    progress: Callable[[int, int], None] = lambda done, of: None
    stopped: Callable[[], bool] = lambda: False
    report: RoundReport = field(default_factory=RoundReport)

    def count(self, **more: int) -> None:
        """Add numbers to the report."""
        self.report = self.report.plus(**more)


@dataclass(frozen=True, slots=True)
class SyncState:
    """How sync stands; moments are UTC, counts are of changes.

    `progress` is (done, in all) while something long runs. `error` is one sentence for the person, empty
    when nothing is wrong; `last` is what the last complete round did.
    """

    phase: Phase = Phase.OFF
    last_sync: datetime | None = None
    unsent: int = 0
    progress: tuple[int, int] | None = None
    error: str = ""
    last: RoundReport = field(default_factory=RoundReport)
