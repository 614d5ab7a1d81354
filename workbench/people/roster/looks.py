"""Tells what a column holds by how its cells look, whatever stands over it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from workbench.people.roster.fields import Field
from workbench.people.roster.reading import Cell
from workbench.people.roster.vocabulary import words
from workbench.standards.codes import relation_of
from workbench.standards.text import compact

SAMPLE = 200
"""Filled cells looked at in a column."""

_ID = re.compile(r"^(?:\d{17}[\dXx×*]|\d{15}|\d{6}\*{6,8}[\dXx]{4}|\d\.\d+E\+1[47])$", re.IGNORECASE)
_MOBILE = re.compile(r"^(?:\+?86)?1[3-9]\d{9}$")
_LANDLINE = re.compile(r"^(?:0\d{2,3}-?)?[2-8]\d{6,7}$")
_DATE = re.compile(r"^(?:1[89]|20)\d\d(?:[./年-]\d{1,2}(?:[./月-](?:\d{1,2}日?)?)?|\d{4}|\d\d)$")
_NAME = re.compile(r"^[㐀-鿿\U00020000-\U0003ffff][㐀-鿿\U00020000-\U0003ffff·•]{1,5}$")
_ADDRESS = re.compile(r"^.*\d+\s*(?:号楼|幢|栋|座|#).*\d|^\D*\d{1,3}[-—]\d{1,2}[-—]\d{3,4}$")


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return compact(str(cell)).lstrip("'")


def _is_date(cell: Cell) -> bool:
    return isinstance(cell, date) or bool(_DATE.match(_text(cell)))


def _is_serial(cell: Cell) -> bool:
    return isinstance(cell, float) and 5_000 < cell < 60_000


def looks_like_name(text: str) -> bool:
    """Tell whether a text without spaces could be a Chinese personal name with a known surname."""
    return bool(_NAME.match(text)) and (begins_with_surname(text) or "·" in text)


def begins_with_surname(text: str) -> bool:
    """Tell whether a text begins with a surname of one or two characters (单姓、复姓)."""
    return text[:1] in words("surname", "one") or text[:2] in words("surname", "two")


_TESTS: tuple[tuple[Field, Callable[[Cell], bool]], ...] = (
    (Field.ID_NUMBER, lambda cell: bool(_ID.match(_text(cell))) or (type(cell) is float and cell > 1e14)),
    (Field.BIRTH_DATE, _is_date),
    (Field.PHONE, lambda cell: bool(_MOBILE.match(_text(cell)) or _LANDLINE.match(_text(cell)))),
    (Field.SEX, lambda cell: isinstance(cell, str) and compact(cell) in {"男", "女", "男性", "女性"}),
    (Field.ETHNIC_GROUP, lambda cell: isinstance(cell, str) and cell.strip().endswith("族")),
    (Field.NAME, lambda cell: isinstance(cell, str) and looks_like_name(compact(cell))),
    (Field.RELATION, lambda cell: isinstance(cell, str) and bool(relation_of(cell))),
    (Field.ADDRESS, lambda cell: isinstance(cell, str) and bool(_ADDRESS.match(compact(cell)))),
)
_TESTED: dict[Field, Callable[[Cell], bool]] = dict(_TESTS)
_TESTED[Field.BIRTH_DATE] = lambda cell: _is_date(cell) or _is_serial(cell)
_WIDE = {Field.OTHER_PHONE: Field.PHONE, Field.HEAD: Field.NAME, Field.HEAD_ID: Field.ID_NUMBER}

MOSTLY = 0.6


def sample(cells: Iterable[Cell]) -> list[Cell]:
    """Return the first filled cells of a column, without marks such as 同上."""
    kept: list[Cell] = []
    as_above = words("cell", "as_above")
    for cell in cells:
        if cell != "" and cell not in as_above:
            kept.append(cell)
            if len(kept) == SAMPLE:
                break
    return kept


def share(field: Field, cells: Sequence[Cell]) -> float | None:
    """Return which share of the cells looks like the field; None when looks tell nothing about it."""
    test = _TESTED.get(_WIDE.get(field, field))
    if test is None or not cells:
        return None
    return sum(map(test, cells)) / len(cells)


def guess(cells: Sequence[Cell]) -> tuple[Field, float] | None:
    """Return the field that most of the cells look like, with its share; None when there is none."""
    for field, test in _TESTS:
        if cells and (part := sum(map(test, cells)) / len(cells)) >= MOSTLY:
            return field, part
    return None


def is_identity_like(cell: Cell) -> bool:
    """Tell whether a cell holds something like an identity number, well-formed or spoilt."""
    return _TESTED[Field.ID_NUMBER](cell)
