"""The lines of the sheet as a table of one column, each read only when it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.forms.course import LineKind
from ui.forms.sheet.plan import SECTION_HEIGHT, RowPlan, plan_row
from ui.forms.values import spoken
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.forms.asked import Asked
    from ui.forms.course import Line
    from ui.forms.filling import Filling
    from workbench.forms.engine.node import Node

Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """Gives the line, the question and the plan of every row."""

    def __init__(self, filling: Filling) -> None:
        super().__init__()
        self._filling = filling
        self._width = 0
        self._asked: dict[Node, Asked] = {}
        self._plans: dict[Node, RowPlan] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._filling.course.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """There is one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is read aloud; everything else is drawn from the question itself."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row())
        return spoken(self.asked(line.node)) if line.kind is LineKind.QUESTION else line.node.label

    def line(self, row: int) -> Line:
        """Return a line."""
        return self._filling.course.lines[row]

    def asked(self, node: Node) -> Asked:
        """Return a question as it stands now."""
        found = self._asked.get(node)
        if found is None:
            found = self._asked[node] = self._filling.asked(node)
        return found

    def plan(self, row: int) -> RowPlan:
        """Return the plan of a question's row."""
        line = self.line(row)
        found = self._plans.get(line.node)
        if found is None:
            found = self._plans[line.node] = plan_row(self.asked(line.node), self._width, line.depth)
        return found

    def height(self, row: int) -> int:
        """Return the height of a row; nothing while it is not asked."""
        line = self.line(row)
        if not line.node.relevant:
            return 0
        if line.kind is LineKind.QUESTION:
            return self.plan(row).height
        return px(SECTION_HEIGHT)

    def fit(self, width: int) -> None:
        """Plan every row anew for a width."""
        self._width = width
        self._plans.clear()

    def forget(self, nodes: Iterable[Node]) -> None:
        """Read these nodes again when they are seen."""
        for node in nodes:
            self._asked.pop(node, None)
            self._plans.pop(node, None)

    def forget_all(self) -> None:
        """Read everything again when it is seen (another language, another look)."""
        self._asked.clear()
        self._plans.clear()

    def reshape(self) -> None:
        """Take in that lines came or went; the widgets of rows are given up."""
        self.beginResetModel()
        self.forget_all()
        self.endResetModel()
