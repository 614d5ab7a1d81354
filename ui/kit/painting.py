"""Marks drawn by hand, for widgets and table cells alike: lamps, pills, avatars."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPolygonF

from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from ui.kit.tones import Tone

AVATAR_TONES = ("accent", "info", "success", "warning", "neutral")


class LampLevel(StrEnum):
    """How near a deadline is; each level has its own shape as well as its colour."""

    OFF = "off"
    GREEN = "green"
    """In time: a disc."""
    YELLOW = "yellow"
    """Due soon: a triangle."""
    RED = "red"
    """Overdue: a square standing on its corner."""


def draw_lamp(painter: QPainter, box: QRectF, level: LampLevel) -> None:
    """Draw a lamp into the box: disc, triangle or diamond."""
    if level is LampLevel.OFF:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"lamp_{level.value}"))
    centre, half = box.center(), min(box.width(), box.height()) / 2
    if level is LampLevel.GREEN:
        painter.drawEllipse(centre, half * 0.85, half * 0.85)
    elif level is LampLevel.YELLOW:
        painter.drawPolygon(
            _around(centre, (0, -half), (half * 1.05, half * 0.85), (-half * 1.05, half * 0.85))
        )
    else:
        painter.drawPolygon(
            _around(centre, (0, -half * 1.1), (half * 1.1, 0), (0, half * 1.1), (-half * 1.1, 0))
        )


def pill_width(font: QFont, text: str) -> float:
    """Return the width a pill of that text takes."""
    return QFontMetricsF(font).horizontalAdvance(text) + 2 * px(8)


def draw_pill(painter: QPainter, box: QRectF, text: str, tone: Tone) -> None:
    """Draw a pill of the box's height, at its left edge, no wider than the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = min(pill_width(painter.font(), text), box.width())
    shape = QRectF(box.left(), box.top(), width, box.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tone.soft_token))
    painter.drawRoundedRect(shape, box.height() / 2, box.height() / 2)
    painter.setPen(colour(tone.token))
    room = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * px(8) + 1)
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, room)


def draw_avatar(painter: QPainter, box: QRectF, name: str) -> None:
    """Draw a circle with the surname; the colour follows the name, so it stays the same everywhere."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tone = AVATAR_TONES[sum(map(ord, name)) % len(AVATAR_TONES)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{tone}_soft"))
    painter.drawEllipse(box)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(box.height() * 0.42)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(colour("accent_text" if tone == "accent" else tone))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name[:1].upper())


def _around(centre: QPointF, *offsets: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + x, centre.y() + y) for x, y in offsets])
