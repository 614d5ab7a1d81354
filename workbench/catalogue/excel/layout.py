"""What the workbook's sheets hold: their columns, in the order people read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from workbench.catalogue.wording import (
    FIELD_TITLES,
    ITEM_NAME_OF_MATERIAL,
    ITEM_OF_MATERIAL,
    ITEM_SHEET,
    MATERIAL_SHEET,
    MATERIAL_TITLES,
    POST_SHEET,
    POST_TITLES,
)


class CellKind(Enum):
    """What a column's cells hold."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    KIND = auto()
    POST = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the field it holds, its Chinese title, its width in characters.

    `informative` marks one that is written for the reader and not read back.
    """

    field: str
    title: str
    width: int
    kind: CellKind = CellKind.TEXT
    informative: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, its columns, and how many of them stay in sight while scrolling."""

    title: str
    columns: tuple[SheetColumn, ...]
    frozen: int


def _item(field: str, width: int, kind: CellKind = CellKind.TEXT) -> SheetColumn:
    return SheetColumn(field, FIELD_TITLES[field], width, kind)


def _material(field: str, width: int, kind: CellKind = CellKind.TEXT) -> SheetColumn:
    return SheetColumn(field, MATERIAL_TITLES[field], width, kind)


ITEMS = Sheet(
    ITEM_SHEET,
    (
        _item("code", 10),
        _item("name", 30),
        _item("post", 14, CellKind.POST),
        _item("kind", 10, CellKind.KIND),
        _item("audience", 40),
        _item("legal_days", 12, CellKind.NUMBER),
        _item("promised_days", 12, CellKind.NUMBER),
        _item("fee", 12),
        _item("department", 20),
        _item("unit", 34),
        _item("legal_basis", 40),
        _item("outcome", 36),
        _item("tips", 56),
        _item("keywords", 30, CellKind.WORDS),
        _item("licensing", 8, CellKind.FLAG),
        _item("agent_allowed", 8, CellKind.FLAG),
        _item("instead", 44),
        _item("sample", 8, CellKind.FLAG),
    ),
    2,
)
MATERIALS = Sheet(
    MATERIAL_SHEET,
    (
        SheetColumn("item", ITEM_OF_MATERIAL, 10),
        SheetColumn("item_name", ITEM_NAME_OF_MATERIAL, 30, informative=True),
        _material("code", 22),
        _material("name", 30),
        _material("required", 8, CellKind.FLAG),
        _material("may_follow", 8, CellKind.FLAG),
        _material("original", 10, CellKind.FLAG),
        _material("copies", 10, CellKind.NUMBER),
        _material("held_as", 24),
        _material("note", 50),
    ),
    2,
)
POSTS = Sheet(
    POST_SHEET,
    (
        SheetColumn("code", POST_TITLES["code"], 28),
        SheetColumn("name", POST_TITLES["name"], 20),
        SheetColumn("prefix", POST_TITLES["prefix"], 10),
        SheetColumn("position", POST_TITLES["position"], 8, CellKind.NUMBER),
    ),
    1,
)
