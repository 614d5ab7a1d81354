"""Reads an edited workbook back, and says by sheet, row and column what is wrong in it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar
from xml.etree.ElementTree import ParseError

from workbench.catalogue.errors import InvalidField, UnreadableCatalogue, WrongEntry
from workbench.catalogue.excel.cells import value_of
from workbench.catalogue.excel.layout import ITEMS, MATERIALS, POSTS, Sheet, SheetColumn
from workbench.catalogue.rules import Catalogue, Material, ServiceItem
from workbench.catalogue.shape import item_from, material_from, post_from
from workbench.catalogue.wording import Fault, Refusal
from workbench.standards.archives import ArchiveLimits, workbook_fault

if TYPE_CHECKING:
    from pathlib import Path

MOST_ROWS, MOST_COLUMNS = 20_000, 60
"""What is read of a sheet at most; the sample has 159 items and about 600 materials."""

LIMITS = ArchiveLimits(entries=500, unpacked=8 << 20)
"""The sample's workbook unpacks to about 1 MiB."""

T = TypeVar("T")


def read_workbook(path: Path) -> Catalogue:
    """Return the catalogue of an edited workbook.

    Raises UnreadableCatalogue, or WrongEntry naming the sheet and row, and the column.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if why := workbook_fault(path, LIMITS):
        raise _unreadable(path, why)
    try:
        with closing(load_workbook(path, read_only=True, data_only=False, keep_links=False)) as workbook:
            return _Reader(path.name, workbook).catalogue()
    # What openpyxl raises for a damaged file, as its parts are looked up and parsed.
    except (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, TypeError, IndexError) as error:
        raise _unreadable(path, Refusal.NOT_A_WORKBOOK) from error


def _unreadable(path: Path, why: str) -> UnreadableCatalogue:
    return UnreadableCatalogue(Refusal.UNREADABLE.format(file=path.name, why=why))


class _Reader:
    """Reads the three sheets of one workbook."""

    def __init__(self, file: str, workbook: Any) -> None:
        self._file, self._workbook = file, workbook
        self._posts: dict[str, str] = {}

    def catalogue(self) -> Catalogue:
        """Read posts first, for items name them, then items with their materials."""
        posts = tuple(post for _, post in self._records(POSTS, post_from))
        self._posts = {post.name: post.code for post in posts}
        items = dict(self._items())
        for code, material in self._materials(items):
            items[code] = replace(items[code], materials=(*items[code].materials, material))
        return Catalogue(posts, tuple(items.values()))

    def _items(self) -> Iterator[tuple[str, ServiceItem]]:
        seen: set[str] = set()
        for place, item in self._records(ITEMS, item_from):
            if item.code in seen:
                raise self._wrong(place, ITEMS, InvalidField("code", Fault.REPEATED.format(value=item.code)))
            seen.add(item.code)
            yield item.code, item

    def _materials(self, items: Mapping[str, ServiceItem]) -> Iterator[tuple[str, Material]]:
        for place, (code, material) in self._records(MATERIALS, _owned):
            if code not in items:
                raise self._wrong(place, MATERIALS, InvalidField("item", Refusal.NO_ITEM.format(code=code)))
            yield code, material

    def _records(self, sheet: Sheet, make: Callable[[dict[str, object]], T]) -> Iterator[tuple[int, T]]:
        rows = self._rows(sheet)
        columns = self._columns(sheet, next(rows, ()))
        for number, row in enumerate(rows, start=2):
            if all(cell.value is None or not str(cell.value).strip() for cell in row):
                continue
            try:
                yield number, make(self._record(columns, row))
            except InvalidField as error:
                raise self._wrong(number, sheet, error, columns) from None

    def _rows(self, sheet: Sheet) -> Iterator[tuple[Any, ...]]:
        if sheet.title not in self._workbook.sheetnames:
            raise self._unreadable(Refusal.NO_SHEET.format(sheet=sheet.title))
        worksheet = self._workbook[sheet.title]
        # The size a sheet declares may be anything; only what is there counts.
        worksheet.reset_dimensions()
        rows: Iterator[tuple[Any, ...]] = worksheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
        return rows

    def _columns(self, sheet: Sheet, head: tuple[Any, ...]) -> dict[int, SheetColumn]:
        titles = {str(cell.value).strip(): place for place, cell in enumerate(head) if cell.value is not None}
        wanted = [column for column in sheet.columns if not column.informative]
        for column in wanted:
            if column.title not in titles:
                raise self._unreadable(Refusal.NO_COLUMN.format(sheet=sheet.title, column=column.title))
        return {titles[column.title]: column for column in wanted}

    def _record(self, columns: Mapping[int, SheetColumn], row: tuple[Any, ...]) -> dict[str, object]:
        cells = ((column, row[place] if place < len(row) else None) for place, column in columns.items())
        return {column.field: self._value(column, cell) for column, cell in cells}

    def _value(self, column: SheetColumn, cell: Any) -> object:
        if cell is None or cell.value is None:
            return value_of(column, None, False, self._posts)
        return value_of(column, cell.value, cell.data_type == "f", self._posts)

    def _wrong(
        self, row: int, sheet: Sheet, error: InvalidField, columns: Mapping[int, SheetColumn] | None = None
    ) -> WrongEntry:
        found = columns or dict(enumerate(sheet.columns))
        titles = {column.field: f"{_letter(place)}列 {column.title}" for place, column in found.items()}
        place = Refusal.CELL.format(sheet=sheet.title, row=row)
        return WrongEntry(self._file, place, titles.get(error.field, error.field), error.fault)

    def _unreadable(self, why: str) -> UnreadableCatalogue:
        return UnreadableCatalogue(Refusal.UNREADABLE.format(file=self._file, why=why))


def _owned(record: dict[str, object]) -> tuple[str, Material]:
    return str(record.pop("item")), material_from(record)


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)
