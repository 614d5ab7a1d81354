"""Error rates of re-interviews, and what must be reached before an area is signed off (验收)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.rules.sampling import share_of
from workbench.census.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from collections.abc import Hashable


@dataclass(frozen=True, slots=True)
class Rechecked:
    """One household interviewed again: whose form it was, fields compared and found different."""

    area_id: str
    enumerator_id: str
    compared: int
    errors: int


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """How much of what was compared was wrong; `percent` of nothing is zero."""

    households: int
    compared: int
    errors: int

    @property
    def percent(self) -> float:
        """The rate in percent of the fields."""
        return 100 * self.errors / self.compared if self.compared else 0.0


@dataclass(frozen=True, slots=True)
class AreaTally:
    """What an area looks like before its sign-off; all but the shares count households.

    `with_form` are those a form was handed in for; `verified` those of them typed twice.
    """

    unfinished: int
    hard_edits: int
    soft_edits: int
    with_form: int
    verified: int
    doubles_open: int
    rechecks_open: int
    rechecks_drawn: int
    errors: ErrorRate


@dataclass(frozen=True, slots=True)
class Requirements:
    """What the round asks of an area, in percent."""

    double_key_percent: int
    recheck_percent: int
    error_limit_percent: float


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stands between an area and its sign-off, with the figures of its sentence."""

    reason: Reason
    parts: Mapping[str, object]

    @property
    def sentence(self) -> str:
        """What the supervisor reads."""
        return self.reason.format(**self.parts)


def error_rate(found: Iterable[Rechecked]) -> ErrorRate:
    """Return the rate over some households."""
    rows = list(found)
    return ErrorRate(len(rows), sum(row.compared for row in rows), sum(row.errors for row in rows))


def rates_by_enumerator(found: Iterable[Rechecked]) -> dict[str, ErrorRate]:
    """Return each enumerator's rate (普查员差错率)."""
    return _by((row.enumerator_id, row) for row in found)


def rates_by_area(found: Iterable[Rechecked]) -> dict[str, ErrorRate]:
    """Return each area's rate (普查小区差错率)."""
    return _by((row.area_id, row) for row in found)


def fails(rate: ErrorRate, limit_percent: float) -> bool:
    """Say whether an area goes back whole: its rate is above the limit."""
    return rate.percent > limit_percent


def obstacles(tally: AreaTally, asked: Requirements) -> tuple[Obstacle, ...]:
    """Return everything that stands between an area and its sign-off, the most basic first."""
    return (*_of_forms(tally), *_of_doubles(tally, asked), *_of_rechecks(tally, asked))


def check_sign_off(tally: AreaTally, asked: Requirements) -> None:
    """Let an area be signed off or raise GuardFailed with the first thing in its way."""
    for each in obstacles(tally, asked):
        raise GuardFailed(each.reason, **each.parts)


def _of_forms(tally: AreaTally) -> Iterable[Obstacle]:
    if tally.unfinished:
        yield Obstacle(Reason.CASES_OPEN, {"count": tally.unfinished})
    if tally.hard_edits:
        yield Obstacle(Reason.HARD_EDITS, {"count": tally.hard_edits})
    if tally.soft_edits:
        yield Obstacle(Reason.SOFT_EDITS, {"count": tally.soft_edits})


def _of_doubles(tally: AreaTally, asked: Requirements) -> Iterable[Obstacle]:
    if tally.doubles_open:
        yield Obstacle(Reason.DOUBLE_OPEN, {"count": tally.doubles_open})
    lacking = share_of(tally.with_form, asked.double_key_percent) - tally.verified
    if lacking > 0:
        yield Obstacle(Reason.DOUBLE_SHARE, {"count": lacking, "share": asked.double_key_percent})


def _of_rechecks(tally: AreaTally, asked: Requirements) -> Iterable[Obstacle]:
    if asked.recheck_percent and tally.with_form and not tally.rechecks_drawn:
        yield Obstacle(Reason.RECHECK_NOT_DRAWN, {})
    if tally.rechecks_open:
        yield Obstacle(Reason.RECHECK_OPEN, {"count": tally.rechecks_open})
    if fails(tally.errors, asked.error_limit_percent):
        rate, limit = f"{tally.errors.percent:.2f}", f"{asked.error_limit_percent:g}"
        yield Obstacle(Reason.RECHECK_FAILED, {"rate": rate, "limit": limit})


def _by(rows: Iterable[tuple[Hashable, Rechecked]]) -> dict[str, ErrorRate]:
    groups: dict[str, list[Rechecked]] = {}
    for key, row in rows:
        groups.setdefault(str(key), []).append(row)
    return {key: error_rate(group) for key, group in groups.items()}
