"""One line of text: words, numbers, dates, times, places, and the burst of a scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from ui.forms.asked import Asked, Way
from ui.forms.fields.field import Field
from ui.forms.reading import shown, stored
from ui.forms.widths import width_of
from ui.kit.fields import TextField
from ui.kit.layouts import row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class LineField(Field):
    """A line; when it is full it settles by itself, where that is wished."""

    def __init__(self, today: Callable[[], date], *, goes_on: bool, fit: str = "") -> None:
        super().__init__()
        self._today, self._goes_on, self._dirty = today, goes_on, False
        self.line = TextField("")
        self.line.setProperty("fit", fit)
        self.line.textEdited.connect(self._edited)
        self.setLayout(row(self.line))
        self.setFocusProxy(self.line)

    def take(self, asked: Asked) -> None:
        """Show the stored answer as a person types it."""
        self._dirty = False
        self.line.setText(shown(asked.way, asked.value))
        self.line.setPlaceholderText(placeholder_of(asked.way))
        constraint = asked.node.bind.constraint
        self._width = width_of(constraint.text if constraint else "", whole_number=asked.way is Way.INTEGER)

    def answer(self) -> str | None:
        """Return what is typed as the form stores it."""
        return self._stored() if self._dirty else None

    def is_underway(self) -> bool:
        """A number of a fixed length is not judged before it has that length."""
        return self._dirty and len(self.line.text().strip()) < self._width

    def focus_widget(self) -> QWidget:
        """The line itself."""
        return self.line

    def keeps_key(self, event: QKeyEvent) -> bool:
        """Left and right stay inside the text while there is text on that side."""
        key, at, text = event.key(), self.line.cursorPosition(), self.line.text()
        if self.line.hasSelectedText() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return len(self.line.selectedText()) < len(text)
        return (key == Qt.Key.Key_Left and at > 0) or (key == Qt.Key.Key_Right and at < len(text))

    def come(self) -> None:
        """Select everything: typing replaces it."""
        self.line.selectAll()

    def _stored(self) -> str:
        return stored(self.asked.way, self.line.text(), self._today())

    def _edited(self, text: str) -> None:
        self._dirty = True
        at_end = self.line.cursorPosition() == len(text)
        if self._goes_on and self._width and len(text.strip()) == self._width and at_end:
            self.settled.emit(self._stored())
        else:
            self.typed.emit(self._stored())


def placeholder_of(way: Way) -> str:
    """Return how an answer of this kind looks."""
    words = {
        Way.DATE: QCoreApplication.translate("LineField", "year-month-day"),
        Way.TIME: QCoreApplication.translate("LineField", "hour:minute"),
        Way.MOMENT: QCoreApplication.translate("LineField", "year-month-day hour:minute"),
        Way.PLACE: QCoreApplication.translate("LineField", "latitude longitude"),
        Way.BARCODE: QCoreApplication.translate("LineField", "Scan or type, then Enter"),
    }
    return words.get(way, "")
