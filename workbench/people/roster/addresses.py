"""Takes addresses apart: 7幢, 2单元, 1801室 in three cells, or in one as 7幢2单元1801室 or 7-2-1801."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.people.roster.reading import Cell
from workbench.people.roster.vocabulary import words
from workbench.standards.numerals import with_arabic_numerals
from workbench.standards.text import compact


class Place(NamedTuple):
    """A dwelling as a roster names it; None where the roster says nothing."""

    estate: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None


NOWHERE = Place()
ABOVE = "〃"
"""Stands in a part of a Place for "as in the row above"."""

_BUILDING_END = re.compile(r"(?:号楼|楼幢|楼栋|[幢栋座楼#号])$")
_UNIT_END = re.compile(r"(?:单元|[门梯])$")
_ROOM_END = re.compile(r"(?:房间|[室号房户])$")
_NUMBER = r"[A-Za-z]?\d+[A-Za-z]?|[A-Za-z甲乙丙丁东南西北]"
_NAMED = re.compile(
    rf"^(?P<estate>.*?)(?P<building>{_NUMBER})(?:号楼|[幢栋座楼#])"
    rf"(?:(?P<unit>{_NUMBER})(?:单元|门|梯))?(?:\d+[层楼])?(?:(?P<room>[A-Za-z]?\d+[A-Za-z]?)(?:房间|[室号房户])?)?$"
)
_DASHED = re.compile(
    r"^(?P<estate>.*?)(?P<building>[A-Za-z]?\d{1,3}[A-Za-z]?)(?:号楼|[幢栋座楼#])?-"
    r"(?:(?P<unit>\d{1,2})(?:单元)?-)?(?P<room>[A-Za-z]?\d{2,5}[A-Za-z]?)室?$"
)
_STREET = re.compile(r"^(?P<building>.*?\d+(?:-\d+)?[号弄])(?P<room>[A-Za-z]?\d+[A-Za-z]?)室?$")
_DASHES = re.compile(r"[-‐‑–—―−~－]+")


def split_address(text: str) -> Place:
    """Return the parts of an address in one cell; one that has none of ours is kept whole as the building."""
    plain = _DASHES.sub("-", with_arabic_numerals(compact(text)))
    if not plain:
        return NOWHERE
    for form in (_NAMED, _DASHED, _STREET):
        if match := form.match(plain):
            parts = match.groupdict()
            return Place(
                parts.get("estate") or None,
                _unpadded(parts["building"]),
                _unpadded(parts.get("unit")),
                parts.get("room"),
            )
    return Place(building=plain)


@cache
def read_building(cell: Cell) -> str | None:
    """Return 7 for 7幢, 07栋, 七号楼 and 7.0."""
    return _unpadded(_part(cell, _BUILDING_END))


@cache
def read_unit(cell: Cell) -> str | None:
    """Return 2 for 2单元, 二单元 and 2.0."""
    return _unpadded(_part(cell, _UNIT_END))


@cache
def read_room(cell: Cell) -> str | None:
    """Return 1801 for 1801室 and 1801.0, and a combined 7-2-1801 as it stands."""
    return _part(cell, _ROOM_END)


@cache
def read_words(cell: Cell) -> str | None:
    """Return a cell's text without outer and inner spaces, None when it says nothing."""
    return _part(cell, None)


def is_combined(text: str | None) -> bool:
    """Tell whether a room cell holds a whole address, such as 7-2-1801 or 7幢2单元1801."""
    return text is not None and bool(_NAMED.match(text) or _DASHED.match(_DASHES.sub("-", text)))


def _part(cell: Cell, ending: re.Pattern[str] | None) -> str | None:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = compact(str(cell)).lstrip("'")
    if text in words("cell", "as_above"):
        return ABOVE
    if not text or text[0] == "=" or text in words("cell", "nothing"):
        return None  # a formula that nobody calculated says nothing
    if ending is None:
        return text
    return ending.sub("", with_arabic_numerals(text)) or text


def _unpadded(number: str | None) -> str | None:
    return str(int(number)) if number and number.isascii() and number.isdigit() else number
