"""Draws a day of the year view: disc for a holiday, square for a make-up day, a corner for one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from ui.manage.days import DayLook
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from ui.manage.days import YearDay

_GROUNDS = {DayLook.HOLIDAY: "danger_soft", DayLook.MAKE_UP: "info_soft"}
_WORDS = {
    DayLook.WORKDAY: "text",
    DayLook.WEEKEND: "text_faint",
    DayLook.HOLIDAY: "danger",
    DayLook.MAKE_UP: "info",
}


def draw_day(painter: QPainter, cell: QRectF, day: YearDay, *, today: bool = False) -> None:
    """Draw one day into its cell."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = min(cell.width(), cell.height()) - px(2)
    box = QRectF(cell.center().x() - edge / 2, cell.center().y() - edge / 2, edge, edge)
    _draw_ground(painter, box, day.look)
    if day.own:
        _draw_corner(painter, box)
    font = QFont(painter.font())
    font.setPixelSize(px(12))
    font.setWeight(QFont.Weight.Bold if today or day.own else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colour("accent_text" if today else _WORDS[day.look]))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day.day))
    if today:
        painter.setPen(QPen(colour("accent_text"), px(2)))
        middle, low = box.center().x(), box.bottom() - px(2)
        painter.drawLine(QPointF(middle - px(5), low), QPointF(middle + px(5), low))


def draw_cursor(painter: QPainter, cell: QRectF, *, focused: bool) -> None:
    """Draw the ring around the chosen day, thinner while the cursor is elsewhere."""
    width = px(2) if focused else 1
    painter.setPen(QPen(colour("accent_text" if focused else "field_line"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), px(5), px(5))


def _draw_ground(painter: QPainter, box: QRectF, look: DayLook) -> None:
    if look not in _GROUNDS:
        return
    painter.setPen(QPen(colour(_WORDS[look]), 1))
    painter.setBrush(colour(_GROUNDS[look]))
    if look is DayLook.HOLIDAY:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box.adjusted(px(1), px(1), -px(1), -px(1)), px(2), px(2))


def _draw_corner(painter: QPainter, box: QRectF) -> None:
    size = px(7)
    corner = box.topRight()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent_text"))
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(-size, 0), corner + QPointF(0, size)]))
