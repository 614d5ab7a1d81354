"""One signed-in person's window: shell, lock, settings, and the search and status their desk answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk_answers import DeskSearch, status_reader
from ui.pages import PAGES
from ui.settings.dialog import SettingsDialog
from ui.settings.password_dialog import PasswordDialog
from ui.shell.window import Shell
from ui.signin.lock import LockScreen
from ui.sync.relay import SyncRelay
from ui.warming import warm_up_pages, warm_up_papers

if TYPE_CHECKING:
    from ui.application import Workbench
    from ui.settings.preferences import Preferences
    from ui.signin.gatekeeper import SignedIn
    from ui.sync.ending import EndingScreen
    from workbench.desk.sync_views import SyncState


UNTIL_IDLE_MS = 1_500
"""After this time the first page is read and shown, and nobody has asked for a paper yet."""


class Session(QObject):
    """Keeps the shell of one person, and the lock over it."""

    def __init__(self, workbench: Workbench, who: SignedIn) -> None:
        super().__init__(workbench)
        self._workbench, self.who = workbench, who
        minutes = workbench.preferences.auto_lock_minutes
        desk = who.desk
        self.shell = Shell(who, workbench.background, PAGES, DeskSearch(desk), status_reader(desk), minutes)
        self._stop_listening = desk.subscribe(self.shell.changes.told)
        self._sync = SyncRelay(self, desk)
        self._sync.changed.connect(self._sync_told)
        self.shell.lock_wanted.connect(self.lock)
        self.shell.switch_wanted.connect(lambda: self.lock(switching=True))
        self.shell.settings_wanted.connect(self.open_settings)
        self.shell.closed.connect(self._leave)
        self._set_aside: list[QWidget] = []
        self._ending: EndingScreen | None = None
        if PAGES:
            self.shell.open_page(PAGES[0].key)

    def show(self) -> None:
        """Show the window, maximised on small screens."""
        room = QApplication.primaryScreen().availableSize()
        if room.width() <= self.shell.width() or room.height() <= self.shell.height():
            self.shell.showMaximized()
        else:
            self.shell.show()
        QTimer.singleShot(UNTIL_IDLE_MS, self, self._warm_up)

    def take_place_of(self, before: Session) -> None:
        """Stand where the window before stood; for the same person, on the same page."""
        if self.who.account == before.who.account:
            self.shell.open_page(before.shell.pages.current_key())
        if before.shell.isMaximized():
            self.shell.showMaximized()
        else:
            self.shell.setGeometry(before.shell.geometry())
            self.shell.show()

    def close(self) -> None:
        """Close the window because another takes its place; nobody signs out by that."""
        self._stop()
        self.shell.closed.disconnect(self._leave)
        self.shell.close()
        self.shell.deleteLater()

    def _warm_up(self) -> None:
        for load in (warm_up_pages, warm_up_papers, self.who.desk.sync.start):
            self._workbench.background.run(self._workbench, load, lambda _none: None)

    @property
    def is_over(self) -> bool:
        """Whether nobody can work at this desk any more: what still runs here has nothing to stand on."""
        return self._ending is not None and self._ending.took_the_desk

    def _stop(self) -> None:
        self._stop_listening()
        self._sync.stop()

    def _leave(self) -> None:
        self._stop()
        if self.is_over:
            return
        sign_out = self._workbench.gatekeeper.sign_out
        self._workbench.background.run(self._workbench, lambda: sign_out(self.who), lambda _none: None)

    def lock(self, *, switching: bool = False) -> None:
        """Hide everything at once and ask for a password."""
        if self.shell.is_covered():
            return
        self._set_dialogs_aside()
        self.who.desk.leave()
        self._show_lock(switching=switching)

    def _show_lock(self, *, switching: bool) -> None:
        screen = LockScreen(
            self._workbench.gatekeeper, self._workbench.background, self.who, switching=switching
        )
        screen.unlocked.connect(self.unlock)
        screen.switched.connect(self._workbench.let_in)
        self.shell.cover(screen)

    def _sync_told(self, state: SyncState) -> None:
        self.shell.status.show_sync(state)
        if self._ending is not None:
            self._ending.show_outcome(state)
        elif state.ending is not None:
            self.end(state)

    def end(self, state: SyncState) -> None:
        """Cover everything for good, and say what happened and what was kept."""
        # Imported here: it hardly ever happens.
        from ui.sync.ending import EndingScreen

        self._set_dialogs_aside()
        self.who.desk.leave()
        self.shell.rest()
        screen = self._ending = EndingScreen(state, self.who.community)
        screen.switch_wanted.connect(lambda: self._show_lock(switching=True))
        screen.close_wanted.connect(self.shell.close)
        self.shell.cover(screen)
        screen.take_cursor()

    def unlock(self) -> None:
        """Show everything as it was."""
        self.shell.uncover()
        for dialog in self._set_aside:
            dialog.show()
        self._set_aside.clear()

    def open_settings(self) -> SettingsDialog:
        """Open the settings."""
        dialog = SettingsDialog(self._workbench.preferences, self.shell)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._choose)
        dialog.password_wanted.connect(lambda: self.change_password(dialog))
        dialog.open()
        return dialog

    def change_password(self, over: QWidget) -> PasswordDialog:
        """Open the dialog that changes one's own password."""
        workbench = self._workbench
        dialog = PasswordDialog(workbench.gatekeeper, workbench.background, self.who, over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(lambda: self.shell.toast(self.tr("Your password was changed.")))
        dialog.open()
        return dialog

    def _choose(self, chosen: Preferences) -> None:
        self.shell.idle.set_minutes(chosen.auto_lock_minutes)
        self._workbench.choose(chosen)

    def _set_dialogs_aside(self) -> None:
        windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        self._set_aside = [window for window in windows if window is not self.shell]
        for window in self._set_aside:
            window.hide()
