"""Keeps the visits: one row a talk, and for every matter how many journeys it cost (最多跑一次)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.intake.kinds import Channel, TicketState
from workbench.intake.model import Matter, MatterEvent, QueueTicket, Visit
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from workbench.intake.requests import Contact
    from workbench.store import Work

_SERVABLE = frozenset({TicketState.WAITING, TicketState.CALLED})


def open_visit(work: Work, contact: Contact, resident_id: str, by_agent: bool, desk: int) -> bool:
    """Keep the visit unless it is kept already; return whether it cost a journey to the counter.

    Raises GuardFailed when its ticket was used for somebody else's talk.
    """
    came = contact.channel is Channel.COUNTER
    if work.session.get(Visit, contact.visit_id) is not None:
        return came
    if contact.ticket_id:
        _serve(work, contact.ticket_id, desk)
    visit = Visit(
        id=contact.visit_id, resident_id=resident_id, channel=contact.channel, came=came, at=work.now,
        by_agent=by_agent, ticket_id=contact.ticket_id, staff_id=work.actor.staff_id, desk=desk,
    )  # fmt: skip
    work.add(visit)
    return came


def count(work: Work, matter: Matter, contact: Contact | None, desk: int) -> None:
    """Count a journey for the matter, once for each visit."""
    if contact is None:
        return
    came = open_visit(work, contact, matter.applicant_id, bool(matter.agent_name), desk)
    seen = select(MatterEvent.id).where(
        MatterEvent.matter_id == matter.id, MatterEvent.visit_id == contact.visit_id
    )
    if came and work.session.scalar(seen.limit(1)) is None:
        matter.visits_count += 1


def _serve(work: Work, ticket_id: str, desk: int) -> None:
    ticket = work.get(QueueTicket, ticket_id)
    if ticket.state not in _SERVABLE:
        raise GuardFailed(Reason.TICKET_USED, number=ticket.number)
    ticket.state, ticket.served_at, ticket.desk = TicketState.SERVED, work.now, desk
