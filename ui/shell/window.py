"""The main window: puts rail, search, pages, card and status bar together, and knows none of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui.kit.layouts import column, row
from ui.kit.notices import Toast
from ui.kit.tones import Tone
from ui.shell.changes import ChangeRelay
from ui.shell.idle import IdleWatch
from ui.shell.page_stack import PageStack
from ui.shell.rail import Rail
from ui.shell.search import Command, SearchHit
from ui.shell.search_popup import SearchBox
from ui.shell.side import SideHost
from ui.shell.status import DeskStatus, StatusBar
from ui.shell.topbar import TopBar
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from ui.background import Background
    from ui.pages import PageEntry
    from ui.shell.search import SearchProvider
    from ui.signin.gatekeeper import SignedIn

STATUS_SECONDS = 30
LEAST_WIDTH, LEAST_HEIGHT = 760, 480
"""Real pixels below which nobody could work."""


class Shell(QMainWindow):
    """The window of one signed-in person; it is the Workspace its pages speak to."""

    lock_wanted = Signal()
    switch_wanted = Signal()
    settings_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        signed_in: SignedIn,
        background: Background,
        entries: Sequence[PageEntry],
        search: SearchProvider | None = None,
        status: Callable[[], DeskStatus] | None = None,
        auto_lock_minutes: float = 5,
    ) -> None:
        super().__init__()
        self.background = background
        self.signed_in = signed_in
        self._read_status = status
        self._entries = tuple(entry for entry in entries if signed_in.may(entry.permission))
        self.setProperty("role", "window")
        self.setWindowTitle(" · ".join((signed_in.community, self.tr("Community Workbench"))))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._make_parts(search)
        self._place_parts()
        self._connect_parts()
        self.changes = ChangeRelay(self)
        self.changes.changed.connect(self._entity_changed)
        self.idle = IdleWatch(auto_lock_minutes, self)
        self.idle.idle.connect(self.lock_wanted)
        QTimer(self, interval=STATUS_SECONDS * 1000, timeout=self.refresh_status).start()
        self.refresh_status()

    def open_page(self, key: str) -> None:
        """Show a page by its key; nothing happens if this person has no such page."""
        self.pages.show_page(key)

    def open_record(self, kind: str, record_id: str) -> None:
        """Show a record on the page that declared its kind."""
        if not self.pages.show_record(kind, record_id):
            self.toast(self.tr("No page here opens this kind of record."), Tone.INFO)

    def show_beside(self, widget: QWidget | None, title: str = "") -> None:
        """Show a card at the right, or fold the dock."""
        self.side.show_card(widget, title)

    def toast(
        self,
        text: str,
        tone: Tone = Tone.SUCCESS,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Say one line over the lower edge."""
        self._toast.say(text, tone, action, on_action)

    def refresh_status(self) -> None:
        """Read again how things stand."""
        if self._read_status is not None:
            self.background.run_latest(self, "status", self._read_status, self.status.show_status)

    def rest(self) -> None:
        """Read nothing by itself any more: there is nothing left to read."""
        self._read_status = None

    def cover(self, screen: QWidget) -> None:
        """Put a screen over everything at once: content is hidden before the next paint."""
        self._faces.addWidget(screen)
        self._faces.setCurrentWidget(screen)
        self.search.popup.hide()

    def uncover(self) -> None:
        """Take the screen away and show the content again."""
        screen = self._faces.currentWidget()
        self._faces.setCurrentIndex(0)
        if screen is not self._faces.widget(0):
            self._faces.removeWidget(screen)
            screen.deleteLater()
        self.idle.restart()

    def is_covered(self) -> bool:
        """Whether a lock screen hides the content."""
        return self._faces.currentIndex() > 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card its share of the new width."""
        super().resizeEvent(event)
        self.side.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the person is leaving."""
        super().closeEvent(event)
        self.closed.emit()

    def _make_parts(self, search: SearchProvider | None) -> None:
        self._faces = QStackedWidget()
        self.setCentralWidget(self._faces)
        self.content = QWidget()
        self.search = SearchBox(self.content, self.background, search)
        self.search.commands = self._commands()
        self.rail = Rail(self._entries)
        self.topbar = TopBar(self.signed_in, self.search)
        self.side = SideHost()
        self.status = StatusBar(" · ".join(filter(None, (self.signed_in.person, self.signed_in.detail))))
        self.pages = PageStack(self._entries, self.signed_in.desk, self)
        self._toast = Toast(self.content)

    def _place_parts(self) -> None:
        middle = row(gap=0)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.side)
        right = column(self.topbar, gap=0)
        right.addLayout(middle, 1)
        upper = row(self.rail, gap=0)
        upper.addLayout(right, 1)
        whole = column(gap=0)
        whole.addLayout(upper, 1)
        whole.addWidget(self.status)
        self.content.setLayout(whole)
        self._faces.addWidget(self.content)
        self.resize(px(1366), px(768))

    def _connect_parts(self) -> None:
        self._commanded = {
            "lock": self.lock_wanted.emit,
            "switch": self.switch_wanted.emit,
            "settings": self.settings_wanted.emit,
            "sync": lambda: self._open_figure("sync"),
        }
        self.rail.opened.connect(self.open_page)
        self.rail.settings_wanted.connect(self.settings_wanted)
        self.pages.shown.connect(self._page_shown)
        self.search.opened.connect(self._open_hit)
        self.status.asked.connect(self._open_figure)
        self.topbar.lock_wanted.connect(self.lock_wanted)
        self.topbar.switch_wanted.connect(self.switch_wanted)
        self.topbar.fold_wanted.connect(self.side.fold)
        for keys, act in (
            ("Ctrl+K", self.search.open_empty),
            ("Ctrl+B", self.side.fold),
            ("Ctrl+L", self.lock_wanted.emit),
            ("Ctrl+Shift+L", self.switch_wanted.emit),
            ("Ctrl+,", self.settings_wanted.emit),
            ("Ctrl+Shift+S", self._commanded["sync"]),
        ):
            QShortcut(QKeySequence(keys), self.content, act)

    def _commands(self) -> tuple[Command, ...]:
        pages = (
            Command(
                f"page:{entry.key}", self.tr("Open {page}").format(page=entry.label), entry.icon, f"Alt+{at}"
            )
            for at, entry in enumerate(self._entries, start=1)
        )
        own = (
            Command("sync", self.tr("Sync and what waits to be settled"), "cloud", "Ctrl+Shift+S"),
            Command("lock", self.tr("Lock the workbench"), "lock", "Ctrl+L"),
            Command("switch", self.tr("Switch person"), "switch", "Ctrl+Shift+L"),
            Command("settings", self.tr("Settings"), "settings", "Ctrl+,"),
        )
        return (*pages, *own)

    def _page_shown(self, key: str) -> None:
        self.rail.show_current(key)
        self.side.stand_back(not self.pages.page(key).leaves_room)

    def _open_hit(self, hit: SearchHit) -> None:
        if hit.kind != "command":
            self.open_record(hit.kind, hit.record_id)
        elif hit.record_id.startswith("page:"):
            self.open_page(hit.record_id.removeprefix("page:"))
        else:
            self._commanded[hit.record_id]()

    def _open_figure(self, name: str) -> None:
        """Go where a figure of the status bar leads: the queue to the day, everything else to sync."""
        if name == "queue":
            self.open_page(self._entries[0].key)
        else:
            self.open_record("sync", name)

    def _entity_changed(self, entity: str) -> None:
        self.pages.entity_changed(entity)
        self.side.entity_changed(entity)
        self.refresh_status()
