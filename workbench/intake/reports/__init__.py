"""The reports of intake, each described once for Excel and PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.intake.queries import Dimension, IntakeQueries, Span
from workbench.intake.reports.daily import day_sheet_report, open_matters_report
from workbench.intake.reports.monthly import monthly_report
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from datetime import date

    from workbench.documents.model import Report
    from workbench.documents.setting import ReportSetting


class IntakeReports:
    """Makes the reports of intake from its queries."""

    def __init__(self, queries: IntakeQueries, setting: ReportSetting) -> None:
        self._queries, self._setting = queries, setting

    def day_sheet(self, day: date) -> Report:
        """Return the register of a day (当日受理登记)."""
        return day_sheet_report(self._queries.day_sheet(day), self._setting)

    def open_matters(self) -> Report:
        """Return the matters in hand today, overdue ones first (在办与逾期办件)."""
        today = local_date(self._setting.generated_at)
        return open_matters_report(self._queries.in_hand(), today, self._setting)

    def monthly(self, year: int, month: int) -> Report:
        """Return the report of a month by item, post and worker (受理月报); a month under way ends today."""
        span, read = Span.of_month(year, month), self._queries.statistics
        today = local_date(self._setting.generated_at)
        span = replace(span, last=min(span.last, today))
        by_item, by_post, by_worker = (
            read(by, span) for by in (Dimension.ITEM, Dimension.POST, Dimension.WORKER)
        )
        days = self._queries.by_day(span)
        return monthly_report(span, by_item, by_post, by_worker, days, self._setting)
