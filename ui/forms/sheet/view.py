"""The heads-down sheet on the screen: rows drawn where they are seen, one live field where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.forms.course import LineKind
from ui.forms.grid.panel import GridPanel
from ui.forms.sheet.cells import SheetCells
from ui.forms.sheet.heights import RowHeights
from ui.forms.sheet.model import SheetModel
from ui.forms.sheet.plan import fits_aside, has_chips
from ui.theme.theme import px
from workbench.forms.engine.node import NodeKind

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from ui.forms.asked import Asked
    from ui.forms.fields.field import Field
    from ui.forms.fields.pool import FieldPool
    from ui.forms.filling import Filling
    from workbench.forms.engine.node import Node

UNSEEN_WIDTH = 900
CONTEXT = 48
"""So much is seen above and below the current row, in pixels at 100 %."""


class SheetView(QTableView):
    """Follows a filling; ``field`` is the live field, here or in a table on the sheet."""

    def __init__(self, filling: Filling, pool: FieldPool, cell_pool: FieldPool) -> None:
        super().__init__()
        self._filling, self._pool, self._cell_pool = filling, pool, cell_pool
        self._own_field: Field | None = None
        self._heights = RowHeights(self.verticalHeader(), self._height)
        self._heights.about_to_fit.connect(self._hold)
        self._heights.fitted.connect(self._let_go)
        self.rows = SheetModel(filling)
        self.cells = SheetCells(self.rows)
        self.panels: dict[Node, GridPanel] = {}
        self._prepare()
        self.setModel(self.rows)
        # The cursor may come before the first layout: tables and a width to plan for are there at once.
        self.rows.fit(px(UNSEEN_WIDTH))
        self._show_panels()

    @property
    def field(self) -> Field | None:
        """The live field, or None before the cursor has come."""
        panel = self._panel_of(self._filling.cursor)
        return panel.table.field if panel is not None else self._own_field

    def tells(self, asked: Asked) -> tuple[str, ...]:
        """Return what the row of a question says in full of its hint and its message."""
        row = self._filling.course.place.get(asked.node)
        if row is None:
            return ()
        aside = self.rows.plan(row).aside
        hint = asked.hint if not asked.message and fits_aside(asked.hint, aside) else ""
        return hint, asked.message

    def relabel(self) -> None:
        """Read everything again: the language or the look changed."""
        self.rows.forget_all()
        for panel in self.panels.values():
            panel.relabel()
        self._fit()
        self.viewport().update()
        if self._filling.cursor is not None:
            self.follow(self._filling.cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Plan the rows for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setColumnWidth(0, self.viewport().width())
            self._fit()
        self._fit_panels()
        if self._own_field is not None:
            self._reveal(self._here())
        self._place_field()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the question that is clicked; a click on an option chooses it as well."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        line = self.rows.line(index.row())
        if line.kind is LineKind.QUESTION and self._filling.course.nearest(line.node) is line.node:
            self._filling.go(line.node)
            self._click_chip(event.position().toPoint())
        elif self._own_field is not None:
            self._own_field.setFocus()

    def refit_panel(self, repeat: Node) -> None:
        """Give a table the height it needs now."""
        row = self._filling.course.place.get(repeat)
        if row is not None:
            self._heights.refit(row)
            self._place_field()

    def _prepare(self) -> None:
        self.setItemDelegate(self.cells)
        self.setAccessibleName(self.tr("Form"))
        self.setProperty("frameless", True)
        self.setProperty("role", "sheet")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOn)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(0)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._scrolled())

    def _fit(self) -> None:
        self.rows.fit(self.viewport().width())
        self._show_panels()
        self._heights.begin(line.node.relevant for line in self._filling.course.lines)
        self._heights.fit_around(max(self.rowAt(0), 0))
        self._fit_panels()

    def _hold(self) -> None:
        self._held_top = self.rowViewportPosition(self._here())

    def _let_go(self) -> None:
        # Rows above the cursor got other heights; what is looked at stays where it is.
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(self._here()) - self._held_top)
        self._place_field()

    def _here(self) -> int:
        cursor = self._filling.cursor
        return self._filling.course.place.get(cursor, 0) if cursor is not None else 0

    def _height(self, row: int) -> int:
        line = self.rows.line(row)
        if line.kind is LineKind.GRID and line.node.relevant and line.node in self.panels:
            return self.panels[line.node].wanted_height(self.viewport().height())
        return self.rows.height(row)

    def _show_panels(self) -> None:
        for row, line in enumerate(self._filling.course.lines):
            if line.kind is LineKind.GRID and line.node not in self.panels:
                panel = GridPanel(line.node, self._filling, self._cell_pool)
                panel.resized.connect(lambda node=line.node: self.refit_panel(node))
                self.panels[line.node] = panel
                self.setIndexWidget(self.rows.index(row, 0), panel)

    def _fit_panels(self) -> None:
        for node in self.panels:
            self.refit_panel(node)

    def reshape(self, repeats: frozenset[Node]) -> None:
        """Take in instances that came or went."""
        tables = {node for node in repeats if node in self.panels}
        if tables != repeats:
            self._rebuild()
        for node in tables:
            self.panels[node].reshape()
            self.refit_panel(node)

    def _rebuild(self) -> None:
        # A reset model gives up the widgets of its rows: tables are made anew, their fields live on.
        self.rest()
        self._cell_pool.come_home(self)
        self.panels.clear()
        self.rows.reshape()
        self._fit()
        cursor = self._filling.cursor
        if cursor is not None and cursor in self._filling.course.place_of_questions():
            self.follow(cursor)

    def follow(self, node: Node) -> None:
        """Put the live field where the cursor has come."""
        self.rest()
        panel, before = self._panel_of(node), self.cells.current
        self.cells.current = node if panel is None else None
        if panel is not None:
            self._reveal(self._filling.course.place[panel.repeat], whole=True)
            panel.table.follow(node)
        else:
            self._show_field(node)
        for each in (before, self.cells.current):
            self._repaint(each)

    def rest(self) -> None:
        """Take the live field away."""
        if self._own_field is not None:
            self._own_field.leave()
            self._own_field.hide()
            self._own_field = None
        for panel in self.panels.values():
            panel.table.rest()

    def _show_field(self, node: Node) -> None:
        asked = self.rows.asked(node)
        field = self._own_field = self._pool.field_for(asked)
        if field.parentWidget() is not self.viewport():
            field.setParent(self.viewport())
        self._reveal(self._filling.course.place[node])
        field.show_question(asked)
        self._place_field()
        field.show()
        field.setFocus()
        field.come()

    def _reveal(self, row: int, *, whole: bool = False) -> None:
        self._heights.fit_around(row)
        bar, top = self.verticalScrollBar(), self.rowViewportPosition(row)
        bottom, margin = top + self.rowHeight(row), 0 if whole else px(CONTEXT)
        if top - margin < 0:
            bar.setValue(bar.value() + top - margin)
        elif bottom + margin > self.viewport().height():
            bar.setValue(bar.value() + min(bottom + margin - self.viewport().height(), top))

    def _place_field(self) -> None:
        node = self._filling.cursor
        if self._own_field is None or node is None or node not in self._filling.course.place:
            return
        row = self._filling.course.place[node]
        place = self.rows.plan(row).field
        if has_chips(self.rows.asked(node).way):
            place = place.adjusted(0, px(3), 0, px(3))
        at = QPoint(round(place.left()), self.rowViewportPosition(row) + round(place.top()))
        self._own_field.setGeometry(QRect(at, place.size().toSize()))

    def _scrolled(self) -> None:
        self._place_field()
        if self._own_field is not None:
            self._own_field.leave()

    def redraw(self, changed: frozenset[Node]) -> None:
        """Draw again what changed; rows that are skipped now close up."""
        self.rows.forget(changed)
        for row in self._rows_of(changed):
            self._heights.refit(row)
            self._repaint(self.rows.line(row).node)
        for panel in self.panels.values():
            panel.table.redraw(changed)
        if self._own_field is not None and self._filling.cursor in changed:
            self._own_field.update_question(self.rows.asked(self._filling.cursor))
        self._place_field()

    def _repaint(self, node: Node | None) -> None:
        row = self._filling.course.place.get(node) if node is not None else None
        if row is not None:
            self.viewport().update(self.visualRect(self.rows.index(row, 0)))

    def _rows_of(self, changed: frozenset[Node]) -> set[int]:
        place = self._filling.course.place
        rows: set[int] = set()
        for node in changed:
            if node in place:
                is_part = node.kind in (NodeKind.GROUP, NodeKind.INSTANCE)
                rows.update(self._filling.course.below(node) if is_part else (place[node],))
        return rows

    def _panel_of(self, node: Node | None) -> GridPanel | None:
        repeat = self._filling.course.grid_of(node) if node is not None else None
        return self.panels.get(repeat) if repeat is not None else None

    def _click_chip(self, at: QPoint) -> None:
        field = self._own_field
        chip_at = getattr(field, "chip_at", None)
        if field is not None and chip_at is not None and field.geometry().contains(at):
            inside = at - field.pos()
            chip = chip_at(inside.x(), inside.y())
            if chip is not None:
                QTimer.singleShot(0, lambda: field.click(chip))
