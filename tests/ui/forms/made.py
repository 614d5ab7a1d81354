"""Small forms made in a test from the rows of a workbook."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook

from workbench.forms.definition.workbook import compile_workbook, form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.forms.form import Form

YES_NO = [("yn", "1", "是"), ("yn", "2", "否")]
FRUIT = [("fruit", "a", "苹果"), ("fruit", "b", "香蕉"), ("fruit", "c", "樱桃")]


def form(rows: Sequence[dict[str, str]], choices: Sequence[tuple[str, str, str]] = ()) -> Form:
    """Return a form of the rows of its survey sheet; the label is the name where none is given."""
    book = Workbook()
    survey = book.active
    survey.title = "survey"
    heads = list(dict.fromkeys(["type", "name", "label", *(key for row in rows for key in row)]))
    survey.append(heads)
    for row in rows:
        filled = {"label": row.get("name", ""), **row}
        survey.append([filled.get(head) for head in heads])
    sheet = book.create_sheet("choices")
    sheet.append(["list_name", "name", "label"])
    for choice in choices:
        sheet.append(list(choice))
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id"])
    settings.append(["演示表", "made"])
    content = BytesIO()
    book.save(content)
    return form_of(compile_workbook(content.getvalue()))


def question(kind: str, name: str, **more: str) -> dict[str, str]:
    """Return one row of the survey sheet."""
    return {"type": kind, "name": name, **more}
