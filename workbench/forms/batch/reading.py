"""Reads a typed workbook as sheets of cells, guarded as every file from outside is."""

from __future__ import annotations

import zipfile
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from workbench.forms.batch import wording
from workbench.standards.archives import ArchiveLimits, workbook_fault
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.forms.batch.cells import CellValue

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 3_200, 8_000_000
"""What is read of a file at most; the cells are of all sheets, up to the last one of each row."""
LIMITS = ArchiveLimits(entries=500, unpacked=128 << 20)


class UnreadableData(WorkbenchError):
    """The typed workbook cannot be read, or holds nothing of the form; nothing was imported."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was typed; a formula is not calculated."""

    value: CellValue
    is_formula: bool = False


_EMPTY = Cell(None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[0]` is row 1."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the visible sheets of an .xlsx. Raises UnreadableData."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if why := workbook_fault(path, LIMITS):
        raise _refused(path, why)
    try:
        with closing(load_workbook(path, read_only=True, data_only=False, keep_links=False)) as workbook:
            reader = _Reader(path)
            return tuple(reader.sheet(each) for each in workbook.worksheets if each.sheet_state == "visible")
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


class _Reader:
    """Reads the sheets of one workbook, and counts its cells."""

    def __init__(self, path: Path) -> None:
        self._path, self._cells = path, 0

    def sheet(self, worksheet: Any) -> Sheet:
        """Return a sheet's rows, each up to its last filled cell."""
        # The size a sheet declares may be anything; only what is there counts.
        worksheet.reset_dimensions()
        rows: list[tuple[Cell, ...]] = []
        for row in worksheet.iter_rows():
            if len(rows) == MOST_ROWS:
                raise _refused(self._path, wording.TOO_LONG.format(sheet=worksheet.title, most=MOST_ROWS))
            rows.append(_filled(row[:MOST_COLUMNS]))
            self._cells += len(row)
            if self._cells > MOST_CELLS:
                raise _refused(self._path, wording.TOO_LARGE.format(most=MOST_CELLS))
        return Sheet(worksheet.title, tuple(rows))


def _filled(row: tuple[Any, ...]) -> tuple[Cell, ...]:
    cells = [_EMPTY if cell.value is None else Cell(cell.value, cell.data_type == "f") for cell in row]
    while cells and cells[-1] is _EMPTY:
        cells.pop()
    return tuple(cells)


def _refused(path: Path, why: str) -> UnreadableData:
    return UnreadableData(wording.UNREADABLE.format(file=path.name, why=why))
