"""The tables found in a file, as the mapping page walks through them, and how their mapping is edited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.people.roster.fields import Field
from workbench.people.roster.mapping import RosterMapping

if TYPE_CHECKING:
    from workbench.people.roster.mapping import ColumnUse, Section, SheetMapping
    from workbench.people.roster.plan import RosterDraft
    from workbench.people.roster.reading import Cell, Sheet

PREVIEWED = 5
"""Rows shown of each table."""

_REPEATABLE = frozenset({None, Field.OTHER, Field.NOTE, Field.TAGS, Field.TAG})


@dataclass(frozen=True, slots=True)
class FoundTable:
    """One table of one sheet; ``section`` counts the tables of a sheet from 0."""

    sheet: Sheet
    section: int
    proposed: Section
    alone: bool

    @property
    def rows(self) -> int:
        """How many rows of data it has."""
        return self.proposed.end - self.proposed.start


def found_tables(draft: RosterDraft) -> tuple[FoundTable, ...]:
    """Return every table with residents, sheet by sheet."""
    sheets = {sheet.name: sheet for sheet in draft.file.sheets}
    return tuple(
        FoundTable(sheets[entry.sheet], at, section, len(entry.sections) == 1)
        for entry in draft.mapping.sheets
        for at, section in enumerate(entry.sections)
    )


def section_of(mapping: RosterMapping, table: FoundTable) -> Section:
    """Return what a mapping says of a table."""
    entry = next(entry for entry in mapping.sheets if entry.sheet == table.sheet.name)
    return entry.sections[table.section]


def without_sheets(mapping: RosterMapping, names: frozenset[str]) -> RosterMapping:
    """Return the mapping with these sheets left out."""
    for name in names:
        mapping = mapping.without_sheet(name)
    return mapping


def starting_at(mapping: RosterMapping, table: FoundTable, start: int) -> RosterMapping:
    """Return the mapping with a table's data beginning at another row, counted from 0."""
    return RosterMapping(tuple(_started(entry, table, start) for entry in mapping.sheets))


def first_possible(section: Section) -> int:
    """Return the first row, counted from 0, at which the data of a table can begin."""
    return max(section.headings, default=-1) + 1


def preview(table: FoundTable, section: Section, column: ColumnUse) -> tuple[str, ...]:
    """Return the first cells of a column as text."""
    cells = table.sheet.columns[column.index][section.start : section.start + PREVIEWED]
    return tuple(map(cell_text, cells))


def told_twice(section: Section) -> Field | None:
    """Return a meaning that two columns of the same people have, or None."""
    seen = Counter((use.block, use.field) for use in section.columns if use.field not in _REPEATABLE)
    return next((field for (_, field), count in seen.items() if count > 1), None)


def cell_text(cell: Cell) -> str:
    """Return a cell as the file's reader sees it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _started(entry: SheetMapping, table: FoundTable, start: int) -> SheetMapping:
    if entry.sheet != table.sheet.name:
        return entry
    sections = list(entry.sections)
    sections[table.section] = replace(sections[table.section], start=start)
    return replace(entry, sections=tuple(sections))
