"""The rating (好差评): five faces a resident understands without reading, or none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kit.buttons import QuietButton
from ui.kit.labels import Soft
from ui.kit.layouts import STRETCH, column, row
from ui.theme.theme import colour, px
from ui.wording.labels import label_of
from workbench.intake.kinds import RatingLevel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

CURVES = {
    RatingLevel.VERY_GOOD: 1.0,
    RatingLevel.GOOD: 0.55,
    RatingLevel.FAIR: 0.0,
    RatingLevel.BAD: -0.55,
    RatingLevel.VERY_BAD: -1.0,
}
"""How far the mouth bends: smiles above, frowns below zero."""
TOKENS = ("success", "success", "info", "warning", "danger")


class Face(QPushButton):
    """One level: a face over its words; the mouth says the level without colour."""

    def __init__(self, level: RatingLevel, token: str) -> None:
        super().__init__()
        self.level, self._token = level, token
        self.setProperty("role", "tile")
        self.setFixedSize(px(88), px(84))
        self.setAccessibleName(label_of(level))
        self.setToolTip(f"{label_of(level)}  {level.value}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile, the face and the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, px(34))
        painter.setPen(QPen(colour(self._token), px(2)))
        painter.setBrush(colour(f"{self._token}_soft"))
        painter.drawEllipse(centre, px(20), px(20))
        self._draw_features(painter, centre)
        font = QFont(self.font())
        font.setPixelSize(px(12))
        painter.setFont(font)
        painter.setPen(colour("text"))
        words = QRectF(0, px(58), self.width(), px(22))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, label_of(self.level))

    def _draw_features(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(QPen(colour(self._token), px(2.4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for side in (-1, 1):
            painter.drawPoint(centre + QPointF(side * px(7), -px(5)))
        bend = CURVES[self.level] * px(9)
        mouth = QPainterPath(centre + QPointF(-px(9), px(8) - bend / 2))
        mouth.quadTo(centre + QPointF(0, px(8) + bend), centre + QPointF(px(9), px(8) - bend / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(mouth)


class RatingRow(QWidget):
    """Five faces and a way not to answer; ``rated`` carries the level, None when declined."""

    rated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Rating"))
        self.faces = [Face(level, token) for level, token in zip(RatingLevel, TOKENS, strict=True)]
        for face in self.faces:
            face.clicked.connect(lambda _checked=False, level=face.level: self.rated.emit(level))
        self.decline = QuietButton(
            self.tr("Does not want to rate"), lambda: self.rated.emit(None), size="small"
        )
        hint = Soft(self.tr("Turn the screen to the resident: how was it?"))
        faces = row(*self.faces, self.decline, STRETCH, gap=8)
        self.setLayout(column(hint, faces, gap=8))
