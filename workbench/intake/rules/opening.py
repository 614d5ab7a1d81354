"""How a matter opens: received, told once what is missing, accepted or refused (行政许可法 art. 32)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.intake.kinds import MatterState, PauseReason, RefusalGround, Verb
from workbench.intake.rules.course import (
    BEFORE_ACCEPTANCE,
    Course,
    Terms,
    enter,
    pause,
    require_no_pause,
    require_words,
    unpause,
)
from workbench.intake.rules.deadlines import ANSWER_DAYS, answer_due, supplement_due, with_deadlines
from workbench.intake.rules.materials import MaterialLine, missing, names, require_complete
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workbench.standards.workdays import WorkCalendar


def receive(terms: Terms, on: date, calendar: WorkCalendar) -> Course:
    """Receive an application (收件)."""
    return with_deadlines(Course(MatterState.RECEIVED, terms, received_on=on), calendar)


def accept(course: Course, lines: Sequence[MaterialLine], on: date, calendar: WorkCalendar) -> Course:
    """Accept it (受理), as of the receipt where the law had done so already.

    Raises GuardFailed when a required material is neither there nor promised.
    """
    enter(course, Verb.ACCEPT)
    require_complete(lines)
    since = course.received_on if is_deemed_accepted(course, on, calendar) else on
    return with_deadlines(replace(course, state=MatterState.ACCEPTED, accepted_on=since), calendar)


def is_deemed_accepted(course: Course, today: date, calendar: WorkCalendar) -> bool:
    """Say whether the law takes a licence application for accepted: nobody told in time what is missing."""
    waits = course.state is MatterState.RECEIVED and course.told_on is None
    return waits and course.terms.licensing and today > answer_due(course.received_on, calendar).on


def deemed_accepted(course: Course, today: date, calendar: WorkCalendar) -> Course:
    """Take it for accepted on the day of receipt (视为受理)."""
    enter(course, Verb.DEEM_ACCEPTED)
    if not is_deemed_accepted(course, today, calendar):
        raise GuardFailed(Reason.NOT_DEEMED, days=ANSWER_DAYS)
    accepted = replace(course, state=MatterState.ACCEPTED, accepted_on=course.received_on)
    return with_deadlines(accepted, calendar)


def request_supplement(
    course: Course, lines: Sequence[MaterialLine], told: frozenset[str], on: date, calendar: WorkCalendar
) -> Course:
    """Tell at once everything that is missing (一次性告知); `told` holds the codes of the materials.

    Raises GuardFailed when something missing is left out, when it was missing already the first time, when
    the five days have passed, and after a licence application was accepted. After acceptance the clock stops.
    """
    enter(course, Verb.REQUEST_SUPPLEMENT)
    require_no_pause(course, Verb.REQUEST_SUPPLEMENT)
    lacking = missing(lines)
    _require_timely(course, on, calendar)
    _require_all_told(lacking, told)
    _require_new(course, lines, told)
    first = course.missing_at_first or frozenset(line.code for line in lacking)
    waiting = replace(
        course,
        state=MatterState.SUPPLEMENTING,
        told_on=on,
        missing_at_first=first,
        resume=course.state,
    )
    if course.state not in BEFORE_ACCEPTANCE:
        waiting = pause(waiting, PauseReason.SUPPLEMENT, on)
    return with_deadlines(waiting, calendar)


def supplement_received(
    course: Course, lines: Sequence[MaterialLine], on: date, calendar: WorkCalendar
) -> Course:
    """Take what was brought; once nothing is missing the matter is accepted, or goes on where it stopped."""
    enter(course, Verb.SUPPLEMENT_RECEIVED)
    if missing(lines):
        return course
    if course.accepted_on is None:
        complete = replace(course, state=MatterState.ACCEPTED, accepted_on=on, resume=None)
    else:
        complete = replace(unpause(course, on), state=course.resume or MatterState.ACCEPTED, resume=None)
    return with_deadlines(complete, calendar)


def refuse(
    course: Course, ground: RefusalGround, reason: str, instead: str, on: date, calendar: WorkCalendar
) -> Course:
    """Refuse in writing (不予受理), saying why and what to do instead.

    Raises GuardFailed without these words, and once the matter is accepted, be it by law alone.
    """
    enter(course, Verb.REFUSE)
    require_words(reason, Verb.REFUSE)
    if course.accepted_on is not None:
        raise GuardFailed(Reason.NOT_NOW, state=MatterState.ACCEPTED.label, verb=Verb.REFUSE.label)
    if is_deemed_accepted(course, on, calendar):
        raise GuardFailed(Reason.ALREADY_ACCEPTED_BY_LAW, days=ANSWER_DAYS)
    if not instead.strip():
        raise GuardFailed(Reason.INSTEAD_NEEDED)
    if ground is RefusalGround.NOT_SUPPLIED:
        _require_supplement_overdue(course, on, calendar)
    return replace(course, state=MatterState.REFUSED, resume=None, due=None)


def _require_supplement_overdue(course: Course, on: date, calendar: WorkCalendar) -> None:
    if course.state is not MatterState.SUPPLEMENTING or course.told_on is None:
        raise GuardFailed(Reason.NOT_SUPPLIED_NEEDS_NOTICE)
    last = supplement_due(course.told_on, calendar).on
    if on <= last:
        raise GuardFailed(Reason.SUPPLEMENT_TIME_RUNS, day=last.isoformat())


def _require_timely(course: Course, on: date, calendar: WorkCalendar) -> None:
    if course.terms.licensing and course.accepted_on is not None:
        raise GuardFailed(Reason.LICENCE_ACCEPTED)
    if is_deemed_accepted(course, on, calendar):
        raise GuardFailed(Reason.ALREADY_ACCEPTED_BY_LAW, days=ANSWER_DAYS)


def _require_all_told(lacking: Sequence[MaterialLine], told: frozenset[str]) -> None:
    if not lacking:
        raise GuardFailed(Reason.NOTHING_MISSING)
    if silent := [line for line in lacking if line.code not in told]:
        raise GuardFailed(Reason.TELL_ALL, materials=names(silent))


def _require_new(course: Course, lines: Sequence[MaterialLine], told: frozenset[str]) -> None:
    if course.told_on is None:
        return
    repeated = [line for line in lines if line.code in told & course.missing_at_first]
    if repeated:
        raise GuardFailed(Reason.ALREADY_TOLD, materials=names(repeated))
