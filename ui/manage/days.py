"""What a day of the year view is, in a frozen record: its kind, where that comes from, its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.wording.dates import day_words
from workbench.standards.workdays import DayKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.community.queries import OwnDay
    from workbench.standards.workdays import WorkCalendar
    from workbench.store import Opened

_SATURDAY = 5
_DAY = timedelta(days=1)


class DayLook(StrEnum):
    """How a day is drawn; each has its own shape as well as its colour."""

    WORKDAY = "workday"
    """Plain."""
    WEEKEND = "weekend"
    """Faint."""
    HOLIDAY = "holiday"
    """A disc: a weekday off."""
    MAKE_UP = "make_up"
    """A square: a weekend day worked."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day; ``own`` when the community set it against the published calendar, and then as ``opened``."""

    day: date
    look: DayLook
    own: bool = False
    name: str = ""
    opened: Opened | None = field(default=None, compare=False, repr=False)

    @property
    def works(self) -> bool:
        """Whether the desk works on the day."""
        return self.look in (DayLook.WORKDAY, DayLook.MAKE_UP)

    @property
    def kind(self) -> DayKind:
        """What the day is."""
        return DayKind.WORKDAY if self.works else DayKind.HOLIDAY

    @property
    def opposite(self) -> DayKind:
        """What toggling makes of the day."""
        return DayKind.HOLIDAY if self.works else DayKind.WORKDAY

    def words(self) -> str:
        """Return the day in words, for the tooltip and the screen reader."""
        parts = (day_words(self.day), look_word(self.look), self.name, _source(self))
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Year:
    """A year of days, whether its notice is known, and the days the community set itself."""

    year: int
    published: bool
    days: tuple[YearDay, ...]

    @property
    def own(self) -> tuple[YearDay, ...]:
        """The days the community set itself."""
        return tuple(day for day in self.days if day.own)


def read_year(year: int, calendar: WorkCalendar, own_days: Sequence[OwnDay]) -> Year:
    """Return a year as the calendar has it; ``own_days`` are those the community set itself."""
    own = {each.holiday.day: each for each in own_days}
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = (first + _DAY * count for count in range((last - first).days + 1))
    return Year(year, calendar.is_published(year), tuple(_day(day, calendar, own) for day in days))


def look_word(look: DayLook) -> str:
    """Return what a look means."""
    words = {
        DayLook.WORKDAY: QCoreApplication.translate("Days", "working day"),
        DayLook.WEEKEND: QCoreApplication.translate("Days", "weekend"),
        DayLook.HOLIDAY: QCoreApplication.translate("Days", "holiday"),
        DayLook.MAKE_UP: QCoreApplication.translate("Days", "make-up workday"),
    }
    return words[look]


def _day(day: date, calendar: WorkCalendar, own: Mapping[date, OwnDay]) -> YearDay:
    weekend, works = day.weekday() >= _SATURDAY, calendar.is_workday(day)
    found = own.get(day)
    looks = {
        (False, True): DayLook.WORKDAY,
        (True, False): DayLook.WEEKEND,
        (False, False): DayLook.HOLIDAY,
        (True, True): DayLook.MAKE_UP,
    }
    if found is None:
        return YearDay(day, looks[weekend, works])
    return YearDay(day, looks[weekend, works], own=True, name=found.holiday.name, opened=found.opened)


def _source(day: YearDay) -> str:
    if day.own:
        return QCoreApplication.translate("Days", "set by the community")
    if day.look in (DayLook.HOLIDAY, DayLook.MAKE_UP):
        return QCoreApplication.translate("Days", "national notice")
    return ""
