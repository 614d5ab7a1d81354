"""Streams the rows of a table as worksheet XML, each cell a real number, date or text.

The format is ECMA-376 part 1, 18.3.1.4 (cells) and 18.17.4.1 (dates as days since 1899-12-30).
"""

from __future__ import annotations

from datetime import date, datetime
from math import isfinite
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape

from workbench.documents.errors import TableMisshapen, TableTooLong
from workbench.documents.excel_text import looks_like_formula, safe_text
from workbench.documents.formatting import local
from workbench.documents.model import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.documents.excel_styles import Styles
    from workbench.documents.model import CellValue, Column, Row, Table

LAST_ROW = 1_048_576
"""Rows an Excel sheet can hold."""
_EPOCH = date(1899, 12, 30).toordinal()
_FIRST_DATE = date(1900, 3, 1)
"""Excel takes 1900 for a leap year; dates before this day would be off by one and are written as text."""
_CHUNK = 512


class RowWriter:
    """Writes rows below the head of one table."""

    def __init__(self, table: Table, styles: Styles, first_row: int) -> None:
        from openpyxl.utils import get_column_letter

        self._table, self._row = table, first_row
        places = [f'<c r="{get_column_letter(at)}' for at in range(1, len(table.columns) + 1)]
        contents = [_content_of(column, styles) for column in table.columns]
        self._cells = list(zip(places, contents, strict=True))

    def write(self, rows: Iterable[Row], target: IO[bytes]) -> int:
        """Write all rows and return how many there were; raises TableMisshapen or TableTooLong."""
        first, pending = self._row, list[str]()
        for row in rows:
            pending.append(self._xml(row))
            self._row += 1
            if len(pending) == _CHUNK:
                target.write("".join(pending).encode())
                pending.clear()
        target.write("".join(pending).encode())
        return self._row - first

    def _xml(self, row: Row) -> str:
        if len(row) != len(self._cells):
            raise TableMisshapen(
                f"表“{self._table.name}”有 {len(self._cells)} 列，其中一行却有 {len(row)} 个值；"
                "未生成文件，请检查数据。"
            )
        if self._row >= LAST_ROW:
            raise TableTooLong(
                f"表“{self._table.name}”超过 Excel 一张工作表 {LAST_ROW:,} 行的上限；"
                "未生成文件，请缩小范围分次导出。"
            )
        number = f'{self._row}"'
        pairs = zip(self._cells, row, strict=True)
        cells = "".join([f"{place}{number}{content(value)}" for (place, content), value in pairs])
        return f'<row r="{number}>{cells}</row>'


def _content_of(column: Column, styles: Styles) -> Callable[[CellValue], str]:
    """Return how the values of a column are written; what is of another kind is written as what it is."""
    text = styles.format_number(ColumnKind.TEXT)
    quoted = styles.format_number(ColumnKind.TEXT, quoted=True)
    number = styles.format_number(column.kind if column.kind.numeric else ColumnKind.TEXT)
    dated = column.kind in (ColumnKind.DATE, ColumnKind.DATETIME)
    day = styles.format_number(column.kind if dated else ColumnKind.DATE)
    moment = styles.format_number(column.kind if dated else ColumnKind.DATETIME)
    opened = f' s="{text}" t="inlineStr"><is><t xml:space="preserve">'
    opened_quoted = f' s="{quoted}" t="inlineStr"><is><t xml:space="preserve">'

    def words(value: str) -> str:
        clean = safe_text(value)
        start = opened_quoted if looks_like_formula(clean) else opened
        return f"{start}{escape(clean)}</t></is></c>"

    def content(value: CellValue) -> str:
        if isinstance(value, str):
            return words(value)
        if isinstance(value, date):
            serial = excel_serial(value)
            style = moment if isinstance(value, datetime) else day
            return words(str(value)) if serial is None else f' s="{style}"><v>{serial}</v></c>'
        if value is None:
            return f' s="{text}"/>'
        if not isfinite(value):
            return words(str(value))
        return f' s="{number}"><v>{value}</v></c>'

    return content


def excel_serial(value: date) -> float | None:
    """Return a date or moment as Excel counts it, None before 1 March 1900."""
    if not isinstance(value, datetime):
        return value.toordinal() - _EPOCH if value >= _FIRST_DATE else None
    clock = local(value)
    if clock.date() < _FIRST_DATE:
        return None
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6
    return round(clock.toordinal() - _EPOCH + seconds / 86_400, 9)
