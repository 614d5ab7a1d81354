"""What an expression gives, as the answer of a question of some type."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta

from workbench.forms.form import DataType
from workbench.standards.clock import SHANGHAI

_EPOCH = date(1970, 1, 1)
_AHEAD = 8 / 24
"""Days that the clock of Shanghai is ahead of UTC."""


def as_answer(result: str | float | bool | list[str], kind: DataType) -> str:
    """Return a calculated result as ODK text; what is no number is no answer."""
    if isinstance(result, list):
        result = result[0] if result else ""
    if isinstance(result, bool):
        return _truth(result, kind)
    if isinstance(result, int | float):
        return _from_number(float(result), kind)
    return _from_text(result, kind)


def number_text(number: float) -> str:
    """Return a number as XPath writes it: no exponent, no needless zeros; nothing for what is no number."""
    if math.isnan(number):
        return ""
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    text = repr(number)
    return format(number, ".20f").rstrip("0") if "e" in text else text


def _truth(result: bool, kind: DataType) -> str:
    if kind in (DataType.INTEGER, DataType.DECIMAL):
        return str(int(result))
    return "true" if result else "false"


def _from_number(number: float, kind: DataType) -> str:
    if not math.isfinite(number):
        return number_text(number) if kind is DataType.STRING else ""
    if kind is DataType.INTEGER:
        return str(int(number))
    if kind is DataType.DATE:
        return _day(number) or number_text(number)
    if kind is DataType.DATE_TIME:
        return _moment(number) or number_text(number)
    return number_text(number)


def _from_text(text: str, kind: DataType) -> str:
    if kind is DataType.DATE and len(text) > len("2026-01-31") and text[10:11] == "T":
        return text[:10]
    if kind in (DataType.INTEGER, DataType.DECIMAL, DataType.DATE, DataType.DATE_TIME):
        try:
            number = float(text)
        except ValueError:
            return text
        return _from_number(number, kind)
    return text


def _day(days: float) -> str:
    """Return the date in Shanghai of a moment in days since 1970 in UTC."""
    try:
        return (_EPOCH + timedelta(days=math.floor(days + _AHEAD))).isoformat()
    except OverflowError:
        return ""


def _moment(days: float) -> str:
    try:
        moment = datetime(1970, 1, 1, tzinfo=SHANGHAI) + timedelta(days=days) + timedelta(hours=8)
    except OverflowError:
        return ""
    return moment.isoformat(timespec="milliseconds")
