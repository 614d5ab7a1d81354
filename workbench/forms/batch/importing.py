"""Imports a typed workbook: reads it, recognises its columns, and fills a form for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.batch import wording
from workbench.forms.batch.cases import cases_of
from workbench.forms.batch.filling import fill
from workbench.forms.batch.layout import lay_out
from workbench.forms.batch.outcome import BatchResult
from workbench.forms.batch.reading import UnreadableData, read_sheets
from workbench.forms.engine.setting import Setting
from workbench.forms.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.forms.batch.layout import Layout
    from workbench.forms.form import Form


def import_workbook(
    form: Form, path: Path, setting: Setting | None = None, progress: Callable[[int, int], None] | None = None
) -> BatchResult:
    """Return what became of every row of an .xlsx typed from paper; nothing is stored.

    `progress` is told the rows done and all rows; it may raise to cancel. Raises UnreadableData.
    """
    layout = lay_out(read_sheets(path), fields_of(form))
    if layout is None:
        raise UnreadableData(wording.NO_HEADINGS.format(file=path.name, title=form.title))
    cases, repeats = cases_of(layout), _repeats(layout)
    outcomes = []
    for done, case in enumerate(cases, 1):
        outcomes.append(fill(form, case, setting or Setting(), repeats))
        if progress is not None:
            progress(done, len(cases))
    return BatchResult(path.name, form.title, form.version, tuple(outcomes), layout.unread)


def _repeats(layout: Layout) -> frozenset[str]:
    """Return the repeats that the workbook has columns for."""
    sheets = (layout.main, *layout.repeats)
    return frozenset(each.field.repeat for sheet in sheets for each in sheet.targets.values()) - {""}
