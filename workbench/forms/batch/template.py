"""Writes an empty workbook to type a form's paper answers into: headings, lists to choose from, comments."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from workbench.documents.excel_text import put, safe_text
from workbench.documents.files import replacing
from workbench.forms.batch import wording
from workbench.forms.batch.headings import Headings, heading_key
from workbench.forms.fields import fields_of
from workbench.forms.form import ControlKind, DataType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from workbench.forms.fields import Field
    from workbench.forms.form import Form

_HEAD_FILL, _REQUIRED_FILL, _HEAD_INK = "1F5F5B", "8A4B08", "FFFFFF"
_ROWS = 2_000
"""Rows that choose from the lists."""
_LISTED = 30
"""Options named in a comment; the others stand on the sheet of options."""
_TITLE_LENGTH = 31
_HEAD_HEIGHT = 48
_NARROWEST, _WIDEST = 10, 30
_NUMBERS = (DataType.INTEGER, DataType.DECIMAL)
_MANY = (ControlKind.SELECT_MANY, ControlKind.RANK)


def write_template(form: Form, path: Path) -> None:
    """Write the workbook; a repeat has its own sheet. Raises DocumentNotWritten."""
    from openpyxl import Workbook

    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    fields = [field for field in fields_of(form) if len(field.repeats) < 2]
    lists = _Lists(book, fields)
    by_repeat = {repeat: list(group) for repeat, group in groupby(sorted(fields, key=_repeat_first), _repeat)}
    for repeat, inside in by_repeat.items():
        title = _title(form, repeat)
        _Sheet(book.create_sheet(title, len(book.sheetnames) - 1), fields, lists).write(
            inside, len(by_repeat) > 1
        )
    book.active = 0
    with replacing(path) as stream:
        book.save(stream)


def _repeat(field: Field) -> str:
    return field.repeat


def _repeat_first(field: Field) -> tuple[int, int]:
    return (field.block if field.repeat else -1, field.order)


def _title(form: Form, repeat: str) -> str:
    name = repeat.rsplit("/", 1)[-1] if repeat else form.title
    return "".join("·" if letter in "[]:*?/\\'" else letter for letter in safe_text(name))[:_TITLE_LENGTH]


class _Lists:
    """The sheet of options: a column for each question that offers some."""

    def __init__(self, book: Workbook, fields: Sequence[Field]) -> None:
        self._sheet = book.create_sheet(wording.OPTIONS)
        self._ranges: dict[tuple[str, ...], str] = {}
        for field in fields:
            shown = tuple(option.shown for option in field.options)
            if shown and shown not in self._ranges:
                self._ranges[shown] = self._add(field, shown)

    def range_of(self, field: Field) -> str:
        """Return where the options of a question stand."""
        return self._ranges[tuple(option.shown for option in field.options)]

    def _add(self, field: Field, shown: Sequence[str]) -> str:
        from openpyxl.utils import get_column_letter

        column = len(self._ranges) + 1
        letter = get_column_letter(column)
        put(self._sheet.cell(1, column), field.title, "Normal")
        for row, text in enumerate(shown, 2):
            put(self._sheet.cell(row, column), text, "Normal")
        self._sheet.column_dimensions[letter].width = _WIDEST
        return f"'{wording.OPTIONS}'!${letter}$2:${letter}${len(shown) + 1}"


class _Sheet:
    """One sheet to type into."""

    def __init__(self, worksheet: Worksheet, every: Sequence[Field], lists: _Lists) -> None:
        self._worksheet, self._lists = worksheet, lists
        self._headings = Headings(every)
        self._labels = [heading_key(field.title) for field in every]

    def write(self, fields: Sequence[Field], keyed: bool) -> None:
        """Write a column for each question, after the key where sheets must be tied together."""
        first = 1
        if keyed:
            self._head(1, wording.KEY, wording.TEMPLATE_KEY, required=True)
            first = 2
        for column, field in enumerate(fields, first):
            self._head(column, self._heading(field), _comment(field), _is_required(field))
            self._column(column, field)
        self._worksheet.row_dimensions[1].height = _HEAD_HEIGHT
        self._worksheet.freeze_panes = self._worksheet.cell(2, first).coordinate

    def _heading(self, field: Field) -> str:
        if self._labels.count(heading_key(field.title)) == 1 and "[" not in field.title:
            return field.title
        return f"{field.title} [{field.path.split('/', 2)[-1]}]"

    def _head(self, column: int, heading: str, comment: str, required: bool) -> None:
        from openpyxl.comments import Comment
        from openpyxl.styles import Alignment, Font, PatternFill
        from openpyxl.utils import get_column_letter

        cell: Any = self._worksheet.cell(1, column)
        put(cell, heading, "Normal")
        cell.fill = PatternFill("solid", fgColor=_REQUIRED_FILL if required else _HEAD_FILL)
        cell.font = Font(bold=True, color=_HEAD_INK)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.comment = Comment(safe_text(comment), wording.REPORT_BY, height=220, width=320)
        width = min(max(len(heading) * 1.2, _NARROWEST), _WIDEST)
        self._worksheet.column_dimensions[get_column_letter(column)].width = width

    def _column(self, column: int, field: Field) -> None:
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        letter = get_column_letter(column)
        if field.type not in _NUMBERS or field.options:
            # Codes and long numbers stay as typed: a text column keeps 01 and all eighteen digits.
            self._worksheet.column_dimensions[letter].number_format = "@"
        if field.options and field.control.kind not in _MANY:
            # A code alone is welcome too, so the list only offers and never refuses.
            validation = DataValidation("list", formula1=self._lists.range_of(field), showErrorMessage=False)
            validation.add(f"{letter}2:{letter}{_ROWS}")
            self._worksheet.add_data_validation(validation)


def _is_required(field: Field) -> bool:
    return field.bind.required is not None and field.bind.relevant is None


def _comment(field: Field) -> str:
    lines = [*field.labels, *field.hints[:1], wording.TEMPLATE_NOTE.format(name=field.path.split("/", 2)[-1])]
    if _is_required(field):
        lines.append(wording.TEMPLATE_REQUIRED)
    if field.type is DataType.DATE:
        lines.append(wording.TEMPLATE_DATE)
    if field.options:
        how = {ControlKind.RANK: wording.TEMPLATE_RANK, ControlKind.SELECT_MANY: wording.TEMPLATE_CHOOSE_MANY}
        lines.append(how.get(field.control.kind, wording.TEMPLATE_CHOOSE))
        lines += [option.shown for option in field.options[:_LISTED]]
        lines += [wording.MORE_OPTIONS] if len(field.options) > _LISTED else []
    return "\n".join(lines)
