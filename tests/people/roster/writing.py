"""Writes rows as the kinds of file that rosters come in."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

Rows = Sequence[Sequence[Any]]
Merges = Sequence[tuple[int, int, int, int]]


def write_xlsx(
    path: Path, sheets: Mapping[str, Rows], merges: Merges = (), hidden: Sequence[str] = ()
) -> Path:
    """Write sheets; `merges` (top, left, bottom, right from 0) go on the first."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row, 1):
                if value != "":
                    sheet.cell(number, place, value)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    for top, left, bottom, right in merges:
        book.worksheets[0].merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    book.save(path)
    return path


def write_xls(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write the old binary format; dates as dates."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    dated = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write(number, place, value, dated)
                elif value != "":
                    sheet.write(number, place, value)
    book.save(str(path))
    return path


def write_csv(path: Path, rows: Rows, encoding: str = "gb18030", delimiter: str = ",") -> Path:
    """Write delimited text."""
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    return path
