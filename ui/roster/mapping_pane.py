"""The second step: what each column of each table means, with its first cells beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.fields import CheckField, NumberField
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption, ErrorText, Soft
from ui.kit.layouts import clear, column, panel, row, scrolled, show_if
from ui.roster.column_line import ColumnLine
from ui.roster.foot import Foot
from ui.roster.tables import (
    PREVIEWED,
    FoundTable,
    first_possible,
    found_tables,
    preview,
    section_of,
    starting_at,
    told_twice,
    without_sheets,
)
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.people.roster.fields import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workbench.people.roster.mapping import RosterMapping
    from workbench.people.roster.plan import RosterDraft


FIRST_CELL = 4
"""The place in the grid where the previews begin."""
ROOM_FOR_MEANING, ROOM_FOR_CELL = 400, 72
"""Pixels (at 100 %) for heading, meaning and confidence, and for each preview."""


class MappingPane(QWidget):
    """A line for every column; ``confirmed`` carries the mapping, ``left`` goes back."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mapping: RosterMapping | None = None
        self._tables: tuple[FoundTable, ...] = ()
        self._left_out: set[str] = set()
        self.lines: list[ColumnLine] = []
        self.table = QComboBox()
        self.table.setAccessibleName(self.tr("Table"))
        self.table.setMinimumWidth(px(220))
        self.take = CheckField(self.tr("Import this sheet"))
        self.start = NumberField(self.tr("Data begin in row"), 1)
        self.grid = QGridLayout()
        self.error = ErrorText()
        self.summary = Soft("")
        self.back = GhostButton(self.tr("Another file  Alt+Left"), self.left.emit)
        self.next = PrimaryButton(self.tr("Compare with the register  Ctrl+Enter"), self.confirm)
        self._arrange()
        self.table.activated.connect(lambda _at: self._show_table())
        self.take.clicked.connect(self._leave_or_take)
        self.start.valueChanged.connect(self._begin_at)

    def show_draft(self, draft: RosterDraft) -> None:
        """Show what a file was found to hold."""
        self.mapping, self._tables = draft.mapping, found_tables(draft)
        self._left_out.clear()
        self.table.clear()
        for found in self._tables:
            self.table.addItem(self._name_of(found))
        self._show_table()

    def current(self) -> FoundTable | None:
        """Return the table that shows."""
        at = self.table.currentIndex()
        return self._tables[at] if 0 <= at < len(self._tables) else None

    def confirm(self) -> None:
        """Go on with the mapping, unless it contradicts itself."""
        if self.mapping is not None and self.next.isEnabled():
            self.confirmed.emit(without_sheets(self.mapping, frozenset(self._left_out)))

    def _show_table(self) -> None:
        clear(self.grid)
        self.lines.clear()
        found = self.current()
        for widget in (self.take, self.start, self.table):
            widget.setEnabled(found is not None)
        if found is not None and self.mapping is not None:
            self._draw(found)
        self._judge()

    def _draw(self, found: FoundTable) -> None:
        section = section_of(self.mapping, found)
        self.take.setChecked(found.sheet.name not in self._left_out)
        self.start.blockSignals(True)
        self.start.setRange(first_possible(section) + 1, found.proposed.end)
        self.start.setValue(section.start + 1)
        self.start.blockSignals(False)
        heads = ["", self.tr("In the file"), self.tr("Means"), self.tr("Confidence")]
        heads += [self.tr("Row {row}").format(row=section.start + 1 + at) for at in range(PREVIEWED)]
        for at, words in enumerate(heads):
            self.grid.addWidget(Caption(words), 0, at)
        for at, use in enumerate(section.columns, start=1):
            line = ColumnLine(use, preview(found, section, use), self)
            line.put(self.grid, at)
            line.changed.connect(self._change)
            self.lines.append(line)
        self._show_previews()
        self.grid.setRowStretch(len(section.columns) + 1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many of the first cells as there is room for."""
        super().resizeEvent(event)
        self._show_previews()

    def _show_previews(self) -> None:
        """Hide the last previews where the room is short; the meaning needs its room first."""
        fits = max(2, (self.width() - px(ROOM_FOR_MEANING)) // px(ROOM_FOR_CELL))
        for at in range(PREVIEWED):
            for line in range(self.grid.rowCount()):
                if item := self.grid.itemAtPosition(line, FIRST_CELL + at):
                    show_if(item.widget(), at < fits)
            self.grid.setColumnStretch(FIRST_CELL + at, 2 if at < fits else 0)

    def _change(self, index: int, field: Field | None) -> None:
        found = self.current()
        if found is None or self.mapping is None:
            return
        line = next(line for line in self.lines if line.use.index == index)
        tag = line.use.tag if field is Field.TAG else None
        self.mapping = self.mapping.with_column(found.sheet.name, found.section, index, field, tag)
        uses = section_of(self.mapping, found).columns
        line.show_confidence(next(use for use in uses if use.index == index))
        self._judge()

    def _leave_or_take(self, taken: bool) -> None:
        found = self.current()
        if found is not None:
            (self._left_out.discard if taken else self._left_out.add)(found.sheet.name)
            self._judge()

    def _begin_at(self, row_number: int) -> None:
        found = self.current()
        if found is not None and self.mapping is not None:
            self.mapping = starting_at(self.mapping, found, row_number - 1)
            self._show_table()

    def _judge(self) -> None:
        taken = [found for found in self._tables if found.sheet.name not in self._left_out]
        error = self._contradiction(taken)
        self.error.setText(error)
        self.next.setEnabled(not error and bool(taken))
        rows = sum(
            section_of(self.mapping, found).end - section_of(self.mapping, found).start for found in taken
        )
        words = self.tr("Tables: {tables}, rows: {rows}").format(tables=len(taken), rows=f"{rows:,}")
        self.summary.setText(words)
        for line in self.lines:
            line.meaning.setEnabled(self.take.isChecked())

    def _contradiction(self, taken: list[FoundTable]) -> str:
        if not taken:
            return self.tr("Every sheet is left out. Take in at least one.")
        for found in taken:
            section = section_of(self.mapping, found)
            if (twice := told_twice(section)) is not None:
                words = self.tr("{table}: two columns mean {field}. Leave one of them out.")
                return words.format(table=self._name_of(found), field=label_of(twice))
            if not any(use.field in (Field.NAME, Field.HEAD) for use in section.columns):
                return self.tr("{table}: no column is the name.").format(table=self._name_of(found))
        return ""

    def _name_of(self, found: FoundTable) -> str:
        words = self.tr("{sheet} · {rows} rows").format(sheet=found.sheet.name, rows=found.rows)
        if found.alone:
            return words
        return self.tr("{sheet} · rows {first} to {last}").format(
            sheet=found.sheet.name, first=found.proposed.start + 1, last=found.proposed.end
        )

    def _arrange(self) -> None:
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(6))
        self.grid.setColumnStretch(1, 3)
        self.grid.setColumnMinimumWidth(0, px(22))
        begin = Soft(self.tr("Data begin in row"))
        head = FlowLayout(self.table, self.take, panel(row(begin, self.start)), gap=12)
        card = Card("", panel(head), padding=12)
        card.body.addWidget(scrolled(panel(column(self.grid, margins=(0, 0, 8, 0)))), 1)
        whole = column(gap=10)
        whole.addWidget(card, 1)
        whole.addWidget(self.error)
        whole.addWidget(Foot((self.back,), self.summary, self.next))
        self.setLayout(whole)
