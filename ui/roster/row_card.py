"""The card of one planned row: what becomes of it and why, before and after, and the cells of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame

from ui.kit.buttons import GhostButton
from ui.kit.facts import FactList
from ui.kit.labels import Body, Caption, Elided
from ui.kit.layouts import STRETCH, clear, column, panel, row, scrolled, show_if
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.roster.planned import TONES, details_of, name_of, remarks_of
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.people.roster.matching import Verdict

if TYPE_CHECKING:
    from workbench.people.roster.plan import PlannedRow, RosterPlan

WIDTH, NARROWEST = 312, 216


class RowCard(QFrame):
    """One row in full; ``take_wanted`` asks to take a doubtful one in anyway."""

    take_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("The row chosen"))
        self.setMinimumWidth(px(NARROWEST))
        self.setMaximumWidth(px(WIDTH))
        self.name = Elided("", role="title")
        self.place = Caption("")
        self.verdict = Pill("", Tone.NEUTRAL)
        self.reason = Body("", wrap=True)
        self.take = GhostButton(self.tr("Take in anyway  Space"), self.take_wanted.emit, icon_name="check")
        self.rest = column(gap=10)
        head = row(gap=8)
        head.addLayout(column(self.name, self.place, gap=0), 1)
        head.addWidget(self.verdict)
        inside = column(
            self.reason, row(self.take, STRETCH), self.rest, STRETCH, gap=10, margins=(0, 0, 8, 0)
        )
        whole = column(head, gap=10, margins=(14, 12, 6, 12))
        whole.addWidget(scrolled(panel(inside)), 1)
        self.setLayout(whole)

    def sizeHint(self) -> QSize:
        """As wide as it may be, where there is room."""
        return QSize(px(WIDTH), super().sizeHint().height())

    def show_row(self, plan: RosterPlan, planned: PlannedRow, *, accepted: bool) -> None:
        """Show a row of a plan."""
        self.name.setText(name_of(planned) or self.tr("nobody"))
        words = self.tr("{sheet}, row {row}").format(sheet=planned.outcome.sheet, row=planned.outcome.row)
        self.place.setText(words)
        self.verdict.say(label_of(planned.verdict), TONES[planned.verdict])
        self.reason.setText(remarks_of(planned))
        show_if(self.reason, bool(remarks_of(planned)))
        doubtful = planned.verdict is Verdict.DOUBTFUL
        self.take.setText(self.tr("Take back  Space") if accepted else self.tr("Take in anyway  Space"))
        show_if(self.take, doubtful or accepted)
        self._fill(plan, planned)

    def _fill(self, plan: RosterPlan, planned: PlannedRow) -> None:
        clear(self.rest)
        details = details_of(plan, planned)
        if details.changes:
            self.rest.addWidget(Caption(self.tr("What changes")))
            pairs = ((line.field, f"{line.before} → {line.after}") for line in details.changes)
            self.rest.addWidget(FactList(tuple(pairs), label_width=72))
        self.rest.addWidget(Caption(self.tr("As the file has it")))
        self.rest.addWidget(FactList(details.cells, label_width=72))
