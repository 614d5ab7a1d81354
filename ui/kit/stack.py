"""A stack of pages that asks for no more room than the one in front needs at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Stack(QStackedWidget):
    """Pages in one place; what scrolls inside them shrinks before the window has to scroll."""

    def sizeHint(self) -> QSize:
        """Ask for the least; whoever has room to give stretches it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need what the page in front needs, at the width there is (rows of buttons may wrap)."""
        front = self.currentWidget()
        if front is None:
            return QSize(0, 0)
        least, layout = front.minimumSizeHint(), front.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(max(least.height(), layout.minimumHeightForWidth(max(self.width(), 1))))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The height does not follow from the width: text inside wraps or scrolls in the room given."""
        return False
