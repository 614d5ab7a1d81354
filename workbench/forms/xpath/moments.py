"""Dates and moments as ODK writes them, and as days since 1970-01-01 in arithmetic (日期与时刻)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

CHINA = timezone(timedelta(hours=8))
"""Without the summer time of 1986-1991, so that days between two dates are always whole."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_REMEMBERED = 4_096
DAY = timedelta(days=1)
_OFFSET = r"Z|[-+](?:0\d|1[0-4]):?[0-5]\d"
_MOMENT = re.compile(
    rf"(\d{{4}})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?({_OFFSET})?)?", re.ASCII
)
_LOOSE_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?", re.ASCII)
_TIME = re.compile(r"(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[-+]\d\d:?\d\d)?", re.ASCII)


@lru_cache(_REMEMBERED)
def moment_of(text: str, zone: tzinfo) -> datetime | None:
    """Return the moment a text names, at local midnight where it is a date; None where it names none."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    try:
        local = datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            _microseconds(fraction), _zone(offset, zone),
        )  # fmt: skip
        return local.astimezone(zone)
    except (ValueError, OverflowError):
        return None


def loose_moment_of(text: str, zone: tzinfo) -> datetime | None:
    """Return the moment of a text whose month and day may lack their zero, as in ``2026-1-5``."""
    found = _LOOSE_DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day, rest = found.groups()
    return moment_of(f"{year}-{month:0>2}-{day:0>2}{rest or ''}", zone)


def moment_after(days: float, zone: tzinfo) -> datetime | None:
    """Return the moment so many days after 1970-01-01 UTC, to the millisecond; None beyond the calendar."""
    try:
        return (EPOCH + timedelta(milliseconds=round(days * 86_400_000))).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def days_of(moment: datetime) -> float:
    """Return the days since 1970-01-01 UTC, with the time of day as a fraction."""
    return (moment - EPOCH) / DAY


def moment_text(moment: datetime) -> str:
    """Return a moment as ODK stores it: a date at midnight, otherwise with milliseconds and offset."""
    if not (moment.hour or moment.minute or moment.second or moment.microsecond >= 1000):
        return moment.strftime("%Y-%m-%d").zfill(10)
    return moment.isoformat(timespec="milliseconds")


def fraction_of_day(text: str, zone: tzinfo) -> float | None:
    """Return which part of the local day has passed at a time such as ``12:00:00.000+08:00``."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, second, fraction, offset = found.groups()
    try:
        at = datetime(1970, 1, 2, int(hour), int(minute), int(second or 0), _microseconds(fraction),
                      _zone(offset, zone)).astimezone(zone)  # fmt: skip
    except ValueError:
        return None
    return (at - at.replace(hour=0, minute=0, second=0, microsecond=0)) / DAY


def _microseconds(fraction: str | None) -> int:
    return int(f"{fraction:0<6}"[:6]) if fraction else 0


def _zone(offset: str | None, zone: tzinfo) -> tzinfo:
    if not offset:
        return zone
    if offset == "Z":
        return UTC
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))
