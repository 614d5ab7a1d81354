"""What is drawn and walked by keys: a ring that follows the focus, and a tooltip for each thing drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    Base = QWidget
else:
    Base = object


class Ringed(Base):
    """Put before the Qt class among a widget's bases; ``words_at`` says what lies at a point."""

    def words_at(self, _point: QPointF) -> str:
        """Return what the tooltip says there, nothing where nothing is drawn."""
        return ""

    def event(self, event: QEvent) -> bool:
        """Tell in a tooltip what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Thin the ring."""
        super().focusOutEvent(event)
        self.update()
