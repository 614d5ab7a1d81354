"""Tallies of matters (统计): sums that add up, and the rates that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What happened in a span of time: numbers of matters, and sums from which the rates are made."""

    received: int = 0
    accepted: int = 0
    supplemented: int = 0
    refused: int = 0
    withdrawn: int = 0
    decided: int = 0
    granted: int = 0
    limited: int = 0
    """Decided ones that had a limit,"""
    on_time: int = 0
    """of which so many were in time."""
    days: int = 0
    """Working days used by all decided ones together."""
    finished: int = 0
    """Delivered ones,"""
    once: int = 0
    """of which so many cost at most one journey."""
    journeys: int = 0
    rated: int = 0
    satisfied: int = 0
    bad: int = 0
    followed_up: int = 0
    """Bad ratings whose follow-up is closed."""

    @property
    def on_time_rate(self) -> float | None:
        """Share of limited decisions made in time (按时办结率)."""
        return _share(self.on_time, self.limited)

    @property
    def average_days(self) -> float | None:
        """Working days from acceptance to decision (平均用时)."""
        return _share(self.days, self.decided)

    @property
    def once_rate(self) -> float | None:
        """Share of delivered matters that cost at most one journey (最多跑一次率)."""
        return _share(self.once, self.finished)

    @property
    def satisfaction(self) -> float | None:
        """Share of the upper three levels among given ratings (满意率)."""
        return _share(self.satisfied, self.rated)

    @property
    def follow_up_rate(self) -> float | None:
        """Share of bad ratings whose follow-up is closed (差评整改率)."""
        return _share(self.followed_up, self.bad)


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    listed = list(tallies)
    return Tally(**{each.name: sum(getattr(one, each.name) for one in listed) for each in fields(Tally)})


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
