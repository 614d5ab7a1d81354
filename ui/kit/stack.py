"""A stack of pages that asks for no more room than the one in front needs at least."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Pages in one place; what scrolls inside them shrinks before the window has to scroll."""

    def sizeHint(self) -> QSize:
        """Ask for the least; whoever has room to give stretches it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need what the page in front needs."""
        front = self.currentWidget()
        return front.minimumSizeHint() if front is not None else QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """The height does not follow from the width: text inside wraps or scrolls in the room given."""
        return False
