"""Lays out the sheet of a table: name, origin, head that stays in view, filter, widths, totals."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from workbench.documents import wording
from workbench.documents.excel_marks import origin, titled
from workbench.documents.excel_page import set_up_page
from workbench.documents.excel_styles import Styles, cell_style
from workbench.documents.excel_text import put, safe_text
from workbench.documents.formatting import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.documents.model import Column, Report, Row, Table

HEADER_ROW = 3
_SAMPLE = 200
_WIDEST, _NARROWEST = 48.0, 6.0
_LANDSCAPE_FROM = 90.0
"""Total width, in characters, from which a sheet is printed across."""
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31


def sample_rows(table: Table) -> tuple[list[Row], Iterator[Row]]:
    """Return the first rows, to measure, and all rows once more."""
    rows = iter(table.rows)
    sample = list(islice(rows, _SAMPLE))
    return sample, chain(sample, rows)


def open_table(sheet: Any, report: Report, table: Table, sample: list[Row]) -> None:
    """Write what stands above the rows, and set widths from a sample of them."""
    told = " · ".join(filter(None, (report.title, report.subtitle, origin(report), table.note)))
    put(sheet.cell(1, 1), titled(table.name, report), Styles.TITLE)
    put(sheet.cell(2, 1), told, Styles.SUBTITLE)
    sheet.row_dimensions[1].height, sheet.row_dimensions[HEADER_ROW].height = 26, 24
    total = 0.0
    for place, column in enumerate(table.columns, 1):
        head = sheet.cell(HEADER_ROW, place)
        put(head, column.header, Styles.HEADER)
        width = column.width or _measured(column, [row[place - 1] for row in sample if len(row) >= place])
        sheet.column_dimensions[head.column_letter].width = width
        total += width
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 1)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    set_up_page(sheet, report, landscape=total > _LANDSCAPE_FROM)


def close_table(sheet: Any, table: Table, count: int) -> int:
    """Write what stands below `count` streamed rows; return the last row of the sheet."""
    last = HEADER_ROW + count
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{sheet.cell(HEADER_ROW, len(table.columns)).column_letter}{last}"
    if not count:
        last += 1
        put(sheet.cell(last, 1), wording.EMPTY_TABLE, Styles.SUBTITLE)
    if table.totals is not None:
        last += 1
        for place, (column, value) in enumerate(zip(table.columns, table.totals, strict=False), 1):
            put(sheet.cell(last, place), value, cell_style(column.kind, total=True))
    return last


def sheet_title(name: str, taken: Iterable[str]) -> str:
    """Return a name Excel takes for a sheet, unlike those taken: 31 characters, none it forbids."""
    plain = _FORBIDDEN_IN_TITLE.sub(" ", safe_text(name)).strip(" '")[:_LONGEST_TITLE] or "表"
    used, title, count = {each.casefold() for each in taken}, plain, 1
    while title.casefold() in used:
        count += 1
        title = f"{plain[: _LONGEST_TITLE - len(str(count)) - 1]} {count}"
    return title


def display_width(text: str) -> float:
    """Return the width of the widest line in half-width characters; Chinese characters count two."""
    wide = unicodedata.east_asian_width
    return max(sum(2.1 if wide(char) in "WF" else 1.1 for char in line) for line in text.split("\n"))


def _measured(column: Column, values: list[Any]) -> float:
    widest = max((display_width(cell_text(value, column.kind)) for value in values), default=0.0)
    filtered_head = display_width(column.header) + 3
    return min(max(widest + 2, filtered_head, _NARROWEST), _WIDEST)
