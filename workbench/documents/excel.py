"""Writes a report as an Excel workbook (报表): an overview, native charts, and a sheet for each table.

openpyxl writes the workbook; the rows of tables, which may be a hundred thousand, are streamed beside it and
joined in when the file is zipped, so that memory does not grow with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from workbench.documents import wording
from workbench.documents.excel_charts import write_charts
from workbench.documents.excel_marks import mark_book
from workbench.documents.excel_overview import write_overview
from workbench.documents.excel_page import set_up_page
from workbench.documents.excel_rows import RowWriter
from workbench.documents.excel_splice import Rows, splice
from workbench.documents.excel_styles import Styles
from workbench.documents.excel_tables import HEADER_ROW, close_table, open_table, sample_rows, sheet_title
from workbench.documents.files import replacing
from workbench.documents.formatting import local
from workbench.documents.model import Chart, Table

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.documents.model import Report

_SPOOL = 16 * 1024 * 1024
"""Bytes of rows kept in memory before they go to a temporary file."""


@dataclass(frozen=True, slots=True)
class _Streamed:
    """The rows of one table, written and waiting to join their sheet."""

    sheet: Any
    rows: Rows

    @property
    def part(self) -> str:
        """The name of the sheet inside the file, known once the workbook is saved."""
        return str(self.sheet.path).lstrip("/")


def write_excel(report: Report, path: Path) -> None:
    """Write a report as .xlsx; raises DocumentNotWritten, TableMisshapen or TableTooLong.

    An older file of that name stays whole unless all went well.
    """
    from openpyxl import Workbook

    book = Workbook()
    _describe(book, report)
    styles = Styles(book)
    write_overview(book.active, report)
    charts = [block for block in report.blocks if isinstance(block, Chart)]
    if charts:
        write_charts(_new_sheet(book, report, wording.CHARTS), charts)
    tables = [block for block in report.blocks if isinstance(block, Table)]
    streamed = [_table(book, report, table, styles) for table in tables]
    set_up_page(book.active, report)
    with replacing(path) as target:
        draft = BytesIO()
        book.save(draft)
        splice(draft, {each.part: each.rows for each in streamed}, target)
    for each in streamed:
        each.rows.content.close()


def _table(book: Any, report: Report, table: Table, styles: Styles) -> _Streamed:
    """Lay out a table's sheet and stream its rows."""
    sheet = _new_sheet(book, report, table.name)
    sample, rest = sample_rows(table)
    open_table(sheet, report, table, sample)
    content = SpooledTemporaryFile(_SPOOL)  # noqa: SIM115 - handed on, closed by write_excel
    count = RowWriter(table, styles, HEADER_ROW + 1).write(rest, content)
    last = close_table(sheet, table, count)
    return _Streamed(sheet, Rows(content, HEADER_ROW, last, len(table.columns)))


def _new_sheet(book: Any, report: Report, name: str) -> Any:
    sheet = book.create_sheet(sheet_title(name, book.sheetnames))
    set_up_page(sheet, report)
    return sheet


def _describe(book: Any, report: Report) -> None:
    book.properties.title = report.title
    book.properties.creator = report.generated_by
    book.properties.created = local(report.generated_at).replace(tzinfo=None)
    if report.watermark is not None and report.watermark.export_id:
        mark_book(book, report.watermark)
