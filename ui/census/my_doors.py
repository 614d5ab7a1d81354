"""My doors (入户): the households an enumerator still has to do, opened by Enter and noted by letters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from ui.census.case_tables import case_table
from ui.census.division_dialogs import NewDwellingDialog
from ui.census.entering import enter_household
from ui.census.round_dialog import ReasonDialog
from ui.census.round_section import RoundSection
from ui.census.taken_dialog import TakenInDialog
from ui.census.visit_dialogs import AbsentDialog
from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.segments import Segmented
from workbench.census.kinds import CaseState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from ui.sections.editing import EditDialog
    from workbench.census.views import CaseRow, RoundRow
    from workbench.desk.typed_tables import TakenIn

TO_DO, AGAIN, ALL = "to_do", "again", "all"


@dataclass(frozen=True, slots=True)
class Doors:
    """What the section shows: what is to do, what is due again today, and everything that is mine."""

    to_do: tuple[CaseRow, ...] = ()
    again: tuple[CaseRow, ...] = ()
    mine: tuple[CaseRow, ...] = ()


class MyDoorsSection(RoundSection):
    """Enter opens the form; what is said at a door without one has a letter with Alt."""

    running_only = True

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._doors = Doors()
        options = ((TO_DO, self.tr("To do")), (AGAIN, self.tr("Today again")), (ALL, self.tr("All mine")))
        self.show_which = Segmented(self.tr("Show"), options)
        self.table = case_table(self.tr("My doors"), self._empty())
        self.enter_button = PrimaryButton(self.tr("Fill in  Enter"), self.enter)
        self.buttons = [
            GhostButton(self.tr("Nobody in  Alt+N"), self.note_absent, icon_name="clock"),
            GhostButton(self.tr("Refused  Alt+R"), self.note_refused, icon_name="close"),
            GhostButton(self.tr("Empty  Alt+V"), self.note_vacant, icon_name="minus"),
            GhostButton(self.tr("Another household  Alt+H"), self.add_household, icon_name="plus"),
            GhostButton(self.tr("Not listed  Alt+U"), self.add_dwelling, icon_name="home"),
            GhostButton(self.tr("Off the list  Alt+D"), self.take_off_list, icon_name="trash"),
        ]
        self.typed_button = QuietButton(self.tr("Typed table…"), self.choose_table, icon_name="excel")
        self.name_section(
            self.tr("My doors"),
            self.tr("In walking order; what is to be corrected and who is to be met again comes first."),
            [self.typed_button, self.enter_button],
        )
        tools = FlowLayout(self.show_which, *self.buttons)
        self.body.addWidget(Card("", tools, self.table, padding=12), 1)
        self.show_which.chosen.connect(lambda _key: self._show(self._doors))
        self.table.activated.connect(self.enter)
        keys = ("Alt+N", "Alt+R", "Alt+V", "Alt+H", "Alt+U", "Alt+D")
        for key, button in zip(keys, self.buttons, strict=True):
            self.on_key(key, button.click)
        self.show_no_round()

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table

    def read_round(self, chosen: RoundRow) -> None:
        """Read what is mine in that round."""
        self.page.ask_latest("doors", lambda: read_doors(self.desk, chosen.id), self._show)

    def show_no_round(self) -> None:
        """Say that no round is running."""
        self._show(Doors())

    def enter(self, chosen: CaseRow | None = None) -> None:
        """Open the form of the chosen household: a new one, or the one handed in to put it right."""
        chosen = chosen or self.table.current()
        if chosen is not None:
            enter_household(self.page, chosen, self._next_after(chosen))

    def choose_table(self) -> None:
        """Choose an Excel table into which paper forms were typed."""
        chooser = QFileDialog(self, self.tr("Typed table"))
        chooser.setNameFilter("Excel (*.xlsx)")
        chooser.fileSelected.connect(lambda file: self.take_in(Path(file)))
        chooser.open()

    def take_in(self, path: Path) -> None:
        """Hand in a form for every complete row of a typed table, and tell of the others."""
        chosen = self.round
        if chosen is not None:
            self.page.act(lambda: self.desk.typed_tables.take_in(chosen.id, path), self._taken_in)

    def _taken_in(self, taken: TakenIn) -> None:
        self.refresh()
        TakenInDialog(self.page, taken).open()

    def note_absent(self) -> None:
        """Nobody opened: propose when to come again."""
        if chosen := self.table.current():
            self.page.act(
                lambda: self.desk.surveys.propose_visit(chosen.id),
                lambda proposed: self._open(AbsentDialog(self.page, chosen, proposed)),
            )

    def note_refused(self) -> None:
        """Somebody would not answer: ask why."""
        if chosen := self.table.current():
            census = self.desk.census
            note = ReasonDialog(
                self.page, self.tr("Refused"), lambda why: census.note_refused(chosen.id, why), chosen.place
            )
            self._open(note)

    def note_vacant(self) -> None:
        """Nobody lives there."""
        if chosen := self.table.current():
            self._act(lambda: self.desk.census.note_vacant(chosen.id))

    def add_household(self) -> None:
        """Another household lives in the same dwelling."""
        if chosen := self.table.current():
            self._act(lambda: self.desk.census.add_household(chosen.id))

    def add_dwelling(self) -> None:
        """A dwelling stands there that nobody had registered."""
        if chosen := self.table.current():
            self._open(NewDwellingDialog(self.page, chosen))

    def take_off_list(self) -> None:
        """A household was put on the list by mistake."""
        if chosen := self.table.current():
            self._act(lambda: self.desk.census.take_off_list(chosen.id))

    def _act(self, work: Callable[[], Any]) -> None:
        self.page.act(work, lambda _: self.refresh())

    def _open(self, dialog: EditDialog) -> None:
        dialog.saved.connect(lambda _: self.refresh())
        dialog.open()

    def _next_after(self, case: CaseRow) -> Callable[[], None]:
        """Return what opens the next household that has no form, when this one is handed in."""

        def open_next() -> None:
            rows = self.table.records()
            at = next((at for at, row in enumerate(rows) if row.id == case.id), -1)
            waiting = [row for row in (*rows[at + 1 :], *rows[:at]) if row.state in UNFILLED]
            if waiting:
                enter_household(self.page, waiting[0], self._next_after(waiting[0]))

        return open_next

    def _show(self, doors: Doors) -> None:
        self._doors = doors
        which = {TO_DO: doors.to_do, AGAIN: doors.again, ALL: doors.mine}
        self.table.show_records(which[self.show_which.current()])
        words = {TO_DO: self.tr("To do"), AGAIN: self.tr("Today again"), ALL: self.tr("All mine")}
        for key, rows in which.items():
            self.show_which.relabel(key, f"{words[key]} {len(rows)}" if rows else words[key])
        for button in (self.enter_button, *self.buttons):
            button.setEnabled(bool(self.table.records()))

    def _empty(self) -> EmptyState:
        return EmptyState(
            "home",
            self.tr("Nothing to do here"),
            self.tr("Households appear when a round has begun and the supervisor has assigned some to you."),
        )


UNFILLED = frozenset({CaseState.NOT_VISITED, CaseState.ABSENT, CaseState.IN_ENTRY, CaseState.TO_CORRECT})


def read_doors(desk: Any, round_id: str) -> Doors:
    """Read what the signed-in enumerator has in a round."""
    me = desk.session.staff_id
    mine = desk.surveys.cases(round_id, enumerator_id=me)
    backs = (back.case for back in desk.surveys.call_backs(round_id))
    again = tuple(case for case in backs if case.enumerator_id == me)
    return Doors(desk.surveys.my_work(round_id), again, mine)
