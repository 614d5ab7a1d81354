"""The guide of an item (办事指南): limits, fee, who decides, basis, and a tip for beginners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.catalogue.words import days_words, limit_words
from ui.kit.callout import Callout
from ui.kit.facts import FactList
from ui.kit.layouts import STRETCH, clear, column, row
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.catalogue.rules import ItemKind

if TYPE_CHECKING:
    from workbench.catalogue.rules import ServiceItem

KIND_TONES = {
    ItemKind.IMMEDIATE: Tone.SUCCESS,
    ItemKind.COMMITTED: Tone.INFO,
    ItemKind.AGENCY: Tone.ACCENT,
    ItemKind.REFERRAL: Tone.WARNING,
    ItemKind.FORBIDDEN: Tone.DANGER,
}


class Guide(QWidget):
    """What a worker must know of the item while serving."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Guide"))
        self._column: QVBoxLayout = column(gap=10, margins=(0, 0, 4, 0))
        self.setLayout(self._column)
        self.item: ServiceItem | None = None

    def show_item(self, item: ServiceItem) -> None:
        """Show another item."""
        if item == self.item:
            return
        self.item = item
        clear(self._column)
        self._column.addLayout(
            row(Pill(label_of(item.kind), KIND_TONES[item.kind]), *self._marks(item), STRETCH, gap=6)
        )
        if item.instead:
            self._say(Tone.DANGER, self.tr("Must not be issued. Tell the resident:"), item.instead)
        if item.tips:
            self._say(Tone.INFO, self.tr("Tip"), item.tips)
        facts = [(name, text) for name, text in self._facts(item) if text]
        self._column.addWidget(FactList(facts, label_width=64))
        self._column.addStretch(1)

    def limits(self, item: ServiceItem) -> str:
        """Return promised and legal limit in words."""
        at_once = item.kind is ItemKind.IMMEDIATE
        promised = days_words(0) if at_once else limit_words(item)
        legal = self.tr("legal limit {days}").format(days=item.legal_days) if item.legal_days else ""
        return " · ".join(filter(None, (promised, legal)))

    def _facts(self, item: ServiceItem) -> list[tuple[str, str]]:
        return [
            (self.tr("Limit"), self.limits(item)),
            (self.tr("Fee"), item.fee),
            (self.tr("For whom"), item.audience),
            (self.tr("Result"), item.outcome),
            (self.tr("Handled by"), item.unit),
            (self.tr("Department"), item.department),
            (self.tr("Basis"), item.legal_basis),
        ]

    def _marks(self, item: ServiceItem) -> list[QWidget]:
        marks: list[QWidget] = []
        if item.licensing:
            marks.append(Pill(self.tr("Licence"), Tone.NEUTRAL))
        if not item.agent_allowed:
            marks.append(Pill(self.tr("In person only"), Tone.WARNING))
        return marks

    def _say(self, tone: Tone, title: str, words: str) -> None:
        self._column.addWidget(Callout(tone, title, words))
