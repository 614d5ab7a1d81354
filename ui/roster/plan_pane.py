"""The third step: what becomes of every row, by outcome; doubtful ones may be taken in anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.labels import Soft
from ui.kit.layouts import STRETCH, column, row
from ui.kit.segments import Segmented
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.roster.foot import Foot
from ui.roster.planned import ALL, TONES, name_of, number_of, reason_of
from ui.roster.row_card import RowCard
from ui.wording.labels import label_of
from workbench.people.roster.matching import Verdict
from workbench.people.roster.plan import PlannedRow

if TYPE_CHECKING:
    from ui.roster.planned import Comparison
    from workbench.people.roster.plan import RosterPlan, RowKey


class PlanPane(QWidget):
    """The rows in a table, the chosen one in full beside it."""

    confirmed = Signal()
    left = Signal()
    accepted_changed = Signal(object)
    """Carries the keys of the doubtful rows to take in."""
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Comparison | None = None
        self.plan: RosterPlan | None = None
        self.accepted: frozenset[RowKey] = frozenset()
        options = ((ALL, self.tr("All")), *((verdict.value, label_of(verdict)) for verdict in Verdict))
        self.filter = Segmented(self.tr("Outcome"), options, wraps=True)
        empty = EmptyState("roster", self.tr("No such row"), self.tr("Choose another outcome above."))
        self.table = RecordTable[PlannedRow](self.tr("Rows"), self._columns(), empty, frameless=True)
        self.card = RowCard()
        self.summary = Soft("")
        self.back = GhostButton(self.tr("Columns  Alt+Left"), self.left.emit)
        self.report = GhostButton(self.tr("Save report…  Ctrl+S"), self.report_wanted.emit, icon_name="excel")
        self.main = PrimaryButton(self.tr("Import  Ctrl+Enter"), self.confirm)
        self._arrange()
        self.filter.chosen.connect(lambda _key: self._show_rows())
        self.table.selected.connect(self._show_row)
        self.card.take_wanted.connect(self.toggle)
        space = QShortcut(QKeySequence("Space"), self.table, self.toggle)
        space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_comparison(self, found: Comparison) -> None:
        """Show a plan and which doubtful rows were taken in."""
        first = self.plan is None or found.plan.draft is not self.plan.draft
        self._found, self.plan, self.accepted = found, found.plan, found.accepted
        counts = found.plan.counts
        for verdict in Verdict:
            words = self.tr("{outcome} {count}").format(outcome=label_of(verdict), count=counts[verdict])
            self.filter.relabel(verdict.value, words)
        self.filter.relabel(ALL, self.tr("All {count}").format(count=len(found.rows[ALL])))
        if first:
            self.filter.choose(Verdict.DOUBTFUL.value if counts[Verdict.DOUBTFUL] else ALL)
        else:
            self._show_rows()
        new, changed = counts[Verdict.NEW], counts[Verdict.UPDATED]
        self.summary.setText(
            self.tr("{new} people added, {changed} updated").format(new=f"{new:,}", changed=f"{changed:,}")
        )
        self.main.setEnabled(new + changed > 0)

    def confirm(self) -> None:
        """Go on to the import."""
        if self.main.isEnabled():
            self.confirmed.emit()

    def toggle(self) -> None:
        """Take the chosen doubtful row in anyway, or back."""
        chosen = self.table.current()
        if chosen is None or not (chosen.verdict is Verdict.DOUBTFUL or chosen.key in self.accepted):
            return
        self.accepted_changed.emit(self.accepted ^ {chosen.key})

    def _show_rows(self) -> None:
        if self._found is None:
            return
        rows = self._found.rows[self.filter.current()]
        self.table.show_records(rows)
        self.card.setVisible(bool(rows))
        if (chosen := self.table.current()) is not None:
            self._show_row(chosen)

    def _show_row(self, chosen: PlannedRow) -> None:
        if self.plan is not None:
            self.card.show_row(self.plan, chosen, accepted=chosen.key in self.accepted)

    def _columns(self) -> tuple[TableColumn[PlannedRow], ...]:
        return (
            TableColumn[PlannedRow](
                self.tr("Row"),
                lambda row: str(row.outcome.row),
                64,
                lambda row: (row.outcome.sheet, row.outcome.row),
                numeric=True,
                soft=True,
                rank=1,
            ),
            TableColumn[PlannedRow](self.tr("Name"), name_of, 104, rank=2),
            TableColumn[PlannedRow](self.tr("ID number"), number_of, 164, soft=True, rank=4),
            TableColumn[PlannedRow](
                self.tr("Outcome"), self._outcome, 104, tone=lambda row: TONES[row.verdict], rank=3
            ),
            TableColumn[PlannedRow](self.tr("Why"), reason_of, tooltip=reason_of),
        )

    def _outcome(self, row: PlannedRow) -> str:
        mark = "✓ " if row.key in self.accepted else ""
        return mark + label_of(row.verdict)

    def _arrange(self) -> None:
        middle = row(gap=12)
        middle.addWidget(Card("", self.table, padding=8), 1)
        middle.addWidget(self.card)
        whole = column(row(self.filter, STRETCH), gap=10)
        whole.addLayout(middle, 1)
        whole.addWidget(Foot((self.back, self.report), self.summary, self.main))
        self.setLayout(whole)
