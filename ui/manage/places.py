"""Grids and buildings in two tables: add, edit and remove, each by a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget

from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.dialogs import ask
from ui.kit.layouts import STRETCH, row
from ui.kit.segments import Segmented
from ui.manage.buildings import BuildingDialog, building_table
from ui.manage.grids import GridDialog, grid_table
from ui.sections.section import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.kit.table import RecordTable
    from ui.page import Page
    from ui.sections.editing import EditDialog
    from workbench.community.queries import BuildingRow, GridRow
    from workbench.security.queries import StaffRow


@dataclass(frozen=True, slots=True)
class Places:
    """What the section shows, read in one go."""

    grids: tuple[GridRow, ...]
    buildings: tuple[BuildingRow, ...]
    staff: tuple[StaffRow, ...]


class PlacesSection(Section):
    """Two tables of which one shows: Ctrl+N adds, Enter edits, Delete removes."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._places = Places((), (), ())
        self.tables: dict[str, RecordTable[Any]] = {
            "grids": grid_table(),
            "buildings": building_table(),
        }
        options = (("grids", self.tr("Grids")), ("buildings", self.tr("Buildings")))
        self.switch = Segmented(self.tr("Show"), options)
        self.stack = QStackedWidget()
        for table in self.tables.values():
            self.stack.addWidget(table)
            table.activated.connect(self.edit)
        self.edit_button = GhostButton(self.tr("Edit  Enter"), self.edit, icon_name="edit")
        self.remove_button = QuietButton(self.tr("Remove  Del"), self.remove, icon_name="trash")
        self.add_button = PrimaryButton(self.tr("Add  Ctrl+N"), self.add, icon_name="plus")
        self.name_section(
            self.tr("Grids and buildings"),
            self.tr("Each grid has its worker; each building belongs to a grid."),
            [self.add_button],
        )
        tools = row(self.switch, STRETCH, self.edit_button, self.remove_button)
        self.body.addWidget(Card("", tools, self.stack, padding=12), 1)
        self.switch.chosen.connect(lambda key: self.stack.setCurrentWidget(self.tables[key]))
        for keys, act in (("Ctrl+N", self.add), ("Del", self.remove)):
            self.on_key(keys, act)

    def refresh(self) -> None:
        """Read grids, buildings and who could look after them."""
        self.page.ask(self._read, self._show)

    def first_field(self) -> QWidget:
        """Return the table that shows."""
        return self.tables[self.switch.current()]

    def add(self) -> None:
        """Ask for a new grid or building."""
        self._open(None)

    def edit(self, chosen: Any = None) -> None:
        """Ask for changes to the chosen one."""
        chosen = chosen or self._current()
        if chosen is not None:
            self._open(chosen)

    def remove(self) -> None:
        """Remove the chosen one, after asking."""
        chosen = self._current()
        if chosen is None:
            return
        grids, service = self._shows_grids(), self.desk.community_service
        verb = service.remove_grid if grids else service.remove_building
        title = self.tr("Remove grid {name}?") if grids else self.tr("Remove building {name}?")
        ask(
            self.window(),
            title.format(name=chosen.name if grids else chosen.number),
            self.tr("Its history stays in the journal."),
            self.tr("Remove"),
            lambda: self.page.act(lambda: verb(chosen.id, chosen.opened), lambda _: self._removed()),
            danger=True,
        )

    def _open(self, chosen: Any) -> None:
        dialog: EditDialog
        if self._shows_grids():
            dialog = GridDialog(self.page, self._places.staff, chosen)
        else:
            dialog = BuildingDialog(self.page, self._places.grids, chosen)
        dialog.saved.connect(lambda _: self._saved())
        dialog.open()

    def _saved(self) -> None:
        self.workspace.toast(self.tr("Saved."))
        self.refresh()

    def _removed(self) -> None:
        self.workspace.toast(self.tr("Removed."))
        self.refresh()

    def _read(self) -> Places:
        return Places(self.desk.community.grids(), self.desk.community.buildings(), self.desk.staff.staff())

    def _show(self, places: Places) -> None:
        self._places = places
        self.tables["grids"].show_records(places.grids)
        self.tables["buildings"].show_records(places.buildings)
        self.switch.relabel("grids", self.tr("Grids {count}").format(count=len(places.grids)))
        self.switch.relabel("buildings", self.tr("Buildings {count}").format(count=len(places.buildings)))

    def _current(self) -> Any:
        return self.tables[self.switch.current()].current()

    def _shows_grids(self) -> bool:
        return self.switch.current() == "grids"
