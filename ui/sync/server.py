"""The connection to the server: where it is, or how a desk that has worked alone gets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.callout import Callout
from ui.kit.card import Card
from ui.kit.facts import FactList
from ui.kit.layouts import STRETCH, row, show_if
from ui.kit.tones import Tone
from ui.sections.editing import EditDialog
from ui.sections.section import Section
from ui.sync.address_form import AddressForm
from ui.sync.state_words import clock_words, headline
from ui.sync.trust import say_refused
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.desk.sync_views import SyncState


class MoveDialog(EditDialog):
    """Asks for another address of the same server, or another authority that vouches for it."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            page,
            self.tr("Another address of the server"),
            self.tr("The same server with the same records. Nothing on this desk changes by it."),
            width=560,
        )
        self.form = AddressForm(joining=False)
        self.body.addWidget(self.form)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)
        self.form.url.setFocus()

    def submit(self) -> None:
        """Go there from now on."""
        if self.form.check():
            address = self.form.address()
            self.save(lambda: self.desk.sync.move(address))


class ServerSection(Section):
    """Shows the server, or asks for address, authority, code and the desk's name; Ctrl+Enter connects."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.name_section(
            self.tr("Connection to the server"),
            self.tr("With a server, several desks of one community work on the same records."),
        )
        self.facts = FactList(label_width=128)
        move = GhostButton(self.tr("Other address…"), self.move, icon_name="edit")
        self.problem = Callout(Tone.WARNING, "")
        self.facts_card = Card(self.tr("Connected"), self.facts, self.problem, actions=[move], gap=12)
        self.form = AddressForm()
        self.trouble = Callout(Tone.DANGER, "")
        self.button = PrimaryButton(self.tr("Connect  Ctrl+Enter"), self.connect_now, icon_name="cloud")
        kept = Callout(
            Tone.INFO,
            self.tr("What this desk has stays here and goes to the server once."),
            self.tr("The first desk of a community brings its records. Others join when they are set up."),
        )
        self.form_card = Card(
            self.tr("Connect this desk"), kept, self.form, self.trouble, row(STRETCH, self.button), gap=12
        )
        for card in (self.facts_card, self.form_card):
            card.setMaximumWidth(px(760))
            self.body.addWidget(card)
            show_if(card, False)
        self.body.addStretch(1)
        show_if(self.trouble, False)
        self.on_key("Ctrl+Return", self.connect_now)

    def refresh(self) -> None:
        """Read how sync stands; what is being typed stays."""
        self.page.ask_latest("server", self.desk.sync.state, self._show)

    def first_field(self) -> QWidget:
        """Return the address."""
        return self.form.url

    def connect_now(self) -> None:
        """Connect with what is typed, unless something is missing."""
        if self.form_card.isHidden() or not self.button.isEnabled() or not self.form.check():
            return
        self._set_busy(True)
        sync, address, code = self.desk.sync, self.form.address(), self.form.code_typed()
        name = self.form.desk_name()
        self.workspace.background.run(
            self, lambda: sync.connect(address, code, name), self._connected, self._refused
        )

    def move(self) -> MoveDialog:
        """Ask where the same server is now."""
        dialog = MoveDialog(self.page)
        dialog.saved.connect(lambda _none: self.refresh())
        dialog.open()
        return dialog

    def _connected(self, _none: object) -> None:
        self._set_busy(False)
        self.form.clear()
        self.workspace.toast(self.tr("Connected. What this desk has is on its way."))
        self.refresh()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        say_refused(self.trouble, error)

    def _set_busy(self, busy: bool) -> None:
        show_if(self.trouble, False)
        self.button.setEnabled(not busy)
        self.button.setText(self.tr("Connecting…") if busy else self.tr("Connect  Ctrl+Enter"))

    def _show(self, state: SyncState) -> None:
        show_if(self.facts_card, state.connected)
        show_if(self.form_card, not state.connected)
        self.problem.say(Tone.WARNING, state.problem)
        show_if(self.problem, bool(state.problem))
        self.facts.show_facts(
            (
                (self.tr("Server"), state.server),
                (self.tr("This desk"), state.desk_name),
                (self.tr("State"), headline(state)),
                (self.tr("Last exchange"), clock_words(state.last_sync, self.desk.today())),
            )
        )
