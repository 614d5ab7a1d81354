"""Describes what became of a typed workbook as a report: every row, every message with its cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.documents.model import Column, ColumnKind, Fact, Report, Table
from workbench.forms.batch import wording
from workbench.forms.batch.outcome import RowStatus

if TYPE_CHECKING:
    from workbench.documents.model import Row
    from workbench.forms.batch.outcome import BatchResult

_INTEGER = ColumnKind.INTEGER
_ROW_COLUMNS = (
    Column(wording.SHEET, width=14),
    Column(wording.ROW, _INTEGER, 8),
    Column(wording.KEY, width=14),
    Column(wording.OUTCOME, width=10),
    Column(wording.PROBLEMS, _INTEGER, 8),
    Column(wording.SUBMISSION, width=46),
)
_DETAIL_COLUMNS = (
    Column(wording.SHEET, width=14),
    Column(wording.ROW, _INTEGER, 8),
    Column(wording.COLUMN, width=6),
    Column(wording.HEADING, width=24),
    Column(wording.QUESTION, width=30),
    Column(wording.LEVEL, width=8),
    Column(wording.MESSAGE, width=70),
)
_UNREAD_COLUMNS = (
    Column(wording.SHEET, width=14),
    Column(wording.COLUMN, _INTEGER, 8),
    Column(wording.HEADING, width=30),
    Column(wording.MESSAGE, width=70),
)


def batch_report(
    result: BatchResult, generated_at: datetime, generated_by: str = wording.REPORT_BY
) -> Report:
    """Return the report of an import; it repeats no typed value, only where to look and what is wrong."""
    counts = tuple(Fact(status.label, str(result.count(status))) for status in RowStatus)
    return Report(
        title=wording.REPORT_TITLE.format(title=result.title),
        generated_at=generated_at,
        generated_by=generated_by,
        facts=(Fact(wording.FILE, result.file), Fact(wording.VERSION, result.version), *counts),
        blocks=(
            Table(wording.ROWS, _ROW_COLUMNS, tuple(_rows(result))),
            Table(wording.DETAILS, _DETAIL_COLUMNS, tuple(_details(result))),
            Table(wording.UNREAD, _UNREAD_COLUMNS, tuple(_unread(result))),
        ),
        landscape=True,
    )


def _rows(result: BatchResult) -> Iterator[Row]:
    for each in result.outcomes:
        problems = sum(not finding.is_notice for finding in each.findings)
        place = each.place
        yield place.sheet, place.row, each.key, each.status.label, problems, each.instance_id


def _details(result: BatchResult) -> Iterator[Row]:
    for outcome in result.outcomes:
        for each in outcome.findings:
            place, level = each.place, wording.NOTICE if each.is_notice else wording.PROBLEM
            yield place.sheet, place.row, place.letter, place.heading, each.question, level, each.message


def _unread(result: BatchResult) -> Iterator[Row]:
    for each in result.unread:
        yield each.sheet, each.column or None, each.heading, each.why
