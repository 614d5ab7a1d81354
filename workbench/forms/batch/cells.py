"""Turns what stands in a cell into an answer as ODK writes it: codes for words, ISO dates, whole numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from workbench.forms.batch.wording import TRUE_WORDS
from workbench.forms.form import ControlKind, DataType
from workbench.standards.dates import Precision, parse_date_loosely
from workbench.standards.text import compact, fold

if TYPE_CHECKING:
    from workbench.forms.fields import Field

CellValue = str | int | float | bool | date | datetime | time | None

MOST_DIGITS = 15
"""Digits that Excel keeps of a number; the rest became zeros."""

_BETWEEN = re.compile(r"[、，,；;|\n]+")
_NUMBERS = frozenset({DataType.INTEGER, DataType.DECIMAL})
_MANY = frozenset({ControlKind.SELECT_MANY, ControlKind.RANK})


def is_empty(value: CellValue) -> bool:
    """Whether nothing stands in the cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def has_lost_digits(value: CellValue) -> bool:
    """Whether a number is longer than what Excel keeps, as an identity number typed into a number cell."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= 10**MOST_DIGITS


def answer_of(field: Field, value: CellValue) -> str:
    """Return the answer as ODK text; what cannot be understood is handed on for the engine to refuse."""
    text = _text(value)
    match field.control.kind:
        case ControlKind.SELECT_ONE:
            return _code(field, text) or text
        case kind if kind in _MANY:
            return " ".join(_codes(field, text))
        case ControlKind.ACKNOWLEDGE:
            return "OK" if compact(text).casefold() in TRUE_WORDS else text
        case _:
            return _typed(field, value, text)


def _typed(field: Field, value: CellValue, text: str) -> str:
    if field.type in _NUMBERS:
        return fold(text).replace(",", "")
    if field.type is DataType.DATE:
        found = parse_date_loosely(value.date() if isinstance(value, datetime) else value)
        return found.date.isoformat() if found is not None and found.precision is Precision.DAY else text
    return fold(text) if "numbers" in field.control.appearance.split() else text


def _text(value: CellValue) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.isoformat(timespec="milliseconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="milliseconds")
        case _:
            return str(value).strip()


def _codes(field: Field, text: str) -> list[str]:
    """Return the codes of several options; what is none of them stays as it was typed."""
    found: list[str] = []
    for piece in filter(None, map(str.strip, _BETWEEN.split(text))):
        code = _code(field, piece)
        pieces = (code,) if code else tuple(_code(field, word) or word for word in piece.split())
        found.extend(each for each in pieces if each not in found)
    return found


def _code(field: Field, text: str) -> str | None:
    """Return the code meant by a code, by the words of an option, or by both together."""
    key = compact(text).casefold()
    meant = field.codes.get(key, ())
    if len(meant) != 1:
        meant = tuple(option.value for option in field.options if _same_number(option.value, key))
    return meant[0] if len(meant) == 1 else None


def _same_number(code: str, typed: str) -> bool:
    """Whether a code is the number a cell holds: 01 became 1 there."""
    return code.isdigit() and typed.isdigit() and int(code) == int(typed)
