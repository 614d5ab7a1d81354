"""What is drawn in colours of the theme and must be drawn again when the theme changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    Base = QWidget
else:
    Base = object


class Redrawn(Base):
    """Put before the Qt class among a widget's bases; ``redraw`` is called after each change of the theme."""

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.redraw()

    def redraw(self) -> None:
        """Draw what the style sheet does not: icons and painted grounds."""
        self.update()
