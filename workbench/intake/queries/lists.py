"""The lists that answer a worker's questions: what is new to me, what must I do, whom do I wait for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from workbench.documents.qr import matter_number_from
from workbench.intake.kinds import MatterState, TicketState
from workbench.intake.model import FollowUp, Matter, QueueTicket
from workbench.intake.queries.rows import MatterRow, Reading
from workbench.intake.rules.course import OPEN
from workbench.intake.rules.numbers import typed_number
from workbench.standards.choice import Choice

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute, Session

LONGEST_LIST = 500
"""No list shows more rows; who needs more searches or prints the report."""

_TAIL_DIGITS = 4
_LAST = "\U0010ffff"


class MatterList(Choice):
    """The lists there are; the first three are always about me."""

    NEW_TO_ME = "new_to_me", "新到我这里"
    MINE = "mine", "待我办理"
    WAITING = "waiting", "等待他人"
    OVERDUE = "overdue", "已逾期"
    DUE_TODAY = "due_today", "今日到期"
    OPEN = "open", "全部在办"
    FINISHED = "finished", "已办结"


@dataclass(frozen=True, slots=True)
class TodayCounts:
    """How much there is to do: my own first, then the community's."""

    new_to_me: int
    mine: int
    waiting: int
    my_overdue: int
    my_due_today: int
    overdue: int
    due_today: int
    open: int
    tickets_waiting: int
    follow_ups: int


class Lists(Reading):
    """Reads lists of matters, the nearest deadline first."""

    def rows(self, which: MatterList, *, mine: bool = False, limit: int = LONGEST_LIST) -> list[MatterRow]:
        """Return a list; `mine` narrows those about the whole community to matters of my own."""
        conditions = [_condition(which, self._me, self._today)]
        if mine:
            conditions.append(Matter.owner_id == self._me)
        statement = self._matters().where(*conditions).limit(limit)
        if which is MatterList.FINISHED:
            statement = statement.order_by(Matter.closed_at.desc())
        else:
            statement = statement.order_by(
                Matter.urgent.desc(), Matter.due_on.is_(None), Matter.due_on, Matter.received_at
            )
        with self._store.read() as session:
            return self._rows(session, statement)

    def by_resident(self, resident_ids: Collection[str], limit: int = LONGEST_LIST) -> list[MatterRow]:
        """Return all matters of a resident, the latest first; give the ids of merged duplicates too."""
        statement = self._matters().where(Matter.applicant_id.in_(resident_ids))
        with self._store.read() as session:
            return self._rows(session, statement.order_by(Matter.received_at.desc()).limit(limit))

    def find(self, text: str, limit: int = 10) -> list[MatterRow]:
        """Return the matters a search field may mean: number or its last digits, or an applicant's name."""
        typed = typed_number(matter_number_from(text) or text)
        if not typed:
            return []
        statement = self._matters().where(or_(*_matches(typed)))
        with self._store.read() as session:
            return self._rows(session, statement.order_by(Matter.received_at.desc()).limit(limit))

    def by_number(self, text: str) -> str | None:
        """Return the id of the matter with that number, typed by hand or scanned from a slip."""
        number = typed_number(matter_number_from(text) or text)
        found = self._matters().where(Matter.number == number).with_only_columns(Matter.id)
        with self._store.read() as session:
            return session.scalar(found.limit(1))

    def counts(self) -> TodayCounts:
        """Return the figures of the Today page."""
        me, today = self._me, self._today
        mine = Matter.owner_id == me
        overdue, due = (_condition(each, me, today) for each in (MatterList.OVERDUE, MatterList.DUE_TODAY))
        conditions = (
            *(_condition(each, me, today) for each in (MatterList.NEW_TO_ME, MatterList.MINE)),
            _condition(MatterList.WAITING, me, today),
            and_(mine, overdue), and_(mine, due), overdue, due, Matter.state.in_(OPEN),
        )  # fmt: skip
        with self._store.read() as session:
            figures: list[int] = list(session.execute(_counted(conditions)).one())
            figures += [_tickets_waiting(session, today), _follow_ups(session)]
        return TodayCounts(*figures)


def _condition(which: MatterList, me: str, today: date) -> ColumnElement[bool]:
    opened, mine = Matter.state.in_(OPEN), Matter.owner_id == me
    on_others = or_(
        Matter.state.in_((MatterState.SUPPLEMENTING, MatterState.HANDED_OVER)),
        Matter.paused,
        Matter.offered_to_id.is_not(None),
    )
    match which:
        case MatterList.NEW_TO_ME:
            return and_(opened, or_(and_(mine, Matter.seen_at.is_(None)), Matter.offered_to_id == me))
        case MatterList.MINE:
            return and_(opened, mine, ~on_others)
        case MatterList.WAITING:
            return and_(opened, mine, on_others)
        case MatterList.OVERDUE:
            return and_(opened, or_(Matter.due_on < today, Matter.promise_due < today))
        case MatterList.DUE_TODAY:
            return and_(opened, or_(Matter.due_on == today, Matter.promise_due == today))
        case MatterList.OPEN:
            return opened
        case MatterList.FINISHED:
            return Matter.closed_at.is_not(None)


def _counted(conditions: Iterable[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    """Return the statement that counts open matters under each condition in one go."""
    statement: Select[*tuple[Any, ...]] = select(*(func.count().filter(each) for each in conditions))
    return statement.where(Matter.state.in_(OPEN), Matter.deleted_at.is_(None))


def _matches(typed: str) -> list[ColumnElement[bool]]:
    if not (typed.isascii() and typed.isalnum()):
        return [_begins(Matter.applicant_name, typed)]
    ways = [_begins(Matter.number, typed)]
    if typed.isdigit() and len(typed) >= _TAIL_DIGITS:
        # Only the number is read, so that SQLite goes through the index and not through the wide rows.
        numbers = select(Matter.number).where(Matter.number.like(f"%{typed}"))
        ways.append(Matter.number.in_(numbers))
    return ways


def _begins(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    return and_(column >= text, column < text + _LAST)


def _tickets_waiting(session: Session, today: date) -> int:
    waiting = select(func.count()).where(QueueTicket.day == today, QueueTicket.state == TicketState.WAITING)
    return session.scalar(waiting) or 0


def _follow_ups(session: Session) -> int:
    opened = select(func.count()).where(FollowUp.closed_at.is_(None), FollowUp.deleted_at.is_(None))
    return session.scalar(opened) or 0
