"""Fields: one line of text, a search, a password; each named for screen readers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from ui.kit.buttons import IconButton
from ui.kit.empty import IconLabel
from ui.theme.theme import px

HELD_ROOM, HELD_GAP = 28, 9


class TextField(QLineEdit):
    """One line of text."""

    def __init__(
        self, name: str, placeholder: str = "", *, size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("size", size)
        self._held: QWidget | None = None

    def hold(self, part: QWidget, *, right: bool = False) -> None:
        """Keep a small widget inside the edge; the icons of a line edit would not grow with the scale."""
        part.setParent(self)
        self._held, self._at_right = part, right
        room = px(HELD_ROOM)
        self.setTextMargins(0 if right else room, 0, room if right else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the small widget in its place."""
        super().resizeEvent(event)
        if self._held is not None:
            self._held.adjustSize()
            width, height = self._held.width(), self._held.height()
            left = self.width() - width - px(HELD_GAP) if self._at_right else px(HELD_GAP)
            self._held.move(left, (self.height() - height) // 2)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)


class CheckField(QCheckBox):
    """A box to tick, named by its words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)


class NumberField(QSpinBox):
    """A whole number within limits."""

    def __init__(self, name: str, least: int = 0, most: int = 9999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setAccessibleName(name)
        # A style sheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(px(8), 0, 0, 0)


class SearchField(TextField):
    """A field to search in: magnifier, clear button, Esc clears, Down or Enter go to the results."""

    wants_results = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, parent=parent)
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.hold(IconLabel("search", "text_faint", 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc, go to the results on Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.wants_results.emit()
        else:
            super().keyPressEvent(event)


class PasswordField(TextField):
    """A password: hidden, shown while the eye is pressed; tells when caps lock seems to be on."""

    caps_lock = Signal(bool)

    def __init__(
        self, name: str, placeholder: str = "", *, size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, placeholder, size=size, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = IconButton("eye", self.tr("Show the password"), checkable=True, size=16)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._reveal)
        self.hold(self.eye, right=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice caps lock from a letter that does not match Shift; Qt does not report the lock itself."""
        letter = event.text()
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
