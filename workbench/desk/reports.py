"""Every report by its name: what it is, how it is built, and how it leaves the workbench, with a trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.desk.papers import Leave, drawn, leaving, write
from workbench.desk.report_kinds import KINDS, REPORT_NAMES, ReportKind
from workbench.documents.model import Report
from workbench.security.roles import Permission, require
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.intake.reports import IntakeReports
    from workbench.security.approval import Approval


class UnknownReport(WorkbenchError):
    """There is no report of that name."""


class Reports:
    """Builds and writes reports for one signed-in person; building needs SEE_REPORTS, writing EXPORT."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kinds(self) -> tuple[ReportKind, ...]:
        """Return the reports there are."""
        return KINDS

    def build(self, name: str, day: date, purpose: str = "") -> Report:
        """Return a report of the period in which `day` lies. Raises NotPermitted, UnknownReport."""
        require(self._desk.session, Permission.SEE_REPORTS)
        makers: dict[str, Callable[[], Report]] = {
            "day-sheet": lambda: self._intake().day_sheet(day),
            "open-matters": lambda: self._intake().open_matters(),
            "monthly-intake": lambda: self._intake().monthly(day.year, day.month),
            "population": self._population,
            "roster": lambda: self._roster(purpose),
        }
        if name not in makers:
            raise UnknownReport(f"没有名为“{name}”的报表，可用的有：{'、'.join(REPORT_NAMES)}。")
        return makers[name]()

    def pdf(self, name: str, day: date, purpose: str = "") -> bytes:
        """Return a report as PDF to look at; it leaves no trace, for it does not leave the window."""
        return drawn(self.build(name, day, purpose))

    def approve(self, what: str, account: str, password: str) -> Approval:
        """Return a second person's yes to an export that needs one; their password is typed at this desk.

        Raises NotSecondPerson, MayNotApprove, WrongPassword, TooManyAttempts, AccountInactive.
        """
        return self._desk.door.approve(self._desk.session, what, account, password)

    def paper(self, name: str, day: date, purpose: str, approval: Approval | None = None) -> bytes:
        """Return a report as PDF for the printer, marked and journalled like a file that leaves.

        Raises NotPermitted, UnknownReport, ReasonMissing, ApprovalNeeded.
        """
        return drawn(self._leaving(name, day, purpose, approval))

    def write(
        self,
        name: str,
        day: date,
        file_format: str,
        target: Path,
        purpose: str = "导出",
        approval: Approval | None = None,
    ) -> None:
        """Write a report, marked with who took it, when and why, and journal that it left.

        Raises NotPermitted, UnknownReport, ReasonMissing, ApprovalNeeded, DocumentNotWritten.
        """
        write(self._leaving(name, day, purpose, approval), file_format, target)

    def _leaving(self, name: str, day: date, purpose: str, approval: Approval | None) -> Report:
        require(self._desk.session, Permission.EXPORT)
        leave = Leave(name, purpose, {"day": day.isoformat()}, approval)
        return leaving(self._desk, leave, self.build(name, day, purpose))

    def _intake(self) -> IntakeReports:
        from workbench.documents.setting import ReportSetting
        from workbench.intake.reports import IntakeReports

        desk = self._desk
        setting = ReportSetting(
            issuer=desk.community.profile().name,
            generated_by=desk.session.display_name,
            generated_at=desk.now(),
            staff_names=desk.staff_names(),
            post_names={post.code: post.name for post in desk.items.posts()},
        )
        return IntakeReports(desk.matters, setting)

    def _population(self) -> Report:
        from workbench.people.reports import Issued, population_report

        desk = self._desk
        issued = Issued(desk.session.display_name, desk.community.profile().name, desk.now())
        return population_report(desk.residents.population(), issued)

    def _roster(self, purpose: str) -> Report:
        from workbench.people.reports import Issued, roster_report

        desk = self._desk
        issued = Issued(desk.session.display_name, desk.community.profile().name, desk.now())
        return roster_report("居民名册", desk.residents.roster(), issued, purpose)
