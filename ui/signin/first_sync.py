"""The first sync of a new desk: how far it is, how to stop it, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.kit.buttons import GhostButton, LinkButton, PrimaryButton
from ui.kit.form import FormGrid
from ui.kit.labels import Body, Caption, Strong
from ui.kit.layouts import STRETCH, column, row, show_if
from ui.sync.address_form import Credentials

if TYPE_CHECKING:
    from workbench.desk.device_views import UnfinishedJoin


class FirstSyncFace(QWidget):
    """Runs, or stands still and waits for ``resume_wanted``, which carries account and password."""

    cancel_wanted = Signal()
    resume_wanted = Signal(str, str)
    abandon_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head, self.words, self.count = Strong("", wrap=True), Body("", wrap=True), Caption("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = GhostButton(self.tr("Stop for now"), self._stop, icon_name="pause")
        self.go_on = PrimaryButton(self.tr("Go on"), self.submit, icon_name="play")
        self.who, self.grid = Credentials(), FormGrid(columns=2)
        self.who.place(self.grid)
        self.who.account.returnPressed.connect(self.who.password.setFocus)
        self.who.password.returnPressed.connect(self.submit)
        self.again = LinkButton(self.tr("Begin again with another code"), self.abandon_wanted.emit)
        buttons = row(self.go_on, self.stop, STRETCH)
        parts = (self.head, self.words, self.bar, self.count, self.grid, buttons, self.again)
        self.setLayout(column(*parts, STRETCH, gap=12))

    def submit(self) -> None:
        """Go on, if somebody is named."""
        missing, (account, password) = self.tr("Please fill this in."), self.who.typed()
        found = {"account": missing} if not account else {}
        self.grid.show_errors(found | ({"password": missing} if not password else {}))
        if account and password:
            self.resume_wanted.emit(account, password)

    def show_running(self, server: str) -> None:
        """Show that it runs; how much there is, is not known yet."""
        self.head.setText(self.tr("Fetching the community's records"))
        self.words.setText(self.tr("This can take a few minutes. It may be stopped and goes on later."))
        self.bar.setRange(0, 0)
        self.count.setText(server)
        self._offer(running=True)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many records have come."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        words = self.tr("{done} of {total} records").format(done=f"{done:,}", total=f"{total:,}")
        self.count.setText(words)
        self.bar.setAccessibleName(words)

    def show_cut_off(self, unfinished: UnfinishedJoin) -> None:
        """Show where it stands still."""
        self.head.setText(self.tr("The first sync is not finished"))
        words = self.tr("What has arrived is kept. Going on needs no new code.")
        self.words.setText(words)
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.count.setText(unfinished.server)
        if unfinished.progress is not None:
            self.show_progress(*unfinished.progress)
        self._offer(running=False)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.words.setText(self.tr("Stopping after what is on its way…"))
        self.cancel_wanted.emit()

    def _offer(self, *, running: bool) -> None:
        self.stop.setEnabled(True)
        show_if(self.stop, running)
        show_if(self.go_on, not running)
        show_if(self.again, not running)
        show_if(self.grid, not running)
        known = all(self.who.typed())
        (self.stop if running else self.go_on if known else self.who.account).setFocus(
            Qt.FocusReason.OtherFocusReason
        )
