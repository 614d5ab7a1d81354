"""Tells what became of a typed table: how many forms were handed in, and why each other row was not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ui.kit.buttons import GhostButton
from ui.kit.dialogs import Dialog
from ui.kit.empty import EmptyState
from ui.kit.layouts import STRETCH, row
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from workbench.desk.typed_tables import LeftOut, TakenIn

if TYPE_CHECKING:
    from ui.page import Page


class TakenInDialog(Dialog):
    """The rows left out in a table; the whole outcome can be saved as a workbook."""

    def __init__(self, page: Page, taken: TakenIn) -> None:
        done = len(taken.places)
        words = self.tr("{done} handed in, {left} rows left out.").format(done=done, left=len(taken.left))
        super().__init__(self.tr("Typed table"), words, parent=page.window(), width=620)
        self._page, self._taken = page, taken
        self.table = RecordTable[LeftOut](
            self.tr("Rows left out"), self._columns(), self._empty(), frameless=True, sortable=False
        )
        self.table.setMinimumHeight(180)
        self.table.show_records(taken.left)
        self.save_button = GhostButton(self.tr("Save every row…"), self.choose_target, icon_name="excel")
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.save_button, STRETCH))
        self.add_buttons(self.tr("Close"), self.accept)

    def choose_target(self) -> None:
        """Choose where the outcome of every row goes."""
        chooser = QFileDialog(self, self.tr("Typed table"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(f"{Path(self._taken.result.file).stem}-result.xlsx")
        chooser.fileSelected.connect(lambda file: self.write(Path(file)))
        chooser.open()

    def write(self, target: Path) -> None:
        """Write what became of every row."""
        tables, taken = self._page.desk.typed_tables, self._taken
        self._page.workspace.background.run(
            self,
            lambda: tables.write_report(taken, target),
            lambda _: self._page.workspace.toast(self.tr("Written to {file}.").format(file=target.name)),
            self.notice.say_error,
        )

    def _columns(self) -> tuple[TableColumn[LeftOut], ...]:
        return (
            TableColumn(self.tr("Row"), lambda one: str(one.row), 72, numeric=True),
            TableColumn(self.tr("Why"), lambda one: one.reason),
        )

    def _empty(self) -> EmptyState:
        return EmptyState("check", self.tr("Every row was handed in"), self.tr("Nothing is left out."))
