"""Asks how large areas shall be, what one is called, and who goes to its doors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ui.kit.fields import CheckField, NumberField, TextField
from ui.kit.flow import FlowLayout
from ui.kit.tones import Tone
from ui.sections.editing import EditDialog
from workbench.census.rules.areas import TARGET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.census.views import AreaRow, ContractRow, RoundRow
    from workbench.security.queries import StaffRow


class DivideDialog(EditDialog):
    """Divides a round into areas along grids, buildings and stairs."""

    def __init__(self, page: Page, chosen: RoundRow) -> None:
        sentence = self.tr("Areas follow grids and buildings; large buildings are divided by stairs.")
        super().__init__(page, self.tr("Divide into areas"), sentence, columns=1)
        self._round = chosen
        self.target = NumberField(self.tr("Households an area"), 10, 500)
        self.target.setValue(TARGET)
        self.grid.add("target", self.tr("Households an area, about"), self.target)
        self.offer(self.tr("Divide  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Make the areas, every dwelling a household to visit."""
        census, target, round_id = self.desk.census, self.target.value(), self._round.id
        self.save(lambda: census.divide(round_id, census.propose_areas(target)))


class AreaDialog(EditDialog):
    """Changes an area's code and name, and who carries it out."""

    def __init__(self, page: Page, area: AreaRow, contracts: Sequence[ContractRow]) -> None:
        super().__init__(page, self.tr("Edit the area"))
        self._chosen_area = area
        self.code, self.name = TextField(self.tr("Code")), TextField(self.tr("Name"))
        self.carrier = QComboBox()
        self.grid.add("code", self.tr("Code"), self.code, required=True)
        self.grid.add("name", self.tr("Name"), self.name, required=True)
        hint = self.tr("An organisation's people see nothing but its areas, until its contract ends.")
        self.grid.add("carrier", self.tr("Carried out by"), self.carrier, hint=hint, span=2)
        self.code.setText(area.code)
        self.name.setText(area.name)
        self.carrier.addItem(self.tr("own staff"), None)
        for contract in contracts:
            if contract.runs or contract.id == area.contract_id:
                self.carrier.addItem(contract.organisation, contract.id)
        self.carrier.setCurrentIndex(max(self.carrier.findData(area.contract_id), 0))
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save code and name, and give the area to its carrier where that changed."""
        census, area, code, name = self.desk.census, self._chosen_area, self.code.text(), self.name.text()
        carrier = self.carrier.currentData()

        def work() -> None:
            if (code, name) != (area.code, area.name):
                census.rename_area(area.id, code, name, area.opened)
            if carrier != area.contract_id:
                census.give_areas([area.id], carrier, area.opened)

        self.save(work)


class AssignDialog(EditDialog):
    """Gives the unfinished households of an area to one or more people, in walking order, loads even."""

    def __init__(self, page: Page, area: AreaRow, staff: Sequence[StaffRow]) -> None:
        sentence = self.tr("What is done already stays with whoever did it.")
        super().__init__(
            page, self.tr("Assign {area}").format(area=f"{area.code} {area.name}"), sentence, columns=2
        )
        self._chosen_area = area
        self.boxes = {one.id: CheckField(one.display_name) for one in staff}
        for staff_id, box in self.boxes.items():
            box.setChecked(staff_id in area.enumerator_ids)
        self.body.addLayout(FlowLayout(*self.boxes.values(), gap=16))
        self.offer(self.tr("Assign  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Assign as proposed for the people who are ticked."""
        chosen = [staff_id for staff_id, box in self.boxes.items() if box.isChecked()]
        if not chosen:
            self.notice.say(Tone.WARNING, self.tr("Nobody is ticked."))
            return
        census, area_id = self.desk.census, self._chosen_area.id
        self.save(lambda: census.assign_all(census.propose_assignment([area_id], chosen)))
