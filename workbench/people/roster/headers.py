"""Finds the heading rows of a sheet, of one row or several merged ones, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.people.roster.fields import Field, field_of_heading, field_under_group, plain_heading
from workbench.people.roster.looks import is_identity_like
from workbench.people.roster.reading import Cell, Merge, Sheet
from workbench.people.roster.vocabulary import headings, words

SEARCHED_ROWS = 40
"""Rows at the top that are looked at for headings in any spelling."""

_KEYS = frozenset({Field.NAME, Field.ID_NUMBER})
_MOST_HEADING_ROWS = 3
_LONGEST_GROUP = 12


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """The rows of one heading, from `top` to `bottom` inclusive."""

    top: int
    bottom: int


def find_headers(sheet: Sheet) -> list[HeaderBlock]:
    """Return the heading blocks of a sheet from top to bottom; a heading repeated on each page is many."""
    blocks: list[HeaderBlock] = []
    free = 0
    for row in _candidates(sheet):
        if row >= free and is_header(sheet.row(row)):
            blocks.append(_block(sheet, row, free))
            free = blocks[-1].bottom + 1
    return blocks


def is_header(cells: Sequence[Cell]) -> bool:
    """Tell whether a row is made of headings of a table of people."""
    filled = [cell for cell in cells if cell != ""]
    known = [known for cell in filled if (known := field_of_heading(plain_heading(cell)))]
    fields = {field for field, _ in known}
    if len(fields) < 2 or len(known) * 2 < len(filled) or any(map(is_identity_like, filled)):
        return False
    return bool(fields & _KEYS) or (Field.HEAD in fields and len(fields) > 3) or len(fields) > 4


def labels(sheet: Sheet, block: HeaderBlock, column: int) -> tuple[str, str]:
    """Return the wider heading over a column (empty when there is none) and the column's own, both plain."""
    own = [plain_heading(_over(sheet, row, column)) for row in range(block.top, block.bottom + 1)]
    filled = [label for label in own if label]
    if not filled:
        return "", ""
    return (filled[-2] if len(filled) > 1 else ""), filled[-1]


def width_of_heading(sheet: Sheet, row: int, column: int) -> int:
    """Return how many columns the merged heading that begins at a cell spans."""
    merge = _merge_at(sheet, row, column)
    return merge.right - merge.left + 1 if merge and merge.left == column else 1


def _candidates(sheet: Sheet) -> list[int]:
    keys = {word for word, field in headings().items() if field in _KEYS}
    far = {
        row
        for column in sheet.columns
        for row, cell in enumerate(column)
        if cell in keys and row >= SEARCHED_ROWS
    }
    return [*range(min(SEARCHED_ROWS, sheet.height)), *sorted(far)]


def _block(sheet: Sheet, row: int, free: int) -> HeaderBlock:
    top = bottom = row
    while top > free and row - top < _MOST_HEADING_ROWS - 1 and _is_upper(sheet, top - 1):
        top -= 1
    while bottom + 1 < sheet.height and bottom - top < _MOST_HEADING_ROWS - 1 and _is_lower(sheet, bottom):
        bottom += 1
    return HeaderBlock(top, bottom)


def _is_upper(sheet: Sheet, row: int) -> bool:
    """Tell whether the row above a heading groups its columns, rather than being a title or a remark."""
    filled = [cell for cell in sheet.row(row) if cell != ""]
    plain = [cell for cell in filled if isinstance(cell, str) and len(cell.strip()) <= _LONGEST_GROUP]
    if len(filled) < 2 or len(plain) < len(filled) or any("：" in cell or ":" in cell for cell in plain):
        return False
    return any(
        plain_heading(cell) in words("heading", "group") or field_of_heading(plain_heading(cell))
        for cell in plain
    )


def _is_lower(sheet: Sheet, row: int) -> bool:
    """Tell whether the row below `row` parts its headings further, rather than being the first person."""
    pairs = list(zip(sheet.row(row), sheet.row(row + 1), strict=True))
    filled = [below for _, below in pairs if below != ""]
    if not filled or not all(isinstance(below, str) for below in filled):
        return False
    for above, below in pairs:
        known = field_of_heading(plain_heading(above))
        if known and known[0] in _KEYS and below != "" and not field_of_heading(plain_heading(below)):
            return False
    known_below = [below for above, below in pairs if below != "" and _means(above, below)]
    return len(known_below) >= 0.6 * len(filled)


def _means(above: Cell, below: Cell) -> bool:
    heading = plain_heading(below)
    return bool(field_of_heading(heading) or field_under_group(plain_heading(above), heading))


def _over(sheet: Sheet, row: int, column: int) -> Cell:
    """Return the cell, or the one that a merged range or a gap without merges stretches over it."""
    cell = sheet.columns[column][row]
    if cell != "":
        return cell
    merge = _merge_at(sheet, row, column)
    if merge:
        return sheet.columns[merge.left][merge.top]
    if sheet.merges or row + 1 >= sheet.height or sheet.columns[column][row + 1] == "":
        return ""
    before = (sheet.columns[left][row] for left in range(column - 1, -1, -1))
    return next((cell for cell in before if cell != ""), "")


def _merge_at(sheet: Sheet, row: int, column: int) -> Merge | None:
    for merge in sheet.merges:
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
            return merge
    return None
