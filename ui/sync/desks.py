"""The desks of the community (终端): which there are, what they may hold, and the codes to join by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.kit.buttons import GhostButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.dialogs import ask
from ui.kit.flow import FlowLayout
from ui.kit.layouts import panel, show_if
from ui.sections.section import Section
from ui.sync.code_slip import CodeDialog
from ui.sync.desk_dialogs import DeskDialog, InviteDialog, LeaveDialog
from ui.sync.desk_tables import desk_table, invitation_table
from ui.theme.theme import px
from workbench.desk.device_views import InvitationState
from workbench.desk.sync_views import SyncState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.desk.device_views import AreaChoice, DeviceLine, Invitation, InvitationLine

LAST_SEEN = 3
"""The column that is left out where nobody knows."""


@dataclass(frozen=True, slots=True)
class Desks:
    """The desks, the invitations, and the areas there are, read in one go."""

    state: SyncState
    desks: tuple[DeviceLine, ...] = ()
    invitations: tuple[InvitationLine, ...] = ()
    areas: tuple[AreaChoice, ...] = ()


class DesksSection(Section):
    """Ctrl+N invites, Enter edits, F6 marks as lost, Delete takes off or withdraws a code."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._areas: tuple[AreaChoice, ...] = ()
        self.desks, self.invitations = desk_table(), invitation_table()
        self.invite_button = PrimaryButton(self.tr("Invite a desk  Ctrl+N"), self.invite, icon_name="plus")
        self.edit_button = GhostButton(self.tr("Edit  Enter"), self.edit, icon_name="edit")
        self.lost_button = GhostButton(self.tr("Lost  F6"), self.mark_lost, icon_name="flag")
        self.off_button = QuietButton(self.tr("Take off  Del"), self.take_off, icon_name="close")
        self.withdraw_button = QuietButton(
            self.tr("Withdraw  Del"), self.withdraw, icon_name="undo", size="small"
        )
        self.name_section(
            self.tr("Desks"),
            self.tr("Every computer that works on the community's records, and what it may hold."),
            [self.invite_button],
        )
        tools = FlowLayout(self.edit_button, self.lost_button, self.off_button)
        self.body.addWidget(Card("", panel(tools), self.desks, padding=12), 3)
        self.codes = Card(
            self.tr("Codes given out"), self.invitations, actions=[self.withdraw_button], padding=12
        )
        self.codes.setMinimumHeight(px(150))
        self.body.addWidget(self.codes, 2)
        self.desks.activated.connect(self.edit)
        self.desks.selected.connect(self._offer)
        self.invitations.selected.connect(self._offer_withdrawal)
        for keys, act in (("Ctrl+N", self.invite), ("F6", self.mark_lost), ("Del", self._remove)):
            self.on_key(keys, act)

    def refresh(self) -> None:
        """Read desks, invitations and areas."""
        self.page.ask_latest("desks", self._read, self._show)

    def first_field(self) -> QWidget:
        """Return the desks."""
        return self.desks

    def invite(self) -> None:
        """Ask what a new desk may hold, then show its code."""
        if self.invite_button.isEnabled():
            dialog = InviteDialog(self.page, self._areas)
            dialog.saved.connect(lambda made: self._show_code(made, dialog.form.terms().name))
            dialog.open()

    def edit(self, chosen: DeviceLine | None = None) -> None:
        """Ask for changes to what a desk may hold."""
        chosen = chosen or self.desks.current()
        if chosen is not None and chosen.state == "active":
            dialog = DeskDialog(self.page, self._areas, chosen)
            dialog.saved.connect(lambda _none: self._done(self.tr("Saved; it counts from its next contact.")))
            dialog.open()

    def mark_lost(self) -> None:
        """Say that the chosen desk is lost."""
        self._leave(lost=True)

    def take_off(self) -> None:
        """Take the chosen desk off."""
        self._leave(lost=False)

    def withdraw(self) -> None:
        """Make a code that nobody has used yet worthless."""
        chosen, devices = self.invitations.current(), self.desk.devices
        if chosen is not None and chosen.state is InvitationState.OPEN:
            ask(
                self.window(),
                self.tr("Withdraw the code for {name}?").format(name=chosen.terms.name),
                self.tr("Nobody can join with it any more. Another one can be made at any time."),
                self.tr("Withdraw"),
                lambda: self.page.act(
                    lambda: devices.withdraw(chosen.id), lambda _none: self._done(self.tr("Withdrawn."))
                ),
                danger=True,
            )

    def _remove(self) -> None:
        if self.invitations.view.hasFocus():
            self.withdraw()
        else:
            self.take_off()

    def _leave(self, *, lost: bool) -> None:
        chosen = self.desks.current()
        if chosen is not None and chosen.state == "active" and not chosen.own:
            dialog = LeaveDialog(self.page, chosen, lost=lost)
            words = self.tr("Noted. The server refuses the desk from now on.")
            dialog.saved.connect(lambda _none: self._done(words))
            dialog.open()

    def _read(self) -> Desks:
        state, devices = self.desk.sync.state(), self.desk.devices
        if not state.connected:
            return Desks(state)
        return Desks(state, devices.devices(), devices.invitations(), devices.areas())

    def _show(self, found: Desks) -> None:
        self._areas = found.areas
        self.invite_button.setEnabled(found.state.connected)
        self.desks.leave_out(LAST_SEEN, all(one.last_seen is None for one in found.desks))
        self.desks.show_records(found.desks)
        self.invitations.show_records(found.invitations)
        show_if(self.codes, found.state.connected)
        for button in (self.edit_button, self.lost_button, self.off_button):
            button.setEnabled(bool(found.desks))
        self._offer_withdrawal(self.invitations.current())
        if (chosen := self.desks.current()) is not None:
            self._offer(chosen)

    def _offer(self, chosen: DeviceLine) -> None:
        active = chosen.state == "active"
        self.edit_button.setEnabled(active)
        for button in (self.lost_button, self.off_button):
            button.setEnabled(active and not chosen.own)

    def _offer_withdrawal(self, chosen: InvitationLine | None) -> None:
        self.withdraw_button.setEnabled(chosen is not None and chosen.state is InvitationState.OPEN)

    def _show_code(self, made: Invitation, name: str) -> None:
        self.refresh()
        CodeDialog(self.page, made, name).open()

    def _done(self, words: str) -> None:
        self.workspace.toast(words)
        self.refresh()
