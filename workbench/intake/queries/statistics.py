"""Statistics of a span of days: by item, post or worker, by day, and the day sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Label, Select, func, or_, select

from workbench.intake.kinds import Decision, MatterState, TicketState
from workbench.intake.model import FollowUp, Matter, QueueTicket, Rating, Visit
from workbench.intake.queries.rows import MatterRow, Reading
from workbench.intake.rules.ratings import BAD
from workbench.intake.rules.tally import Tally, total
from workbench.standards.choice import Choice
from workbench.standards.clock import SHANGHAI

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute, Session


class Dimension(Choice):
    """By what matters are counted; the key is an item's code, a post's code or a staff id."""

    ITEM = "item", "事项"
    POST = "post", "条线"
    WORKER = "worker", "经办人"


@dataclass(frozen=True, slots=True)
class Span:
    """Days in Shanghai, the last included."""

    first: date
    last: date

    @classmethod
    def of_month(cls, year: int, month: int) -> Span:
        """Return a calendar month."""
        following = date(year + month // 12, month % 12 + 1, 1)
        return cls(date(year, month, 1), following - timedelta(days=1))

    def holds(self, moment: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
        """Return the condition that a stored moment lies in the span."""
        return moment.between(_midnight(self.first), _midnight(self.last + timedelta(days=1)) - _TICK)


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of a statistic: an item, post or worker, and what was counted of it."""

    key: str
    label: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class DayFigures:
    """How many matters were received and decided on one day."""

    day: date
    received: int
    decided: int


@dataclass(frozen=True, slots=True)
class DaySheet:
    """What a day at the counter was (日报): matters received, and how busy it was."""

    day: date
    received: tuple[MatterRow, ...]
    decided: tuple[MatterRow, ...]
    visits: int
    tickets: int
    served: int


_TICK = timedelta(microseconds=1)
_SHANGHAI_DAY = "+8 hours"
_WORKERS = {"received_at": Matter.received_by_id, "decided_at": Matter.decided_by_id}


class Statistics(Reading):
    """Counts matters; every figure is counted in the span in which it happened."""

    def statistics(self, by: Dimension, span: Span) -> list[Counted]:
        """Return the lines of a statistic, the busiest first."""
        sums: dict[str, dict[str, int]] = defaultdict(dict)
        labels: dict[str, str] = {}
        with self._store.read() as session:
            for statement in _statements(by, span):
                for row in session.execute(statement).mappings():
                    figures = dict(row)
                    key = str(figures.pop("key") or "")
                    labels[key] = str(figures.pop("label") or key)
                    sums[key].update({name: int(value or 0) for name, value in figures.items()})
        counted = [Counted(key, labels[key], Tally(**figures)) for key, figures in sums.items()]
        return sorted(counted, key=lambda each: (-each.tally.received, -each.tally.decided, each.key))

    def totals(self, span: Span) -> Tally:
        """Return what happened in the span in all."""
        return total(each.tally for each in self.statistics(Dimension.POST, span))

    def by_day(self, span: Span) -> list[DayFigures]:
        """Return the figures of each day in the span, quiet days included."""
        with self._store.read() as session:
            received = _per_day(session, Matter.received_at, span)
            decided = _per_day(session, Matter.decided_at, span)
        days = (span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))
        return [DayFigures(day, received.get(str(day), 0), decided.get(str(day), 0)) for day in days]

    def day_sheet(self, day: date) -> DaySheet:
        """Return the sheet of a day, in the order of the day."""
        span = Span(day, day)
        received = self._matters().where(span.holds(Matter.received_at)).order_by(Matter.received_at)
        decided = self._matters().where(span.holds(Matter.decided_at)).order_by(Matter.decided_at)
        with self._store.read() as session:
            return DaySheet(
                day,
                tuple(self._rows(session, received)),
                tuple(self._rows(session, decided)),
                session.scalar(select(func.count()).where(span.holds(Visit.at), Visit.came)) or 0,
                session.scalar(_tickets(day)) or 0,
                session.scalar(_tickets(day).where(QueueTicket.state == TicketState.SERVED)) or 0,
            )

    def in_hand(self) -> list[MatterRow]:
        """Return every open matter, overdue ones first, then by deadline; for the report, without a limit."""
        today = self._today
        late = or_(Matter.due_on < today, Matter.promise_due < today)
        statement = self._matters().where(Matter.closed_at.is_(None))
        ordered = statement.order_by(late.desc(), Matter.due_on.is_(None), Matter.due_on, Matter.received_at)
        with self._store.read() as session:
            return self._rows(session, ordered)


