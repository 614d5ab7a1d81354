"""How an accepted matter is worked, decided and delivered (行政许可法 arts. 34, 38, 42, 44, 45)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.intake.kinds import Decision, MatterState, PauseReason, Verb
from workbench.intake.rules.course import Course, enter, pause, require_no_pause, require_words, unpause
from workbench.intake.rules.deadlines import with_deadlines
from workbench.intake.rules.materials import MaterialLine, require_complete, require_promises_kept
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workbench.standards.workdays import WorkCalendar


def start_work(course: Course) -> Course:
    """Begin to work on it (开始办理)."""
    enter(course, Verb.START_WORK)
    return replace(course, state=MatterState.IN_PROGRESS)


def begin_inspection(course: Course, reason: PauseReason, on: date, calendar: WorkCalendar) -> Course:
    """Begin an inspection, hearing or appraisal (核查、听证、鉴定), whose time does not count (art. 45)."""
    enter(course, Verb.BEGIN_INSPECTION)
    require_no_pause(course, Verb.BEGIN_INSPECTION)
    return with_deadlines(pause(replace(course, state=MatterState.IN_PROGRESS), reason, on), calendar)


def end_inspection(course: Course, on: date, calendar: WorkCalendar) -> Course:
    """End it; the deadline moves by the working days it took."""
    enter(course, Verb.END_INSPECTION)
    if course.open_pause is None:
        raise GuardFailed(Reason.NO_INSPECTION)
    return with_deadlines(unpause(course, on), calendar)


def extend(course: Course, reason: str, on: date, calendar: WorkCalendar) -> Course:
    """Extend the limit once by ten working days (art. 42), before it ends, for a reason that is told."""
    enter(course, Verb.EXTEND)
    require_words(reason, Verb.EXTEND)
    require_no_pause(course, Verb.EXTEND)
    if course.extended:
        raise GuardFailed(Reason.EXTENDED_ALREADY)
    if course.due is None:
        raise GuardFailed(Reason.NO_LIMIT)
    if on > course.due:
        raise GuardFailed(Reason.OVERDUE_ALREADY)
    return with_deadlines(replace(course, extended=True), calendar)


def decide(
    course: Course,
    decision: Decision,
    reason: str,
    lines: Sequence[MaterialLine],
    on: date,
    calendar: WorkCalendar,
) -> Course:
    """Grant or deny (决定).

    Raises GuardFailed when it is denied without a reason, or granted before every promise is kept.
    """
    enter(course, Verb.DECIDE)
    require_no_pause(course, Verb.DECIDE)
    if decision is Decision.GRANTED:
        require_promises_kept(lines)
    else:
        require_words(reason, Verb.DECIDE)
    decided = replace(
        course, state=MatterState.DECIDED, decision=decision, decided_on=on, handover=None, resume=None
    )
    return with_deadlines(decided, calendar)


def deliver(course: Course, recipient: str, on: date, calendar: WorkCalendar) -> Course:
    """Deliver the result (送达) to somebody who signs for it. A late delivery is late, but never refused."""
    enter(course, Verb.DELIVER)
    if not recipient.strip():
        raise GuardFailed(Reason.RECIPIENT_NEEDED)
    return with_deadlines(replace(course, state=MatterState.DELIVERED, delivered_on=on), calendar)


def complete_at_once(
    course: Course, lines: Sequence[MaterialLine], recipient: str, on: date, calendar: WorkCalendar
) -> Course:
    """Accept, grant and deliver an immediate item (即办件) in one go."""
    enter(course, Verb.COMPLETE_AT_ONCE)
    if not course.terms.immediate:
        raise GuardFailed(Reason.NOT_IMMEDIATE)
    require_complete(lines)
    accepted = replace(course, state=MatterState.ACCEPTED, accepted_on=course.accepted_on or on)
    return deliver(decide(accepted, Decision.GRANTED, "", lines, on, calendar), recipient, on, calendar)


def withdraw(course: Course, on: date, calendar: WorkCalendar) -> Course:
    """Let the applicant withdraw (撤回), possible until a decision is made; what was running ends."""
    enter(course, Verb.WITHDRAW)
    withdrawn = replace(unpause(course, on), state=MatterState.WITHDRAWN, handover=None, resume=None)
    return with_deadlines(withdrawn, calendar)


def keep_promise(course: Course) -> Course:
    """Take a promised material (补交容缺材料); the course goes on as it was."""
    enter(course, Verb.KEEP_PROMISE)
    return course
