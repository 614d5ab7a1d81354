"""How a matter changes hands (移交、指派): to a colleague who must accept it, or to a department outside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.intake.kinds import MatterState, Verb
from workbench.intake.rules.course import AT_WORK, Course, Handover, enter, require_no_pause
from workbench.intake.rules.deadlines import with_deadlines
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from datetime import date

    from workbench.standards.workdays import WorkCalendar


def hand_over(course: Course, to_staff: str | None, department: str | None, on: date) -> Course:
    """Offer it to a colleague, or pass it to a department (转办).

    The giver stays answerable until a colleague takes it. The clock goes on: who works on it is not the
    resident's affair. A department gets only what is accepted, since receiving is the counter's own duty.
    """
    enter(course, Verb.HAND_OVER)
    target = department.strip() if department else None
    if bool(to_staff) == bool(target):
        raise GuardFailed(Reason.TARGET_NEEDED)
    if to_staff:
        return replace(course, handover=Handover(on, to_staff=to_staff))
    if course.state not in AT_WORK:
        raise GuardFailed(Reason.NOT_NOW, state=course.state.label, verb="转办")
    require_no_pause(course, Verb.HAND_OVER)
    return replace(
        course,
        state=MatterState.HANDED_OVER,
        resume=course.state,
        handover=Handover(on, department=target),
    )


def take_over(course: Course) -> Course:
    """Confirm the handover: a colleague becomes the owner, a department is known to have it."""
    waiting = _waiting(course, Verb.TAKE_OVER)
    if waiting.taken:
        raise GuardFailed(Reason.NO_HANDOVER)
    return replace(course, handover=None if waiting.to_staff else replace(waiting, taken=True))


def return_handover(course: Course, calendar: WorkCalendar) -> Course:
    """Give it back, or take it back: it stands where it stood before."""
    waiting = _waiting(course, Verb.RETURN_HANDOVER)
    if waiting.to_staff:
        return replace(course, handover=None)
    state = course.resume or MatterState.ACCEPTED
    return with_deadlines(replace(course, state=state, resume=None, handover=None), calendar)


def assign(course: Course) -> Course:
    """Let a supervisor give it to somebody at once; an offer to a colleague lapses."""
    enter(course, Verb.ASSIGN)
    return replace(course, handover=None) if course.handing_to_colleague else course


def _waiting(course: Course, verb: Verb) -> Handover:
    enter(course, verb)
    if course.handover is None:
        raise GuardFailed(Reason.NO_HANDOVER)
    return course.handover
