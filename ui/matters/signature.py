"""A pad to sign on with a pen, a finger or the mouse; the signature is kept as a PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

INK = 2.6


class SignaturePad(QFrame):
    """Draws what is written on it; ``signed`` is sent at the end of every stroke."""

    signed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Signature"))
        self.setAccessibleDescription(self.tr("Sign with pen, finger or mouse; or type the name below."))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(150))
        self.strokes: list[QPainterPath] = []

    def clear_all(self) -> None:
        """Begin again."""
        self.strokes.clear()
        self.update()
        self.signed.emit()

    def is_empty(self) -> bool:
        """Whether nobody signed."""
        return not self.strokes

    def png(self) -> bytes:
        """Return the signature in black on white, as a PNG."""
        picture = QImage(self.size() * 2, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.scale(2, 2)
        self._draw_ink(painter, Qt.GlobalColor.black)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        return bytes(buffer.data())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        self.strokes.append(QPainterPath(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        if self.strokes:
            self.strokes[-1].lineTo(event.position())
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the stroke; a touch without moving is no signature."""
        self.strokes = [stroke for stroke in self.strokes if stroke.elementCount() > 1]
        self.update()
        self.signed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw pad, line and ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("field_line"))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), px(6), px(6))
        level = self.height() - px(34)
        painter.setPen(QPen(colour("line"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(px(16), level), QPointF(self.width() - px(16), level))
        self._draw_ink(painter, colour("text"))

    def _draw_ink(self, painter: QPainter, ink: object) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink, px(INK), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self.strokes:
            painter.drawPath(stroke)
