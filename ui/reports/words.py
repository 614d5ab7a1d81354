"""The words of the reports page: each report in the language in force, and what time it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.wording.labels import speaks_chinese
from workbench.desk.report_kinds import Period

if TYPE_CHECKING:
    from workbench.desk.report_kinds import ReportKind

ENGLISH = {
    "day-sheet": ("Day sheet", "Every matter received, decided and rated on one day"),
    "open-matters": ("Open and overdue matters", "All open matters as they stand now, overdue ones first"),
    "monthly-intake": (
        "Monthly intake",
        "By item, post and worker, with the share settled in one visit and the satisfaction",
    ),
    "population": ("Population", "Who lives here by grid, building, age and group"),
    "roster": ("Register of residents", "Everybody who lives here; numbers are masked"),
}
"""The reports in English; the desk names them in Chinese, as they stand on paper."""

translate = QCoreApplication.translate


def period_words(period: Period) -> str:
    """Return what a report asks for in time."""
    return {
        Period.DAY: translate("Reports", "for one day"),
        Period.MONTH: translate("Reports", "for one month"),
        Period.NOW: translate("Reports", "as things stand now"),
    }[period]


def title_of(kind: ReportKind) -> str:
    """Return a report's title."""
    return kind.title if speaks_chinese() else ENGLISH.get(kind.name, (kind.title, ""))[0]


def summary_of(kind: ReportKind) -> str:
    """Return what a report tells, in a sentence."""
    return kind.summary if speaks_chinese() else ENGLISH.get(kind.name, ("", kind.summary))[1]
