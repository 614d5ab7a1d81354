"""A table with its heading on the sheet: how many members there are, and adding, removing, turning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from ui.forms.grid.model import Turn
from ui.forms.grid.table import GridTable
from ui.kit.buttons import QuietButton
from ui.kit.empty import EmptyState
from ui.kit.labels import Caption, Title
from ui.kit.layouts import STRETCH, column, row, show_if
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.forms.fields.pool import FieldPool
    from ui.forms.filling import Filling
    from workbench.forms.engine.node import Node

HEAD, SIDES, EMPTY = 30, 20, 150
LEAST = 120


class GridPanel(QFrame):
    """One repeat on the sheet; ``resized`` tells that it wants another height."""

    resized = Signal()

    def __init__(self, repeat: Node, filling: Filling, pool: FieldPool) -> None:
        super().__init__()
        self.repeat, self._filling = repeat, filling
        self.setProperty("role", "plain")
        self.title, self.count = Title(), Caption()
        self.table = GridTable(repeat, filling, pool)
        self.add = QuietButton("", self._add, icon_name="plus", size="small")
        self.turn = QuietButton("", self.turn_round, icon_name="switch", size="small")
        self._empty = EmptyState("people", "", "")
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        head = row(self.title, self.count, STRETCH, self.add, self.turn)
        whole = column(head, gap=4, margins=(14, 6, 14, 8))
        whole.addWidget(holder, 1)
        self.setLayout(whole)
        self.relabel()

    def relabel(self) -> None:
        """Read words and numbers again."""
        self.title.setText(self.repeat.label or self.repeat.definition.name)
        self.add.setText(self.tr("Add  Ctrl +"))
        self.add.setAccessibleName(self.tr("Add one"))
        self.turn.setText(self.tr("Turn  F6"))
        self.turn.setAccessibleName(self.tr("Turn the table: members in rows or in columns"))
        self._empty.say(self.tr("Nobody is entered yet"), self.tr("Ctrl + adds the first."))
        self.reshape()

    def reshape(self) -> None:
        """Take in instances that came or went."""
        self.table.cells_model.reset()
        self.table.measure()
        members = len(self.repeat.instances)
        self.count.setText(self.tr("{count} in all").format(count=members))
        show_if(self.add, self.repeat.addable)
        show_if(self.turn, members > 0)
        self._stack.setCurrentIndex(0 if members else 1)
        self.resized.emit()

    def turn_round(self) -> None:
        """Put the members into rows, or into columns."""
        model = self.table.cells_model
        self.table.rest()
        model.reset(Turn.COLUMNS if model.by_rows else Turn.ROWS)
        self.table.measure()
        self.resized.emit()
        cursor = self._filling.cursor
        if cursor is not None and model.place(cursor) is not None:
            self.table.follow(cursor)

    def wanted_height(self, room: int) -> int:
        """Return the height it wants in a room: all of it where that fits."""
        if not self.repeat.instances:
            return px(EMPTY)
        whole = self.table.content_height() + px(HEAD + SIDES)
        return max(min(whole, room), px(LEAST))

    def _add(self) -> None:
        self._filling.add_to(self.repeat)
