"""Turns what stands in a cell into the value its column calls for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from workbench.catalogue.errors import InvalidField, wrong
from workbench.catalogue.excel.layout import CellKind, SheetColumn
from workbench.catalogue.rules import ItemKind
from workbench.catalogue.wording import NO, YES, Fault, Refusal
from workbench.standards.text import fold

T = TypeVar("T")

_BETWEEN = re.compile(r"[、，,；;\n]+")
_KINDS = {kind.label: kind.value for kind in ItemKind}
_FLAGS = {YES: True, NO: False, "": False}


def value_of(column: SheetColumn, value: object, is_formula: bool, posts: Mapping[str, str]) -> object:
    """Return the value for the column's field; `posts` leads from a post's name to its code.

    Raises InvalidField: a formula is refused, since its text would say one thing and its result another.
    """
    if is_formula:
        raise InvalidField(column.field, Refusal.FORMULA)
    text = _text(column, value)
    match column.kind:
        case CellKind.NUMBER:
            return _number(column, text)
        case CellKind.FLAG:
            return _chosen(column, text, _FLAGS, Fault.NOT_FLAG)
        case CellKind.KIND:
            return _chosen(column, text, _KINDS, Fault.UNKNOWN_KIND)
        case CellKind.POST:
            return _chosen(column, text, posts, Fault.UNKNOWN_POST)
        case CellKind.WORDS:
            return [word.strip() for word in _BETWEEN.split(text) if word.strip()]
        case CellKind.TEXT:
            return text


def _text(column: SheetColumn, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise wrong(column.field, Fault.NOT_TEXT if column.kind is CellKind.TEXT else Fault.NOT_NUMBER)
    return str(value).strip()


def _number(column: SheetColumn, text: str) -> int | None:
    plain = fold(text)
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()):
        raise wrong(column.field, Fault.NOT_NUMBER)
    return int(plain)


def _chosen(column: SheetColumn, text: str, choices: Mapping[str, T], fault: Fault) -> T:
    if text not in choices:
        raise wrong(column.field, fault if text else Fault.MISSING, value=text)
    return choices[text]
