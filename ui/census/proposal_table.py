"""What a survey found otherwise than the register says: taken over one by one, or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.layouts import column, panel
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.census.proposals import ProposalKind
from workbench.desk.census_figures import HouseholdProposal

if TYPE_CHECKING:
    from collections.abc import Sequence

TONES = {ProposalKind.CHANGE: Tone.INFO, ProposalKind.ADD: Tone.ACCENT, ProposalKind.GONE: Tone.WARNING}


class ProposalTable(QWidget):
    """Differences in a table; ``accepted`` carries the one that Enter takes over, Delete leaves it."""

    accepted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordTable[HouseholdProposal](
            self.tr("For the register"), self._columns(), self._empty(), frameless=True
        )
        self.take = GhostButton(self.tr("Take over  Enter"), self.accept, icon_name="check")
        self.leave = GhostButton(self.tr("Leave as it is  Del"), self.drop, icon_name="close")
        self.setLayout(column(panel(FlowLayout(self.take, self.leave)), self.table, gap=8))
        self.setFocusProxy(self.table)
        self.table.activated.connect(self.accepted.emit)
        shortcut = QShortcut(QKeySequence("Del"), self, self.drop)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_proposals(self, proposals: Sequence[HouseholdProposal]) -> None:
        """Show what may be taken over."""
        self.table.show_records(proposals)
        for button in (self.take, self.leave):
            button.setEnabled(bool(proposals))

    def accept(self) -> None:
        """Ask for the chosen one to be taken over."""
        if chosen := self.table.current():
            self.accepted.emit(chosen)

    def drop(self) -> None:
        """Leave the register as it is in this point, for now."""
        if chosen := self.table.current():
            self.take_off(chosen)

    def take_off(self, gone: HouseholdProposal) -> None:
        """Take one off the list."""
        self.show_proposals([one for one in self.table.records() if one is not gone])

    def _columns(self) -> tuple[TableColumn[HouseholdProposal], ...]:
        return (
            TableColumn(self.tr("Household"), lambda one: one.place, 200, soft=True),
            TableColumn(
                self.tr("Kind"),
                lambda one: label_of(one.proposal.kind),
                96,
                tone=lambda one: TONES[one.proposal.kind],
            ),
            TableColumn(self.tr("Person"), lambda one: one.proposal.name, 112),
            TableColumn(self.tr("What"), lambda one: one.proposal.label, 112, soft=True),
            TableColumn(self.tr("Register"), lambda one: one.proposal.before_label or "—"),
            TableColumn(
                self.tr("Found"),
                lambda one: one.proposal.after_label or "—",
                tooltip=lambda one: one.proposal.why,
            ),
        )

    def _empty(self) -> EmptyState:
        return EmptyState(
            "people",
            self.tr("Nothing to take over"),
            self.tr("Only a survey that was opened for it may correct the register, one by one."),
        )
