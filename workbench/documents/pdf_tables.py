"""Draws tables in PDF, any number of pages long: rows come one by one and none is held."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from workbench.documents.column_widths import BODY, HEAD, PADDING, column_need, share_width
from workbench.documents.errors import TableMisshapen
from workbench.documents.formatting import cell_formatter
from workbench.documents.palette import BAND, FAINT, HAIRLINE, INK, SOFT, Ink
from workbench.documents.wording import EMPTY_TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.documents.flow import Flow
    from workbench.documents.model import Row, Table

_SAMPLE = 200
"""Rows looked at to find the widths of columns."""
_LEADING = 12.0
_ROW_EXTRA = 5.5
_BASELINE = 11.2

TOTAL = Ink(8.5, INK, bold=True)
NAME = Ink(11, INK, bold=True)
NOTE = Ink(8, FAINT)


def draw_table(flow: Flow, table: Table) -> None:
    """Draw a table with its name above; the head is repeated on every page."""
    rows = iter(table.rows)
    sample = list(islice(rows, _SAMPLE))
    printer = _TablePrinter(flow, table, sample)
    printer.open()
    for row in chain(sample, rows):
        printer.row(row, BODY)
    printer.close()


class _TablePrinter:
    """A table on its way down the pages."""

    def __init__(self, flow: Flow, table: Table, sample: list[Row]) -> None:
        self._flow, self._pen, self._table = flow, flow.pen, table
        self._formatters = [cell_formatter(column.kind) for column in table.columns]
        samples = self._samples(sample)
        held = [[row[at] for row in samples] for at in range(len(table.columns))]
        pairs = zip(table.columns, held, strict=True)
        needs = [column_need(flow.pen, column, texts) for column, texts in pairs]
        self._widths = share_width(needs, flow.width)
        self._rooms = [width - 2 * PADDING for width in self._widths]
        self._numeric = [column.kind.numeric for column in table.columns]
        self._count = 0

    def open(self) -> None:
        """Draw the name and the head, together with room for three rows."""
        self._flow.need(70)
        if self._table.name:
            self._pen.text(self._flow.left, self._flow.y + NAME.size, self._table.name, NAME)
            self._flow.y += 19
        self._head()

    def row(self, row: Row, ink: Ink) -> None:
        """Draw one row, on the next page if it does not fit on this one."""
        if len(row) != len(self._widths):
            raise TableMisshapen(
                f"表“{self._table.name}”有 {len(self._widths)} 列，其中一行却有 {len(row)} 个值；"
                "未生成文件，请检查数据。"
            )
        self._count += 1
        lines, columns = self._pen.lines, zip(self._formatters, self._rooms, row, strict=True)
        self._lines([lines(form(value), room, ink) for form, room, value in columns], ink)

    def close(self) -> None:
        """Draw the totals and the note."""
        if not self._count:
            self._pen.text(self._flow.left + PADDING, self._flow.y + _BASELINE + 4, EMPTY_TABLE, NOTE)
            self._flow.y += 24
            self._rule(HAIRLINE)
        if self._table.totals is not None:
            self._rule(SOFT)
            self.row(self._table.totals, TOTAL)
        if self._table.note:
            self._flow.y += 3
            self._flow.paragraph(self._table.note, NOTE, 12)
        self._flow.y += 20

    def _lines(self, cells: Sequence[list[str]], ink: Ink) -> None:
        """Draw the lines of a row; a row taller than the rest of a page is continued, never cut off."""
        height = max(map(len, cells)) * _LEADING + _ROW_EXTRA
        if height > self._flow.room and self._flow.need(min(height, 5 * _LEADING)):
            self._head()
        fitting = int((self._flow.room - _ROW_EXTRA) // _LEADING)
        rest = [cell[fitting:] for cell in cells]
        self._draw(cells, fitting, ink)
        if any(rest):
            self._flow.turn()
            self._head()
            self._lines(rest, ink)

    def _draw(self, cells: Sequence[list[str]], limit: int, ink: Ink) -> None:
        x, top = self._flow.left, self._flow.y + _BASELINE
        write = self._pen.text
        for lines, width, numeric in zip(cells, self._widths, self._numeric, strict=True):
            for place, line in enumerate(lines[:limit]):
                if numeric:
                    self._pen.right(x + width - PADDING, top + place * _LEADING, line, ink)
                elif line:
                    write(x + PADDING, top + place * _LEADING, line, ink)
            x += width
        self._flow.y += min(limit, max(map(len, cells))) * _LEADING + _ROW_EXTRA
        self._rule(HAIRLINE)

    def _head(self) -> None:
        titles = [column.header for column in self._table.columns]
        cells = [self._pen.lines(title, room, HEAD) for title, room in zip(titles, self._rooms, strict=True)]
        height = max(map(len, cells)) * _LEADING + _ROW_EXTRA
        self._pen.fill(self._flow.left, self._flow.y, self._flow.width, height, BAND)
        self._rule(SOFT)
        self._draw(cells, len(max(cells, key=len)), HEAD)

    def _rule(self, colour: tuple[float, float, float]) -> None:
        self._pen.rule(self._flow.left, self._flow.right, self._flow.y, colour)

    def _samples(self, rows: list[Row]) -> list[list[str]]:
        totals = [self._table.totals] if self._table.totals is not None else []
        forms = self._formatters
        return [[form(cell) for form, cell in zip(forms, row, strict=False)] for row in (*rows, *totals)]
