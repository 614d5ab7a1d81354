"""The buildings of the community: number, grid, stairs and storeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from ui.kit.empty import EmptyState
from ui.kit.fields import NumberField, TextField
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.manage.counts import count_column
from ui.sections.editing import EditDialog
from workbench.community.queries import BuildingRow
from workbench.community.rules import BuildingDetails, natural_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.community.queries import GridRow

translate = QCoreApplication.translate
MOST_UNITS, HIGHEST = 60, 200


def building_table() -> RecordTable[BuildingRow]:
    """Return the empty table of buildings."""
    none = translate("Buildings", "no grid yet")
    columns = (
        TableColumn[BuildingRow](
            translate("Buildings", "Number"),
            lambda one: one.number,
            100,
            sort_key=lambda one: natural_order(one.number),
        ),
        TableColumn[BuildingRow](translate("Buildings", "Name"), lambda one: one.name, 160, rank=1),
        TableColumn[BuildingRow](translate("Buildings", "Address"), lambda one: one.address, soft=True),
        TableColumn[BuildingRow](
            translate("Buildings", "Grid"),
            lambda one: one.grid_name or none,
            150,
            tone=lambda one: None if one.grid_id else Tone.WARNING,
        ),
        count_column(translate("Buildings", "Units"), lambda one: one.units, _units),
        count_column(translate("Buildings", "Floors"), lambda one: one.floors, _floors),
    )
    empty = EmptyState(
        "building",
        translate("Buildings", "No buildings yet"),
        translate(
            "Buildings",
            "Add the first building with Ctrl+N, or import a roster: it brings its buildings along.",
        ),
    )
    return RecordTable(translate("Buildings", "Buildings"), columns, empty, frameless=True)


def _units(count: int) -> str:
    return translate("Buildings", "%n unit(s)", "", count)


def _floors(count: int) -> str:
    return translate("Buildings", "%n floor(s)", "", count)


class BuildingDialog(EditDialog):
    """Adds a building, or changes one."""

    def __init__(self, page: Page, grids: Sequence[GridRow], building: BuildingRow | None = None) -> None:
        super().__init__(page, self.tr("Edit the building") if building else self.tr("New building"))
        self._building = building
        self.number, self.name = TextField(self.tr("Number"), "12"), TextField(self.tr("Name"))
        self.address, self.grid_choice = TextField(self.tr("Address")), QComboBox()
        self.units = NumberField(self.tr("Units"), 1, MOST_UNITS)
        self.floors = NumberField(self.tr("Floors"), 1, HIGHEST)
        self.grid.add("number", self.tr("Number"), self.number, required=True)
        self.grid.add("name", self.tr("Name"), self.name, hint=self.tr("Housing estate, if any"))
        self.grid.add("address", self.tr("Address"), self.address, span=2)
        self.grid.add("grid", self.tr("Grid"), self.grid_choice, span=2)
        self.grid.add("units", self.tr("Units"), self.units)
        self.grid.add("floors", self.tr("Floors"), self.floors)
        self._fill(grids, building)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save the building."""
        old = self._building
        details = BuildingDetails(
            number=self.number.text(),
            name=self.name.text(),
            address=self.address.text().strip(),
            grid_id=self.grid_choice.currentData(),
            units=self.units.value(),
            floors=self.floors.value(),
            latitude=old.latitude if old else None,
            longitude=old.longitude if old else None,
        )
        service = self.desk.community_service
        self.save(
            lambda: (
                service.edit_building(old.id, details, old.opened) if old else service.add_building(details)
            )
        )

    def _fill(self, grids: Sequence[GridRow], building: BuildingRow | None) -> None:
        self.grid_choice.addItem(self.tr("no grid yet"), None)
        for grid in grids:
            self.grid_choice.addItem(f"{grid.code} · {grid.name}", grid.id)
        if building is None:
            return
        for field, text in (
            (self.number, building.number),
            (self.name, building.name),
            (self.address, building.address),
        ):
            field.setText(text)
        self.grid_choice.setCurrentIndex(max(self.grid_choice.findData(building.grid_id), 0))
        self.units.setValue(building.units)
        self.floors.setValue(building.floors)
