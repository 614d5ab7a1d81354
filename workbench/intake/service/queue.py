"""The queue before the counter (排队叫号): tickets taken, called, missed and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from workbench.intake.kinds import TicketKind, TicketState, Verb
from workbench.intake.model import QueueTicket
from workbench.intake.requests import Ticket
from workbench.intake.rules.numbers import ticket_number, ticket_series
from workbench.intake.service.bench import Bench
from workbench.intake.service.numbering import fresh_number
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from workbench.store import Work

_SERVABLE = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.MISSED})


class Queue(Bench):
    """The verbs of the queue."""

    def take_ticket(self, kind: TicketKind = TicketKind.GENERAL) -> Ticket:
        """Give the next number of today's queue of that kind (取号)."""
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            today, desk = work.today, self._here.place.desk
            number = fresh_number(
                work, ticket_series(today, kind), lambda serial: ticket_number(kind, serial, desk),
                QueueTicket.number, QueueTicket.day == today,
            )  # fmt: skip
            before = _waiting(work)
            ticket = QueueTicket(
                number=number, day=today, kind=kind,
                state=TicketState.WAITING, taken_at=work.now,
            )  # fmt: skip
            work.add(ticket)
            return Ticket(ticket.id, ticket.number, kind, before)

    def call_next(self) -> Ticket | None:
        """Call whoever comes next (叫号): priority first, then who came first; None when nobody waits."""
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            found = work.session.scalar(
                select(QueueTicket)
                .where(QueueTicket.day == work.today, QueueTicket.state == TicketState.WAITING)
                .order_by(case((QueueTicket.kind == TicketKind.PRIORITY, 0), else_=1), QueueTicket.taken_at)
                .limit(1)
            )
            return None if found is None else self._call(work, found)

    def call(self, ticket_id: str) -> Ticket:
        """Call a ticket, also again, also a missed one. Raises GuardFailed once it is served."""
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            return self._call(work, _servable(work, ticket_id))

    def miss(self, ticket_id: str) -> None:
        """Note that nobody came when the ticket was called (过号)."""
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            _servable(work, ticket_id).state = TicketState.MISSED

    def serve(self, ticket_id: str) -> None:
        """Note that a ticket was served without a matter: advice, a question answered."""
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            ticket = _servable(work, ticket_id)
            ticket.state, ticket.served_at, ticket.desk = (
                TicketState.SERVED, work.now, self._here.place.desk,
            )  # fmt: skip

    def _call(self, work: Work, ticket: QueueTicket) -> Ticket:
        ticket.state, ticket.called_at = TicketState.CALLED, work.now
        ticket.called_by_id, ticket.desk = work.actor.staff_id, self._here.place.desk
        work.session.flush()
        return Ticket(ticket.id, ticket.number, ticket.kind, _waiting(work))


def _servable(work: Work, ticket_id: str) -> QueueTicket:
    ticket = work.get(QueueTicket, ticket_id)
    if ticket.state not in _SERVABLE:
        raise GuardFailed(Reason.TICKET_USED, number=ticket.number)
    return ticket


def _waiting(work: Work) -> int:
    waiting = select(func.count()).where(
        QueueTicket.day == work.today, QueueTicket.state == TicketState.WAITING
    )
    return work.session.scalar(waiting) or 0
