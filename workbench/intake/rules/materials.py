"""Rules of materials (申请材料): what is missing, what may follow by promise (容缺), who may promise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.intake.kinds import MaterialState
from workbench.intake.wording import GuardFailed, Reason, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.standards.workdays import WorkCalendar

BARRED_DAYS = 365
"""How long a broken promise bars its maker from further ones (local practice: one year, 信用约束)."""

THERE = frozenset({MaterialState.PRESENTED, MaterialState.HELD, MaterialState.WAIVED})
"""States in which nothing more is awaited of a material."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MaterialLine:
    """One material of one matter, as it stands; `settled_on` is the day it was brought or waived."""

    code: str
    name: str
    required: bool
    may_follow: bool
    state: MaterialState
    promise_due: date | None = None
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class PastPromise:
    """A promise somebody once made: its last day, and the day it was settled if it was."""

    due: date
    settled_on: date | None


def missing(lines: Iterable[MaterialLine]) -> tuple[MaterialLine, ...]:
    """Return the required materials that are neither there nor promised nor waived."""
    return tuple(line for line in lines if line.required and line.state is MaterialState.MISSING)


def outstanding(lines: Iterable[MaterialLine]) -> tuple[MaterialLine, ...]:
    """Return the promised materials that have not come yet."""
    return tuple(line for line in lines if line.state is MaterialState.PROMISED)


def names(lines: Iterable[MaterialLine]) -> str:
    """Return the names of materials as one Chinese list."""
    return enumerate_words([line.name for line in lines])


def require_complete(lines: Sequence[MaterialLine]) -> None:
    """Raise GuardFailed naming every material that is missing."""
    if lacking := missing(lines):
        raise GuardFailed(Reason.INCOMPLETE, materials=names(lacking))


def require_promises_kept(lines: Iterable[MaterialLine]) -> None:
    """Raise GuardFailed naming every promised material that has not come."""
    if open_ := outstanding(lines):
        raise GuardFailed(Reason.PROMISES_OPEN, materials=names(open_))


def first_promise_due(lines: Iterable[MaterialLine]) -> date | None:
    """Return the earliest day on which a promised material must be there."""
    return min((line.promise_due for line in outstanding(lines) if line.promise_due), default=None)


def check_promises(
    lines: Iterable[MaterialLine],
    today: date,
    last: date | None,
    calendar: WorkCalendar,
    barred: date | None,
) -> None:
    """Raise GuardFailed unless every promise is one that may be made.

    Only materials that may follow can be promised, for a working day from today until `last`, the promised
    date of the matter, and not by somebody `barred` until a day still to come.
    """
    for line in outstanding(lines):
        if not line.may_follow:
            raise GuardFailed(Reason.NOT_PROMISABLE, materials=line.name)
        if barred is not None and today < barred:
            raise GuardFailed(Reason.PROMISE_BARRED, until=barred.isoformat())
        _check_promise_date(line, today, last or date.max, calendar)


def broken_on(promise: PastPromise, today: date) -> date | None:
    """Return the day on which the promise was broken, if it was: the first day after its last."""
    settled_late = promise.settled_on is not None and promise.settled_on > promise.due
    still_open = promise.settled_on is None and promise.due < today
    return promise.due + _DAY if settled_late or still_open else None


def barred_until(promises: Iterable[PastPromise], today: date) -> date | None:
    """Return the day from which somebody with these promises may promise again; None when free already."""
    broken = [day for promise in promises if (day := broken_on(promise, today))]
    free = max(broken, default=date.min) + timedelta(days=BARRED_DAYS)
    return free if broken and free > today else None


def _check_promise_date(line: MaterialLine, today: date, last: date, calendar: WorkCalendar) -> None:
    due = line.promise_due
    if due is None or not today <= due <= last:
        raise GuardFailed(Reason.PROMISE_DATE, material=line.name, first=today.isoformat(), last=_words(last))
    if not calendar.is_workday(due):
        raise GuardFailed(Reason.PROMISE_WORKDAY, material=line.name, day=due.isoformat())


def _words(last: date) -> str:
    return "办结前" if last == date.max else last.isoformat()
