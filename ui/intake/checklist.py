"""The checklist of one matter (材料): every material in a row, walked and ticked by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.intake.material_row import MaterialRow
from ui.intake.talk import held_until
from ui.kit.buttons import QuietButton
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.labels import Caption
from ui.kit.layouts import clear, column, scrolled
from ui.theme.theme import px
from workbench.intake.kinds import MaterialState

if TYPE_CHECKING:
    from datetime import date

    from ui.intake.talk import MatterDraft
    from workbench.intake.requests import ApplicantFacts
    from workbench.intake.rules.materials import MaterialLine

ROOM_FOR_ONE = 48
"""Pixels of height (at 100 %) in which one material can be seen."""


class Checklist(Card):
    """What is needed, what is there, what follows."""

    ticked = Signal(object)
    scans_wanted = Signal(str, list)
    all_wanted = Signal()

    def __init__(self) -> None:
        self.tally = Caption("")
        self.every = QuietButton("", icon_name="check", size="small")
        title = QCoreApplication.translate("Checklist", "Materials")
        super().__init__(title, actions=(self.tally, self.every), padding=12, gap=0)
        self.every.clicked.connect(lambda _checked=False: self.all_wanted.emit())
        self.every.setText(self.tr("All handed in  F4"))
        self.every.setAccessibleName(self.tr("All handed in"))
        self._lines: QVBoxLayout = column(gap=0)
        self.rows: list[MaterialRow] = []
        self._shown = ""
        holder = QWidget()
        holder.setProperty("role", "plain")
        holder.setLayout(self._lines)
        area = scrolled(holder)
        area.setMinimumHeight(px(ROOM_FOR_ONE))
        self.body.addWidget(area, 1)

    def show_matter(
        self, matter: MatterDraft, applicant: ApplicantFacts, today: date, promise: date | None
    ) -> None:
        """Show a matter; the same matter keeps its rows and the focus."""
        if matter.matter_id != self._shown:
            self._build(matter, applicant, today, promise)
        for line in self.rows:
            line.show_tick(matter.tick_of(line.line))
        there = sum(line.tick.state is not MaterialState.MISSING for line in self.rows)
        self.tally.setText(self.tr("{there} of {all} there").format(there=there, all=len(self.rows)))
        self.every.setEnabled(bool(self.rows))

    def first_row(self) -> MaterialRow | None:
        """Return the first material that is missing, else the first; None where none is needed."""
        missing = (line for line in self.rows if line.tick.state is MaterialState.MISSING)
        return next(missing, self.rows[0] if self.rows else None)

    def _build(
        self, matter: MatterDraft, applicant: ApplicantFacts, today: date, promise: date | None
    ) -> None:
        clear(self._lines)
        self._shown, self._today = matter.matter_id, today
        materials = {material.code: material for material in matter.item.materials}
        self.rows = []
        for line in matter.prepared.materials:
            material = materials[line.code]
            held = self._held_words(*held_until(material, applicant, today))
            self.rows.append(self._row(matter, line, held, promise, material.note))
        if matter.item.instead:
            title = self.tr("The community must not issue this")
            self._lines.addWidget(EmptyState("shield", title, matter.item.instead))
        elif not self.rows:
            self._lines.addWidget(
                EmptyState("check", self.tr("No material is needed"), self.tr("Go on below."))
            )
        self._lines.addStretch(1)

    def _row(
        self, matter: MatterDraft, line: MaterialLine, held: str, promise: date | None, note: str
    ) -> MaterialRow:
        made = MaterialRow(line, matter.tick_of(line), held, promise, note, today=self._today)
        made.ticked.connect(self.ticked)
        made.scans_wanted.connect(self.scans_wanted)
        made.moved.connect(lambda step, source=made: self._move(source, step))
        self._lines.addWidget(made)
        return made

    def _move(self, source: MaterialRow, step: int) -> None:
        at = self.rows.index(source) + step
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _held_words(self, held: bool, until: date | None) -> str:
        if not held:
            return ""
        if until is None:
            return self.tr("The community holds it")
        return self.tr("The community holds it, valid until {day}").format(day=until.isoformat())
