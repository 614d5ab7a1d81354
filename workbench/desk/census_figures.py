"""What comes out of a round: its reports, its anonymised microdata, and what the register may learn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from workbench.desk.export_rules import Extent
from workbench.desk.papers import Leave, drawn, leaving, let_leave, write
from workbench.security.roles import Permission, require
from workbench.standards.choice import Choice
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from workbench.census.microdata import Microdata
    from workbench.census.proposals import Proposal
    from workbench.census.records import CensusHousehold
    from workbench.census.reports import CensusReports
    from workbench.census.views import RoundRow
    from workbench.desk.desk import Desk
    from workbench.documents.model import Report
    from workbench.security.approval import Approval


class FigureKind(Choice):
    """A report on a round (普查报表)."""

    PROGRESS = "progress", "登记进度表"
    OPERATORS = "operators", "录入员统计表"
    QUALITY = "quality", "复核与抽查质量表"
    TABLES = "tables", "汇总表"


@dataclass(frozen=True, slots=True)
class HouseholdProposal:
    """What the register may take over from one household's form, and where that household is."""

    case_id: str
    place: str
    household_id: str
    proposal: Proposal
    found: CensusHousehold


class CensusFigures:
    """Figures of rounds for one signed-in person; needs MANAGE_CENSUS, and EXPORT for what leaves."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def build(self, round_id: str, kind: FigureKind, purpose: str = "汇总") -> Report:
        """Return a report on a round; tables read every form, which is journalled. Raises NotPermitted."""
        require(self._desk.session, Permission.MANAGE_CENSUS)
        reports = self._reports()
        if kind is FigureKind.PROGRESS:
            return reports.progress(round_id)
        if kind is FigureKind.OPERATORS:
            return reports.operators(round_id)
        if kind is FigureKind.QUALITY:
            return reports.quality(round_id)
        return self._tables(reports, round_id, purpose)

    def pdf(self, round_id: str, kind: FigureKind) -> bytes:
        """Return a report as PDF to look at."""
        return drawn(self.build(round_id, kind, "查看汇总"))

    def write(
        self,
        round_id: str,
        kind: FigureKind,
        file_format: str,
        target: Path,
        purpose: str,
        approval: Approval | None = None,
    ) -> None:
        """Write a report, marked and journalled.

        Raises NotPermitted, ReasonMissing, ApprovalNeeded, DocumentNotWritten.
        """
        require(self._desk.session, Permission.EXPORT)
        leave = Leave(f"census-{kind.value}", purpose, {"round": round_id}, approval)
        report = self.build(round_id, kind, purpose)
        write(leaving(self._desk, leave, report), file_format, target)

    def microdata(
        self, round_id: str, folder: Path, purpose: str, approval: Approval | None = None
    ) -> tuple[Path, ...]:
        """Write a census round's anonymised people as CSV and SPSS with codebooks; return the files.

        Raises NotPermitted, TooFewPeople, ReasonMissing, ApprovalNeeded, DocumentNotWritten.
        """
        from workbench.census.microdata import codebook, write_codebook_csv, write_csv, write_sav

        require(self._desk.session, Permission.EXPORT)
        chosen = self._desk.surveys.round(round_id)
        data = self._anonymous(chosen, purpose)
        leave = Leave("census-microdata", purpose, {"round": round_id}, approval)
        mark = let_leave(self._desk, leave, Extent(len(data.lines)))
        names = (f"{chosen.name}-microdata.csv", "codebook.csv", f"{chosen.name}.sav", "codebook.xlsx")
        table, codes, spss, book = (folder / name.replace("/", "-") for name in names)
        write_csv(data, table)
        write_codebook_csv(data, codes)
        write_sav(data, spss, f"{mark.export_id} {chosen.name}")
        told = codebook(data, chosen.name, self._desk.session.display_name, self._desk.now())
        write(replace(told, watermark=mark), "xlsx", book)
        return table, codes, spss, book

    def proposals(self, round_id: str) -> tuple[HouseholdProposal, ...]:
        """Return what the register may take over from a survey, household by household.

        Raises NotPermitted; UpdateNotPermitted for a census or a round that was not opened for it.
        """
        from workbench.census.records import household_from

        require(self._desk.session, Permission.EDIT_REGISTER)
        surveys = self._desk.surveys
        chosen = surveys.round(round_id)
        places = {row.id: row.place for row in surveys.cases(round_id)}
        found = [
            HouseholdProposal(each.case_id, places[each.case_id], each.household_id, proposal, household)
            for each in surveys.submitted(round_id, "核对档案更新建议")
            if each.household_id is not None
            for household in (household_from(each.xml),)
            for proposal in self._proposed(chosen, household, each.household_id)
        ]
        return tuple(found)

    def accept(self, accepted: HouseholdProposal) -> None:
        """Let the register take one change over. Raises NotPermitted, InvalidEntry, RecordNotFound."""
        from workbench.desk.proposals import take_over

        take_over(
            self._desk.people,
            accepted.household_id,
            accepted.proposal,
            accepted.found,
            self._desk.today(),
        )

    def _proposed(self, chosen: RoundRow, found: CensusHousehold, household_id: str) -> tuple[Proposal, ...]:
        from workbench.census.proposals import proposals
        from workbench.census.registered import register_household

        with self._desk.store.read() as reading:
            known = register_household(reading, household_id)
        return () if known is None else proposals(known, found, chosen.kind, chosen.update_register)

    def _anonymous(self, chosen: RoundRow, purpose: str) -> Microdata:
        from workbench.census.microdata import anonymise
        from workbench.census.records import household_from

        forms = self._desk.surveys.submitted(chosen.id, purpose)
        households = (household_from(each.xml) for each in forms)
        return anonymise(households, local_date(chosen.moment), SystemRandom())

    def _tables(self, reports: CensusReports, round_id: str, purpose: str) -> Report:
        from workbench.census.forms import CENSUS_FORM
        from workbench.census.tabulation import Basis

        desk = self._desk
        chosen = desk.surveys.round(round_id)
        form = desk.forms.open(chosen.form_version_id or "")
        if form.form_id == CENSUS_FORM:
            return reports.volume(round_id, Basis.RESIDENT, purpose)
        return reports.survey(round_id, form, purpose)

    def _reports(self) -> CensusReports:
        from workbench.census.reports import CensusReports
        from workbench.documents.setting import ReportSetting

        desk = self._desk
        community, signed = desk.community.profile().name, desk.session.display_name
        setting = ReportSetting(community, signed, desk.now(), desk.staff_names())
        return CensusReports(desk.surveys, setting)
