"""What every field of a form is: it shows a question, tells what is typed, and says when it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.forms.asked import Asked


class Field(QWidget):
    """A field that is used for one question after another.

    ``typed`` carries what is half typed, as the form would store it; ``chosen`` an answer to take at once;
    ``settled`` one from which the cursor goes on.
    """

    typed = Signal(str)
    chosen = Signal(str)
    settled = Signal(str)

    def show_question(self, asked: Asked) -> None:
        """Take in a question with its answer, and be named after it."""
        self.asked = asked
        self.setAccessibleName(asked.label)
        self.focus_widget().setAccessibleName(asked.label)
        self._describe(asked)
        self.take(asked)

    def take(self, asked: Asked) -> None:
        """Show the answer; called when the cursor comes and when the answer changed elsewhere."""
        raise NotImplementedError

    def update_question(self, asked: Asked) -> None:
        """Take in what changed beside what is being typed: message, options, label."""
        self.asked = asked
        self._describe(asked)

    def _describe(self, asked: Asked) -> None:
        widget = self.focus_widget()
        widget.setAccessibleDescription("\n".join(filter(None, (asked.hint, asked.message))))
        if bool(widget.property("invalid")) is not bool(asked.message):
            widget.setProperty("invalid", bool(asked.message))
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def answer(self) -> str | None:
        """Return the answer as it is typed when the cursor leaves; None where nothing was typed."""
        return None

    def is_underway(self) -> bool:
        """Whether so little is typed so far that it is too early to call it wrong."""
        return False

    def focus_widget(self) -> QWidget:
        """Return what has the focus while somebody types."""
        return self

    def takes_key(self, _event: QKeyEvent) -> bool:
        """Do what a key means here, where it would otherwise move the cursor; return whether it did."""
        return False

    def keeps_key(self, _event: QKeyEvent) -> bool:
        """Whether a key that would move the cursor is left to the widget that has the focus."""
        return False

    def come(self) -> None:
        """Do what is due when the cursor has come: select the text, open the list."""

    def leave(self) -> None:
        """Do what is due when the cursor goes: close the list."""
