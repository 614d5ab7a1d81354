"""A calendar month as a value that can be compared and moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

TWELVE = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; `number` is 1 to 12."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    def moved(self, months: int) -> Month:
        """Return the month so many later, or earlier for a negative number."""
        years, number = divmod(self.year * TWELVE + self.number - 1 + months, TWELVE)
        return Month(years, number + 1)


def moved_day(day: date, days: int) -> date:
    """Return the day so many later, or earlier for a negative number."""
    return day + timedelta(days=days)
