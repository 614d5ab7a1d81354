"""Areas (普查小区): divided from grids and buildings, given to people, signed off one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.census.area_dialogs import AreaDialog, AssignDialog, DivideDialog
from ui.census.area_tables import area_table
from ui.census.division_dialogs import MovePartDialog, NewAreaDialog
from ui.census.people import enumerators
from ui.census.round_dialog import ReasonDialog
from ui.census.round_section import RoundSection
from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.callout import Callout
from ui.kit.card import Card
from ui.kit.flow import FlowLayout
from ui.kit.layouts import show_if
from ui.kit.tones import Tone
from workbench.census.kinds import AreaState

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from ui.sections.editing import EditDialog
    from workbench.census.views import AreaRow, ContractRow, RoundRow
    from workbench.security.queries import StaffRow


@dataclass(frozen=True, slots=True)
class Division:
    """What the section shows: the areas, and whom they may be given to."""

    areas: tuple[AreaRow, ...] = ()
    contracts: tuple[ContractRow, ...] = ()
    staff: tuple[StaffRow, ...] = ()


class AreasSection(RoundSection):
    """Ctrl+N divides a new round; Enter renames an area, Alt+A assigns it, Alt+S signs it off."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._division = Division()
        self.table = area_table()
        self.obstacles = Callout(Tone.WARNING, self.tr("Before the sign-off"))
        self.divide_button = PrimaryButton(self.tr("Divide  Ctrl+N"), self.divide, icon_name="spark")
        self.assign_button = GhostButton(self.tr("Assign  Alt+A"), self.assign, icon_name="hand-over")
        self.sign_button = GhostButton(self.tr("Sign off  Alt+S"), self.sign_off, icon_name="lock")
        self.reopen_button = GhostButton(self.tr("Open again"), self.reopen, icon_name="undo")
        self.edit_button = GhostButton(self.tr("Edit  Enter"), self.edit, icon_name="edit")
        self.by_hand = [
            QuietButton(self.tr("Another area  Alt+N"), self.add_area, icon_name="plus"),
            QuietButton(self.tr("Move a building  Alt+M"), self.move_part, icon_name="switch"),
            QuietButton(self.tr("List new dwellings"), self.add_dwellings, icon_name="refresh"),
        ]
        self.name_section(
            self.tr("Areas"),
            self.tr("Each area is one enumerator's ground, and is signed off as a whole."),
            [self.divide_button],
        )
        verbs = (self.assign_button, self.sign_button, self.reopen_button, self.edit_button)
        tools = FlowLayout(*verbs, *self.by_hand)
        self.body.addWidget(Card("", tools, self.obstacles, self.table, padding=12), 1)
        show_if(self.obstacles, False)
        self.table.activated.connect(self.edit)
        self.table.selected.connect(self._offer)
        for keys, act in (("Ctrl+N", self.divide), ("Alt+A", self.assign), ("Alt+S", self.sign_off)):
            self.on_key(keys, act)
        for keys, button in zip(("Alt+N", "Alt+M"), self.by_hand, strict=False):
            self.on_key(keys, button.click)
        self.show_no_round()

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table

    def read_round(self, chosen: RoundRow) -> None:
        """Read areas, contracts and staff."""
        desk = self.desk

        def read() -> Division:
            surveys = desk.surveys
            return Division(surveys.areas(chosen.id), surveys.contracts(chosen.id), enumerators(desk))

        self.page.ask_latest("division", read, self._show)

    def show_no_round(self) -> None:
        """Without a round there is nothing to divide."""
        self._show(Division())

    def divide(self) -> None:
        """Propose areas from grids and buildings, to be taken as they are or in another size."""
        if self.round is not None and not self._division.areas:
            self._open(DivideDialog(self.page, self.round))

    def edit(self, chosen: AreaRow | None = None) -> None:
        """Change code, name, and who carries the area out."""
        chosen = chosen or self.table.current()
        if chosen is not None:
            self._open(AreaDialog(self.page, chosen, self._division.contracts))

    def add_area(self) -> None:
        """Add an empty area to the division."""
        if self.round is not None:
            self._open(NewAreaDialog(self.page, self.round))

    def move_part(self) -> None:
        """Move a building or a stair into another area."""
        areas = self._division.areas
        self.page.act(
            self.desk.community.buildings,
            lambda buildings: self._open(MovePartDialog(self.page, areas, buildings)),
        )

    def add_dwellings(self) -> None:
        """Put dwellings registered since the division on the lists."""
        if self.round is not None:
            round_id = self.round.id
            self.page.act(lambda: self.desk.census.add_dwellings(round_id), self._listed)

    def _listed(self, count: int) -> None:
        self.workspace.toast(self.tr("%n new household(s) listed.", "", count))
        self.refresh()

    def assign(self) -> None:
        """Give the households of the chosen area to people, loads even."""
        if chosen := self.table.current():
            self._open(AssignDialog(self.page, chosen, self._division.staff))

    def sign_off(self) -> None:
        """Sign the chosen area off; what stands in the way is told instead."""
        if chosen := self.table.current():
            self._act(lambda: self.desk.census.sign_off(chosen.id))

    def reopen(self) -> None:
        """Open a signed area again, and say why."""
        if chosen := self.table.current():
            census = self.desk.census
            self._open(
                ReasonDialog(self.page, self.tr("Open again"), lambda why: census.reopen_area(chosen.id, why))
            )

    def _act(self, work: Callable[[], Any]) -> None:
        self.page.act(work, lambda _: self._done())

    def _open(self, dialog: EditDialog) -> None:
        dialog.saved.connect(lambda _: self._done())
        dialog.open()

    def _done(self) -> None:
        self.workspace.toast(self.tr("Saved."))
        self.refresh()

    def _show(self, division: Division) -> None:
        self._division = division
        self.table.show_records(division.areas)
        show_if(self.divide_button, not division.areas)
        self.divide_button.setEnabled(self.round is not None)
        self._offer(self.table.current())

    def _offer(self, chosen: AreaRow | None) -> None:
        signed = chosen is not None and chosen.state is AreaState.SIGNED_OFF
        for button in (self.assign_button, self.sign_button, self.edit_button):
            button.setEnabled(chosen is not None and not signed)
        self.reopen_button.setEnabled(signed)
        for button in self.by_hand:
            button.setEnabled(chosen is not None)
        show_if(self.obstacles, False)
        if chosen is not None and not signed:
            self.page.ask_latest(
                "obstacles", lambda: self.desk.surveys.obstacles(chosen.id), self._show_obstacles
            )

    def _show_obstacles(self, sentences: tuple[str, ...]) -> None:
        show_if(self.obstacles, bool(sentences))
        self.obstacles.say(Tone.WARNING, self.tr("Before the sign-off"), "\n".join(sentences))
