"""Reads a typed workbook as sheets of cells, guarded as every file from outside is."""

from __future__ import annotations

import zipfile
from contextlib import closing
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from workbench.forms.batch import wording
from workbench.standards.archives import (
    ArchiveLimits,
    HostileArchive,
    entries_of,
    unpacked,
    without_entities,
    without_wide_rows,
)
from workbench.standards.errors import WorkbenchError, reason_of

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.forms.batch.cells import CellValue

MOST_ROWS, MOST_COLUMNS = 20_000, 3_200
LIMITS = ArchiveLimits(entries=500, unpacked=128 << 20)


class UnreadableData(WorkbenchError):
    """The typed workbook cannot be read, or holds nothing of the form; nothing was imported."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was typed; a formula is not calculated."""

    value: CellValue
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[0]` is row 1."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the visible sheets of an .xlsx. Raises UnreadableData."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _check(path)
    try:
        with closing(load_workbook(path, read_only=True, data_only=False, keep_links=False)) as workbook:
            return tuple(_sheet(path, each) for each in workbook.worksheets if each.sheet_state == "visible")
    # What openpyxl raises for a damaged file, as its parts are looked up and parsed.
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        ParseError,
        KeyError,
        TypeError,
        IndexError,
        ValueError,
    ) as error:
        raise _refused(path, wording.NOT_A_WORKBOOK) from error


def _check(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            _look_through(stream)
    except HostileArchive as error:
        raise _refused(path, error.fault.label) from error
    except OSError as error:
        raise _refused(path, reason_of(error)) from error


def _look_through(stream: IO[bytes]) -> None:
    for entry in entries_of(stream, LIMITS):
        if entry.filename.endswith((".xml", ".rels")):
            for _ in without_wide_rows(without_entities(unpacked(stream, entry))):
                pass


def _sheet(path: Path, worksheet: Any) -> Sheet:
    # The size a sheet declares may be anything; only what is there counts.
    worksheet.reset_dimensions()
    rows: list[tuple[Cell, ...]] = []
    for row in worksheet.iter_rows(max_col=MOST_COLUMNS):
        if len(rows) == MOST_ROWS:
            raise _refused(path, wording.TOO_LONG.format(sheet=worksheet.title, most=MOST_ROWS))
        rows.append(tuple(Cell(cell.value, cell.data_type == "f") for cell in row))
    return Sheet(worksheet.title, tuple(rows))


def _refused(path: Path, why: str) -> UnreadableData:
    return UnreadableData(wording.UNREADABLE.format(file=path.name, why=why))
