"""Dates and times as they are typed, turned into the spelling that ODK stores."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from workbench.standards.clock import to_local

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")
_TIME = re.compile(r"(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:[.](\d+))?秒?|分)?\s*(Z|[+-]\d{2}:?\d{2})?")


def date_text(text: str) -> str | None:
    """Return a date as ``2026-01-31``; of a date with a time only the date."""
    day, _ = _split(text)
    return day


def time_text(text: str) -> str | None:
    """Return a time as ``09:30:00.000+08:00``, in Shanghai where no offset is given."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second, fraction, offset = found.groups()
    try:
        moment = time(
            int(hour), int(minute), int(second or 0), int((fraction or "0")[:3].ljust(3, "0")) * 1000
        )
    except ValueError:
        return None
    return moment.isoformat(timespec="milliseconds") + _offset(offset)


def moment_text(text: str) -> str | None:
    """Return a date and time as ``2026-01-31T09:30:00.000+08:00``; a date alone means midnight."""
    day, rest = _split(text)
    clock = time_text(rest or "00:00")
    return f"{day}T{clock}" if day and clock else None


def stamp(moment: datetime) -> str:
    """Return an aware moment as ODK writes it, on the clock of Shanghai."""
    return to_local(moment).isoformat(timespec="milliseconds")


def _split(text: str) -> tuple[str | None, str]:
    found = _DATE.match(text.strip())
    if found is None:
        return None, ""
    rest = text.strip()[found.end() :]
    if rest and rest[0] not in "T ":
        return None, ""
    year, month, day, month2, day2 = found.groups()
    try:
        read = date(int(year), int(month or month2), int(day or day2))
    except ValueError:
        return None, ""
    rest = rest[1:].strip()
    if rest and time_text(rest) is None:
        return None, ""
    return read.isoformat(), rest


def _offset(written: str | None) -> str:
    if written is None:
        return "+08:00"
    if written == "Z":
        return "Z"
    return written if ":" in written else f"{written[:3]}:{written[3:]}"
