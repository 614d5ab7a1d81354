"""Functions over dates and times (日期时间函数)."""

from __future__ import annotations

import math
import re
from datetime import datetime

from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.moments import (
    days_of,
    fraction_of_day,
    loose_moment_of,
    moment_after,
    moment_of,
    moment_text,
)
from workbench.forms.xpath.nodes import Value
from workbench.forms.xpath.numbers import NAN
from workbench.forms.xpath.scope import scope_in_force
from workbench.forms.xpath.values import string_in

INVALID = "Invalid Date"
"""What the other engines of the web give for a text that names no date."""

_CODES = re.compile(r"%(?:[YymnbBdeHhMSaA]|3)")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_CHINESE_DAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]


def _moment(value: Value) -> datetime | None:
    zone = scope_in_force().zone
    if isinstance(value, float):
        return None if math.isnan(value) else moment_after(value, zone)
    text = string_in(value)
    return moment_of(text, zone) or loose_moment_of(text, zone)


def _date(value: Value) -> str:
    """Return the moment a value names: a date at local midnight, otherwise with the time of day."""
    if isinstance(value, bool) or (not isinstance(value, float) and not string_in(value)):
        return ""
    moment = _moment(value)
    return INVALID if moment is None else moment_text(moment)


def _today() -> str:
    scope = scope_in_force()
    return scope.now.astimezone(scope.zone).date().isoformat()


def _now() -> str:
    scope = scope_in_force()
    return scope.now.astimezone(scope.zone).isoformat(timespec="milliseconds")


def _decimal_date_time(value: Value) -> float:
    moment = None if isinstance(value, bool) else _moment(value)
    return NAN if moment is None else days_of(moment)


def _decimal_time(value: Value) -> float:
    """Return the part of the local day that has passed, of a time, a moment or a number of days."""
    if isinstance(value, float):
        return value - math.floor(value) if math.isfinite(value) else NAN
    text, zone = string_in(value), scope_in_force().zone
    passed = fraction_of_day(text, zone)
    if passed is not None:
        return passed
    moment = moment_of(text, zone)
    return NAN if moment is None else _passed(moment)


def _passed(moment: datetime) -> float:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return (moment - midnight).total_seconds() / 86_400


def _time(value: Value) -> str:
    """Return the local time of day of a moment, as ODK stores a time."""
    moment = _moment(value)
    return "" if moment is None else moment.timetz().isoformat(timespec="milliseconds")


def _format(value: Value, pattern: str) -> str:
    """Return a moment in a pattern of %-codes; empty where the value names none."""
    moment = None if isinstance(value, bool) else _moment(value)
    if moment is None:
        return ""
    return _CODES.sub(lambda code: _coded(code.group(), moment), pattern)


def _coded(code: str, moment: datetime) -> str:
    chinese = scope_in_force().speaks_chinese
    match code[1]:
        case "n":
            return str(moment.month)
        case "e":
            return str(moment.day)
        case "h":
            return str(moment.hour)
        case "3":
            return f"{moment.microsecond // 1000:03}"
        case "b" | "B":
            return f"{moment.month}月" if chinese else _MONTHS[moment.month - 1]
        case "a" | "A":
            return (_CHINESE_DAYS if chinese else _DAYS)[moment.weekday()]
        case "Y":
            return f"{moment.year:04}"
        case _:
            return moment.strftime(code)


FUNCTIONS = (
    declared("date", Kind.DATE, "v", _date),
    declared("date-time", Kind.DATE, "v", _date),
    declared("today", Kind.DATE, "", _today, volatile=True),
    declared("now", Kind.DATE, "", _now, volatile=True),
    declared("decimal-date-time", Kind.NUMBER, "v", _decimal_date_time),
    declared("decimal-date", Kind.NUMBER, "v", _decimal_date_time),
    declared("decimal-time", Kind.NUMBER, "v", _decimal_time),
    declared("time", Kind.STRING, "v", _time),
    declared("format-date", Kind.STRING, "vs", _format),
    declared("format-date-time", Kind.STRING, "vs", _format),
)
