"""How a table draws its cells: pills, lamps and avatars beside elided text, a ring on the row in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from ui.kit.painting import LampLevel, draw_avatar, draw_lamp, draw_pill
from ui.kit.table_model import AVATAR_ROLE, FOLDED_ROLE, LAMP_ROLE, SOFT_ROLE, TONE_ROLE
from ui.kit.tones import Tone
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from ui.kit.table_model import Index

PADDING = 10
ROW_HEIGHT = 36
FOLDED_HEIGHT = 54


class RecordCells(QStyledItemDelegate):
    """Draws the cells of a RecordTable."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(px(64), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, marks, text and hairline of one cell."""
        painter.save()
        _draw_ground(painter, option, index)
        box = QRectF(option.rect).adjusted(px(PADDING), 0, -px(PADDING), 0)
        painter.setFont(option.font)
        box = _draw_marks(painter, box, index)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        tone = index.data(TONE_ROLE)
        below = index.data(FOLDED_ROLE)
        if below and text:
            _draw_two_lines(painter, box, text, below, index)
        elif tone and text:
            _draw_state(painter, box, text, Tone(tone))
        else:
            _draw_text(painter, box, text or below or "", index)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text as a tooltip when it was shortened."""
        lines = (index.data(Qt.ItemDataRole.DisplayRole), index.data(FOLDED_ROLE))
        text = index.data(Qt.ItemDataRole.ToolTipRole) or "\n".join(filter(None, lines))
        room = option.rect.width() - 2 * px(PADDING)
        metrics = QFontMetricsF(view.font())
        shortened = any(metrics.horizontalAdvance(line) > room for line in text.splitlines())
        if event.type() == QEvent.Type.ToolTip and (shortened or index.data(Qt.ItemDataRole.ToolTipRole)):
            QToolTip.showText(event.globalPos(), text, view)
            return True
        return super().helpEvent(event, view, option, index)


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.fillRect(option.rect, colour("accent_soft" if selected else "hover"))
    painter.setPen(colour("line"))
    bottom = option.rect.bottom()
    painter.drawLine(option.rect.left(), bottom, option.rect.right(), bottom)
    view = option.widget
    if selected and option.rect.left() <= 0 and isinstance(view, QAbstractItemView) and view.hasFocus():
        bar = QRectF(option.rect.left(), option.rect.top(), px(3), option.rect.height() - 1)
        painter.fillRect(bar, colour("accent_text"))


def _draw_marks(painter: QPainter, box: QRectF, index: Index) -> QRectF:
    # Qt carries a StrEnum as plain text; it is made an enum again here.
    lamp = LampLevel(index.data(LAMP_ROLE) or LampLevel.OFF)
    if index.data(LAMP_ROLE):
        edge = px(11)
        draw_lamp(painter, QRectF(box.left(), box.center().y() - edge / 2, edge, edge), lamp)
        box = box.adjusted(px(18), 0, 0, 0)
    if index.data(AVATAR_ROLE):
        edge = px(24)
        painter.save()
        circle = QRectF(box.left(), box.center().y() - edge / 2, edge, edge)
        draw_avatar(painter, circle, index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.restore()
        box = box.adjusted(px(32), 0, 0, 0)
    return box


def _draw_state(painter: QPainter, box: QRectF, text: str, tone: Tone) -> None:
    font = QFont(painter.font())
    font.setPixelSize(px(12))
    painter.setFont(font)
    height = px(20)
    draw_pill(painter, QRectF(box.left(), box.center().y() - height / 2, box.width(), height), text, tone)


def _draw_two_lines(painter: QPainter, box: QRectF, text: str, below: str, index: Index) -> None:
    middle = box.center().y()
    _draw_text(painter, QRectF(box.left(), middle - px(21), box.width(), px(22)), text, index)
    font = QFont(painter.font())
    font.setPixelSize(px(12))
    painter.setFont(font)
    painter.setPen(QPen(colour("text_soft")))
    shown = QFontMetricsF(font).elidedText(below, Qt.TextElideMode.ElideRight, box.width())
    lower = QRectF(box.left(), middle + px(2), box.width(), px(18))
    painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _draw_text(painter: QPainter, box: QRectF, text: str, index: Index) -> None:
    painter.setPen(QPen(colour("text_soft" if index.data(SOFT_ROLE) else "text")))
    alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, alignment | Qt.TextFlag.TextSingleLine, shown)
