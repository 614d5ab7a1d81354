"""Re-check (抽查): households drawn by chance, asked again by somebody else, and what that says of whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.census.entering import cover_with
from ui.census.recheck_tables import drawn_table, rate_table
from ui.census.round_dialog import ReasonDialog
from ui.census.round_section import RoundSection
from ui.census.sitting import Sitting, Typed
from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.flow import FlowLayout
from ui.kit.layouts import row
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.census.service import RecheckDone, RecheckStart
    from workbench.census.views import RateRow, RecheckRow, RoundRow


@dataclass(frozen=True, slots=True)
class Rechecks:
    """What the section shows: the sample, the error rates, and who is who."""

    drawn: tuple[RecheckRow, ...] = ()
    areas: tuple[RateRow, ...] = ()
    enumerators: tuple[RateRow, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


class RecheckSection(RoundSection):
    """Ctrl+N draws the sample, Enter opens a drawn household for its second interview."""

    running_only = True

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._shown = Rechecks()
        self.drawn = drawn_table(lambda: self._shown.names)
        self.areas = rate_table(self.tr("By area"), lambda: self._shown.names)
        self.enumerators = rate_table(self.tr("By enumerator"), lambda: self._shown.names)
        manages = self.desk.may(Permission.MANAGE_CENSUS)
        self.draw_button = PrimaryButton(self.tr("Draw the sample  Ctrl+N"), self.draw, icon_name="plus")
        self.back_button = GhostButton(self.tr("Send the area back"), self.send_back, icon_name="undo")
        for button in (self.draw_button, self.back_button):
            button.setVisible(manages)
        self.name_section(
            self.tr("Re-check"),
            self.tr("A second, independent interview; whoever held the first never holds it."),
            [self.draw_button],
        )
        self.body.addWidget(Card(self.tr("Drawn"), self.drawn, padding=12), 2)
        areas = Card(self.tr("By area"), FlowLayout(self.back_button), self.areas, padding=12)
        by_whom = Card(self.tr("By enumerator"), self.enumerators, padding=12)
        self.body.addLayout(row(areas, by_whom, gap=12), 1)
        self.drawn.activated.connect(self.open)
        self.on_key("Ctrl+N", self.draw)
        self.back_button.setEnabled(False)

    def first_field(self) -> QWidget:
        """Return the drawn households."""
        return self.drawn

    def read_round(self, chosen: RoundRow) -> None:
        """Read the sample and what it says."""
        surveys = self.desk.surveys
        self.draw_button.setEnabled(True)

        def read() -> Rechecks:
            figures = surveys.recheck_figures(chosen.id)
            drawn, names = surveys.rechecks(chosen.id), self.desk.staff_names()
            return Rechecks(drawn, figures.areas, figures.enumerators, names)

        self.page.ask_latest("rechecks", read, self._show)

    def show_no_round(self) -> None:
        """Without a round that runs, nothing is drawn."""
        self.draw_button.setEnabled(False)
        self._show(Rechecks())

    def draw(self) -> None:
        """Draw households of each enumerator in every area of the round."""
        chosen = self.round
        if chosen is None or not self.desk.may(Permission.MANAGE_CENSUS):
            return

        def draw_all() -> int:
            areas = [area.id for area in self.desk.surveys.areas(chosen.id)]
            drawn: int = self.desk.census.draw_rechecks(areas)
            return drawn

        self.page.act(draw_all, self._drawn)

    def open(self, chosen: RecheckRow) -> None:
        """Hold the second interview of a drawn household."""
        if chosen.done_at is None:
            self.page.act(lambda: self.desk.census.begin_recheck(chosen.id), self._begin)

    def send_back(self) -> None:
        """Send an area back whole that failed, and say why."""
        chosen, census = self.areas.current(), self.desk.census
        if chosen is None:
            return
        dialog = ReasonDialog(
            self.page,
            self.tr("Send the area back"),
            lambda why: census.send_area_back(chosen.subject, why),
            self.tr("Every household of {area} is visited again.").format(area=chosen.label),
        )
        dialog.saved.connect(lambda _: self.refresh())
        dialog.open()

    def _begin(self, start: RecheckStart) -> None:
        census = self.desk.census

        def hand_in(typed: Typed) -> RecheckDone:
            done: RecheckDone = census.complete_recheck(start.recheck_id, typed.xml, typed.facts)
            return done

        cover_with(self.page, Sitting(start.entry, self.tr("Second interview"), hand_in, self._done))

    def _done(self, done: RecheckDone) -> None:
        self.page.uncover()
        words = self.tr("{errors} of {compared} fields differ.")
        self.workspace.toast(words.format(errors=done.errors, compared=done.compared))

    def _drawn(self, drawn: int) -> None:
        self.workspace.toast(self.tr("%n household(s) drawn.", "", drawn))
        self.refresh()

    def _show(self, shown: Rechecks) -> None:
        self._shown = shown
        self.drawn.show_records(shown.drawn)
        self.areas.show_records(shown.areas)
        self.enumerators.show_records(shown.enumerators)
        self.back_button.setEnabled(any(rate.failed for rate in shown.areas))
