"""Writes the catalogue as a workbook: items, materials and posts, with lists to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from workbench.catalogue.excel.layout import ITEMS, MATERIALS, POSTS, CellKind, Sheet, SheetColumn
from workbench.catalogue.rules import ItemKind
from workbench.catalogue.wording import CHOOSE, LIST_SEPARATOR, NO, WORKBOOK_TITLE, YES
from workbench.documents.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from workbench.catalogue.rules import Catalogue

_HEAD_FILL, _HEAD_INK, _LINE = "1F5F5B", "FFFFFF", "CBD2D9"
_HEAD_HEIGHT = 30
_SPARE_ROWS = 500
"""Rows below the last that choose from the lists too, for items added by hand."""

Record = Mapping[str, object]


def write_workbook(catalogue: Catalogue, path: Path) -> None:
    """Write the catalogue for editing. Raises DocumentNotWritten; an existing file is kept until then."""
    from openpyxl import Workbook

    posts = {post.code: post.name for post in catalogue.posts}
    items = ({**_record(item), "post": posts.get(item.post, item.post)} for item in catalogue.items)
    materials = (
        {**_record(material), "item": item.code, "item_name": item.name}
        for item in catalogue.items
        for material in item.materials
    )
    workbook = Workbook()
    for empty in workbook.worksheets:
        workbook.remove(empty)
    workbook.properties.title = WORKBOOK_TITLE
    _fill(workbook.create_sheet(ITEMS.title), ITEMS, items, len(posts))
    _fill(workbook.create_sheet(MATERIALS.title), MATERIALS, materials, len(posts))
    _fill(workbook.create_sheet(POSTS.title), POSTS, map(_record, catalogue.posts), len(posts))
    with replacing(path) as stream:
        workbook.save(stream)


def _record(thing: Any) -> dict[str, object]:
    return {field: getattr(thing, field) for field in thing.__slots__}


def _fill(worksheet: Worksheet, sheet: Sheet, records: Iterable[Record], posts: int) -> None:
    style = _body_style()
    _write_head(worksheet, sheet)
    for row, record in enumerate(records, start=2):
        for place, column in enumerate(sheet.columns, start=1):
            style(worksheet.cell(row, place), _shown(record[column.field]))
    worksheet.freeze_panes = worksheet.cell(2, sheet.frozen + 1).coordinate
    worksheet.auto_filter.ref = worksheet.dimensions
    _offer_choices(worksheet, sheet, posts)
    _set_up_print(worksheet)


def _shown(value: object) -> object:
    match value:
        case bool():
            return YES if value else NO
        case ItemKind():
            return value.label
        case tuple():
            return LIST_SEPARATOR.join(value) or None
        case "":
            return None
        case _:
            return value


def _write_head(worksheet: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    fill, font = PatternFill("solid", fgColor=_HEAD_FILL), Font(bold=True, color=_HEAD_INK)
    alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for place, column in enumerate(sheet.columns, start=1):
        cell = worksheet.cell(1, place, column.title)
        cell.fill, cell.font, cell.alignment = fill, font, alignment
        worksheet.column_dimensions[get_column_letter(place)].width = column.width
    worksheet.row_dimensions[1].height = _HEAD_HEIGHT


def _body_style() -> Callable[[Any, object], None]:
    from openpyxl.styles import Alignment, Border, Side

    border = Border(bottom=Side("thin", color=_LINE))
    return partial(_write, alignment=Alignment(vertical="top", wrap_text=True), border=border)


def _write(cell: Any, value: object, *, alignment: object, border: object) -> None:
    cell.value = value
    if isinstance(value, str):
        # What begins with = is text here: nobody's words become a formula, and editing keeps it so.
        cell.data_type = "s"
        cell.quotePrefix = value[0] in "=+-@"
    cell.alignment, cell.border = alignment, border


def _offer_choices(worksheet: Worksheet, sheet: Sheet, posts: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = worksheet.max_row + _SPARE_ROWS
    for place, column in enumerate(sheet.columns, start=1):
        if (choices := _choices(column, posts)) is not None:
            validation = DataValidation("list", formula1=choices, allow_blank=True, showErrorMessage=True)
            validation.error = CHOOSE
            letter = get_column_letter(place)
            validation.add(f"{letter}2:{letter}{last}")
            worksheet.add_data_validation(validation)


def _choices(column: SheetColumn, posts: int) -> str | None:
    match column.kind:
        case CellKind.FLAG:
            return f'"{YES},{NO}"'
        case CellKind.KIND:
            return f'"{",".join(kind.label for kind in ItemKind)}"'
        case CellKind.POST:
            return f"'{POSTS.title}'!$B$2:$B${posts + 1}"
        case _:
            return None


def _set_up_print(worksheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = 9
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_title_rows = "1:1"
