"""A clock that a story moves, and the agenda of what happens when in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from heapq import heappop, heappush

from workbench.standards.clock import SHANGHAI

Deed = Callable[[], object]


class StoryClock:
    """The time of the story: it stands still until the agenda moves it, and never runs back."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def __call__(self) -> datetime:
        """Return the present moment of the story, in UTC."""
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Let time pass until a moment."""
        self._now = max(self._now, moment)


class Agenda:
    """What will happen, in order of time; deeds may put further deeds on it."""

    def __init__(self, clock: StoryClock) -> None:
        self._clock = clock
        self._deeds: list[tuple[datetime, int, Deed]] = []
        self._count = 0

    def at(self, moment: datetime, deed: Deed) -> None:
        """Put a deed on the agenda."""
        self._count += 1
        heappush(self._deeds, (moment, self._count, deed))

    def run_until(self, moment: datetime) -> None:
        """Do everything that is due by then; what lies later never happens."""
        while self._deeds and self._deeds[0][0] <= moment:
            due, _, deed = heappop(self._deeds)
            self._clock.move_to(due)
            deed()
        self._clock.move_to(moment)


def moment_on(day: date, hour: float) -> datetime:
    """Return a moment of a day in Shanghai as UTC; 14.5 is half past two."""
    minutes = round(hour * 60)
    return datetime.combine(day, time(minutes // 60, minutes % 60), SHANGHAI).astimezone(UTC)
