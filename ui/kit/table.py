"""A table of frozen records: sorted by its headers, walked by the keyboard, honest when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedLayout, QTableView, QWidget

from ui.kit.empty import EmptyState
from ui.kit.table_cells import FOLDED_HEIGHT, ROW_HEIGHT, RecordCells
from ui.kit.table_model import RecordTableModel, TableColumn
from ui.kit.table_room import LEAST_WIDTH, NARROWEST, folded_columns
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

T = TypeVar("T")


class RecordView(QTableView):
    """The view inside a RecordTable: whole rows, Enter activates, Tab leaves."""

    entered_row = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.left_out: frozenset[int] = frozenset()
        self.setItemDelegate(RecordCells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(px(34))
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fold columns that have no room, and let the wide ones share what is left."""
        model: RecordTableModel[Any] = self.model()
        there = [at for at in range(len(model.columns)) if at not in self.left_out]
        folded = folded_columns(model.columns, there, self.viewport().width())
        if folded != model.folded:
            model.fold(folded)
            self.verticalHeader().setDefaultSectionSize(px(FOLDED_HEIGHT if folded else ROW_HEIGHT))
        for at in range(len(model.columns)):
            self.setColumnHidden(at, at in folded or at in self.left_out)
        self._share([at for at in there if at not in folded])
        if self.isColumnHidden(self.currentIndex().column()):
            self.setCurrentIndex(model.index(self.currentIndex().row(), model.lead))

    def _share(self, shown: Sequence[int]) -> None:
        header, columns = self.horizontalHeader(), self.model().columns
        wide = [at for at in shown if not columns[at].width]
        fixed = sum(header.sectionSize(at) for at in shown if at not in wide)
        share = (self.viewport().width() - fixed) // max(len(wide), 1)
        for at in wide:
            header.resizeSection(at, max(share, px(NARROWEST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate the row on Enter; everything else as usual."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class RecordTable(QWidget, Generic[T]):
    """Records in a table; ``activated`` carries the record of Enter or double click."""

    activated = Signal(object)
    selected = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[TableColumn[T]],
        empty: EmptyState | None = None,
        *,
        frameless: bool = False,
        sortable: bool = True,
    ) -> None:
        super().__init__()
        self.model: RecordTableModel[T] = RecordTableModel(columns)
        self.view = RecordView()
        self.view.setAccessibleName(name)
        self.view.setProperty("frameless", frameless)
        self.view.setModel(self.model)
        self.empty = empty or EmptyState("inbox", name, "")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._arrange_columns(sortable)
        self.view.entered_row.connect(lambda row: self.activated.emit(self.model.record(row)))
        self.view.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.setFocusProxy(self.view)
        self.show_records(())

    def show_records(self, records: Sequence[T]) -> None:
        """Replace the rows; an empty table shows its empty state.

        The record in focus stays in focus wherever it moved; where it was changed itself, its row does, so
        that whoever does one after the other goes on with the next.
        """
        row, before = max(self.view.currentIndex().row(), 0), self.current()
        self.model.show(records)
        self._stack.setCurrentWidget(self.view if records else self.empty)
        if records:
            again = self.model.row_of(before)
            self.view.selectRow(min(row, len(records) - 1) if again is None else again)

    def leave_out(self, at: int, left_out: bool) -> None:
        """Leave a column out, or show it again."""
        others = self.view.left_out - {at}
        self.view.left_out = others | {at} if left_out else others
        self.view.fit()

    def current(self) -> T | None:
        """Return the record of the row in focus."""
        index = self.view.currentIndex()
        return self.model.record(index.row()) if index.isValid() else None

    def records(self) -> tuple[T, ...]:
        """Return all records in the order shown."""
        return self.model.records()

    def _tell_selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.selected.emit(self.model.record(current.row()))

    def _arrange_columns(self, sortable: bool) -> None:
        header = self.view.horizontalHeader()
        for at, column in enumerate(self.model.columns):
            header.resizeSection(at, px(column.width or LEAST_WIDTH))
        header.setStretchLastSection(all(column.width for column in self.model.columns))
        if sortable:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            header.setSortIndicatorClearable(True)
            self.view.setSortingEnabled(True)
