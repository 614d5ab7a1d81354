"""Decides, before anything is written, what becomes of one matter at the counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.intake.kinds import SlipKind, Verb
from workbench.intake.rules import admission, handling, opening
from workbench.intake.rules.materials import MaterialLine, check_promises, missing, outstanding
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from workbench.catalogue.rules import ServiceItem
    from workbench.intake.requests import MatterRequest
    from workbench.intake.rules.checklist import Entry
    from workbench.intake.rules.course import Course
    from workbench.standards.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the page shows as soon as the item is chosen; `barred_until`: no promises before that day."""

    item: ServiceItem
    materials: tuple[MaterialLine, ...]
    form: Mapping[str, Any]
    barred_until: date | None


def plan(
    request: MatterRequest,
    entries: Sequence[Entry],
    today: date,
    calendar: WorkCalendar,
    barred: date | None,
) -> Course:
    """Return the course of the matter as it leaves the counter. Raises GuardFailed."""
    lines = [entry.line for entry in entries]
    received = opening.receive(admission.terms_of(request.item), today, calendar)
    course = _outcome(received, request, lines, today, calendar)
    if request.outcome in (Verb.ACCEPT, Verb.RECEIVE, Verb.COMPLETE_AT_ONCE):
        check_promises(lines, today, course.promised_due, calendar, barred)
    return course


def slips_of(outcome: Verb, lines: Sequence[MaterialLine]) -> tuple[SlipKind, ...]:
    """Return which papers the resident gets for an outcome."""
    if outcome is Verb.ACCEPT and outstanding(lines):
        return (SlipKind.ACCEPTANCE, SlipKind.PROMISE)
    return (_SLIPS[outcome],) if outcome in _SLIPS else ()


_SLIPS = {
    Verb.RECEIVE: SlipKind.RECEIPT,
    Verb.ACCEPT: SlipKind.ACCEPTANCE,
    Verb.DEEM_ACCEPTED: SlipKind.ACCEPTANCE,
    Verb.REQUEST_SUPPLEMENT: SlipKind.SUPPLEMENT,
    Verb.REFUSE: SlipKind.REFUSAL,
    Verb.COMPLETE_AT_ONCE: SlipKind.DELIVERY,
    Verb.DELIVER: SlipKind.DELIVERY,
}


def _outcome(
    received: Course,
    request: MatterRequest,
    lines: Sequence[MaterialLine],
    today: date,
    calendar: WorkCalendar,
) -> Course:
    match request.outcome:
        case Verb.RECEIVE:
            return received
        case Verb.ACCEPT:
            return opening.accept(received, lines, today, calendar)
        case Verb.REQUEST_SUPPLEMENT:
            told = frozenset(line.code for line in missing(lines))
            return opening.request_supplement(received, lines, told, today, calendar)
        case Verb.COMPLETE_AT_ONCE:
            return handling.complete_at_once(received, lines, "本人", today, calendar)
        case Verb.REFUSE if request.refusal:
            why = request.refusal
            return opening.refuse(received, why.ground, why.reason, why.instead, today, calendar)
        case outcome:
            raise GuardFailed(Reason.REASON_NEEDED, verb=outcome.label)
