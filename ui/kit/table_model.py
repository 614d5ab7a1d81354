"""A table model over frozen records: each column says how to read a record, nothing is edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.kit.painting import LampLevel
from ui.kit.table_room import lead_column
from ui.kit.tones import Tone

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
LAMP_ROLE = Qt.ItemDataRole.UserRole + 2
AVATAR_ROLE = Qt.ItemDataRole.UserRole + 3
SOFT_ROLE = Qt.ItemDataRole.UserRole + 4
RECORD_ROLE = Qt.ItemDataRole.UserRole + 5
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 6


# Without slots: TableColumn[Record](…) of a frozen generic with slots fails on Python 3.11.
@dataclass(frozen=True)
class TableColumn(Generic[T]):
    """How one column reads a record; ``width`` is pixels at 100 %, 0 takes the room that is left."""

    header: str
    text: Callable[[T], str]
    width: int = 0
    sort_key: Callable[[T], Any] | None = None
    """What to sort by; the text when None. Keys of None sort last."""
    numeric: bool = False
    """Align right."""
    tone: Callable[[T], Tone | None] | None = None
    """Draw the text as a pill in this tone."""
    lamp: Callable[[T], LampLevel] | None = None
    """Draw a deadline lamp before the text."""
    avatar: bool = False
    """Draw a circle with the first character before the text."""
    soft: bool = False
    """Second rank: softer colour."""
    tooltip: Callable[[T], str] | None = None
    rank: int = 0
    """0 always keeps its column; of the others the highest fold first where the room is short."""
    folded: Callable[[T], str] | None = None
    """What the folded line says; the text when None."""


class RecordTableModel(QAbstractTableModel, Generic[T]):
    """Records in rows; replaced as a whole, sorted by the columns' keys."""

    def __init__(self, columns: Sequence[TableColumn[T]], records: Sequence[T] = ()) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.folded: frozenset[int] = frozenset()
        self.lead = lead_column(self.columns)
        self._records: list[T] = list(records)
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show(self, records: Sequence[T]) -> None:
        """Replace all records, keeping the order the person chose."""
        self.beginResetModel()
        self._records = list(records)
        self._sort_in_place()
        self.endResetModel()

    def fold(self, folded: frozenset[int]) -> None:
        """Tell the leading column which others stand below it."""
        self.layoutAboutToBeChanged.emit()
        self.folded = folded
        self.layoutChanged.emit()

    def record(self, row: int) -> T:
        """Return the record of a row."""
        return self._records[row]

    def records(self) -> tuple[T, ...]:
        """Return all records in the order shown."""
        return tuple(self._records)

    def row_of(self, record: T | None) -> int | None:
        """Return the row of a record that is still just as it was; None where it changed or is gone."""
        return self._records.index(record) if record in self._records else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of records."""
        return 0 if parent is not None and parent.isValid() else len(self._records)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if self.folded and index.column() == self.lead:
            return self._leading_cell(record, role)
        return self._cell(record, self.columns[index.column()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the header of a column; rows have none."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return self.columns[section].header if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column; -1 leaves the order they came in."""
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order) if column >= 0 else None
        self._sort_in_place()
        self.layoutChanged.emit()

    def _sort_in_place(self) -> None:
        if self._sorted_by is None:
            return
        column, order = self._sorted_by
        chosen = self.columns[column]
        key = partial(_never_none, chosen.sort_key or chosen.text)
        known = [record for record in self._records if key(record)[0] == 0]
        unknown = [record for record in self._records if key(record)[0] == 1]
        known.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)
        self._records = known + unknown

    def _leading_cell(self, record: T, role: int) -> Any:
        lead, others = self.columns[self.lead], [self.columns[at] for at in sorted(self.folded)]
        words = " · ".join(filter(None, ((each.folded or each.text)(record) for each in others)))
        if role == FOLDED_ROLE:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{lead.text(record)} · {words}"
        if role == LAMP_ROLE:
            lamps = (each.lamp for each in (lead, *others) if each.lamp)
            return next((lamp(record) for lamp in lamps), None)
        return self._cell(record, lead, role)

    def _cell(self, record: T, column: TableColumn[T], role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(record) if column.tooltip else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == RECORD_ROLE:
            return record
        return _mark(record, column, role)


def _mark(record: T, column: TableColumn[T], role: int) -> Any:
    if role == TONE_ROLE:
        return column.tone(record) if column.tone else None
    if role == LAMP_ROLE:
        return column.lamp(record) if column.lamp else None
    if role == AVATAR_ROLE:
        return column.avatar
    return column.soft if role == SOFT_ROLE else None


def _alignment(column: TableColumn[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _never_none(key: Callable[[T], Any], record: T) -> tuple[int, Any]:
    value = key(record)
    return (1, "") if value is None else (0, value)
