"""The grids of the community: what they are called and who looks after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from ui.kit.empty import EmptyState
from ui.kit.fields import TextField
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.manage.counts import count_column
from ui.sections.editing import EditDialog
from workbench.community.queries import GridRow
from workbench.community.rules import GridDetails, natural_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.security.queries import StaffRow


translate = QCoreApplication.translate


def grid_table() -> RecordTable[GridRow]:
    """Return the empty table of grids."""
    nobody = translate("Grids", "nobody yet")
    columns = (
        TableColumn[GridRow](
            translate("Grids", "Code"),
            lambda grid: grid.code,
            120,
            sort_key=lambda grid: natural_order(grid.code),
        ),
        TableColumn[GridRow](translate("Grids", "Name"), lambda grid: grid.name),
        TableColumn[GridRow](
            translate("Grids", "Grid worker"),
            lambda grid: grid.worker_name or nobody,
            220,
            tone=lambda grid: None if grid.worker_name else Tone.WARNING,
        ),
        count_column(translate("Grids", "Buildings"), lambda grid: grid.buildings, _building_words, 96),
    )
    empty = EmptyState(
        "building",
        translate("Grids", "No grids yet"),
        translate("Grids", "Add the first grid with Ctrl+N; then put the buildings into their grids."),
    )
    return RecordTable(translate("Grids", "Grids"), columns, empty, frameless=True)


def _building_words(count: int) -> str:
    return translate("Grids", "%n building(s)", "", count)


class GridDialog(EditDialog):
    """Adds a grid, or changes one."""

    def __init__(self, page: Page, staff: Sequence[StaffRow], grid: GridRow | None = None) -> None:
        super().__init__(page, self.tr("Edit the grid") if grid else self.tr("New grid"))
        self._grid_row = grid
        self.code, self.name = TextField(self.tr("Code"), "WG01"), TextField(self.tr("Name"))
        self.worker = QComboBox()
        self.grid.add("code", self.tr("Code"), self.code, required=True)
        self.grid.add("name", self.tr("Name"), self.name, required=True)
        self.grid.add("worker", self.tr("Grid worker"), self.worker, span=2)
        self._fill(staff, grid)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save the grid."""
        details = GridDetails(self.code.text(), self.name.text(), self.worker.currentData())
        service, grid = self.desk.community_service, self._grid_row
        self.save(
            lambda: service.edit_grid(grid.id, details, grid.opened) if grid else service.add_grid(details)
        )

    def _fill(self, staff: Sequence[StaffRow], grid: GridRow | None) -> None:
        self.worker.addItem(self.tr("nobody yet"), None)
        for one in staff:
            if one.active or (grid and one.id == grid.worker_id):
                self.worker.addItem(one.display_name, one.id)
        if grid:
            self.code.setText(grid.code)
            self.name.setText(grid.name)
            self.worker.setCurrentIndex(max(self.worker.findData(grid.worker_id), 0))
