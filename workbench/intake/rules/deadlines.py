"""Deadlines of a matter in working days (行政许可法 arts. 32, 42, 44, 45, 82)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.intake.kinds import MatterState
from workbench.intake.rules.course import EXTENSION_DAYS, WORKING, Course, Pause, Terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.standards.workdays import WorkCalendar

ANSWER_DAYS = 5
"""Within so many working days after receipt all missing materials must be told (art. 32)."""

DELIVERY_DAYS = 10
"""Within so many working days after the decision a licence must be delivered (art. 44)."""

SUPPLEMENT_DAYS = 15
"""Working days an applicant has to bring what was told; no law sets one, so the notice does."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A last day; provisional while it rests on a year whose holidays are not yet published."""

    on: date
    provisional: bool


def due_after(start: date, days: int, calendar: WorkCalendar, pauses: Iterable[Pause] = ()) -> Due:
    """Return the day on which `days` working days after `start` end, days within a pause not counted.

    Counting begins the next day. With no days the limit is the start itself, or the next working day. A pause
    still open is counted as ended: nobody can know yet how much it will shift.
    """
    closed = [(pause.since, pause.until) for pause in pauses if pause.until is not None]
    if not closed and days > 0:
        deadline = calendar.add_workdays(start, days)
        return Due(deadline.date, deadline.provisional)
    day, left = start, days
    while left > 0 or not calendar.is_workday(day):
        day += _DAY
        if calendar.is_workday(day) and not any(since <= day < until for since, until in closed):
            left -= 1
    return Due(day, not all(calendar.is_published(year) for year in range(start.year, day.year + 1)))


def answer_due(received_on: date, calendar: WorkCalendar) -> Due:
    """Return the last day on which missing materials may be told."""
    return due_after(received_on, ANSWER_DAYS, calendar)


def supplement_due(told_on: date, calendar: WorkCalendar) -> Due:
    """Return the last day for bringing what was told to be missing (补正期限)."""
    return due_after(told_on, SUPPLEMENT_DAYS, calendar)


def with_deadlines(course: Course, calendar: WorkCalendar) -> Course:
    """Return the course with its deadlines as they are by this calendar; the same for the same calendar.

    `provisional` is about the days a resident is told, not about the legal limit behind them.
    """
    promised = _limit_due(course, course.terms.promised_limit, calendar)
    legal = _limit_due(course, course.terms.legal_limit, calendar)
    counting = _counting(course, promised or legal, calendar)
    return replace(
        course,
        promised_due=promised.on if promised else None,
        legal_due=legal.on if legal else None,
        due=counting.on if counting else None,
        provisional=any(due.provisional for due in (promised, counting) if due),
    )


def limit_in_force(state: MatterState, terms: Terms, extended: bool) -> int | None:
    """Return how many working days the deadline that counts now gives in all."""
    if state is MatterState.RECEIVED:
        return ANSWER_DAYS
    if state is MatterState.DECIDED:
        return DELIVERY_DAYS
    limit = terms.promised_limit
    return limit if limit is None or not extended else limit + EXTENSION_DAYS


def kept_in_time(course: Course) -> bool | None:
    """Say whether it was decided within the promised limit; None without a limit or a decision."""
    if course.decided_on is None or course.promised_due is None:
        return None
    return course.decided_on <= course.promised_due


def used_days(course: Course, on: date, calendar: WorkCalendar) -> int:
    """Return how many working days were used from acceptance until `on`, pauses not counted."""
    if course.accepted_on is None:
        return 0
    used, day = 0, course.accepted_on
    while day < on:
        day += _DAY
        used += calendar.is_workday(day) and not _paused(course.pauses, day)
    return used


def _paused(pauses: Iterable[Pause], day: date) -> bool:
    return any(pause.since <= day and (pause.until is None or day < pause.until) for pause in pauses)


def _limit_due(course: Course, days: int | None, calendar: WorkCalendar) -> Due | None:
    if days is None or course.accepted_on is None:
        return None
    extra = EXTENSION_DAYS if course.extended else 0
    return due_after(course.accepted_on, days + extra, calendar, course.pauses)


def _counting(course: Course, limit: Due | None, calendar: WorkCalendar) -> Due | None:
    """Return the deadline that counts now: to answer, to decide or to deliver; none while paused or done."""
    if course.open_pause is not None:
        return None
    if course.state is MatterState.RECEIVED:
        return answer_due(course.received_on, calendar)
    if course.state in WORKING:
        return limit
    if course.state is MatterState.DECIDED and course.decided_on and course.terms.licensing:
        return due_after(course.decided_on, DELIVERY_DAYS, calendar)
    return None
