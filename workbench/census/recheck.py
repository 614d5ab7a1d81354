"""What re-interviews say of an enumerator's work: coverage and content errors, with their uncertainty (抽查).

The answers of one household go wrong together, so the interval counts households, not fields: Wilson's
interval with as many fields as the sample is worth by its design effect (L. Kish, 1965, Survey Sampling).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from workbench.census.rules.acceptance import Rechecked
from workbench.standards.choice import Choice

_Z = 1.959964
"""The normal quantile of a 95 % interval."""


class Verdict(Choice):
    """Whether a rate is good enough (抽查结论)."""

    PASSED = "passed", "合格"
    DOUBTFUL = "doubtful", "合格，样本偏少"
    FAILED = "failed", "不合格"
    NOTHING = "nothing", "未抽查"


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % confidence interval of a share (置信区间)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ContentError:
    """Content errors (内容差错) of somebody's forms; shares as fractions, None where nothing was compared."""

    enumerator_id: str
    households: int
    compared: int
    errors: int
    interval: Interval | None

    @property
    def rate(self) -> float | None:
        """The share of fields that were wrong."""
        return self.errors / self.compared if self.compared else None

    def verdict(self, limit: float) -> Verdict:
        """Return whether the rate keeps within a limit; doubtful if the true one may well be above it."""
        if self.rate is None or self.interval is None:
            return Verdict.NOTHING
        if self.rate > limit:
            return Verdict.FAILED
        return Verdict.DOUBTFUL if self.interval.high > limit else Verdict.PASSED


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage (登记质量): people found both times, only by the re-interview (漏登), only before (多登)."""

    matched: int = 0
    missed: int = 0
    surplus: int = 0

    @property
    def omission_rate(self) -> float | None:
        """The share of those who live there that had been missed (漏登率)."""
        there = self.matched + self.missed
        return self.missed / there if there else None

    @property
    def surplus_rate(self) -> float | None:
        """The share of those registered who should not have been (多登率)."""
        told = self.matched + self.surplus
        return self.surplus / told if told else None

    @property
    def net_rate(self) -> float | None:
        """Net omission (净漏登率): missed less surplus, of those who live there."""
        there = self.matched + self.missed
        return (self.missed - self.surplus) / there if there else None

    def __add__(self, other: Coverage) -> Coverage:
        """Return both together."""
        return Coverage(
            self.matched + other.matched, self.missed + other.missed, self.surplus + other.surplus
        )


def content_errors(found: Iterable[Rechecked]) -> tuple[ContentError, ...]:
    """Return each enumerator's content errors with their interval, in the order of their ids."""
    groups: dict[str, list[Rechecked]] = {}
    for one in found:
        groups.setdefault(one.enumerator_id, []).append(one)
    return tuple(content_error(enumerator, rows) for enumerator, rows in sorted(groups.items()))


def content_error(enumerator_id: str, rows: Sequence[Rechecked]) -> ContentError:
    """Return the content errors of some households together."""
    compared, errors = sum(row.compared for row in rows), sum(row.errors for row in rows)
    interval = wilson(errors, compared, design_effect(rows)) if compared else None
    return ContentError(enumerator_id, len(rows), compared, errors, interval)


def design_effect(rows: Sequence[Rechecked]) -> float:
    """Return by how much errors that come in households widen the interval; never less than 1."""
    count, compared = len(rows), sum(row.compared for row in rows)
    rate = sum(row.errors for row in rows) / compared if compared else 0.0
    if count < 2 or not 0 < rate < 1:
        return 1.0
    between = sum((row.errors - rate * row.compared) ** 2 for row in rows) * count / (count - 1)
    return max(between / (compared * rate * (1 - rate)), 1.0)


def wilson(errors: int, compared: int, effect: float = 1.0) -> Interval:
    """Return Wilson's 95 % interval for `errors` in `compared` fields, worth `effect` times fewer."""
    worth = compared / effect
    rate, squared = errors / compared, _Z**2
    middle = (rate + squared / (2 * worth)) / (1 + squared / worth)
    half = _Z * sqrt(rate * (1 - rate) / worth + squared / (4 * worth**2)) / (1 + squared / worth)
    # At the ends rounding may leave the interval beside the very rate it is for.
    return Interval(max(min(middle - half, rate), 0.0), min(max(middle + half, rate), 1.0))
