"""Asks what a contract says, and who comes under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ui.kit.dates import DateField
from ui.kit.fields import TextField
from ui.sections.editing import EditDialog
from workbench.census.rules.contracts import ContractTerms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.census.views import ContractRow, RoundRow
    from workbench.security.queries import StaffRow


class ContractDialog(EditDialog):
    """Adds a contract to a round, or changes one."""

    def __init__(self, page: Page, chosen: RoundRow, contract: ContractRow | None = None) -> None:
        super().__init__(page, self.tr("Edit the contract") if contract else self.tr("New contract"))
        self._round, self._contract = chosen, contract
        today = page.desk.today()
        self.organisation, self.number = TextField(self.tr("Organisation")), TextField(self.tr("Number"))
        self.since = DateField(self.tr("From"), today, contract.since if contract else chosen.since)
        self.until = DateField(self.tr("Until"), today, contract.until if contract else chosen.until)
        signed = contract.agreement_signed_on if contract else None
        self.signed = DateField(self.tr("Confidentiality signed on"), today, signed)
        add = self.grid.add
        add("organisation", self.tr("Organisation"), self.organisation, required=True, span=2)
        add("number", self.tr("Number"), self.number, required=True)
        hint = self.tr("Until it is signed, nobody of them sees anything")
        add("signed", self.tr("Confidentiality signed on"), self.signed, hint=hint)
        add("since", self.tr("From"), self.since)
        add("until", self.tr("Until"), self.until)
        if contract:
            self.organisation.setText(contract.organisation)
            self.number.setText(contract.number)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save the contract."""
        since, until = self.since.value(), self.until.value()
        errors = {} if since else {"since": self.tr("Type a date.")}
        errors |= {} if until else {"until": self.tr("Type a date.")}
        errors |= {"signed": self.tr("Type a date.")} if self.signed.is_wrong() else {}
        self.grid.show_errors(errors)
        if since is None or until is None or errors:
            return
        terms = ContractTerms(self.organisation.text(), self.number.text(), since, until, self.signed.value())
        census, contract, round_id = self.desk.census, self._contract, self._round.id
        self.save(
            lambda: (
                census.edit_contract(contract.id, terms, contract.opened)
                if contract
                else census.add_contract(round_id, terms)
            )
        )


class MemberDialog(EditDialog):
    """Lets an enumerator's account come under a contract."""

    def __init__(self, page: Page, contract: ContractRow, outsiders: Sequence[StaffRow]) -> None:
        super().__init__(page, self.tr("Add a person"), contract.organisation, columns=1)
        self._contract = contract
        self.person = QComboBox()
        there = {member.staff_id for member in contract.members if member.left_on is None}
        for one in outsiders:
            if one.id not in there:
                self.person.addItem(one.display_name, one.id)
        hint = self.tr("Only accounts with the enumerator's role alone")
        self.grid.add("person", self.tr("Account"), self.person, hint=hint)
        self.offer(self.tr("Add  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Add the chosen account."""
        census, contract_id, staff_id = self.desk.census, self._contract.id, self.person.currentData()
        if staff_id:
            self.save(lambda: census.add_member(contract_id, staff_id))
