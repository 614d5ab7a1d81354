"""What each column of a roster is taken to mean: proposed by the layout, confirmed or edited by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.people.roster.fields import Field
from workbench.people.vocabulary import TagKind


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """One column: its place from 0, the words over it, its meaning (None: unknown) and how sure that is.

    Tables with people side by side have several blocks; a column of block 0 that holds an address serves
    all of them.
    """

    index: int
    heading: str
    field: Field | None
    confidence: float
    block: int = 0
    tag: TagKind | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One table within a sheet: its heading rows, its data rows from `start` up to `end`, its columns.

    `place` is a building named by the title or the sheet, for tables that leave it out.
    """

    headings: tuple[int, ...]
    start: int
    end: int
    columns: tuple[ColumnUse, ...]
    place: str = ""

    @property
    def confidence(self) -> float:
        """How sure the least certain column that is imported is, from 0 to 1."""
        used = [column.confidence for column in self.columns if column.field not in _UNIMPORTED]
        return min(used, default=0.0)


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """One sheet: its tables, and why rows outside of them are skipped, by row from 0."""

    sheet: str
    sections: tuple[Section, ...]
    skipped: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class RosterMapping:
    """The mapping of a whole file."""

    sheets: tuple[SheetMapping, ...]

    def with_column(
        self, sheet: str, section: int, column: int, field: Field | None, tag: TagKind | None = None
    ) -> RosterMapping:
        """Return the mapping with one column given another meaning by the person, who is sure of it."""
        return RosterMapping(
            tuple(
                _with_column(entry, section, column, field, tag) if entry.sheet == sheet else entry
                for entry in self.sheets
            )
        )

    def without_sheet(self, sheet: str) -> RosterMapping:
        """Return the mapping with a sheet left out of the import."""
        return RosterMapping(
            tuple(replace(entry, sections=()) if entry.sheet == sheet else entry for entry in self.sheets)
        )


_UNIMPORTED = frozenset({None, Field.OTHER, Field.SERIAL})


def _with_column(
    entry: SheetMapping, section: int, column: int, field: Field | None, tag: TagKind | None
) -> SheetMapping:
    sections = list(entry.sections)
    columns = tuple(
        replace(use, field=field, confidence=1.0, tag=tag) if use.index == column else use
        for use in sections[section].columns
    )
    sections[section] = replace(sections[section], columns=columns)
    return replace(entry, sections=tuple(sections))
