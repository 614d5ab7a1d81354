"""Small XLSForm workbooks written in a test, sheet by sheet, the first row the headings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

from workbench.forms.definition.workbook import compile_workbook, form_of
from workbench.forms.form import Form

Cells = Sequence[object]
SETTINGS: list[Cells] = [["form_id", "version", "form_title"], ["visit", "3", "入户走访"]]


def workbook(
    survey: Iterable[Cells],
    choices: Iterable[Cells] = (),
    settings: Iterable[Cells] = SETTINGS,
    **others: Iterable[Cells],
) -> bytes:
    """Return the bytes of an .xlsx with these sheets; an empty one is left out."""
    book = Workbook()
    del book["Sheet"]
    for name, rows in {"survey": survey, "choices": choices, "settings": settings, **others}.items():
        if lines := list(rows):
            sheet = book.create_sheet(name)
            for line in lines:
                sheet.append(list(line))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def form(
    survey: Iterable[Cells], *sheets: Iterable[Cells], media: dict[str, bytes] | None = None, **others
) -> Form:
    """Return the form that such a workbook defines."""
    return form_of(compile_workbook(workbook(survey, *sheets, **others)), media or {})
