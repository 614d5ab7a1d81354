"""Working days in China with their make-up days, and deadlines counted in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType

_DAY = timedelta(days=1)
_SATURDAY = 5


class DayKind(StrEnum):
    """What a day is by the State Council's yearly notice (节假日安排) or by the community's own table."""

    WORKDAY = "workday"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a time limit; provisional (暂定) while it reaches into a year without a notice."""

    date: date
    provisional: bool


class WorkCalendar:
    """The working days: weekdays, changed by the published notices, changed by the overrides on top.

    The notices (2004 on) are those of chinese_calendar; beyond, weekdays count and deadlines are provisional.
    """

    def __init__(self, overrides: Mapping[date, DayKind] = MappingProxyType({})) -> None:
        self._overrides = dict(overrides)
        self._answers: dict[date, bool] = {}

    def is_workday(self, day: date) -> bool:
        """Tell whether offices work on the day, make-up days (调休上班) included."""
        answer = self._answers.get(day)
        if answer is None:
            answer = self._answers[day] = self._kind(day) is DayKind.WORKDAY
        return answer

    def is_published(self, year: int) -> bool:
        """Tell whether the year's notice is known: every notice makes National Day (国庆节) a holiday.

        Overrides publish a year in the same way, once 1 October is a holiday among them.
        """
        national_day = date(year, 10, 1)
        own = self._overrides.get(national_day)
        return own is DayKind.HOLIDAY or _notices().get(national_day) is DayKind.HOLIDAY

    def add_workdays(self, start: date, n: int) -> Deadline:
        """Return the n-th working day after `start`; the count begins the day after (民法典 art. 201).

        No days at all means the day itself. Raises ValueError for a negative number.
        """
        if n < 0:
            raise ValueError(f"a time limit cannot be {n} working days")
        day, left = start, n
        while left:
            day += _DAY
            left -= self.is_workday(day)
        return Deadline(day, not self._all_published(start, day))

    def workdays_between(self, a: date, b: date) -> int:
        """Return how many working days come after `a` up to and with `b`; negative when `b` is before `a`."""
        if b < a:
            return -self.workdays_between(b, a)
        return sum(self.is_workday(a + _DAY * count) for count in range(1, (b - a).days + 1))

    def _all_published(self, first: date, last: date) -> bool:
        return all(self.is_published(year) for year in range(first.year, last.year + 1))

    def _kind(self, day: date) -> DayKind:
        weekly = DayKind.WORKDAY if day.weekday() < _SATURDAY else DayKind.HOLIDAY
        return self._overrides.get(day) or _notices().get(day, weekly)


@cache
def _notices() -> Mapping[date, DayKind]:
    """Return the days of all published notices; a table, since the library's functions raise beyond them."""
    from chinese_calendar.constants import holidays, workdays

    days = {**dict.fromkeys(holidays, DayKind.HOLIDAY), **dict.fromkeys(workdays, DayKind.WORKDAY)}
    return MappingProxyType(days)
