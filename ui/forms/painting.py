"""How answers are drawn: chips, frames and marks, alike in rows at rest and in the field with the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from collections.abc import Sequence

CHIP_HEIGHT, CHIP_GAP, CHIP_PADDING = 28, 6, 9
LARGE_WIDTH, LARGE_HEIGHT, ONE_COLUMN = 420, 46, 5
LINE_HEIGHT = 36
"""The height of a field of one line at 100 %."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One option as it is seen: the key to press, its words, and whether it is chosen."""

    key: str
    label: str
    chosen: bool = False
    pointed: bool = False
    """The arrow keys stand on it."""


def plain_font(size: float = 14, *, bold: bool = False) -> QFont:
    """Return the application's font in a size given for 100 %."""
    font = QFont(QApplication.font())
    font.setPixelSize(px(size))
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font


def advance(text: str, size: float = 14, *, bold: bool = False) -> float:
    """Return how wide a text is drawn, in pixels."""
    return _advance(text, QApplication.font().family(), px(size), bold)


@lru_cache(maxsize=20_000)
def _advance(text: str, family: str, pixels: int, bold: bool) -> float:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return QFontMetricsF(font).horizontalAdvance(text)


def chip_width(key: str, label: str) -> float:
    """Return the width of one chip."""
    code = advance(key, 12) + px(6) if key else 0
    return advance(label, 14) + code + 2 * px(CHIP_PADDING) + 2


def chip_places(chips: Sequence[tuple[str, str]], width: float, gap: float = CHIP_GAP) -> list[QRectF]:
    """Place chips (key, label) from left to right on as many lines as the width needs."""
    places, left, top = [], 0.0, 0.0
    for key, label in chips:
        wide = min(chip_width(key, label), width)
        if left and left + wide > width:
            left, top = 0.0, top + px(CHIP_HEIGHT + gap)
        places.append(QRectF(left, top, wide, px(CHIP_HEIGHT)))
        left += wide + px(gap)
    return places


def stacked_places(count: int, width: float) -> list[QRectF]:
    """Place options one below the other, large enough for a finger; many of them in two columns."""
    columns = 2 if count > ONE_COLUMN and width >= px(LARGE_WIDTH) else 1
    rows, gap, high = -(-count // columns), px(8), px(LARGE_HEIGHT)
    wide = min((width - gap * (columns - 1)) / columns, px(LARGE_WIDTH))
    return [QRectF(at // rows * (wide + gap), at % rows * (high + gap), wide, high) for at in range(count)]


def draw_chip(
    painter: QPainter,
    box: QRectF,
    chip: Chip,
    *,
    several: bool = False,
    quiet: bool = False,
    size: float = 14,
    pad: float = CHIP_PADDING,
) -> None:
    """Draw one chip: filled with the accent where chosen, ringed where the arrows stand."""
    draw_chip_ground(painter, box, chip, px(6) if several else min(box.height(), px(44)) / 2)
    inner = box.adjusted(px(pad), 0, -px(pad), 0)
    if chip.key:
        painter.setPen(colour("on_accent" if chip.chosen else "text_faint"))
        draw_text(painter, inner, chip.key, size - 2)
        inner.setLeft(inner.left() + advance(chip.key, size - 2) + px(pad - 3))
    painter.setPen(colour("on_accent" if chip.chosen else "text_soft" if quiet else "text"))
    draw_text(painter, inner, chip.label, size)


def draw_chip_ground(painter: QPainter, box: QRectF, chip: Chip, radius: float) -> None:
    """Draw the shape of a chip, with a ring inside where the arrows stand on one that is chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = "accent_text" if chip.pointed else "field_line"
    painter.setPen(QPen(colour(line), 2 if chip.pointed else 1))
    painter.setBrush(colour("accent" if chip.chosen else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    if chip.pointed and chip.chosen:
        painter.setPen(QPen(colour("on_accent"), 1.5))
        painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), radius - 3, radius - 3)


def draw_chips(
    painter: QPainter, box: QRectF, chips: Sequence[Chip], *, several: bool = False, quiet: bool = False
) -> None:
    """Draw chips into a box."""
    for place, chip in zip(chip_places([(c.key, c.label) for c in chips], box.width()), chips, strict=True):
        draw_chip(painter, place.translated(box.topLeft()), chip, several=several, quiet=quiet)


def draw_frame(painter: QPainter, box: QRectF, *, wrong: bool = False, ground: str = "surface") -> None:
    """Draw the frame of a field at rest."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("danger" if wrong else "field_line"), 1))
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), px(6), px(6))


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    size: float,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line in the pen in force, shortened to the room."""
    font = plain_font(size, bold=bold)
    painter.setFont(font)
    line = text.replace("\n", " ")
    if advance(line, size, bold=bold) > box.width():
        line = QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)


def draw_wrapped(painter: QPainter, box: QRectF, text: str, size: float, *, bold: bool = False) -> None:
    """Draw a text on as many lines as it needs, in the pen in force."""
    painter.setFont(plain_font(size, bold=bold))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, text)


def wrapped_height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Return the height of a text at a width."""
    if not text:
        return 0.0
    metrics = QFontMetricsF(plain_font(size, bold=bold))
    if "\n" not in text and advance(text, size, bold=bold) <= width:
        return metrics.height()
    box = QRectF(0, 0, width, 100_000)
    return metrics.boundingRect(box, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, text).height()


def draw_problem(painter: QPainter, box: QRectF) -> None:
    """Draw the mark of a wrong answer: a triangle with a stroke, told apart by shape as well as colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("danger"))
    top, left, right = QPointF(box.center().x(), box.top()), box.bottomLeft(), box.bottomRight()
    painter.drawPolygon(QPolygonF([top, right, left]))
    painter.setBrush(colour("surface"))
    middle, wide = box.center().x(), max(box.width() * 0.07, 0.7)
    painter.drawRect(QRectF(middle - wide, box.top() + box.height() * 0.36, 2 * wide, box.height() * 0.3))
    painter.drawEllipse(QPointF(middle, box.top() + box.height() * 0.81), wide * 1.15, wide * 1.15)
