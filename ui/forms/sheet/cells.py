"""How a row of the sheet is drawn; the live field of the current row lies over its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.forms.asked import Asked, Way
from ui.forms.course import Line, LineKind
from ui.forms.fields.slider import LINE_WIDTH, number, range_of
from ui.forms.painting import (
    draw_chips,
    draw_frame,
    draw_problem,
    draw_text,
    draw_wrapped,
)
from ui.forms.sheet.plan import RowPlan, fits_aside, has_chips, label_text, row_chips
from ui.forms.values import in_words
from ui.forms.wording import section_title
from ui.theme.icons import pixmap
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from ui.forms.sheet.model import Index, SheetModel
    from workbench.forms.engine.node import Node

RIGHT = Qt.AlignmentFlag.AlignRight


class SheetCells(QStyledItemDelegate):
    """Draws sections and questions."""

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self._model = model
        self.current: Node | None = None
        """The question whose field is live."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height the model plans."""
        return QSize(px(200), self._model.height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = self._model.line(index.row())
        box = QRectF(option.rect)
        if box.isEmpty():
            return
        painter.save()
        if line.kind is LineKind.SECTION:
            draw_section(painter, box, line)
        elif line.kind is LineKind.QUESTION:
            painter.translate(box.topLeft())
            self._draw_question(painter, QRectF(0, 0, box.width(), box.height()), line, index.row())
        painter.restore()

    def _draw_question(self, painter: QPainter, box: QRectF, line: Line, row: int) -> None:
        asked, plan = self._model.asked(line.node), self._model.plan(row)
        is_current = line.node is self.current
        if is_current:
            draw_current(painter, box)
        draw_words(painter, asked, plan, line.number)
        if not is_current and asked.way is not Way.NOTE:
            draw_answer(painter, plan.field, asked)


def draw_section(painter: QPainter, box: QRectF, line: Line) -> None:
    """Draw the heading of a group or instance above a hairline."""
    inner = box.adjusted(px(14) * max(line.depth, 1), px(8), -px(14), -px(4))
    painter.setPen(colour("text"))
    draw_text(painter, inner, section_title(line.node), 15 if not line.depth else 14, bold=True)
    painter.setPen(QPen(colour("line")))
    painter.drawLine(QPointF(inner.left(), box.bottom() - 1), QPointF(inner.right(), box.bottom() - 1))


def draw_current(painter: QPainter, box: QRectF) -> None:
    """Mark the row with the cursor: a soft ground and a bar at the left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent_soft"))
    painter.drawRoundedRect(box.adjusted(px(4), 1, -px(4), -1), px(6), px(6))
    painter.setBrush(colour("accent_text"))
    painter.drawRoundedRect(QRectF(px(4), px(6), px(3), box.height() - px(12)), 1.5, 1.5)


def draw_words(painter: QPainter, asked: Asked, plan: RowPlan, number: str) -> None:
    """Draw number, label, message or hint, and note."""
    painter.setPen(colour("text_faint"))
    draw_text(painter, plan.number.adjusted(0, 0, -px(10), 0), number, 12, align=RIGHT)
    is_note = asked.way is Way.NOTE
    painter.setPen(colour("text_soft" if is_note or asked.way is Way.SHOWN else "text"))
    draw_wrapped(painter, plan.label, asked.label if is_note else label_text(asked), 13 if is_note else 14)
    if asked.message:
        aside = plan.message.isEmpty()
        draw_message(painter, plan.aside if aside else plan.message, asked.message, aside=aside)
    elif asked.hint and not is_note and plan.aside.width() > px(60):
        painter.setPen(colour("text_faint"))
        draw_text(painter, plan.aside, asked.hint, 12)
    if not plan.note.isEmpty():
        draw_note(painter, plan.note, asked.note)


def draw_message(painter: QPainter, box: QRectF, text: str, *, aside: bool) -> None:
    """Draw what is wrong, with its triangle."""
    top = box.center().y() - px(6) if aside else box.top() + px(2)
    draw_problem(painter, QRectF(box.left(), top, px(13), px(12)))
    painter.setPen(colour("danger"))
    words = box.adjusted(px(19), 0, 0, 0)
    if aside and fits_aside(text, box):
        draw_text(painter, words, text, 12)
    else:
        draw_wrapped(painter, words, text, 12)


def draw_note(painter: QPainter, box: QRectF, text: str) -> None:
    """Draw the note on a question."""
    painter.drawPixmap(QPointF(box.left(), box.top() + px(2)), pixmap("edit", "text_faint", 13))
    painter.setPen(colour("text_soft"))
    draw_text(painter, box.adjusted(px(19), 0, 0, 0), text, 12)


def draw_answer(painter: QPainter, box: QRectF, asked: Asked) -> None:
    """Draw a field at rest."""
    if has_chips(asked.way):
        several = asked.way in (Way.TICKS, Way.RANK, Way.CONFIRM)
        draw_chips(painter, box.adjusted(0, px(3), 0, 0), row_chips(asked), several=several, quiet=True)
        return
    if asked.way is Way.RANGE:
        draw_range(painter, box, asked)
        return
    is_shown = asked.way is Way.SHOWN
    if not is_shown:
        draw_frame(painter, box, wrong=bool(asked.message))
    painter.setPen(colour("text_soft" if is_shown else "text"))
    inner = box if is_shown else box.adjusted(px(11), 0, -px(11), 0)
    if asked.way is Way.AREA:
        draw_wrapped(painter, inner.adjusted(0, px(7), 0, -px(4)), asked.value, 14)
    else:
        draw_text(painter, inner, in_words(asked), 14)
    mark = {Way.LIST: "down", Way.MANY: "down", Way.FILE: "paperclip"}.get(asked.way)
    if mark:
        place = QPointF(box.right() - px(24), box.center().y() - px(7))
        painter.drawPixmap(place, pixmap(mark, "text_faint", 14))


def draw_range(painter: QPainter, box: QRectF, asked: Asked) -> None:
    """Draw a range at rest: its number, and where that lies between the ends."""
    start, end, _step = range_of(asked)
    line = QRectF(box.left(), box.top(), px(LINE_WIDTH), box.height())
    draw_frame(painter, line, wrong=bool(asked.message))
    painter.setPen(colour("text"))
    draw_text(painter, line.adjusted(px(11), 0, -px(8), 0), asked.value, 14)
    track = QRectF(
        line.right() + px(20), box.center().y() - px(2), box.right() - line.right() - px(24), px(4)
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("neutral_soft"))
    painter.drawRoundedRect(track, px(2), px(2))
    value = number(asked.value)
    if value is not None and end != start:
        share = min(max(float((value - start) / (end - start)), 0.0), 1.0)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(QPointF(track.left() + share * track.width(), track.center().y()), px(6), px(6))
