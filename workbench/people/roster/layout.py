"""Understands how a sheet is laid out: titles, headings, tables, and what each column means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.people.roster.fields import (
    Field,
    field_of_heading,
    field_under_group,
    plain_heading,
    tag_of_heading,
)
from workbench.people.roster.headers import HeaderBlock, find_headers, labels, width_of_heading
from workbench.people.roster.looks import MOSTLY, guess, sample, share
from workbench.people.roster.mapping import ColumnUse, RosterMapping, Section, SheetMapping
from workbench.people.roster.reading import Cell, RosterFile, Sheet
from workbench.standards.text import fold

TITLE, HEADER, BLANK = "title", "header", "blank"
NO_RESIDENTS, HIDDEN = "no residents on this sheet", "hidden sheet"

_PEOPLE = frozenset({Field.NAME, Field.HEAD, Field.ID_NUMBER})
ADDRESS = frozenset({Field.ESTATE, Field.BUILDING, Field.UNIT, Field.ROOM, Field.ADDRESS})
_ADDRESS_PARTS = {
    2: (Field.BUILDING, Field.ROOM),
    3: (Field.BUILDING, Field.UNIT, Field.ROOM),
    4: (Field.ESTATE, Field.BUILDING, Field.UNIT, Field.ROOM),
}
_REPEATABLE = frozenset({Field.NOTE, Field.TAGS, Field.TAG, Field.OTHER, None})
_SECOND = {Field.PHONE: Field.OTHER_PHONE}
_BUILDING = re.compile(r"([A-Za-z]?\d+|[A-Za-z])\s*(?:号楼|幢|栋|座)")
_UNSURE, _GUESS = 0.5, 0.55


def propose_mapping(file: RosterFile) -> RosterMapping:
    """Return what every sheet, table and column of the file is taken to mean."""
    return RosterMapping(tuple(map(lay_out, file.sheets)))


def lay_out(sheet: Sheet) -> SheetMapping:
    """Return the tables of one sheet; a sheet without residents has none."""
    if sheet.hidden:
        return SheetMapping(sheet.name, (), dict.fromkeys(range(sheet.height), HIDDEN))
    blocks = find_headers(sheet)
    sections = tuple(_sections(sheet, blocks)) if blocks else tuple(_bare_section(sheet))
    peopled = tuple(section for section in sections if _has_people(sheet, section))
    if not peopled:
        return SheetMapping(sheet.name, (), _skipped_whole(sheet))
    return SheetMapping(sheet.name, peopled, _skipped_rows(sheet, sections, peopled))


def is_blank(cells: Sequence[Cell]) -> bool:
    """Tell whether a row has nothing but spaces."""
    return not any(cell if type(cell) is not str else cell.strip() for cell in cells)


def _sections(sheet: Sheet, blocks: list[HeaderBlock]) -> Iterator[Section]:
    """Join a heading that only repeats the one before it to the same table, page after page."""
    place, last = _place(sheet, 0, blocks[0].top), None
    for number, block in enumerate(blocks):
        end = blocks[number + 1].top if number + 1 < len(blocks) else sheet.height
        section = _section(sheet, block, end, place)
        if last and _same_headings(last, section):
            rows = tuple(range(block.top, block.bottom + 1))
            last = Section((*last.headings, *rows), last.start, end, last.columns, last.place)
            continue
        if last:
            yield last
        last = section
    if last:
        yield last


def _section(sheet: Sheet, block: HeaderBlock, end: int, place: str) -> Section:
    start = block.bottom + 1
    uses = [_use(sheet, block, column, start, end) for column in range(len(sheet.columns))]
    headings = tuple(range(block.top, start))
    settled = tuple(_settled(_with_address_parts(sheet, block, uses)))
    section = _with_heads_as_people(sheet, Section(headings, start, end, settled, place))
    return replace(section, columns=_with_a_phone(section.columns))


def _same_headings(one: Section, other: Section) -> bool:
    return [use.heading for use in one.columns] == [use.heading for use in other.columns]


def _use(sheet: Sheet, block: HeaderBlock, column: int, start: int, end: int) -> ColumnUse:
    group, own = labels(sheet, block, column)
    cells = sample(sheet.columns[column][start:end])
    known = field_under_group(group, own)
    if known is None:
        guessed = guess(cells)
        if guessed is None:
            return ColumnUse(column, own, None, 0.0)
        return ColumnUse(column, own, guessed[0], _GUESS * guessed[1])
    field, confidence = _judged(*known, cells)
    tag = tag_of_heading(own) if field is Field.TAG else None
    heading = own if group in {"", own} else f"{group}/{own}"
    return ColumnUse(column, heading, field, confidence, tag=tag)


def _judged(field: Field, confidence: float, cells: Sequence[Cell]) -> tuple[Field, float]:
    """Weigh the heading against the cells, which win where they plainly say something else."""
    part = share(field, cells)
    if part is None:
        return field, confidence
    if part >= MOSTLY:
        return field, min(1.0, confidence + 0.1)
    other = guess(cells)
    if part < 0.2 and other and other[0] is not field and other[1] >= 0.8:
        return other[0], _UNSURE
    return field, confidence if part >= 0.2 else confidence * 0.5


def _with_address_parts(sheet: Sheet, block: HeaderBlock, uses: list[ColumnUse]) -> list[ColumnUse]:
    """Spread an address heading over the unnamed columns it is merged across: building, unit, room."""
    for row in range(block.top, block.bottom + 1):
        for column in range(len(uses)):
            known = field_of_heading(plain_heading(sheet.columns[column][row]))
            parts = _ADDRESS_PARTS.get(width_of_heading(sheet, row, column))
            if not (known and known[0] is Field.ADDRESS and parts):
                continue
            covered = uses[column : column + len(parts)]
            if all(use.heading in {"", uses[column].heading} for use in covered):
                for use, field in zip(covered, parts, strict=True):
                    uses[use.index] = ColumnUse(use.index, use.heading, field, 0.7)
    return uses


def _settled(uses: list[ColumnUse]) -> Iterator[ColumnUse]:
    """Number the blocks of people side by side, and let no field be told twice within a block."""
    side_by_side = sum(use.field is Field.NAME for use in uses) > 1
    block, seen = 0, set[Field | None]()
    for use in uses:
        field = use.field
        if field in seen and field not in _REPEATABLE:
            if side_by_side and field in {Field.NAME, Field.SERIAL}:
                block, seen = block + 1, set()
            else:
                field = _SECOND.get(field or Field.OTHER)
                field = None if field in seen else field
        seen.add(field)
        yield ColumnUse(use.index, use.heading, field, use.confidence if field else 0.0, block, use.tag)


def _with_a_phone(uses: tuple[ColumnUse, ...]) -> tuple[ColumnUse, ...]:
    """Take the first other telephone for the telephone where a table has no better one."""
    fields = [use.field for use in uses]
    if Field.PHONE in fields or Field.OTHER_PHONE not in fields:
        return uses
    first = fields.index(Field.OTHER_PHONE)
    return (*uses[:first], replace(uses[first], field=Field.PHONE), *uses[first + 1 :])


def _with_heads_as_people(sheet: Sheet, section: Section) -> Section:
    """Take the heads of household in columns of their own for people beside the members of the same row.

    That is, where the heads have numbers, and are not listed among the members anyway.
    """
    by_field = {use.field: use for use in section.columns}
    if not {Field.HEAD, Field.HEAD_ID, Field.NAME, Field.ID_NUMBER} <= by_field.keys():
        return section
    heads, names = (
        {cell for cell in sheet.columns[by_field[field].index][section.start : section.end] if cell != ""}
        for field in (Field.HEAD, Field.NAME)
    )
    if len(heads & names) * 2 > len(heads):
        return section
    return replace(section, columns=tuple(map(_head_apart, section.columns)))


def _head_apart(use: ColumnUse) -> ColumnUse:
    if use.field is Field.HEAD_ID:
        return replace(use, field=Field.ID_NUMBER)
    if use.field is Field.OTHER_PHONE and use.heading.startswith("户主"):
        return replace(use, field=Field.PHONE)
    return use if use.field is Field.HEAD or use.field in ADDRESS else replace(use, block=1)


def _bare_section(sheet: Sheet) -> Iterator[Section]:
    """Take a sheet without headings for a table if the cells alone say where numbers and names are."""
    uses = []
    for column, cells in enumerate(sheet.columns):
        guessed = guess(sample(cells))
        uses.append(ColumnUse(column, "", guessed and guessed[0], _GUESS * guessed[1] if guessed else 0.0))
    start = next((row for row in range(sheet.height) if _filled(sheet, row) > 1), 0)
    yield Section((), start, sheet.height, tuple(_settled(uses)), _place(sheet, 0, start))


def _filled(sheet: Sheet, row: int) -> int:
    return sum(cell != "" for cell in sheet.row(row))


def _has_people(sheet: Sheet, section: Section) -> bool:
    columns = [sheet.columns[use.index] for use in section.columns if use.field in _PEOPLE]
    if not columns:
        return False
    return any(cell != "" for column in columns for cell in column[section.start : section.end])


def _place(sheet: Sheet, first: int, last: int) -> str:
    """Return the one building that the rows above a table or the sheet's name speak of."""
    titles = [str(cell) for row in range(first, last) for cell in sheet.row(row) if cell != ""]
    for text in (fold(sheet.name), *map(fold, titles)):
        found = _BUILDING.findall(text)
        if len(found) == 1:
            return str(found[0])
    return ""


def _skipped_whole(sheet: Sheet) -> dict[int, str]:
    return {row: BLANK if is_blank(sheet.row(row)) else NO_RESIDENTS for row in range(sheet.height)}


def _skipped_rows(
    sheet: Sheet, sections: tuple[Section, ...], peopled: tuple[Section, ...]
) -> dict[int, str]:
    inside = {row for section in peopled for row in range(section.start, section.end)}
    unpeopled = {row for section in sections for row in range(section.start, section.end)} - inside
    skipped = {}
    for row in range(sheet.height):
        if row not in inside:
            why = NO_RESIDENTS if row in unpeopled else TITLE
            skipped[row] = BLANK if is_blank(sheet.row(row)) else why
    skipped.update((row, HEADER) for section in sections for row in section.headings)
    return skipped
