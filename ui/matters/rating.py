"""The rating (好差评): five faces a resident understands without reading, or none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.kit.buttons import QuietButton
from ui.kit.flow import FlowLayout
from ui.kit.labels import Soft
from ui.kit.layouts import STRETCH, column, panel, row
from ui.theme.theme import colour, px
from ui.wording.labels import label_of
from workbench.intake.kinds import RatingLevel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

CURVES = {
    RatingLevel.VERY_GOOD: 1.0,
    RatingLevel.GOOD: 0.55,
    RatingLevel.FAIR: 0.0,
    RatingLevel.BAD: -0.55,
    RatingLevel.VERY_BAD: -1.0,
}
"""How far the mouth bends: smiles above, frowns below zero."""
TOKENS = ("success", "success", "info", "warning", "danger")


class Face(QAbstractButton):
    """One level: a face over its words; the mouth says the level without colour."""

    def __init__(self, level: RatingLevel, token: str) -> None:
        super().__init__()
        self.level, self._token = level, token
        self.setAccessibleName(label_of(level))
        self.setToolTip(label_of(level))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """All faces are equally large."""
        return QSize(px(88), px(86))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer on Enter as well as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile, the face and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_tile(painter)
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

    def _draw_tile(self, painter: QPainter) -> None:
        ring = QPen(colour("accent_text"), 2) if self.hasFocus() else QPen(colour("line"), 1)
        painter.setPen(ring)
        painter.setBrush(colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))

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
        faces = panel(FlowLayout(*self.faces, gap=8))
        self.setLayout(column(hint, faces, row(self.decline, STRETCH), gap=8))
