"""Carries a matter between its table and the rules: columns to course, course to columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from workbench.intake.kinds import FollowUpStep, MatterState, PauseReason
from workbench.intake.rules.course import FINISHED, Course, Handover, Pause, Terms
from workbench.intake.rules.deadlines import supplement_due
from workbench.intake.rules.materials import MaterialLine
from workbench.intake.rules.ratings import StepTaken
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from workbench.intake.model import FollowUp, Matter, MatterMaterial
    from workbench.standards.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments of a matter that are known already; a course knows only days."""

    received_at: datetime
    accepted_at: datetime | None = None
    decided_at: datetime | None = None
    delivered_at: datetime | None = None
    closed_at: datetime | None = None


def moments_of(matter: Matter) -> Moments:
    """Return what is known already."""
    return Moments(
        matter.received_at, matter.accepted_at, matter.decided_at, matter.delivered_at, matter.closed_at
    )


def course_of(matter: Matter) -> Course:
    """Return the matter as the rules see it."""
    return Course(
        state=matter.state,
        terms=Terms(matter.licensing, matter.immediate, matter.legal_days, matter.promised_days),
        received_on=local_date(matter.received_at),
        accepted_on=_day(matter.accepted_at),
        decided_on=_day(matter.decided_at),
        delivered_on=_day(matter.delivered_at),
        decision=matter.decision,
        pauses=tuple(_pause(each) for each in matter.pauses),
        extended=matter.extended,
        told_on=matter.told_on,
        missing_at_first=frozenset(matter.missing_at_first),
        resume=matter.resume_state,
        handover=_handover(matter),
        promised_due=matter.promised_on,
        legal_due=matter.legal_due_on,
        due=matter.due_on,
        provisional=matter.provisional,
    )


def course_columns(course: Course, known: Moments, now: datetime) -> dict[str, Any]:
    """Return the columns of the matter table that a course decides; what happens now happens at `now`."""
    handover = course.handover
    return {
        "state": course.state,
        "accepted_at": known.accepted_at or _accepted_at(course, known, now),
        "decided_at": known.decided_at or (now if course.decided_on else None),
        "delivered_at": known.delivered_at or (now if course.delivered_on else None),
        "closed_at": known.closed_at or (now if course.state in FINISHED else None),
        "decision": course.decision,
        "pauses": [_pause_columns(pause) for pause in course.pauses],
        "paused": course.open_pause is not None,
        "extended": course.extended,
        "told_on": course.told_on,
        "missing_at_first": sorted(course.missing_at_first),
        "resume_state": course.resume,
        "offered_to_id": handover.to_staff if handover else None,
        "department": handover.department if handover else None,
        "department_confirmed": bool(handover and handover.taken),
        "handover_on": handover.since if handover else None,
        "promised_on": course.promised_due,
        "legal_due_on": course.legal_due,
        "due_on": course.due,
        "provisional": course.provisional,
    }


def told_columns(course: Course, calendar: WorkCalendar) -> dict[str, Any]:
    """Return which days the resident was told at this point, for the event and the slips that go with it."""
    told: dict[str, Any] = {}
    if course.promised_due:
        told = {"promised_on": course.promised_due.isoformat(), "provisional": course.provisional}
    if course.state is MatterState.SUPPLEMENTING and course.told_on:
        told["supplement_due"] = supplement_due(course.told_on, calendar).on.isoformat()
    return told


def line_of(material: MatterMaterial) -> MaterialLine:
    """Return a material as the rules see it."""
    return MaterialLine(
        material.code,
        material.name,
        material.required,
        material.may_follow,
        material.state,
        material.promise_due,
        material.settled_on,
    )


def steps_of(record: FollowUp) -> tuple[StepTaken, ...]:
    """Return the steps taken as the rules see them."""
    return tuple(_step(columns) for columns in record.steps)


def _step(columns: Mapping[str, str]) -> StepTaken:
    return StepTaken(FollowUpStep(columns["step"]), date.fromisoformat(columns["on"]), columns["note"])


def step_columns(step: StepTaken) -> dict[str, str]:
    """Return a step as it is stored."""
    return {"step": step.step.value, "on": step.on.isoformat(), "note": step.note}


def _accepted_at(course: Course, known: Moments, now: datetime) -> datetime | None:
    if course.accepted_on is None:
        return None
    return now if course.accepted_on == local_date(now) else known.received_at


def _day(moment: datetime | None) -> date | None:
    return local_date(moment) if moment else None


def _handover(matter: Matter) -> Handover | None:
    if matter.handover_on is None:
        return None
    return Handover(matter.handover_on, matter.offered_to_id, matter.department, matter.department_confirmed)


def _pause(columns: Mapping[str, str | None]) -> Pause:
    until = columns["until"]
    return Pause(
        PauseReason(columns["reason"] or ""),
        date.fromisoformat(columns["since"] or ""),
        date.fromisoformat(until) if until else None,
    )


def _pause_columns(pause: Pause) -> dict[str, str | None]:
    return {
        "reason": pause.reason.value,
        "since": pause.since.isoformat(),
        "until": pause.until.isoformat() if pause.until else None,
    }
