"""Dates as people write them and as they are written on paper: 1958.3.7, 五八年三月, 2026年11月24日."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from workbench.standards.clock import local_date, utc_now
from workbench.standards.numerals import with_arabic_numerals
from workbench.standards.text import compact, fold

_SERIAL_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's serial numbers, right for every day after February 1900."""

_YEARS = range(1850, 2101)
_SERIALS = range(_YEARS.stop, 73_416)
"""Serials from 1905 to 2100; below, a number is a year or an age and no date."""

_TIME_OF_DAY = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_ENDING = re.compile(r"(?:出生|生)$")
_DOT_ZERO = re.compile(r"(?<=\d{4})\.0+$")
_SEPARATOR = re.compile(r"[年月./\\—–−-]+")
_PARTED = re.compile(r"(\d{4}|\d{2})-(?:(\d{1,2})(?:-(\d{1,2}))?)?-?")
_UNPARTED = re.compile(r"(\d{4})(?:(\d{2})(\d{2})?)?")
_SHORT_UNPARTED = re.compile(r"(\d{2})(\d{2})(\d{2})")


class Precision(StrEnum):
    """How much of a date was known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class LooseDate:
    """A date known to a day, a month or a year; the unknown parts of `date` are 1."""

    date: date
    precision: Precision

    @property
    def label(self) -> str:
        """The date in Chinese, only as far as it is known: 1958年3月."""
        words = {Precision.YEAR: f"{self.date.year}年", Precision.DAY: chinese_date(self.date)}
        return words.get(self.precision, f"{self.date.year}年{self.date.month}月")


def chinese_date(day: date) -> str:
    """Return the date as on paper: 2026年11月24日."""
    return f"{day.year}年{day.month}月{day.day}日"


def parse_date_loosely(value: object, today: date | None = None) -> LooseDate | None:
    """Return the date in a cell (text, number, date or time stamp), None when it holds none or is ambiguous.

    Numbers are Excel serials, 19580307, 195803 or a year; a number 1958.1 may have been 1958.10 and tells
    only the year. Years of two digits belong to the latest century that does not put the date after `today`
    (default: today in Shanghai). The lunar calendar (农历, 初七) and days without a year are refused.
    """
    if isinstance(value, datetime):
        return LooseDate(value.date(), Precision.DAY)
    if isinstance(value, date):
        return LooseDate(value, Precision.DAY)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value, today)
    return _from_text(value, today) if isinstance(value, str) else None


def _from_number(value: float, today: date | None) -> LooseDate | None:
    if not math.isfinite(value) or value < 0:
        return None
    whole = int(value)
    if whole in _SERIALS:
        return _from_serial(whole)
    if whole == value:
        return _from_text(str(whole), today)
    tenths = round(value * 10, 6)
    ambiguous = tenths == int(tenths) and int(tenths) % 10 == 1
    return _from_text(str(whole) if ambiguous else repr(value), today)


def _from_serial(serial: int) -> LooseDate:
    return LooseDate(_SERIAL_EPOCH + timedelta(days=serial), Precision.DAY)


def _from_text(text: str, today: date | None) -> LooseDate | None:
    plain = with_arabic_numerals(compact(_TIME_OF_DAY.sub("", fold(text))).lstrip("'`‘’"))
    plain = _DOT_ZERO.sub("", _ENDING.sub("", plain))
    if plain.isdecimal() and len(plain) == 5:
        return _from_serial(int(plain)) if int(plain) in _SERIALS else None
    return _from_unparted(plain, today) or _from_parted(plain.rstrip("日号"), today)


def _from_unparted(digits: str, today: date | None) -> LooseDate | None:
    if match := _UNPARTED.fullmatch(digits):
        whole = _loose(int(match[1]), int(match[2] or 0), int(match[3] or 0))
        if whole:
            return whole
    short = _SHORT_UNPARTED.fullmatch(digits)
    return _in_latest_century(int(short[1]), int(short[2]), int(short[3]), today) if short else None


def _from_parted(text: str, today: date | None) -> LooseDate | None:
    match = _PARTED.fullmatch(_SEPARATOR.sub("-", text))
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if len(match[1]) == 4:
        return _loose(year, month, day)
    if not day and "年" not in text:
        return None  # 12-7 is rather a day in December than a month of 2012
    return _in_latest_century(year, month, day, today)


def _in_latest_century(short_year: int, month: int, day: int, today: date | None) -> LooseDate | None:
    limit = today or local_date(utc_now())
    candidates = (_loose(limit.year // 100 * 100 + short_year - back, month, day) for back in (0, 100))
    return next((loose for loose in candidates if loose and loose.date <= limit), None)


def _loose(year: int, month: int, day: int) -> LooseDate | None:
    """Return the date with zeros for the parts not known (19580300), None when there is no such day."""
    if year not in _YEARS or (day and not month):
        return None
    try:
        known = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return LooseDate(known, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR)
