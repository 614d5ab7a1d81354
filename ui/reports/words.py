"""The words of the reports page: what time a report is about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.desk.reports import Period

translate = QCoreApplication.translate


def period_words(period: Period) -> str:
    """Return what a report asks for in time."""
    return {
        Period.DAY: translate("Reports", "for one day"),
        Period.MONTH: translate("Reports", "for one month"),
        Period.NOW: translate("Reports", "as things stand now"),
    }[period]
