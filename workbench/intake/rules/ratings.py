"""Rules of the rating (好差评): once a matter, never forced, and a bad one is followed up in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.intake.kinds import FollowUpStep, MatterState, RatingLevel
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.standards.workdays import WorkCalendar

FOLLOW_UP_DAYS = 15
"""Working days from a bad rating to its close (四川 rule; other places are stricter, hence a parameter)."""

BAD = frozenset({RatingLevel.BAD, RatingLevel.VERY_BAD})

RATEABLE = frozenset({MatterState.DECIDED, MatterState.DELIVERED, MatterState.REFUSED, MatterState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step of a follow-up: what was done, on which day."""

    step: FollowUpStep
    on: date
    note: str


def require_rateable(state: MatterState, rated: bool) -> None:
    """Raise GuardFailed unless the matter is over and was not rated (or declined) before."""
    if rated:
        raise GuardFailed(Reason.RATED_ALREADY)
    if state not in RATEABLE:
        raise GuardFailed(Reason.RATE_LATER)


def needs_follow_up(level: RatingLevel | None) -> bool:
    """Say whether this rating must be followed up; None means the rater declined."""
    return level in BAD


def follow_up_due(rated_on: date, calendar: WorkCalendar, days: int = FOLLOW_UP_DAYS) -> date:
    """Return the last day for closing the follow-up of a bad rating."""
    return calendar.add_workdays(rated_on, days).date


def next_step(taken: Sequence[StepTaken]) -> FollowUpStep | None:
    """Return the step that comes now, None when the follow-up is closed."""
    steps = list(FollowUpStep)
    return steps[len(taken)] if len(taken) < len(steps) else None


def take_step(taken: Sequence[StepTaken], step: FollowUpStep, on: date, note: str) -> tuple[StepTaken, ...]:
    """Return the steps with one more. Raises GuardFailed out of order, when closed, or without a note."""
    expected = next_step(taken)
    if expected is None:
        raise GuardFailed(Reason.NO_FOLLOW_UP)
    if step is not expected:
        order = "、".join(each.label for each in FollowUpStep)
        raise GuardFailed(Reason.STEP_ORDER, steps=order, next=expected.label)
    if not note.strip():
        raise GuardFailed(Reason.NOTE_NEEDED, step=step.label)
    return (*taken, StepTaken(step, on, note.strip()))


def satisfaction(levels: Iterable[RatingLevel]) -> float | None:
    """Return the share of the upper three levels (满意度), None without any rating."""
    given = list(levels)
    return sum(level not in BAD for level in given) / len(given) if given else None
