"""Fields: one line of text, a search, a password; each named for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from ui.theme.icons import icon
from ui.theme.theme import px


class TextField(QLineEdit):
    """One line of text."""

    def __init__(
        self, name: str, placeholder: str = "", *, size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("size", size)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)


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
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._draw_glass()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc, go to the results on Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.wants_results.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Recolour the magnifier with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_glass"):
            self._draw_glass()

    def _draw_glass(self) -> None:
        self._glass.setIcon(icon("search", "text_faint", size=16))


class PasswordField(TextField):
    """A password: hidden, shown while the eye is pressed; tells when caps lock seems to be on."""

    caps_lock = Signal(bool)

    def __init__(
        self, name: str, placeholder: str = "", *, size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, placeholder, size=size, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self.tr("Show the password"), self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._reveal)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._reveal(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice caps lock from a letter that does not match Shift; Qt does not report the lock itself."""
        letter = event.text()
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye", "text_faint"))
