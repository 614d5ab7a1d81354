"""The reports of the census, each described once for Excel and PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.census.operators import operator_figures
from workbench.census.recheck import content_error, content_errors
from workbench.census.reports.operators import operator_report
from workbench.census.reports.progress import progress_report
from workbench.census.reports.quality import Quality, quality_report
from workbench.census.reports.survey import survey_report
from workbench.census.reports.volume import volume_report
from workbench.census.rules.acceptance import Rechecked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.census.queries import CensusQueries
    from workbench.census.recheck import ContentError
    from workbench.census.tabulation import Basis
    from workbench.census.views import RecheckRow
    from workbench.documents.model import Report
    from workbench.documents.setting import ReportSetting
    from workbench.forms.form import Form

__all__ = [
    "CensusReports",
    "operator_report",
    "progress_report",
    "quality_report",
    "survey_report",
    "volume_report",
]


class CensusReports:
    """Makes the reports of a round from the census' queries. Every method raises what those raise."""

    def __init__(self, queries: CensusQueries, setting: ReportSetting) -> None:
        self._queries, self._setting = queries, setting

    def progress(self, round_id: str) -> Report:
        """Return how far a round is (登记进度表)."""
        return progress_report(self._queries.round(round_id), self._queries.progress(round_id), self._setting)

    def operators(self, round_id: str) -> Report:
        """Return how fast and how right everybody types (录入员统计表)."""
        name = self._queries.round(round_id).name
        return operator_report(name, operator_figures(self._queries.keying(round_id)), self._setting)

    def quality(self, round_id: str) -> Report:
        """Return how double keying stands and what re-interviews found (复核与抽查质量表)."""
        found = self._queries.round(round_id)
        rows = [row for row in self._queries.rechecks(round_id) if row.done_at is not None]
        quality = Quality(
            self._queries.verification_shares(round_id),
            content_errors(map(_rechecked, rows)),
            _by_area(rows),
            found.error_limit_percent / 100,
            self._queries.recheck_coverage(round_id),
        )
        return quality_report(found.name, quality, self._setting)

    def volume(self, round_id: str, basis: Basis, purpose: str) -> Report:
        """Return the tables of a census round (人口和住户汇总表); reading the forms is journalled."""
        from workbench.census.records import household_from
        from workbench.census.tabulation import tabulate
        from workbench.standards.clock import local_date

        found = self._queries.round(round_id)
        households = (household_from(each.xml) for each in self._queries.submitted(round_id, purpose))
        return volume_report(found.name, tabulate(households, local_date(found.moment), basis), self._setting)

    def survey(self, round_id: str, form: Form, purpose: str, crossed_by: str | None = None) -> Report:
        """Return the select questions of a survey or poll, counted (调查汇总表); reading is journalled.

        `crossed_by` is the path of a question that takes one answer, to count the others by.
        """
        from workbench.census.tabulation import answers_from, questions_of, tables_of

        filled = [answers_from(each.xml) for each in self._queries.submitted(round_id, purpose)]
        questions = questions_of(form)
        by = next((each for each in questions if each.path == crossed_by and not each.many), None)
        tables = tables_of(filled, questions, by)
        return survey_report(self._queries.round(round_id).name, len(filled), tables, self._setting)


def _rechecked(row: RecheckRow) -> Rechecked:
    return Rechecked(row.case.area_code, row.enumerator_id, row.compared, row.errors)


def _by_area(rows: Iterable[RecheckRow]) -> tuple[ContentError, ...]:
    several = list(map(_rechecked, rows))
    codes = sorted({each.area_id for each in several})
    return tuple(content_error(code, [each for each in several if each.area_id == code]) for code in codes)
