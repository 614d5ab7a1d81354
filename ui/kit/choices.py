"""A list of things to choose from by arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.kit.choice_lines import CHOICE_ROLE, Choice, ChoiceLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class ChoiceList(QListWidget):
    """A list to choose from by arrows and Enter; ``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(ChoiceLines(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(CHOICE_ROLE).key))
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the lines; the first is current."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(choice.title)
            item.setData(CHOICE_ROLE, choice)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{choice.title} {choice.detail} {choice.mark}".strip()
            )
            if choice.heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.choose_first()

    def choose_first(self) -> None:
        """Make the first line current that can be chosen."""
        lines = (self.item(at).data(CHOICE_ROLE) for at in range(self.count()))
        first = next((at for at, choice in enumerate(lines) if not choice.heading), None)
        if first is not None:
            self.setCurrentRow(first)

    def current(self) -> str:
        """Return the key of the current line, or nothing."""
        item = self.currentItem()
        return item.data(CHOICE_ROLE).key if item else ""

    def make_current(self, key: str) -> None:
        """Move to the line of a key, if it is there."""
        for at in range(self.count()):
            if self.item(at).data(CHOICE_ROLE).key == key:
                self.setCurrentRow(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.chosen.emit(self.current())
        else:
            super().keyPressEvent(event)
