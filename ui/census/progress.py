"""Progress (进度): the round as bars, areas and buildings; every household a door that can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from ui.census.area_tables import area_table
from ui.census.door_card import DoorCard
from ui.census.facade import Facade
from ui.census.legend import StateLegend
from ui.census.round_section import RoundSection
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.layouts import STRETCH, column, panel, row, scrolled, show_if
from workbench.people.addresses import address_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.census.views import BuildingMap, BuildingProgress, Progress, RoundRow


class ProgressSection(RoundSection):
    """The legend counts every state, a building's picture shows where; Enter tells a door's story."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._buildings: tuple[BuildingProgress, ...] = ()
        self.legend, self.facade = StateLegend(), Facade()
        self.building = QComboBox()
        self.building.setAccessibleName(self.tr("Building"))
        self.building.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.areas = area_table()
        self.empty = EmptyState(
            "building", self.tr("No round yet"), self.tr("A supervisor plans the first under Rounds.")
        )
        self.name_section(
            self.tr("Progress"), self.tr("Every household of the round, and how far its form is.")
        )
        picture = Card("", row(self.building, STRETCH), scrolled(self.facade), padding=12)
        whole = column(Card("", self.legend, padding=12), picture, gap=12)
        whole.setStretch(1, 2)
        self.shown = panel(whole)
        whole.addWidget(Card(self.tr("Areas"), self.areas, padding=12), 1)
        self.body.addWidget(self.shown, 1)
        self.body.addWidget(self.empty)
        self.building.activated.connect(lambda _at: self._read_map())
        self.facade.opened.connect(self.open_door)

    def first_field(self) -> QWidget:
        """Return the picture of the building."""
        return self.facade

    def read_round(self, chosen: RoundRow) -> None:
        """Read how far the round is."""
        self.page.ask_latest("progress", lambda: self.desk.surveys.progress(chosen.id), self._show)

    def show_no_round(self) -> None:
        """Say what to do first."""
        show_if(self.shown, False)
        show_if(self.empty, True)

    def open_door(self, case_id: str) -> None:
        """Show a household's story at the right."""
        self.workspace.show_beside(DoorCard(self.page, case_id), self.tr("Household"))

    def _show(self, progress: Progress) -> None:
        show_if(self.shown, True)
        show_if(self.empty, False)
        self.legend.show_counts(progress.counts)
        self.areas.show_records(progress.areas)
        self._show_buildings(progress.buildings)

    def _show_buildings(self, buildings: Sequence[BuildingProgress]) -> None:
        before = self.building.currentData()
        self._buildings = tuple(buildings)
        self.building.clear()
        for one in buildings:
            self.building.addItem(address_label(one.building, one.estate, "", ""), one.building_id)
        self.building.setCurrentIndex(max(self.building.findData(before), 0) if buildings else -1)
        self._read_map()

    def _read_map(self) -> None:
        building_id, chosen = self.building.currentData(), self.round
        if building_id and chosen:
            self.page.ask_latest(
                "map", lambda: self.desk.surveys.building_map(chosen.id, building_id), self._show_map
            )

    def _show_map(self, building: BuildingMap) -> None:
        self.facade.show_building(building)
