"""How a report leaves the desk: marked with who took it, when and why, and journalled before it goes."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.documents.model import Report, Table, Watermark
from workbench.security.roles import Permission, require

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


class FileFormat(StrEnum):
    """How a report is written; the value is the ending of its file."""

    EXCEL = "xlsx"
    PDF = "pdf"


def drawn(report: Report) -> bytes:
    """Return a report as PDF, as it stands."""
    from workbench.documents.pdf import draw_report

    stream = BytesIO()
    draw_report(report, stream)
    return stream.getvalue()


def leaving(desk: Desk, name: str, report: Report, purpose: str) -> Report:
    """Return a report marked for leaving, once that it leaves is journalled. Raises NotPermitted."""
    require(desk.session, Permission.EXPORT)
    desk.note_export(name, _rows_of(report), purpose)
    return replace(report, watermark=Watermark(desk.session.display_name, desk.now(), purpose))


def write(report: Report, file_format: str, target: Path) -> None:
    """Write a report as Excel or PDF. Raises DocumentNotWritten."""
    if FileFormat(file_format) is FileFormat.EXCEL:
        from workbench.documents.excel import write_excel

        write_excel(report, target)
    else:
        from workbench.documents.pdf import write_pdf

        write_pdf(report, target)


def _rows_of(report: Report) -> int:
    """Return how many rows a report's lists have; those read row by row count as they are gone through."""
    return sum(sum(1 for _ in block.rows) for block in report.blocks if isinstance(block, Table))
