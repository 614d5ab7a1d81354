"""Turns what is known of a matter into the slip issued for it (文书); a reprint is the same sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.documents import slips as builders
from workbench.documents.slip_model import MaterialLine as PrintedLine
from workbench.documents.slip_model import MaterialState as PrintedState
from workbench.documents.slips import SlipSubject
from workbench.intake.kinds import Decision, MaterialState, SlipKind
from workbench.intake.rules.course import BEFORE_ACCEPTANCE
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from workbench.catalogue.rules import Material, ServiceItem
    from workbench.documents.model import Watermark
    from workbench.documents.slip_model import Slip
    from workbench.intake.queries import MatterDetail
    from workbench.intake.queries.details import EventDetail, MaterialDetail, SlipDetail

_PRINTED = {
    MaterialState.PRESENTED: PrintedState.RECEIVED,
    MaterialState.HELD: PrintedState.HELD,
    MaterialState.PROMISED: PrintedState.FOLLOWS,
    MaterialState.MISSING: PrintedState.MISSING,
    MaterialState.WAIVED: PrintedState.HELD,
}
_GRANTED, _DENIED = "准予", "不予：{reason}"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues the slips: name and seal, address and telephone, and the names behind staff ids."""

    issuer: str
    contact: str = ""
    staff_names: Mapping[str, str] | None = None
    watermark: Watermark | None = None

    def name_of(self, staff_id: str) -> str:
        """Return a colleague's name, empty when unknown."""
        return (self.staff_names or {}).get(staff_id, "")


def slip_of(detail: MatterDetail, slip: SlipDetail, item: ServiceItem, letterhead: Letterhead) -> Slip:
    """Return the slip as it was issued; `item` is the version under which the matter was received."""
    subject = _subject(detail, slip, item, letterhead)
    day = local_date(slip.issued_at)
    match slip.kind:
        case SlipKind.RECEIPT:
            return builders.build_receipt(subject, _lines(detail, item, day, _is_there))
        case SlipKind.ACCEPTANCE if _promised(detail, day):
            return builders.build_deferred_acceptance(subject, _lines(detail, item, day, _is_shown))
        case SlipKind.ACCEPTANCE:
            return builders.build_acceptance(subject, _lines(detail, item, day, _is_there))
        case SlipKind.PROMISE:
            return builders.build_promise(subject, _lines(detail, item, day, _is_promised))
        case SlipKind.SUPPLEMENT:
            due = _told_day(detail, slip, "supplement_due") or day
            accepted = _was_accepted(detail, slip)
            return builders.build_supplement(subject, _missing(detail, slip, item), due, accepted=accepted)
        case SlipKind.REFUSAL:
            return builders.build_refusal(subject, detail.refused_reason, detail.refused_instead)
        case SlipKind.DELIVERY:
            return _delivery(detail, item, subject, day)


def _subject(
    detail: MatterDetail, slip: SlipDetail, item: ServiceItem, letterhead: Letterhead
) -> SlipSubject:
    row, event = detail.row, _event_of(detail, slip)
    return SlipSubject(
        issuer=letterhead.issuer,
        number=slip.number,
        matter_number=row.number,
        applicant=row.applicant_name,
        id_number_masked=row.applicant_id_number,
        phone_masked=detail.applicant_phone,
        item=row.item_name,
        officer=letterhead.name_of(event.actor_id if event else detail.received_by_id),
        issued_on=local_date(slip.issued_at),
        department=item.department,
        agent=_agent_words(detail),
        accepted_on=local_date(detail.accepted_at) if detail.accepted_at else None,
        promised_on=_told_day(detail, slip, "promised_on"),
        provisional=bool(event and event.details.get("provisional")),
        legal_basis=item.legal_basis,
        licensing=detail.licensing,
        contact=letterhead.contact,
        watermark=letterhead.watermark,
    )


