"""Rounds (轮次): planned, opened, wound up, closed; each step by the key that is possible now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.census.round_dialog import ExtendDialog, ReasonDialog, RoundDialog
from ui.census.round_tables import round_table
from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.dialogs import ask
from ui.kit.flow import FlowLayout
from ui.sections.section import Section
from ui.wording.labels import label_of
from workbench.census.kinds import RoundVerb

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.census.views import RoundRow
    from workbench.forms.views import FormVersionRow

STEPS = (
    RoundVerb.OPEN,
    RoundVerb.WIND_UP,
    RoundVerb.CLOSE,
    RoundVerb.TABULATE,
    RoundVerb.RESUME,
    RoundVerb.REOPEN,
)
"""The verbs that move a round, in the order of its life; those that go back ask for a reason."""

BACKWARDS = frozenset({RoundVerb.RESUME, RoundVerb.REOPEN})


@dataclass(frozen=True, slots=True)
class Rounds:
    """What the section shows, read in one go."""

    rounds: tuple[RoundRow, ...] = ()
    forms: tuple[FormVersionRow, ...] = ()


class RoundsSection(Section):
    """The rounds in a table: Ctrl+N plans one, Enter edits it, and the next step stands ready as a button."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._shown = Rounds()
        self.table = round_table()
        self.steps = {verb: GhostButton(label_of(verb), self._stepper(verb)) for verb in STEPS}
        self.edit_button = GhostButton(self.tr("Edit  Enter"), self.edit, icon_name="edit")
        self.extend_button = GhostButton(self.tr("Change the end"), self.extend, icon_name="calendar")
        self.remove_button = QuietButton(self.tr("Remove  Del"), self.remove, icon_name="trash")
        add = PrimaryButton(self.tr("New round  Ctrl+N"), self.add, icon_name="plus")
        self.name_section(
            self.tr("Rounds"),
            self.tr("A census, a survey or a poll: its form, its days, and how strictly it is checked."),
            [add],
        )
        tools = FlowLayout(*self.steps.values(), self.extend_button, self.edit_button, self.remove_button)
        self.body.addWidget(Card("", tools, self.table, padding=12), 1)
        self.table.activated.connect(self.edit)
        self.table.selected.connect(self._offer)
        for keys, act in (("Ctrl+N", self.add), ("Del", self.remove)):
            self.on_key(keys, act)
        self._offer(None)

    def refresh(self) -> None:
        """Read the rounds and the forms they may use."""
        self.page.ask(self._read, self._show)

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table

    def add(self) -> None:
        """Plan a new round."""
        self._open(None)

    def edit(self, chosen: RoundRow | None = None) -> None:
        """Change what is laid down for a round that has not begun."""
        chosen = chosen or self.table.current()
        if chosen is not None and RoundVerb.EDIT in chosen.possible:
            self._open(chosen)

    def remove(self) -> None:
        """Take a round back that never began, after asking."""
        chosen = self.table.current()
        if chosen is None or RoundVerb.EDIT not in chosen.possible:
            return
        ask(
            self.window(),
            self.tr("Remove {name}?").format(name=chosen.name),
            self.tr("Its areas go with it. Its history stays in the journal."),
            self.tr("Remove"),
            lambda: self._do(lambda: self.desk.census.remove_round(chosen.id), self.tr("Removed.")),
            danger=True,
        )

    def extend(self) -> None:
        """Let the chosen round last longer, or end sooner."""
        if chosen := self.table.current():
            dialog = ExtendDialog(self.page, chosen)
            dialog.saved.connect(lambda _: self._done(self.tr("Saved.")))
            dialog.open()

    def take_step(self, verb: RoundVerb) -> None:
        """Move the chosen round on, or back with a reason."""
        chosen = self.table.current()
        if chosen is None or verb not in chosen.possible:
            return
        act = self._verbs()[verb]
        if verb in BACKWARDS:
            dialog = ReasonDialog(self.page, label_of(verb), lambda reason: act(chosen.id, reason))
            dialog.saved.connect(lambda _: self._done(label_of(verb)))
            dialog.open()
        else:
            self._do(lambda: act(chosen.id), label_of(verb))

    def _verbs(self) -> dict[RoundVerb, Callable[..., object]]:
        census = self.desk.census
        return {
            RoundVerb.OPEN: census.open_round,
            RoundVerb.WIND_UP: census.wind_up_round,
            RoundVerb.RESUME: census.resume_round,
            RoundVerb.CLOSE: census.close_round,
            RoundVerb.REOPEN: census.reopen_round,
            RoundVerb.TABULATE: census.tabulate_round,
        }

    def _stepper(self, verb: RoundVerb) -> Callable[[], None]:
        return lambda: self.take_step(verb)

    def _do(self, work: Callable[[], object], said: str) -> None:
        self.page.act(work, lambda _: self._done(said))

    def _done(self, said: str) -> None:
        self.workspace.toast(said)
        self.refresh()

    def _open(self, chosen: RoundRow | None) -> None:
        dialog = RoundDialog(self.page, self._shown.forms, chosen)
        dialog.saved.connect(lambda _: self._done(self.tr("Saved.")))
        dialog.open()

    def _read(self) -> Rounds:
        return Rounds(tuple(self.desk.surveys.rounds()), tuple(self.desk.form_list.published()))

    def _show(self, shown: Rounds) -> None:
        self._shown = shown
        self.table.show_records(shown.rounds)
        self._offer(self.table.current())

    def _offer(self, chosen: RoundRow | None) -> None:
        possible = chosen.possible if chosen else ()
        for verb, button in self.steps.items():
            button.setVisible(verb in possible)
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(RoundVerb.EDIT in possible)
        self.extend_button.setEnabled(RoundVerb.STAFF in possible)
