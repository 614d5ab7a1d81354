"""The queue as the counter sees it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from workbench.intake.kinds import TicketKind, TicketState
from workbench.intake.model import QueueTicket
from workbench.intake.queries.rows import Reading


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket of today."""

    id: str
    number: str
    kind: TicketKind
    state: TicketState
    taken_at: datetime
    called_at: datetime | None
    desk: int | None


@dataclass(frozen=True, slots=True)
class QueueBoard:
    """Today's queue: who waits, in the order of calling, who was called, who missed it, how many are done."""

    waiting: tuple[TicketRow, ...]
    called: tuple[TicketRow, ...]
    missed: tuple[TicketRow, ...]
    served: int


class Board(Reading):
    """Reads the queue."""

    def queue(self) -> QueueBoard:
        """Return today's queue, priority first and then who came first."""
        statement = select(
            QueueTicket.id, QueueTicket.number, QueueTicket.kind, QueueTicket.state, QueueTicket.taken_at,
            QueueTicket.called_at, QueueTicket.desk,
        ).where(QueueTicket.day == self._today, QueueTicket.deleted_at.is_(None))  # fmt: skip
        with self._store.read() as session:
            found = session.execute(statement.order_by(QueueTicket.taken_at))
            tickets = [TicketRow(*row) for row in found]
        waiting = sorted(
            _in(tickets, TicketState.WAITING), key=lambda ticket: ticket.kind is not TicketKind.PRIORITY
        )
        return QueueBoard(
            tuple(waiting),
            tuple(_in(tickets, TicketState.CALLED)),
            tuple(_in(tickets, TicketState.MISSED)),
            len(_in(tickets, TicketState.SERVED)),
        )


def _in(tickets: list[TicketRow], state: TicketState) -> list[TicketRow]:
    return [ticket for ticket in tickets if ticket.state is state]
