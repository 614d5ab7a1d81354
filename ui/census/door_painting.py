"""Draws the doors of a building: the room's number, and the state as ground, icon and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from ui.census.state_looks import LOOKS
from ui.kit.tones import Tone
from ui.theme.icons import pixmap
from ui.theme.theme import colour, px
from workbench.census.kinds import CaseState

if TYPE_CHECKING:
    from workbench.census.views import Door

_ICON = 13
_UNTOUCHED = CaseState.NOT_VISITED


def draw_door(painter: QPainter, box: QRectF, door: Door) -> None:
    """Draw one door into its box."""
    look = LOOKS[door.state]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    untouched = door.state is _UNTOUCHED
    tint = colour("text_soft" if look.tone is Tone.NEUTRAL else look.tone.token)
    painter.setPen(QPen(colour("line" if untouched else look.tone.token), 1))
    painter.setBrush(colour("surface" if untouched else look.tone.soft_token))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
    painter.setFont(_font(painter, 12))
    painter.setPen(tint)
    words = box.adjusted(px(6), 0, -px(6 + _ICON if look.icon else 4), 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, room_of(door))
    if door.mine:
        painter.fillRect(QRectF(box.left() + px(2), box.top() + px(6), px(2), box.height() - px(12)), tint)
    if look.icon:
        place = QPointF(box.right() - px(_ICON + 5), box.center().y() - px(_ICON) / 2)
        painter.drawPixmap(place, pixmap(look.icon, look.tone.token, _ICON))


def room_of(door: Door) -> str:
    """Return the room as it stands on the door; a second household of a dwelling says its number."""
    return door.room if door.number == 1 else f"{door.room}-{door.number}"


def draw_ring(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """Draw the ring around the chosen door, thinner while the cursor is elsewhere."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("accent_text" if focused else "field_line"), px(2) if focused else 1))
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), px(5), px(5))


def draw_name(painter: QPainter, box: QRectF, text: str) -> None:
    """Write the name of a floor or unit, quietly."""
    painter.setFont(_font(painter, 11))
    painter.setPen(colour("text_faint"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _font(painter: QPainter, size: int) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(px(size))
    return font
