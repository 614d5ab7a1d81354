"""Changes a division by hand: another area, a building or stair in another area, a dwelling nobody listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ui.kit.fields import TextField
from ui.sections.editing import EditDialog
from workbench.people.addresses import address_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.census.views import AreaRow, CaseRow, RoundRow
    from workbench.community.queries import BuildingRow


class NewAreaDialog(EditDialog):
    """Adds an empty area, to move buildings into."""

    def __init__(self, page: Page, chosen: RoundRow) -> None:
        super().__init__(page, self.tr("Another area"), self.tr("Then move buildings or stairs into it."))
        self._round = chosen
        self.code, self.name = TextField(self.tr("Code")), TextField(self.tr("Name"))
        self.grid.add("code", self.tr("Code"), self.code, required=True)
        self.grid.add("name", self.tr("Name"), self.name)
        self.offer(self.tr("Add  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Add the area."""
        census, round_id, code, name = self.desk.census, self._round.id, self.code.text(), self.name.text()
        self.save(lambda: census.add_area(round_id, code, name))


class MovePartDialog(EditDialog):
    """Moves a building, or one stair of it, into another area; nobody may have been there yet."""

    def __init__(self, page: Page, areas: Sequence[AreaRow], buildings: Sequence[BuildingRow]) -> None:
        super().__init__(page, self.tr("Move a building"))
        self.building, self.area = QComboBox(), QComboBox()
        self.unit = TextField(self.tr("Stair"))
        self.grid.add("building", self.tr("Building"), self.building)
        self.grid.add("unit", self.tr("Stair"), self.unit, hint=self.tr("Empty: the whole building"))
        self.grid.add("area", self.tr("Into the area"), self.area, span=2)
        for building in buildings:
            self.building.addItem(address_label(building.number, building.name, "", ""), building.id)
        for area in areas:
            self.area.addItem(f"{area.code} {area.name}".strip(), area.id)
        self.offer(self.tr("Move  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Move it."""
        census, unit = self.desk.census, self.unit.text().strip() or None
        building_id, area_id = self.building.currentData(), self.area.currentData()
        if building_id and area_id:
            self.save(lambda: census.move_part(building_id, unit, area_id))


class NewDwellingDialog(EditDialog):
    """Puts a dwelling nobody had registered on the list, in the building of a household that is on it."""

    def __init__(self, page: Page, beside: CaseRow) -> None:
        title = self.tr("A dwelling not listed")
        super().__init__(page, title, address_label(beside.building, beside.estate, "", ""))
        self._beside = beside
        self.unit, self.room = TextField(self.tr("Stair")), TextField(self.tr("Room"))
        self.unit.setText(beside.unit)
        self.grid.add("unit", self.tr("Stair"), self.unit)
        self.grid.add("room", self.tr("Room"), self.room, required=True)
        self.offer(self.tr("Add  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Put it on the list."""
        census, case_id, unit, room = self.desk.census, self._beside.id, self.unit.text(), self.room.text()
        self.save(lambda: census.add_dwelling(case_id, unit, room))
