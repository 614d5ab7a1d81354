"""One line of a choice list, and how it is drawn: icon or avatar, title over detail, a mark at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.painting import draw_avatar, draw_pill, pill_width
from ui.kit.tones import Tone
from ui.theme.icons import pixmap
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from ui.kit.table_model import Index

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a ChoiceList: a title, a softer detail, a mark at the right."""

    key: str
    title: str
    detail: str = ""
    mark: str = ""
    tone: Tone = Tone.NEUTRAL
    icon: str = ""
    avatar: bool = False
    heading: bool = False
    """A heading between lines, which cannot be chosen."""


class ChoiceLines(QStyledItemDelegate):
    """Draws the lines of a ChoiceList."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines high when there is a detail."""
        choice: Choice = index.data(CHOICE_ROLE)
        return QSize(px(120), px(28 if choice.heading else 52 if choice.detail else 38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, icon, title, detail and mark."""
        choice: Choice = index.data(CHOICE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if choice.heading:
            _draw_heading(
                painter, QRectF(option.rect).adjusted(px(14), px(4), -px(14), 0), choice, option.font
            )
            painter.restore()
            return
        _draw_line_ground(painter, option)
        box = QRectF(option.rect).adjusted(px(14), 0, -px(14), 0)
        box.setLeft(box.left() + _draw_lead(painter, box, choice))
        box.setRight(box.right() - _draw_trailing(painter, box, choice))
        _draw_words(painter, box, choice, option.font)
        painter.restore()


def _draw_heading(painter: QPainter, box: QRectF, choice: Choice, font: QFont) -> None:
    small = QFont(font)
    small.setPixelSize(px(12))
    _draw_elided(painter, box, choice.title, small, "text_faint")


def _draw_line_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
        return
    shape = QRectF(option.rect).adjusted(px(4), px(2), -px(4), -px(2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent_soft" if selected else "hover"))
    painter.drawRoundedRect(shape, px(6), px(6))


def _draw_lead(painter: QPainter, box: QRectF, choice: Choice) -> float:
    if choice.avatar:
        edge = px(32)
        painter.save()
        draw_avatar(painter, QRectF(box.left(), box.center().y() - edge / 2, edge, edge), choice.title)
        painter.restore()
        return edge + px(10)
    if choice.icon:
        drawn = pixmap(choice.icon, "text_soft")
        painter.drawPixmap(QPointF(box.left(), box.center().y() - px(9)), drawn)
        return px(28)
    return 0


def _draw_trailing(painter: QPainter, box: QRectF, choice: Choice) -> float:
    if not choice.mark:
        return 0
    painter.save()
    font = QFont(painter.font())
    font.setPixelSize(px(12))
    painter.setFont(font)
    width, height = pill_width(font, choice.mark), px(20)
    place = QRectF(box.right() - width, box.center().y() - height / 2, width, height)
    draw_pill(painter, place, choice.mark, choice.tone)
    painter.restore()
    return width + px(8)


def _draw_words(painter: QPainter, box: QRectF, choice: Choice, font: QFont) -> None:
    small = QFont(font)
    small.setPixelSize(px(12))
    upper = box.adjusted(0, px(7), 0, -box.height() / 2 + px(2)) if choice.detail else box
    _draw_elided(painter, upper, choice.title, font, "text")
    if choice.detail:
        _draw_elided(
            painter, box.adjusted(0, box.height() / 2, 0, -px(6)), choice.detail, small, "text_faint"
        )


def _draw_elided(painter: QPainter, box: QRectF, text: str, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(QPen(colour(token)))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
