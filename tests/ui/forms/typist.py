"""A typist's hands at a form: real key events into whatever has the focus, every key pressed counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.standards.pinyin import reading_of_name

if TYPE_CHECKING:
    from ui.forms.view import FormView

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTHING = Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return


class Typist:
    """Types into a form view; `keys` counts modifiers too."""

    def __init__(self, view: FormView) -> None:
        self.view, self.keys = view, 0

    @property
    def at(self) -> str:
        """The path of the question with the cursor."""
        return self.view.filling.cursor.path

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
        self.keys += 1 + (modifier is not NOTHING)
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def enter(self, times: int = 1) -> None:
        for _time in range(times):
            self.press(ENTER)

    def type(self, text: str) -> None:
        for letter in text:
            self.keys += 1
            if letter.isascii():
                QTest.keyClick(QApplication.focusWidget(), letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(kind, 0, NOTHING, letter))

    def compose(self, name: str) -> None:
        """Type Chinese as an input method does: its whole pinyin, letter by letter, then Space."""
        letters = reading_of_name(name).full
        for typed in range(1, len(letters) + 1):
            self.keys += 1
            QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(letters[:typed], []))
        self.keys += 1
        commit = QInputMethodEvent("", [])
        commit.setCommitString(name)
        QApplication.sendEvent(QApplication.focusWidget(), commit)

    def walk_to(self, path: str) -> None:
        """Go on until the cursor is at a path."""
        for _time in range(200):
            if self.at == path:
                return
            self.enter()
        raise AssertionError(f"{path} is never reached")
