"""The materials of a matter and what was scanned of them; a scan opens by a click or Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.intake.state_switch import TONES
from ui.kit.buttons import LinkButton
from ui.kit.labels import Body, Caption, Hairline, Soft
from ui.kit.layouts import clear, column, row
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.intake.queries.details import MaterialDetail


class MaterialsView(QWidget):
    """Every material with its state; ``scan_wanted`` carries the id of an attachment."""

    scan_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Materials"))
        self._lines: QVBoxLayout = column(gap=8, margins=(4, 4, 8, 4))
        self.setLayout(self._lines)

    def show_materials(self, materials: Sequence[MaterialDetail]) -> None:
        """Show the materials."""
        clear(self._lines)
        for at, material in enumerate(materials):
            if at:
                self._lines.addWidget(Hairline())
            self._lines.addLayout(self._line(material))
        if not materials:
            self._lines.addWidget(Soft(self.tr("This item needs no materials.")))
        self._lines.addStretch(1)

    def _line(self, material: MaterialDetail) -> QHBoxLayout:
        line = material.line
        words = column(Body(line.name, wrap=True), Caption(self._detail(material), wrap=True), gap=0)
        made = row(Pill(label_of(line.state), TONES.get(line.state, Tone.NEUTRAL)), gap=10)
        made.addLayout(words, 1)
        for number, attachment_id in enumerate(material.attachment_ids, start=1):
            made.addWidget(self._scan(number, attachment_id))
        return made

    def _scan(self, number: int, attachment_id: str) -> LinkButton:
        words = self.tr("Scan {number}").format(number=number)
        return LinkButton(words, lambda: self.scan_wanted.emit(attachment_id))

    def _detail(self, material: MaterialDetail) -> str:
        line = material.line
        rank = self.tr("required") if line.required else self.tr("if there is one")
        due = self.tr("promised by {day}").format(day=line.promise_due) if line.promise_due else ""
        settled = self.tr("settled {day}").format(day=line.settled_on) if line.settled_on else ""
        return " · ".join(filter(None, (rank, due, settled, material.note)))
