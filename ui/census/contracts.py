"""Contracts (第三方合同): who enumerates for us, until when, under which confidentiality agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.census.contract_dialogs import ContractDialog, MemberDialog
from ui.census.contract_tables import contract_table, member_table
from ui.census.people import enumerators
from ui.census.round_dialog import ReasonDialog
from ui.census.round_section import RoundSection
from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.flow import FlowLayout
from workbench.security.roles import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from ui.sections.editing import EditDialog
    from workbench.census.views import ContractRow, RoundRow
    from workbench.security.queries import StaffRow


@dataclass(frozen=True, slots=True)
class Contracts:
    """What the section shows: the contracts, and accounts that may come under one."""

    contracts: tuple[ContractRow, ...] = ()
    outsiders: tuple[StaffRow, ...] = ()

    def names(self) -> dict[str, str]:
        """Return everybody's name by staff id."""
        return {one.id: one.display_name for one in self.outsiders}


class ContractsSection(RoundSection):
    """Ctrl+N adds a contract, Enter edits it; the people of the chosen one stand below."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._shown = Contracts()
        self.table = contract_table()
        self.members = member_table(self._names)
        self.add_button = PrimaryButton(self.tr("New contract  Ctrl+N"), self.add, icon_name="plus")
        self.edit_button = GhostButton(self.tr("Edit  Enter"), self.edit, icon_name="edit")
        self.end_button = QuietButton(self.tr("End it early"), self.end, icon_name="lock")
        self.member_button = GhostButton(self.tr("Add a person  Alt+A"), self.add_member, icon_name="plus")
        self.leave_button = QuietButton(self.tr("Has left  Del"), self.member_left, icon_name="minus")
        self.name_section(
            self.tr("Contracts"),
            self.tr("Outsiders see their areas only, after signing confidentiality, until the last day."),
            [self.add_button],
        )
        tools = FlowLayout(self.edit_button, self.end_button)
        self.body.addWidget(Card("", tools, self.table, padding=12), 1)
        people = FlowLayout(self.member_button, self.leave_button)
        self.body.addWidget(Card(self.tr("People"), people, self.members, padding=12), 1)
        self.table.activated.connect(self.edit)
        self.table.selected.connect(self._offer)
        for keys, act in (("Ctrl+N", self.add), ("Alt+A", self.add_member), ("Del", self.member_left)):
            self.on_key(keys, act)
        self.show_no_round()

    def first_field(self) -> QWidget:
        """Return the contracts."""
        return self.table

    def read_round(self, chosen: RoundRow) -> None:
        """Read the contracts of the round."""
        desk = self.desk

        def read() -> Contracts:
            outsiders = tuple(one for one in enumerators(desk) if one.roles == {Role.ENUMERATOR})
            return Contracts(desk.surveys.contracts(chosen.id), outsiders)

        self.page.ask_latest("contracts", read, self._show)

    def show_no_round(self) -> None:
        """Without a round there is nothing to contract for."""
        self.add_button.setEnabled(False)
        self._show(Contracts())

    def add(self) -> None:
        """Add a contract."""
        if self.round is not None:
            self._open(ContractDialog(self.page, self.round))

    def edit(self, chosen: ContractRow | None = None) -> None:
        """Change what a contract says."""
        chosen = chosen or self.table.current()
        if chosen is not None and self.round is not None:
            self._open(ContractDialog(self.page, self.round, chosen))

    def end(self) -> None:
        """End the contract today, and say why; its people see nothing from now on."""
        if chosen := self.table.current():
            census, sentence = self.desk.census, self.tr("Its people see nothing from now on.")
            dialog = ReasonDialog(
                self.page, self.tr("End it early"), lambda why: census.end_contract(chosen.id, why), sentence
            )
            self._open(dialog)

    def add_member(self) -> None:
        """Let an account come under the chosen contract."""
        if chosen := self.table.current():
            self._open(MemberDialog(self.page, chosen, self._shown.outsiders))

    def member_left(self) -> None:
        """Say that a person has left the organisation."""
        contract, member, census = self.table.current(), self.members.current(), self.desk.census
        if contract is not None and member is not None and member.left_on is None:
            self.page.act(lambda: census.member_left(contract.id, member.staff_id), lambda _: self.refresh())

    def _names(self) -> dict[str, str]:
        return self._shown.names()

    def _open(self, dialog: EditDialog) -> None:
        dialog.saved.connect(lambda _: self._done())
        dialog.open()

    def _done(self) -> None:
        self.workspace.toast(self.tr("Saved."))
        self.refresh()

    def _show(self, shown: Contracts) -> None:
        self._shown = shown
        self.add_button.setEnabled(self.round is not None)
        self.table.show_records(shown.contracts)
        self._offer(self.table.current())

    def _offer(self, chosen: ContractRow | None) -> None:
        self.members.show_records(chosen.members if chosen else ())
        open_still = chosen is not None and chosen.ended_on is None
        for button in (self.edit_button, self.end_button, self.member_button, self.leave_button):
            button.setEnabled(open_still)
