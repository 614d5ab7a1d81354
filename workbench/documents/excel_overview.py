"""Writes the first sheet of a workbook: title, facts, words and places to sign."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from workbench.documents import wording
from workbench.documents.excel_marks import origin, titled
from workbench.documents.excel_styles import Styles
from workbench.documents.excel_tables import display_width
from workbench.documents.excel_text import put
from workbench.documents.model import Heading, Paragraph

if TYPE_CHECKING:
    from workbench.documents.model import Report

_WIDTHS = {"A": 22.0, "B": 28.0, "C": 22.0, "D": 28.0}
_LINE = 17.0
"""Height of a line in points."""


def write_overview(sheet: Any, report: Report) -> None:
    """Write the overview (概要) in reading order."""
    sheet.title = wording.OVERVIEW
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    put(sheet["A1"], titled(report.title, report), Styles.TITLE)
    sheet.row_dimensions[1].height = 30
    put(sheet["A2"], " · ".join(filter(None, (report.issuer, report.subtitle))), Styles.SUBTITLE)
    put(sheet["A3"], origin(report), Styles.SUBTITLE)
    row = _facts(sheet, report, 5)
    row = _words(sheet, report, row)
    _signatures(sheet, report, row)


def _facts(sheet: Any, report: Report, row: int) -> int:
    """Write the facts, two beside each other."""
    for place, fact in enumerate(report.facts):
        at, column = row + place // 2, 1 + 2 * (place % 2)
        put(sheet.cell(at, column), fact.label, Styles.LABEL)
        put(sheet.cell(at, column + 1), fact.value, Styles.FACT)
        lines = ceil(display_width(fact.value) / _WIDTHS["B"])
        sheet.row_dimensions[at].height = max(sheet.row_dimensions[at].height or 20, 3 + _LINE * lines)
    return row + ceil(len(report.facts) / 2) + 1


def _words(sheet: Any, report: Report, row: int) -> int:
    """Write headings and paragraphs across the sheet."""
    for block in report.blocks:
        if not isinstance(block, Heading | Paragraph):
            continue
        style = Styles.HEADING if isinstance(block, Heading) else Styles.PROSE
        put(sheet.cell(row, 1), block.text, style)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
        lines = sum(ceil(display_width(line) / 96) or 1 for line in block.text.split("\n"))
        sheet.row_dimensions[row].height = min(409, 4 + _LINE * lines)
        row += 1
    return row + 1


def _signatures(sheet: Any, report: Report, row: int) -> None:
    for place, signature in enumerate(report.signatures):
        signed = signature.signed_on.isoformat() if signature.signed_on else wording.SIGNED_BY_HAND
        put(sheet.cell(row + place, 1), f"{signature.label}：", Styles.LABEL)
        put(sheet.cell(row + place, 2), signature.name, Styles.LABEL)
        put(sheet.cell(row + place, 3), signed, Styles.LABEL)
        sheet.row_dimensions[row + place].height = 26
