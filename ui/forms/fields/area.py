"""Several lines of text; Enter goes on, Alt+Enter begins a new line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from ui.forms.fields.field import Field
from ui.kit.fields import TextArea
from ui.kit.layouts import row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.forms.asked import Asked

_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class AreaField(Field):
    """An area of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = TextArea("")
        self._dirty = False
        self.area.textChanged.connect(self._edited)
        self.setLayout(row(self.area))
        self.setFocusProxy(self.area)

    def take(self, asked: Asked) -> None:
        """Show the stored text."""
        self.area.blockSignals(True)
        self.area.setPlainText(asked.value)
        self.area.blockSignals(False)
        self.area.setPlaceholderText(self.tr("Alt+Enter: a new line"))
        self._dirty = False

    def answer(self) -> str | None:
        """Return the text."""
        return self.area.toPlainText() if self._dirty else None

    def focus_widget(self) -> QWidget:
        """The area itself."""
        return self.area

    def takes_key(self, event: QKeyEvent) -> bool:
        """Alt+Enter begins a new line."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.area.insertPlainText("\n")
            return True
        return False

    def keeps_key(self, event: QKeyEvent) -> bool:
        """Arrows stay inside the text."""
        return event.key() in _UP_DOWN and bool(self.area.toPlainText())

    def come(self) -> None:
        """Put the cursor behind what is there."""
        self.area.moveCursor(QTextCursor.MoveOperation.End)

    def _edited(self) -> None:
        self._dirty = True
        self.typed.emit(self.area.toPlainText())
