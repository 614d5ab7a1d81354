"""How cells and headings of the table are drawn: problems by ground and shape, skips by a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from ui.forms.asked import Way
from ui.forms.painting import draw_problem, draw_text, draw_wrapped, wrapped_height
from ui.theme.icons import pixmap
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from ui.forms.grid.model import GridModel, Index
    from workbench.forms.engine.node import Node

MARK = 11


class GridCells(QStyledItemDelegate):
    """Draws the cells; the current one lies below its live field."""

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._model = model
        self.current: Node | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, answer and marks."""
        node = self._model.node(index.row(), index.column())
        box = QRectF(option.rect)
        if not node.relevant:
            draw_not_asked(painter, box)
        else:
            draw_cell(painter, box, self._model, node)
        draw_lines(painter, option.rect)


def draw_lines(painter: QPainter, box: QRect) -> None:
    """Draw the hairlines below a cell and at its right, inside it."""
    line = colour("line")
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, line)
    painter.fillRect(box.right(), box.top(), 1, box.height(), line)


def draw_not_asked(painter: QPainter, box: QRectF) -> None:
    """Draw a cell whose question is skipped."""
    painter.fillRect(box, colour("sunken"))
    painter.setPen(QPen(colour("text_faint")))
    middle = box.center()
    painter.drawLine(QPointF(middle.x() - px(5), middle.y()), QPointF(middle.x() + px(5), middle.y()))


def draw_cell(painter: QPainter, box: QRectF, model: GridModel, node: Node) -> None:
    """Draw a cell that is asked."""
    asked = model.asked(node)
    painter.fillRect(box, colour("danger_soft" if asked.message else "surface"))
    inner = box.adjusted(px(9), 0, -px(8), 0)
    if asked.message:
        draw_problem(painter, QRectF(box.right() - px(MARK + 5), box.top() + px(5), px(MARK), px(MARK - 1)))
        inner.setRight(inner.right() - px(MARK + 2))
    if asked.note:
        edge = px(12)
        painter.drawPixmap(
            QPointF(inner.right() - edge, box.bottom() - edge - px(3)), pixmap("edit", "text_faint", 12)
        )
    painter.setPen(colour("text_soft" if asked.way is Way.SHOWN else "text"))
    draw_text(painter, inner, model.text(node), 14)


class GridHeader(QHeaderView):
    """Labels of fields, or numbers and names of members; the current one is marked."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel) -> None:
        super().__init__(orientation)
        self._model = model
        self.current = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(px(24))
        self.setSectionsClickable(False)

    @property
    def shows_fields(self) -> bool:
        """Whether the sections are fields, not members."""
        return (self.orientation() == Qt.Orientation.Horizontal) is self._model.by_rows

    def mark(self, section: int) -> None:
        """Mark the section with the cursor."""
        if section != self.current:
            before, self.current = self.current, section
            self.repaint_section(before)
            self.repaint_section(section)

    def repaint_section(self, section: int) -> None:
        """Draw a heading again."""
        if section >= 0:
            start, size = self.sectionViewportPosition(section), self.sectionSize(section)
            across = self.orientation() == Qt.Orientation.Horizontal
            view = self.viewport()
            box = (start, 0, size, view.height()) if across else (0, start, view.width(), size)
            view.update(*box)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one heading."""
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, colour("accent_soft" if section == self.current else "sunken"))
        draw_lines(painter, rect)
        inner = box.adjusted(px(9), px(4), -px(6), -px(4))
        if self.shows_fields:
            draw_field_head(painter, inner, field_head(self._model, section))
        else:
            draw_member_head(painter, inner, *self._model.member_words(section))
        painter.restore()


def field_head(model: GridModel, section: int) -> str:
    """Return a field's label, with a star where an answer is required."""
    head = model.heads[section]
    return f"{head.label} *" if head.relevant and head.required else head.label


def field_head_height(model: GridModel, section: int, width: float) -> float:
    """Return the height of a field's heading at a width, in pixels."""
    return wrapped_height(field_head(model, section), width - px(15), 13) + px(11)


def draw_field_head(painter: QPainter, box: QRectF, text: str) -> None:
    """Draw a field's label on as many lines as it needs."""
    painter.setPen(colour("text_soft"))
    high = wrapped_height(text, box.width(), 13)
    top = max(box.top(), box.center().y() - high / 2)
    draw_wrapped(painter, QRectF(box.left(), top, box.width(), box.bottom() - top + px(2)), text, 13)


def draw_member_head(painter: QPainter, box: QRectF, number: str, name: str) -> None:
    """Draw a member's number and name."""
    painter.setPen(colour("text_faint"))
    draw_text(painter, box, number, 12)
    painter.setPen(colour("text"))
    draw_text(painter, box.adjusted(px(20), 0, 0, 0), name, 14, bold=True)
