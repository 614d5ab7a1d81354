"""The table of a repeat on the screen: one live field in the current cell, headings that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.forms.asked import Asked, Way, is_stop
from ui.forms.grid.cells import GridCells, GridHeader, field_head_height
from ui.forms.grid.model import GridModel
from ui.forms.painting import advance
from ui.forms.widths import width_of
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from ui.forms.fields.field import Field
    from ui.forms.fields.pool import FieldPool
    from ui.forms.filling import Filling
    from workbench.forms.engine.node import Node

MEMBER_WIDEST = 260
ROW, MEMBER_COLUMN, FIELD_HEAD, MEMBER_HEAD, HEAD = 31, 168, 300, 112, 32
NARROW, WIDE = 64, 190
_WIDTHS = {Way.DATE: 110, Way.TIME: 80, Way.MOMENT: 150, Way.PLACE: 170, Way.AREA: 190, Way.TEXT: 130}


class GridTable(QTableView):
    """Shows one repeat; follows the cursor of the filling."""

    def __init__(self, repeat: Node, filling: Filling, pool: FieldPool) -> None:
        super().__init__()
        self._filling, self._pool = filling, pool
        self.field: Field | None = None
        self.cells_model = GridModel(repeat, filling)
        self.cells = GridCells(self.cells_model)
        self._across = GridHeader(Qt.Orientation.Horizontal, self.cells_model)
        self._down = GridHeader(Qt.Orientation.Vertical, self.cells_model)
        self._prepare()
        self.setModel(self.cells_model)
        self.measure()

    def measure(self) -> None:
        """Give columns, rows and headings their sizes."""
        model = self.cells_model
        if model.by_rows:
            widths = [column_width(model.asked(head)) for head in model.heads]
            heights = (field_head_height(model, at, width) for at, width in enumerate(widths))
            self._across.setFixedHeight(round(min(max(heights, default=px(HEAD)), px(92))))
            self._down.setFixedWidth(px(MEMBER_HEAD))
            self._size(self._across, widths)
        else:
            wide = self._field_head_width()
            self._across.setFixedHeight(px(HEAD))
            self._down.setFixedWidth(wide)
            self._share(wide)
            heights = (field_head_height(model, at, wide) for at in range(len(model.heads)))
            self._size(self._down, [max(px(ROW), round(high)) for high in heights])

    def content_height(self) -> int:
        """Return the height in which every row is seen."""
        bar = self.horizontalScrollBar().sizeHint().height()
        return self._across.height() + self._down.length() + bar + px(4)

    def follow(self, node: Node) -> None:
        """Put the live field into the cell of a question."""
        place = self.cells_model.place(node)
        if place is None:
            return
        index = self.cells_model.index(*place)
        self.scrollTo(index)
        asked = self.cells_model.asked(node)
        self.field = self._pool.field_for(asked)
        if self.field.parentWidget() is not self.viewport():
            self.field.setParent(self.viewport())
        self.field.show_question(asked)
        self._place_field()
        self._mark(*place)
        self.field.show()
        self.field.setFocus()
        self.field.come()

    def rest(self) -> None:
        """Take the live field away."""
        if self.field is not None:
            self.field.leave()
            self.field.hide()
            self.field = None
            self._mark(-1, -1)

    def redraw(self, changed: frozenset[Node]) -> None:
        """Draw again what changed."""
        self.cells_model.forget(changed)
        cursor = self._filling.cursor
        if self.field is not None and cursor in changed:
            self.field.update_question(self.cells_model.asked(cursor))
        for node in changed:
            place = self.cells_model.place(node)
            if place is not None:
                self.viewport().update(self.visualRect(self.cells_model.index(*place)))
                self._down.repaint_section(place[0])
                self._across.repaint_section(place[1])

    def neighbour(self, rows: int, columns: int) -> Node | None:
        """Return the next question asked in a direction from the cursor, or None at the edge."""
        model, place = self.cells_model, self.cells_model.place(self._filling.cursor)
        if place is None:
            return None
        row, column = place[0] + rows, place[1] + columns
        while 0 <= row < model.rowCount() and 0 <= column < model.columnCount():
            node = model.node(row, column)
            if is_stop(node):
                return node
            row, column = row + rows, column + columns
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the headings into the new width."""
        super().resizeEvent(event)
        if not self.cells_model.by_rows:
            self.measure()
        self._place_field()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the question that is clicked."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            node = self.cells_model.node(index.row(), index.column())
            if is_stop(node):
                self._filling.go(node)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the live field in its cell."""
        super().scrollContentsBy(dx, dy)
        self._place_field()

    def _prepare(self) -> None:
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self._across)
        self.setVerticalHeader(self._down)
        self._down.setDefaultSectionSize(px(ROW))
        self.setAccessibleName(self.cells_model.repeat.label)
        self.setProperty("role", "grid")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)

    def _field_head_width(self) -> int:
        return max(px(120), min(px(FIELD_HEAD), round(self.width() * 0.3)))

    def _share(self, head: int) -> None:
        members = max(len(self.cells_model.members), 1)
        room = (self.width() - head - 2 * self.frameWidth() - px(12)) // members
        size = max(px(MEMBER_COLUMN), min(room, px(MEMBER_WIDEST)))
        for at in range(members):
            self._across.resizeSection(at, size)

    def _size(self, header: GridHeader, sizes: list[int]) -> None:
        for at, size in enumerate(sizes):
            header.resizeSection(at, size)
        if header is self._across:
            self._down.setDefaultSectionSize(px(ROW))

    def _place_field(self) -> None:
        cursor = self._filling.cursor
        place = self.cells_model.place(cursor) if self.field is not None and cursor is not None else None
        if self.field is not None and place is not None:
            box = self.visualRect(self.cells_model.index(*place))
            self.field.setGeometry(box.adjusted(-1, -1, 1, 1))

    def _mark(self, row: int, column: int) -> None:
        self._down.mark(row)
        self._across.mark(column)


def column_width(asked: Asked) -> int:
    """Return the width of a field's column where members are rows, in pixels."""
    if asked.choices:
        widest = max(advance(choice.label) for choice in asked.choices[:60])
        return round(max(px(NARROW), min(widest + px(48), px(WIDE))))
    constraint = asked.node.bind.constraint
    characters = width_of(constraint.text, whole_number=asked.way is Way.INTEGER) if constraint else 0
    if characters:
        return max(px(NARROW), px(26 + 9 * characters))
    return px(_WIDTHS.get(asked.way, 96))
