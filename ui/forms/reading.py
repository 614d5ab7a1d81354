"""What a person types and what a form stores: dates, times, numbers and places in both directions."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from ui.forms.asked import Way
from ui.kit.dates import read_date
from workbench.standards.clock import SHANGHAI
from workbench.standards.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_TIME = re.compile(r"^(\d{1,2})(?:[:.点时h\s]?(\d{2}))?分?$")
_PLACE = re.compile(r"[\s,;]+")
_STORED_TIME = re.compile(r"^(\d{2}:\d{2})")


def stored(way: Way, typed: str, today: date) -> str:
    """Return what is typed as the form stores it; what cannot be read stays as typed."""
    text = fold(typed)
    reader = _READERS.get(way)
    return reader(text, today) or text if reader and text else (typed if way in _FREE else text)


def shown(way: Way, value: str) -> str:
    """Return a stored value as a person reads and types it."""
    if way is Way.TIME and (found := _STORED_TIME.match(value)):
        return found[1]
    if way is Way.MOMENT and "T" in value:
        day, _t, time = value.partition("T")
        return f"{day} {time[:5]}"
    return value


def read_time(text: str) -> str:
    """Return ``9:30``, ``0930``, ``930`` or ``9点30`` as ``09:30``, or nothing."""
    padded = f"0{text}" if text.isdecimal() and len(text) == 3 else text
    found = _TIME.match(padded)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return ""
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def _date(text: str, today: date) -> str:
    day = read_date(text, today.year)
    return day.isoformat() if day else ""


def _time(text: str, today: date) -> str:
    time = read_time(text)
    return f"{time}:00.000{_offset(today)}" if time else ""


def _moment(text: str, today: date) -> str:
    day, _gap, time = text.replace("T", " ").partition(" ")
    read = _date(day, today), read_time(time.strip() or "0")
    return f"{read[0]}T{read[1]}:00.000{_offset(today)}" if all(read) else ""


def _place(text: str, _today: date) -> str:
    numbers = [part for part in _PLACE.split(text) if part]
    return " ".join((numbers + ["0", "0"])[:4]) if 2 <= len(numbers) <= 4 else ""


def _number(text: str, _today: date) -> str:
    return text.replace("。", ".").replace(" ", "")


def _offset(day: date) -> str:
    offset = datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).strftime("%z")
    return f"{offset[:3]}:{offset[3:]}"


_FREE = frozenset({Way.TEXT, Way.AREA})
_READERS: dict[Way, Callable[[str, date], str]] = {
    Way.DATE: _date,
    Way.TIME: _time,
    Way.MOMENT: _moment,
    Way.PLACE: _place,
    Way.INTEGER: _number,
    Way.DECIMAL: _number,
    Way.RANGE: _number,
}