def _agent_words(detail: MatterDetail) -> str:
    agent = detail.agent
    return f"{agent.name}（{agent.relation}）" if agent else ""


def _event_of(detail: MatterDetail, slip: SlipDetail) -> EventDetail | None:
    """Return what happened when the slip was issued: both were written in one transaction."""
    return next((event for event in detail.events if event.at == slip.issued_at), None)


def _was_accepted(detail: MatterDetail, slip: SlipDetail) -> bool:
    """Say whether the matter was accepted before the slip was issued."""
    event = _event_of(detail, slip)
    return event is not None and event.from_state not in (None, *BEFORE_ACCEPTANCE)


def _told_day(detail: MatterDetail, slip: SlipDetail, name: str) -> date | None:
    """Return a day as it was told with the slip; pauses and extensions since do not change old paper."""
    event = _event_of(detail, slip)
    told = event.details.get(name) if event else None
    return date.fromisoformat(told) if told else None


def _was_promised(material: MaterialDetail, day: date) -> bool:
    line = material.line
    return line.promise_due is not None and (line.settled_on is None or line.settled_on > day)


def _promised(detail: MatterDetail, day: date) -> bool:
    return any(_was_promised(material, day) for material in detail.materials)


def _is_promised(state: PrintedState) -> bool:
    return state is PrintedState.FOLLOWS


def _is_there(state: PrintedState) -> bool:
    return state in (PrintedState.RECEIVED, PrintedState.HELD)


def _is_shown(state: PrintedState) -> bool:
    return state is not PrintedState.MISSING


def _lines(
    detail: MatterDetail, item: ServiceItem, day: date, wanted: Callable[[PrintedState], bool]
) -> tuple[PrintedLine, ...]:
    lines = (_printed(material, item, day) for material in detail.materials)
    return tuple(line for line in lines if wanted(line.state))


def _printed(material: MaterialDetail, item: ServiceItem, day: date) -> PrintedLine:
    line = material.line
    promised = _was_promised(material, day)
    state = PrintedState.FOLLOWS if promised else _PRINTED[line.state]
    due = line.promise_due if promised else None
    return PrintedLine(line.name, state, _form(_material(item, line.code)), due, material.note)


def _missing(detail: MatterDetail, slip: SlipDetail, item: ServiceItem) -> tuple[PrintedLine, ...]:
    """Return what was told to be missing then, which may have come since."""
    event = _event_of(detail, slip)
    told = set(event.details.get("materials", ())) if event else set()
    return tuple(
        PrintedLine(
            material.line.name,
            PrintedState.MISSING,
            _form(_material(item, material.line.code)),
            reason=material.note,
        )
        for material in detail.materials
        if material.line.name in told
    )


def _delivery(detail: MatterDetail, item: ServiceItem, subject: SlipSubject, day: date) -> Slip:
    decided = local_date(detail.decided_at) if detail.decided_at else day
    denied = detail.decision is Decision.DENIED
    outcome = _DENIED.format(reason=detail.decision_note) if denied else item.outcome or _GRANTED
    way = detail.delivery_way.label if detail.delivery_way else ""
    returned = tuple(
        PrintedLine(material.line.name, PrintedState.RETURNED, _form(_material(item, material.line.code)))
        for material in detail.materials
        if material.line.state is MaterialState.PRESENTED and _shows_original(item, material)
    )
    return builders.build_delivery(subject, outcome, decided, way, returned)


def _shows_original(item: ServiceItem, material: MaterialDetail) -> bool:
    described = _material(item, material.line.code)
    return described is not None and described.original


def _material(item: ServiceItem, code: str) -> Material | None:
    return next((material for material in item.materials if material.code == code), None)


def _form(material: Material | None) -> str:
    """Return in what form it is wanted, as 原件、复印件 2 份."""
    if material is None:
        return ""
    original = ("原件",) if material.original else ()
    copies = (f"复印件 {material.copies} 份",) if material.copies else ()
    return "、".join((*original, *copies))
