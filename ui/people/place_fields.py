"""Where somebody lives, in three fields: building, unit, room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit.fields import TextField
from ui.kit.layouts import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.community.queries import BuildingRow


class PlaceFields(QWidget):
    """Building, unit and room on one line; empty when the address is not known."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Address"))
        self.building = QComboBox()
        self.building.setAccessibleName(self.tr("Building"))
        self.building.addItem(self.tr("Not known"), "")
        self.unit = TextField(self.tr("Unit"), self.tr("unit"))
        self.room = TextField(self.tr("Room"), self.tr("room"))
        line = row(gap=6)
        line.addWidget(self.building, 2)
        line.addWidget(self.unit, 1)
        line.addWidget(self.room, 1)
        self.setLayout(line)
        self.setFocusProxy(self.building)
        self.building.activated.connect(lambda _at: self.edited.emit())
        for field in (self.unit, self.room):
            field.textEdited.connect(lambda _text: self.edited.emit())

    def show_buildings(self, buildings: Sequence[BuildingRow]) -> None:
        """Offer the buildings of the community, keeping what is chosen."""
        chosen = self.building.currentData()
        self.building.clear()
        self.building.addItem(self.tr("Not known"), "")
        for each in buildings:
            self.building.addItem(f"{each.name}{each.number}", each.id)
        self.building.setCurrentIndex(max(0, self.building.findData(chosen)))

    def texts(self) -> tuple[str, str, str]:
        """Return building id, unit and room as typed."""
        return self.building.currentData() or "", self.unit.text().strip(), self.room.text().strip()

    def show_texts(self, building_id: str, unit: str, room: str) -> None:
        """Show an address."""
        self.building.setCurrentIndex(max(0, self.building.findData(building_id)))
        self.unit.setText(unit)
        self.room.setText(room)
