"""Grey bars where a list will be: the first paint does not wait for the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LINE = 36
WIDTHS = (0.12, 0.16, 0.38, 0.12)
"""The bars of one line, as parts of the width."""


class Skeleton(QWidget):
    """Stands where records are being read."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Reading…"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw lines of bars, as many as there is room for, fading downwards."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("neutral_soft"))
        for line in range(min(self.height() // px(LINE), 8)):
            painter.setOpacity(1 - line / 9)
            left = px(10)
            for share in WIDTHS:
                width = self.width() * share
                painter.drawRoundedRect(QRectF(left, px(LINE) * line + px(12), width, px(12)), px(4), px(4))
                left += width + self.width() * 0.06
