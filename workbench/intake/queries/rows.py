"""A matter in a list, as screens and reports see it: masked, with its lamp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, Select, select

from workbench.intake.kinds import Channel, MatterState
from workbench.intake.model import Matter
from workbench.intake.rules.course import Terms
from workbench.intake.rules.deadlines import limit_in_force
from workbench.intake.rules.lamps import Signal, Standing, signal
from workbench.standards.clock import Clock, local_date, utc_now
from workbench.standards.identity import mask_identity_number

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from workbench.standards.workdays import WorkCalendar
    from workbench.store import Store


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter in a list; identity numbers are masked, `new` means its owner has not looked at it yet."""

    id: str
    number: str
    item_code: str
    item_name: str
    post: str
    applicant_id: str
    applicant_name: str
    applicant_id_number: str
    agent_name: str | None
    channel: Channel
    state: MatterState
    signal: Signal
    promised_on: date | None
    provisional: bool
    received_at: datetime
    closed_at: datetime | None
    owner_id: str
    previous_owner_id: str | None
    offered_to_id: str | None
    department: str | None
    urgent: bool
    new: bool
    visits_count: int


_COLUMNS = (
    Matter.id, Matter.number, Matter.item_code, Matter.item_name, Matter.post, Matter.applicant_id,
    Matter.applicant_name, Matter.applicant_id_number, Matter.agent_name, Matter.channel, Matter.state,
    Matter.promised_on, Matter.provisional, Matter.received_at, Matter.closed_at, Matter.owner_id,
    Matter.previous_owner_id, Matter.offered_to_id, Matter.department, Matter.urgent, Matter.seen_at,
    Matter.visits_count, Matter.due_on, Matter.promise_due, Matter.paused, Matter.extended,
    Matter.licensing, Matter.immediate, Matter.legal_days, Matter.promised_days,
)  # fmt: skip


class Reading:
    """What all parts of the intake queries share; `staff_id` is "me" of the lists.

    Without leave to see `everybodys` matters, only one's own are there at all.
    """

    def __init__(
        self,
        store: Store,
        staff_id: str,
        calendar: Callable[[], WorkCalendar],
        clock: Clock = utc_now,
        *,
        everybodys: bool = True,
    ) -> None:
        self._store, self._me, self._calendar, self._clock = store, staff_id, calendar, clock
        self._everybodys = everybodys

    @property
    def _today(self) -> date:
        return local_date(self._clock())

    def _matters(self) -> Select[*tuple[Any, ...]]:
        """Return the statement that reads rows of lists, without conditions or order."""
        statement: Select[*tuple[Any, ...]] = select(*_COLUMNS).where(Matter.deleted_at.is_(None))
        return statement if self._everybodys else statement.where(Matter.owner_id == self._me)

    def _rows(self, session: Session, statement: Select[*tuple[Any, ...]]) -> list[MatterRow]:
        today, calendar = self._today, self._calendar()
        return [matter_row(row, today, calendar) for row in session.execute(statement)]


def matter_row(row: Row[*tuple[Any, ...]], today: date, calendar: WorkCalendar) -> MatterRow:
    """Return a read row as screens see it."""
    return MatterRow(
        id=row.id,
        number=row.number,
        item_code=row.item_code,
        item_name=row.item_name,
        post=row.post,
        applicant_id=row.applicant_id,
        applicant_name=row.applicant_name,
        applicant_id_number=mask_identity_number(row.applicant_id_number or ""),
        agent_name=row.agent_name,
        channel=row.channel,
        state=row.state,
        signal=signal(_standing(row), today, calendar),
        promised_on=row.promised_on,
        provisional=row.provisional,
        received_at=row.received_at,
        closed_at=row.closed_at,
        owner_id=row.owner_id,
        previous_owner_id=row.previous_owner_id,
        offered_to_id=row.offered_to_id,
        department=row.department,
        urgent=row.urgent,
        new=row.seen_at is None,
        visits_count=row.visits_count,
    )


def _standing(row: Row[*tuple[Any, ...]]) -> Standing:
    terms = Terms(row.licensing, row.immediate, row.legal_days, row.promised_days)
    limit = limit_in_force(row.state, terms, row.extended)
    return Standing(row.state, row.due_on, limit, row.paused, row.promise_due)
