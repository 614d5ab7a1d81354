"""Which household somebody joins: that of a person found by name, or a new one at an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QRadioButton, QWidget

from ui.kit.choices import ChoiceList
from ui.kit.fields import SearchField
from ui.kit.finder import Finder
from ui.kit.labels import Caption
from ui.kit.layouts import column
from ui.people.lines import choice_of_hit
from ui.people.place_fields import PlaceFields
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.page import Page

MOST = 8


class HouseholdPicker(QWidget):
    """Asks with whom, or where."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._desk = page.desk
        self.with_somebody = QRadioButton(self.tr("Lives with"))
        self.alone = QRadioButton(self.tr("A household of their own at"))
        self.search = SearchField(self.tr("Lives with"), self.tr("Name or initials of somebody there"))
        self.search.setObjectName("household")
        self.lines = ChoiceList(self.tr("Residents found"))
        self.lines.setFixedHeight(px(150))
        self.chosen = Caption("")
        self.place = PlaceFields()
        self.resident_id = ""
        self._finder = Finder(page, self.search, self.lines, self._find)
        self._finder.taken.connect(self._take)
        self.with_somebody.setChecked(True)
        parts = (self.with_somebody, self.search, self.lines, self.chosen, self.alone, self.place)
        self.setLayout(column(*parts, gap=6))
        self.with_somebody.toggled.connect(self._arrange)
        page.ask(page.desk.community.buildings, self.place.show_buildings)
        self._arrange()

    def choice(self) -> tuple[str, tuple[str, str, str]]:
        """Return the resident lived with (or nothing) and the address (or nothing)."""
        if self.with_somebody.isChecked():
            return self.resident_id, ("", "", "")
        return "", self.place.texts()

    def is_complete(self) -> bool:
        """Whether a household is chosen."""
        resident_id, (building, _unit, room) = self.choice()
        return bool(resident_id or (building and room))

    def _find(self, text: str) -> Any:
        return [choice_of_hit(hit) for hit in self._desk.residents.search(text, MOST)] if text else []

    def _take(self, key: str) -> None:
        self.resident_id = key
        item = self.lines.currentItem()
        self.chosen.setText(self.tr("With {name}").format(name=item.text()) if item else "")

    def _arrange(self, _on: bool = False) -> None:
        found = self.with_somebody.isChecked()
        for part in (self.search, self.lines, self.chosen):
            part.setVisible(found)
        self.place.setVisible(not found)


def household_of(desk: Any, resident_id: str, place: tuple[str, str, str]) -> str | None:
    """Return the household chosen, made at the address where it is new; call it in the background."""
    from workbench.people.service.homes import DwellingPlace

    if resident_id:
        household: str | None = desk.residents.card(resident_id).household_id
        return household
    made: str = desk.people.add_household(DwellingPlace(*place))
    return made
