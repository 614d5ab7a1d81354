"""Double keying (双录复核): the next form typed a second time, blind; then each difference is settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.census.difference_table import DifferenceTable
from ui.census.double_tables import double_table, share_table
from ui.census.entering import cover_with
from ui.census.field_words import FieldWords
from ui.census.round_dialog import ReasonDialog
from ui.census.round_section import RoundSection
from ui.census.sitting import Sitting, Typed
from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.dialogs import ask
from ui.kit.labels import Strong
from ui.kit.layouts import STRETCH, column, panel, row, show_if

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.census.kinds import Fault
    from workbench.census.service import DoubleStart, DoubleTyped
    from workbench.census.views import DifferenceRow, DoubleRow, RoundRow, VerificationShare


@dataclass(frozen=True, slots=True)
class Checking:
    """What the section shows: how far each area is, and the second typings that run."""

    shares: tuple[VerificationShare, ...] = ()
    running: tuple[DoubleRow, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


class DoubleKeyingSection(RoundSection):
    """F5 takes the next form; a running one is opened by Enter: to type on, or to settle."""

    running_only = True

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._settling: DoubleRow | None = None
        self._checking = Checking()
        self.shares, self.running = share_table(), double_table(lambda: self._checking.names)
        self.differences = DifferenceTable()
        self.next_button = PrimaryButton(self.tr("Next form  F5"), self.take_next, icon_name="play")
        self.back_button = GhostButton(self.tr("Send back"), self.send_back, icon_name="undo")
        self.close_button = QuietButton(self.tr("Later  Esc"), self._let_go, icon_name="left")
        self.name_section(
            self.tr("Double keying"),
            self.tr("A second person types the form again, blind; what differs is settled field by field."),
            [self.next_button],
        )
        shares = Card(self.tr("By area"), self.shares, padding=12)
        self.queue = panel(column(shares, Card(self.tr("Running"), self.running, padding=12), gap=12))
        self.queue.layout().setStretch(1, 1)
        self.place = Strong("")
        tools = row(self.place, STRETCH, self.close_button, self.back_button)
        self.settling = Card(self.tr("Settle"), tools, self.differences, padding=12)
        self.body.addWidget(self.queue, 1)
        self.body.addWidget(self.settling, 1)
        show_if(self.settling, False)
        self.running.activated.connect(self.open)
        self.differences.settled.connect(self.settle)
        self.on_key("F5", self.take_next)
        self.on_key("Esc", self._let_go)
        self.on_key("Del", self.drop)

    def first_field(self) -> QWidget:
        """Return the second typings that run."""
        return self.running

    def read_round(self, chosen: RoundRow) -> None:
        """Read shares and running second typings."""
        surveys = self.desk.surveys
        self.next_button.setEnabled(True)

        def read() -> Checking:
            shares, running = surveys.verification_shares(chosen.id), surveys.doubles(chosen.id)
            return Checking(shares, running, self.desk.staff_names())

        self.page.ask_latest("doubles", read, self._show)

    def show_no_round(self) -> None:
        """Without a round that runs, nothing is typed a second time."""
        self.next_button.setEnabled(False)
        self._show(Checking())

    def take_next(self) -> None:
        """Type the next form a second time, or go on where one was left."""
        if self.round is not None:
            round_id = self.round.id
            self.page.act(lambda: self.desk.census.next_double(round_id), self._begin)

    def open(self, chosen: DoubleRow) -> None:
        """Go on typing one's own, or settle what was typed."""
        if chosen.typed_at is None:
            self.page.act(lambda: self.desk.census.begin_double(chosen.case.id), self._begin)
        else:
            self._read_differences(chosen)

    def drop(self) -> None:
        """Give up a second typing that runs; the form waits for somebody else."""
        chosen = self.running.current()
        if chosen is not None and self._settling is None:
            ask(
                self.window(),
                self.tr("Give up this second typing?"),
                chosen.case.place,
                self.tr("Give up"),
                lambda: self.page.act(
                    lambda: self.desk.census.drop_double(chosen.id), lambda _: self.refresh()
                ),
                danger=True,
            )

    def settle(self, path: str, fault: Fault, value: str) -> None:
        """Say of one difference who was wrong; the last one verifies the form."""
        double = self._settling
        if double is not None:
            self.page.act(
                lambda: self.desk.census.settle(double.id, path, fault, value),
                lambda left: self._settled(double, left),
            )

    def send_back(self) -> None:
        """Let the enumerator ask again, and say why."""
        double, census = self._settling, self.desk.census
        if double is not None:
            dialog = ReasonDialog(
                self.page,
                self.tr("Send back"),
                lambda why: census.send_back(double.case.id, why),
                double.case.place,
            )
            dialog.saved.connect(lambda _: self._let_go())
            dialog.open()

    def _begin(self, start: DoubleStart | None) -> None:
        if start is None:
            self.workspace.toast(self.tr("Nothing is left to type again."))
            return
        census = self.desk.census

        def hand_in(typed: Typed) -> DoubleTyped:
            again: DoubleTyped = census.type_again(start.double_id, typed.xml, typed.facts)
            return again

        sitting = Sitting(start.entry, self.tr("Type again"), hand_in, self._typed, self.take_next)
        cover_with(self.page, sitting)

    def _typed(self, typed: DoubleTyped) -> None:
        self.page.uncover()
        left = len(typed.differences)
        words = self.tr("%n difference(s) to settle.", "", left) if left else self.tr("Both typed the same.")
        self.workspace.toast(words)

    def _read_differences(self, double: DoubleRow) -> None:
        self._settling = double
        form_version_id = self.round.form_version_id if self.round else ""

        def read() -> tuple[tuple[DifferenceRow, ...], FieldWords]:
            form = self.desk.forms.open(form_version_id)
            return self.desk.surveys.differences(double.id), FieldWords(form)

        self.page.ask_latest("differences", read, lambda answer: self._show_differences(double, *answer))

    def _show_differences(
        self, double: DoubleRow, rows: tuple[DifferenceRow, ...], words: FieldWords
    ) -> None:
        show_if(self.queue, False)
        show_if(self.settling, True)
        self.place.setText(double.case.place)
        self.differences.setAccessibleName(double.case.place)
        self.differences.show_differences(rows, words)
        self.differences.setFocus()

    def _settled(self, double: DoubleRow, left: int) -> None:
        if left:
            self._read_differences(double)
        else:
            self.workspace.toast(self.tr("{place}: verified.").format(place=double.case.place))
            self._let_go()

    def _let_go(self) -> None:
        self._settling = None
        show_if(self.settling, False)
        show_if(self.queue, True)
        self.refresh()

    def _show(self, shown: Checking) -> None:
        self._checking = shown
        self.shares.show_records(shown.shares)
        self.running.show_records(shown.running)
