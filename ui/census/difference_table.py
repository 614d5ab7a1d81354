"""Two typings of one form side by side: 1 says the first is right, 2 the second, 3 neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton
from ui.kit.empty import EmptyState
from ui.kit.fields import TextField
from ui.kit.flow import FlowLayout
from ui.kit.layouts import column, panel
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.census.kinds import Fault
from workbench.census.views import DifferenceRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.census.field_words import FieldWords


class DifferenceTable(QWidget):
    """The fields two people typed differently; ``settled`` carries path, who was wrong, and a third value."""

    settled = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._words: FieldWords | None = None
        self.table = RecordTable[DifferenceRow](
            self.tr("Differences"), self._columns(), self._empty(), frameless=True, sortable=False
        )
        self.value = TextField(self.tr("The right value"), self.tr("Type what is right, then 3"))
        self.first = GhostButton(self.tr("First is right  1"), lambda: self.settle(Fault.VERIFIER))
        self.second = GhostButton(self.tr("Second is right  2"), lambda: self.settle(Fault.KEYER))
        self.neither = GhostButton(self.tr("Neither  3"), self.settle_otherwise)
        tools = FlowLayout(self.first, self.second, self.neither, self.value)
        self.setLayout(column(panel(tools), self.table, gap=8))
        self.setFocusProxy(self.table)
        self.value.returnPressed.connect(self.settle_otherwise)
        for keys, act in (("1", self.first.click), ("2", self.second.click), ("3", self.neither.click)):
            shortcut = QShortcut(QKeySequence(keys), self.table, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_differences(self, rows: Sequence[DifferenceRow], words: FieldWords) -> None:
        """Show the differences; the first open one is chosen."""
        self._words = words
        self.table.show_records(rows)
        at = next((at for at, row in enumerate(rows) if row.fault is None), 0)
        self.table.view.selectRow(at)

    def open_ones(self) -> int:
        """Return how many are still to be settled."""
        return sum(row.fault is None for row in self.table.records())

    def settle(self, fault: Fault, value: str = "") -> None:
        """Say of the chosen difference who was wrong."""
        chosen = self.table.current()
        if chosen is not None and chosen.fault is None:
            self.value.clear()
            self.settled.emit(chosen.path, fault, value)

    def settle_otherwise(self) -> None:
        """Say that both were wrong, and what is right; without a value, ask for it."""
        value = self.value.text().strip()
        if value:
            self.settle(Fault.BOTH, value)
            self.table.setFocus()
        else:
            self.value.setFocus()

    def _columns(self) -> tuple[TableColumn[DifferenceRow], ...]:
        return (
            TableColumn(self.tr("Field"), lambda row: self._title(row.path)),
            TableColumn(self.tr("First typing"), lambda row: self._answer(row, row.first), 200),
            TableColumn(self.tr("Second typing"), lambda row: self._answer(row, row.second), 200),
            TableColumn(
                self.tr("Settled"),
                self._settlement,
                180,
                tone=lambda row: Tone.SUCCESS if row.fault else Tone.WARNING,
            ),
        )

    def _title(self, path: str) -> str:
        return self._words.title(path) if self._words else path

    def _answer(self, row: DifferenceRow, value: str) -> str:
        return (self._words.answer(row.path, value) if self._words else value) or "—"

    def _settlement(self, row: DifferenceRow) -> str:
        if row.fault is None:
            return self.tr("open")
        return (
            f"{label_of(row.fault)} {row.value}".strip() if row.fault is Fault.BOTH else label_of(row.fault)
        )

    def _empty(self) -> EmptyState:
        return EmptyState(
            "copy", self.tr("Both typed the same"), self.tr("Nothing is left to settle for this household.")
        )
