"""A repeat as a table: an instance in each row, or in each column as on the paper form."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.forms.asked import Way, looks_of, way_of
from ui.forms.course import instance_of
from ui.forms.matching import keys_of
from ui.forms.values import in_short, spoken
from workbench.forms.form import ControlKind, DataType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.forms.asked import Asked
    from ui.forms.filling import Filling
    from workbench.forms.engine.node import Node

Index = QModelIndex | QPersistentModelIndex
PAPER_MEMBERS = 6
"""So many members stand beside each other as on the paper form; more become rows."""


class Turn(StrEnum):
    """Where the members stand."""

    ROWS = "rows"
    COLUMNS = "columns"


def turn_of(repeat: Node) -> Turn:
    """Return how a table stands at first: as its appearance says, else as on paper while there are few."""
    looks = looks_of(repeat)
    for turn in Turn:
        if turn.value in looks:
            return turn
    few_fields = len(repeat.definition.parts) < 6
    return Turn.ROWS if few_fields or len(repeat.instances) > PAPER_MEMBERS else Turn.COLUMNS


class GridModel(QAbstractTableModel):
    """Gives the question of every cell; nothing is read before it is seen."""

    def __init__(self, repeat: Node, filling: Filling) -> None:
        super().__init__()
        self.repeat, self._filling = repeat, filling
        self.turn = turn_of(repeat)
        self._asked: dict[Node, Asked] = {}
        self._texts: dict[Node, str] = {}
        self.read()

    def read(self) -> None:
        """Read which instances and fields there are."""
        self.members = self.repeat.instances
        first = self._filling.course.fields(self.members[0]) if self.members else ()
        self._fields = [at for at, node in enumerate(first) if way_of(node) is not Way.NOTE]
        self.heads = [first[at] for at in self._fields]
        self._columns = {head.definition: column for column, head in enumerate(self.heads)}
        self._rows = {member: row for row, member in enumerate(self.members)}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of members, or of fields."""
        return 0 if parent.isValid() else len(self.members if self.by_rows else self._fields)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of fields, or of members."""
        return 0 if parent.isValid() else len(self._fields if self.by_rows else self.members)

    @property
    def by_rows(self) -> bool:
        """Whether the members are rows."""
        return self.turn is Turn.ROWS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, and what is read aloud."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(self.node(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.asked(self.node(index.row(), index.column())))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a field's label, or a member's number and name."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        is_field = (orientation == Qt.Orientation.Horizontal) is self.by_rows
        return self.heads[section].label if is_field else " ".join(self.member_words(section))

    def node(self, row: int, column: int) -> Node:
        """Return the question of a cell."""
        member, field = (row, column) if self.by_rows else (column, row)
        return self._filling.course.fields(self.members[member])[self._fields[field]]

    def place(self, node: Node) -> tuple[int, int] | None:
        """Return row and column of a question."""
        member = instance_of(node)
        row = self._rows.get(member) if member is not None else None
        column = self._columns.get(node.definition)
        if row is None or column is None:
            return None
        return (row, column) if self.by_rows else (column, row)

    def asked(self, node: Node) -> Asked:
        """Return a question as it stands now."""
        found = self._asked.get(node)
        if found is None:
            found = self._asked[node] = self._filling.asked(node)
        return found

    def text(self, node: Node) -> str:
        """Return what a cell says, worked out once."""
        found = self._texts.get(node)
        if found is None:
            asked = self.asked(node)
            found = self._texts[node] = in_short(asked, key_words(asked))
        return found

    def member_words(self, at: int) -> tuple[str, str]:
        """Return a member's number and its name: the answer to its first question of free words."""
        fields = self._filling.course.fields(self.members[at])
        return str(at + 1), next((node.value for node in fields if _is_words(node)), "")

    def forget(self, nodes: Iterable[Node]) -> None:
        """Read these cells again when they are seen."""
        for node in nodes:
            self._asked.pop(node, None)
            self._texts.pop(node, None)

    def reset(self, turn: Turn | None = None) -> None:
        """Read everything again; ``turn`` sets where the members stand."""
        self.beginResetModel()
        self.turn = turn or self.turn
        self._asked.clear()
        self._texts.clear()
        self.read()
        self.endResetModel()


def _is_words(node: Node) -> bool:
    asked_in_words = node.control is not None and node.control.kind is ControlKind.INPUT
    return asked_in_words and node.bind.type is DataType.STRING


def key_words(asked: Asked) -> dict[str, str]:
    """Return the key of every option of a question by its code."""
    keys = keys_of(asked.choices)
    return {choice.value: keys[at] for at, choice in enumerate(asked.choices)}
