"""The lamps (期限灯): what colour a deadline has today, and which deadline it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.intake.kinds import Lamp, MatterState
from workbench.intake.rules.course import FINISHED

if TYPE_CHECKING:
    from datetime import date

    from workbench.standards.workdays import WorkCalendar

YELLOW_DAYS = 2
"""So few working days left make the lamp yellow,"""

YELLOW_SHARE = 0.2
"""and so small a share of the limit."""


class Watched(StrEnum):
    """Which deadline a lamp watches."""

    ANSWER = "answer"
    LIMIT = "limit"
    DELIVERY = "delivery"
    PROMISE = "promise"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Signal:
    """A lamp with the day it watches and the working days left until it (negative: days late)."""

    lamp: Lamp
    watched: Watched
    due: date | None = None
    days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a lamp needs to know: `limit` in working days, `promise_due` of the first promise still open."""

    state: MatterState
    due: date | None
    limit: int | None
    paused: bool = False
    promise_due: date | None = None


def signal(standing: Standing, today: date, calendar: WorkCalendar) -> Signal:
    """Return the lamp of a matter today; an overdue promise of the resident lights it even during a pause."""
    if standing.state in FINISHED:
        return Signal(Lamp.DONE, Watched.NOTHING)
    if standing.promise_due is not None and standing.promise_due < today:
        late = -calendar.workdays_between(standing.promise_due, today)
        return Signal(Lamp.RED, Watched.PROMISE, standing.promise_due, late)
    if standing.paused or standing.state is MatterState.SUPPLEMENTING:
        return Signal(Lamp.PAUSED, Watched.NOTHING)
    if standing.due is None:
        return Signal(Lamp.GREEN, Watched.NOTHING)
    left = days_left(standing.due, today, calendar)
    return Signal(_colour(left, standing), _watched(standing.state), standing.due, left)


def days_left(due: date, today: date, calendar: WorkCalendar) -> int:
    """Return the working days after today until `due`; 0 on the day itself, negative when it has passed."""
    if due < today:
        return -max(1, calendar.workdays_between(due, today))
    return calendar.workdays_between(today, due)


def _colour(left: int, standing: Standing) -> Lamp:
    if left < 0:
        return Lamp.RED
    near = left <= YELLOW_DAYS or left <= YELLOW_SHARE * (standing.limit or 0)
    return Lamp.YELLOW if near else Lamp.GREEN


def _watched(state: MatterState) -> Watched:
    match state:
        case MatterState.RECEIVED:
            return Watched.ANSWER
        case MatterState.DECIDED:
            return Watched.DELIVERY
        case _:
            return Watched.LIMIT
