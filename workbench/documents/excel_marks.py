"""Marks a workbook with where it came from: on every sheet to be read, and where nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.documents import wording
from workbench.documents.hidden_mark import hidden

if TYPE_CHECKING:
    from workbench.documents.model import Report, Watermark

PROPERTY = "ExportId"
"""The custom property that holds the number of the export."""


def mark_book(book: Any, mark: Watermark) -> None:
    """Write the mark into the workbook's properties."""
    from openpyxl.packaging.custom import StringProperty

    text = wording.watermark(mark)
    book.properties.subject = book.properties.keywords = text
    book.properties.identifier = mark.export_id
    book.custom_doc_props.append(StringProperty(name=PROPERTY, value=mark.export_id))


def titled(text: str, report: Report) -> str:
    """Return the title of a sheet, the export's number hidden in it."""
    mark = report.watermark
    return text + hidden(mark.export_id) if mark is not None and mark.export_id else text


def origin(report: Report) -> str:
    """Return who produced a sheet, and where a copy that left came from."""
    mark = report.watermark
    return wording.watermark(mark) if mark is not None and mark.export_id else wording.produced(report)
