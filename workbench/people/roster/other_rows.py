"""Tells what a row without a resident is: blank, a sum, a heading again, a title, a remark, an empty flat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.people.roster.headers import is_header
from workbench.people.roster.layout import BLANK, HEADER, TITLE
from workbench.people.roster.reading import Cell
from workbench.people.roster.vocabulary import words
from workbench.standards.text import compact

SUBTOTAL, TOTAL, FOOTER, VACANT = "subtotal", "total", "footer", "vacant dwelling"

_SUM = re.compile(r"^(.{2,5}?)[::]?(?:共?\d+[户人名口]?.*)?$")
_COUNT = re.compile(r"^共计?\d+[户人名口]")
_LONG_REMARK = 8
_ENDINGS = ("幢", "栋", "单元", "号楼", "座", "小区", "网格", "表", "册", "名单", "台账")


def kind_of_row(cells: Sequence[Cell], serial: int | None = None) -> str | None:
    """Return why a row is skipped; None when it should have been a resident.

    `serial` is the column of running numbers, which alone do not fill a row.
    """
    filled = [cell for place, cell in enumerate(cells) if cell != "" and place != serial]
    texts = [text for cell in filled if (text := _text(cell))]
    if not texts and not (serial is not None and isinstance(cells[serial], str) and _text(cells[serial])):
        return BLANK
    if serial is not None and (text := _text(cells[serial])):
        texts.insert(0, text)
    if kind := next((kind for text in texts if (kind := _sum(text))), None):
        return kind
    if is_header(cells):
        return HEADER
    if _is_footer(texts[0]):
        return FOOTER
    if any(text in words("row", "vacant") for text in texts):
        return VACANT
    if len(set(texts)) == 1 and isinstance(filled[0] if filled else "", str) and _is_title(texts[0]):
        return TITLE
    return None


def _text(cell: Cell) -> str:
    return compact(cell) if isinstance(cell, str) else f"{cell:g}" if isinstance(cell, float) else str(cell)


def _sum(text: str) -> str | None:
    match = _SUM.match(text)
    word = match[1] if match else text
    if word in words("row", "subtotal"):
        return SUBTOTAL
    if word in words("row", "total") or _COUNT.match(text):
        return TOTAL
    return None


def _is_footer(text: str) -> bool:
    label, colon, _ = text.partition(":")
    return bool(colon) and (label in words("row", "footer") or label.rstrip("0123456789") == "注")


def _is_title(text: str) -> bool:
    return len(text) >= _LONG_REMARK or text.endswith(_ENDINGS)
