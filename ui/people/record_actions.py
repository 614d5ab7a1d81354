"""What can be done with a resident's record, each with its key, and hidden from those who may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button, GhostButton, PrimaryButton
from ui.kit.flow import FlowLayout
from workbench.people.vocabulary import ResidentStatus
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from ui.page import Page
    from workbench.people.views import ResidentCard

SERVE, EDIT, TAG, HELD = "serve", "edit", "tag", "held"
MOVE, MOVE_OUT, MOVE_IN, DECEASE = "move", "move_out", "move_in", "decease"
KEYS = {
    SERVE: "Ctrl+Return", EDIT: "F2", TAG: "F3", HELD: "F4", MOVE: "F6", MOVE_OUT: "F7", MOVE_IN: "F8",
    DECEASE: "F9",
}  # fmt: skip


class RecordActions(QWidget):
    """Buttons that wrap; ``asked`` carries which."""

    asked = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._desk = page.desk
        self.setAccessibleName(self.tr("What can be done"))
        self.buttons = {key: self._button(key, words) for key, words in self._words().items()}
        self.setLayout(FlowLayout(*self.buttons.values(), gap=6))
        for key, keys in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), page, lambda name=key: self._press(name))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_card(self, card: ResidentCard) -> None:
        """Offer what fits the resident's status and the worker's rights."""
        living = card.status is ResidentStatus.LIVING
        edits = self._desk.may(Permission.EDIT_REGISTER) and card.merged_into_id is None
        for key in (EDIT, TAG, HELD):
            self.buttons[key].setVisible(edits)
        for key in (MOVE, MOVE_OUT):
            self.buttons[key].setVisible(edits and living)
        self.buttons[MOVE_IN].setVisible(edits and not living)
        self.buttons[DECEASE].setVisible(edits and card.status is not ResidentStatus.DECEASED)
        self.buttons[SERVE].setVisible(self._desk.may(Permission.ACCEPT_MATTER))

    def _words(self) -> dict[str, str]:
        return {
            SERVE: self.tr("Serve"),
            EDIT: self.tr("Correct"),
            TAG: self.tr("Add a tag"),
            HELD: self.tr("Document held"),
            MOVE: self.tr("Change household"),
            MOVE_OUT: self.tr("Moved out"),
            MOVE_IN: self.tr("Moves in again"),
            DECEASE: self.tr("Deceased"),
        }

    def _button(self, key: str, words: str) -> Button:
        made = PrimaryButton if key == SERVE else GhostButton
        shown = KEYS[key].replace("Return", "Enter")
        button = made(f"{words}  {shown}", lambda: self.asked.emit(key), size="small")
        button.setAccessibleName(words)
        return button

    def _press(self, key: str) -> None:
        if self.buttons[key].isVisible():
            self.asked.emit(key)