def _statements(by: Dimension, span: Span) -> list[Select[*tuple[Any, ...]]]:
    closed, count = span.holds(Matter.closed_at), func.count()
    bad = Rating.level.in_(BAD)
    given = func.count(Rating.level)
    return [
        _grouped(by, "received_at", count.label("received")).where(span.holds(Matter.received_at)),
        _grouped(by, "received_at", count.label("accepted")).where(span.holds(Matter.accepted_at)),
        _grouped(by, "received_at", count.label("supplemented")).where(
            Matter.told_on.between(span.first, span.last)
        ),
        _grouped(
            by, "owner",
            count.filter(Matter.state == MatterState.REFUSED).label("refused"),
            count.filter(Matter.state == MatterState.WITHDRAWN).label("withdrawn"),
            count.filter(Matter.state == MatterState.DELIVERED).label("finished"),
            count.filter(Matter.state == MatterState.DELIVERED, Matter.visits_count <= 1).label("once"),
            func.sum(Matter.visits_count).filter(Matter.state == MatterState.DELIVERED).label("journeys"),
        ).where(closed),
        _grouped(
            by, "decided_at",
            count.label("decided"),
            count.filter(Matter.decision == Decision.GRANTED).label("granted"),
            func.count(Matter.on_time).label("limited"),
            count.filter(Matter.on_time.is_(True)).label("on_time"),
            func.sum(Matter.days_used).label("days"),
        ).where(span.holds(Matter.decided_at)),
        _grouped(
            by, "owner",
            given.label("rated"),
            given.filter(~bad).label("satisfied"),
            given.filter(bad).label("bad"),
        ).join(Rating, Rating.matter_id == Matter.id).where(span.holds(Rating.at)),
        _grouped(by, "owner", func.count(FollowUp.closed_at).label("followed_up"))
        .join(FollowUp, FollowUp.matter_id == Matter.id)
        .where(FollowUp.opened_on.between(span.first, span.last)),
    ]  # fmt: skip


def _grouped(by: Dimension, moment: str, *figures: Label[Any]) -> Select[*tuple[Any, ...]]:
    """Return a statement that counts by a dimension; who is the worker depends on what is counted."""
    worker = _WORKERS.get(moment, Matter.owner_id)
    keys: dict[Dimension, InstrumentedAttribute[Any]] = {
        Dimension.ITEM: Matter.item_code,
        Dimension.POST: Matter.post,
        Dimension.WORKER: worker,
    }
    key = keys[by]
    label = func.max(Matter.item_name if by is Dimension.ITEM else key)
    statement: Select[*tuple[Any, ...]] = select(key.label("key"), label.label("label"), *figures)
    return statement.where(Matter.deleted_at.is_(None)).group_by(key)


def _per_day(session: Session, moment: InstrumentedAttribute[Any], span: Span) -> Mapping[str, int]:
    day = func.date(moment, _SHANGHAI_DAY)
    statement = select(day, func.count()).where(span.holds(moment), Matter.deleted_at.is_(None))
    return {str(found): int(number) for found, number in session.execute(statement.group_by(day))}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, SHANGHAI)


def _tickets(day: date) -> Select[int]:
    return select(func.count()).where(QueueTicket.day == day, QueueTicket.deleted_at.is_(None))
