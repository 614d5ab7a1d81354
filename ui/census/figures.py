"""Figures (汇总): reports to look at and to take along, microdata, and what the register may learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.census.figure_leaving import FigureLeaving
from ui.census.proposal_table import ProposalTable
from ui.census.round_section import RoundSection
from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.flow import FlowLayout
from ui.kit.layouts import show_if
from ui.kit.segments import Segmented
from ui.preview.view import PreviewView
from ui.wording.labels import label_of
from workbench.census.kinds import RoundKind
from workbench.desk.census_figures import FigureKind, HouseholdProposal
from workbench.desk.papers import FileFormat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.census.views import RoundRow

PROPOSALS = "proposals"


class FiguresSection(RoundSection):
    """The chosen report shows as it prints; Ctrl+E takes it along as Excel, Ctrl+Shift+E as PDF."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        options = [(kind.value, label_of(kind)) for kind in FigureKind]
        options.append((PROPOSALS, self.tr("For the register")))
        self.which = Segmented(self.tr("Show"), options, wraps=True)
        self.preview = PreviewView(page.workspace.background)
        self.preview.setMinimumHeight(320)
        self.proposals = ProposalTable()
        self.leaving = FigureLeaving(page)
        self.excel = PrimaryButton(self.tr("Excel  Ctrl+E"), self.take_excel, icon_name="excel")
        self.pdf = GhostButton(self.tr("PDF  Ctrl+Shift+E"), self.take_pdf, icon_name="download")
        self.microdata = GhostButton(self.tr("Microdata"), self.take_microdata, icon_name="shield")
        self.name_section(
            self.tr("Figures"),
            self.tr("Small numbers are hidden, so that nobody can be recognised in a table."),
            [self.excel],
        )
        self.body.addLayout(FlowLayout(self.which, self.pdf, self.microdata))
        self.body.addWidget(Card("", self.preview, self.proposals, padding=6), 1)
        self.which.chosen.connect(lambda _key: self._read())
        self.proposals.accepted.connect(self.accept)
        self.preview.failed.connect(page.notice.say_error)
        for keys, act in (("Ctrl+E", self.take_excel), ("Ctrl+Shift+E", self.take_pdf)):
            self.on_key(keys, act)
        self.show_no_round()

    def first_field(self) -> QWidget:
        """Return what shows."""
        return self.proposals if self._shows_proposals() else self.preview.canvas

    def read_round(self, chosen: RoundRow) -> None:
        """Draw the chosen report of that round anew."""
        self._allow(True)
        show_if(self.microdata, chosen.kind is RoundKind.CENSUS)
        self._read()

    def show_no_round(self) -> None:
        """Say what to do first."""
        self._allow(False)
        show_if(self.proposals, False)
        words = self.tr("A supervisor plans the first under Rounds.")
        self.preview.show_nothing(self.tr("No round yet"), words)

    def take_excel(self) -> None:
        """Take the report along as Excel, saying why."""
        self._take(FileFormat.EXCEL)

    def take_pdf(self) -> None:
        """Take the report along as PDF, saying why."""
        self._take(FileFormat.PDF)

    def take_microdata(self) -> None:
        """Take the anonymised people along as CSV and SPSS, saying why."""
        if self.round is not None:
            self.leaving.take_microdata(self.round)

    def accept(self, proposal: HouseholdProposal) -> None:
        """Let the register take one difference over."""
        self.page.act(
            lambda: self.desk.census_figures.accept(proposal), lambda _: self.proposals.take_off(proposal)
        )

    def _take(self, file_format: FileFormat) -> None:
        if self.round is not None and not self._shows_proposals():
            self.leaving.take(self.round, FigureKind(self.which.current()), file_format)

    def _read(self) -> None:
        chosen, key = self.round, self.which.current()
        if chosen is None:
            return
        self.page.notice.hide()
        show_if(self.proposals, self._shows_proposals())
        show_if(self.preview, not self._shows_proposals())
        figures = self.desk.census_figures
        if self._shows_proposals():
            self.proposals.show_proposals(())
            self.page.ask_latest(
                "figures", lambda: figures.proposals(chosen.id), self.proposals.show_proposals
            )
        else:
            kind = FigureKind(key)
            self.preview.show_nothing(self.tr("Drawing the report…"), label_of(kind))
            self.page.ask_latest("figures", lambda: figures.pdf(chosen.id, kind), self.preview.show_pdf)

    def _allow(self, allowed: bool) -> None:
        for button in (self.excel, self.pdf, self.microdata, self.which):
            button.setEnabled(allowed)

    def _shows_proposals(self) -> bool:
        return self.which.current() == PROPOSALS
