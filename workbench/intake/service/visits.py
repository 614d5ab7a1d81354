"""Keeps the visits: one row a talk, and for every matter how many journeys it cost (最多跑一次)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.intake.kinds import Channel, TicketState
from workbench.intake.model import Matter, MatterEvent, QueueTicket, Visit
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from workbench.intake.requests import Contact
    from workbench.store import Work

_SERVABLE = frozenset({TicketState.WAITING, TicketState.CALLED})


def costs_journey(contact: Contact) -> bool:
    """Say whether somebody came to the counter for it."""
    return contact.channel is Channel.COUNTER


def visit_rows(
    work: Work, contact: Contact, resident_id: str, by_agent: bool, desk: int
) -> list[dict[str, Any]]:
    """Return the row of the visit, none when it is kept already; its ticket is served.

    Raises GuardFailed when the ticket was used for somebody else's talk.
    """
    if is_kept(work, Visit, contact.visit_id):
        return []
    if contact.ticket_id:
        _serve(work, contact.ticket_id, desk)
    return [
        {
            "id": contact.visit_id,
            "resident_id": resident_id,
            "channel": contact.channel,
            "came": costs_journey(contact),
            "at": work.now,
            "by_agent": by_agent,
            "ticket_id": contact.ticket_id,
            "staff_id": work.actor.staff_id,
            "desk": desk,
        }
    ]


def is_kept(work: Work, model: type[Visit | Matter], record_id: str) -> bool:
    """Say whether a record with that id is in its table, without loading it."""
    column = model.__table__.columns["id"]
    return work.session.scalar(select(column).where(column == record_id)) is not None


def count(work: Work, matter: Matter, contact: Contact | None, desk: int) -> None:
    """Count a journey for the matter, once for each visit."""
    if contact is None:
        return
    by_agent = bool(matter.agent_name)
    work.insert_many(Visit, visit_rows(work, contact, matter.applicant_id, by_agent, desk))
    seen = select(MatterEvent.id).where(
        MatterEvent.matter_id == matter.id, MatterEvent.visit_id == contact.visit_id
    )
    if costs_journey(contact) and work.session.scalar(seen.limit(1)) is None:
        matter.visits_count += 1


def _serve(work: Work, ticket_id: str, desk: int) -> None:
    ticket = work.get(QueueTicket, ticket_id)
    if ticket.state not in _SERVABLE:
        raise GuardFailed(Reason.TICKET_USED, number=ticket.number)
    ticket.state, ticket.served_at, ticket.desk = TicketState.SERVED, work.now, desk
