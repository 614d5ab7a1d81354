"""Sync (同步): how it stands, and the inbox of what waits to be settled; open to everybody who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.sections.section import Section
from ui.sync.inbox import Inbox
from ui.sync.relay import SyncRelay
from ui.sync.state_card import StateCard
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.desk.sync_views import SyncState


class SyncSection(Section):
    """The state on top, the inbox below."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.name_section(
            self.tr("Sync"),
            self.tr("What is done here goes to all desks, and comes back from them. Nothing is lost."),
        )
        self.state = StateCard(may_connect=self.desk.may(Permission.MANAGE_DEVICES))
        self.inbox = Inbox(page)
        self.body.addWidget(self.state)
        self.body.addWidget(self.inbox, 1)
        SyncRelay(self, self.desk).changed.connect(self._show_state)
        self.state.now_wanted.connect(self.sync_now)
        self.state.pause_wanted.connect(self._pause)
        self.state.server_wanted.connect(lambda: page.open_record("sync", "server"))
        self.on_key("F5", self.state.now.click)
        self.on_key("F8", self.state.pause.click)

    def refresh(self) -> None:
        """Read the state and the inbox."""
        self.page.ask_latest("sync", self.desk.sync.state, self._show_state)
        self.inbox.refresh()

    def first_field(self) -> QWidget:
        """Return the list of disputes."""
        return self.inbox.list

    def sync_now(self) -> None:
        """Exchange with the server now."""
        self.page.act(self.desk.sync.now, lambda _none: None)

    def _pause(self, wanted: bool) -> None:
        sync = self.desk.sync
        self.page.act(sync.pause if wanted else sync.resume, lambda _none: self.refresh())

    def _show_state(self, state: SyncState) -> None:
        self.state.show_state(state, self.desk.today())
