"""Joining a community by a code: the address, the first sync, and the passphrase of this desk."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ui.background import Cancelled
from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.callout import Callout
from ui.kit.dialogs import ask
from ui.kit.labels import Heading, Soft
from ui.kit.layouts import STRETCH, column, panel, row, scrolled, show_if
from ui.kit.timeline import StateTimeline, steps
from ui.kit.tones import Tone
from ui.signin.first_sync import FirstSyncFace
from ui.signin.gatekeeper import JoinStart
from ui.signin.passphrase import PassphrasePage
from ui.sync.address_form import AddressForm
from ui.sync.trust import say_refused
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.background import Background, CancelToken
    from ui.signin.gatekeeper import Gatekeeper
    from workbench.desk.device_views import Joined, UnfinishedJoin

    Work = Callable[[Callable[[int, int], None], CancelToken], Joined]

ADDRESS, SYNC, PASSPHRASE = range(3)


class JoinPages(QWidget):
    """Three steps; ``joined`` carries who may sign in now, ``left`` asks for another way."""

    joined = Signal(str, str)
    left = Signal()

    def __init__(self, gatekeeper: Gatekeeper, background: Background) -> None:
        super().__init__()
        self._gatekeeper, self._background = gatekeeper, background
        self._token: CancelToken | None = None
        self._labels = (self.tr("Server"), self.tr("First sync"), self.tr("Recovery"))
        self.line = StateTimeline(steps(self._labels, 0), self.tr("Joining"))
        self.trouble = Callout(Tone.DANGER, "")
        self.form = AddressForm(account=True)
        self.next = PrimaryButton(self.tr("Join"), self.submit)
        self.sync = FirstSyncFace()
        self.passphrase = PassphrasePage()
        self.passphrase.enter.setText(self.tr("Go on to sign in"))
        self._arrange()
        show_if(self.trouble, False)
        self.sync.cancel_wanted.connect(self.cancel)
        self.sync.resume_wanted.connect(self.resume)
        self.sync.abandon_wanted.connect(self._ask_abandon)
        self.passphrase.confirmed.connect(lambda: self.joined.emit(*self.sync.who.typed()))
        for field in self.form.findChildren(QLineEdit):
            field.returnPressed.connect(self.submit)

    def start(self) -> None:
        """Ask for address and code."""
        self._show_step(ADDRESS)
        self.form.url.setFocus()

    def offer_to_go_on(self, unfinished: UnfinishedJoin) -> None:
        """Show a first sync that was cut off, and offer to go on."""
        self._show_step(SYNC)
        self.sync.show_cut_off(unfinished)

    def submit(self) -> None:
        """Join with what is typed."""
        if self._token is None and self.form.check():
            self.sync.who.take(self.form.account)
            start, join = self._start(), self._gatekeeper.join
            self.sync.show_running(start.address.url)
            self._run(lambda report, token: join(start, report, token.is_cancelled))

    def resume(self, account: str, password: str) -> None:
        """Go on where the first sync was cut off."""
        if self._token is None:
            go_on = self._gatekeeper.resume_join
            self.sync.show_running("")
            self._run(lambda report, token: go_on(account, password, report, token.is_cancelled))

    def cancel(self) -> None:
        """Stop after the page that is on its way; what has arrived is kept."""
        if self._token is not None:
            self._token.cancel()

    def _start(self) -> JoinStart:
        form = self.form
        return JoinStart(form.address(), form.code_typed(), form.desk_name(), *self.sync.who.typed())

    def _run(self, work: Work) -> None:
        show_if(self.trouble, False)
        self._show_step(SYNC)
        self._token = self._background.run_with_progress(
            self, _let_finish(work), self.sync.show_progress, self._arrived, self._failed
        )

    def _arrived(self, made: Joined) -> None:
        self._token = None
        self.passphrase.show_passphrase(made.passphrase, made.community)
        self._show_step(PASSPHRASE)
        self.passphrase.take_focus()

    def _failed(self, error: Exception) -> None:
        """Show the error unless it was asked for, and whether the work can go on from where it was."""
        stopped = self._token is not None and self._token.is_cancelled()
        self._token = None
        if not stopped:
            say_refused(self.trouble, error)
        self._background.run(self, self._gatekeeper.unfinished_join, self._show_after_failure)

    def _show_after_failure(self, unfinished: UnfinishedJoin | None) -> None:
        if unfinished is None:
            self._show_step(ADDRESS)
        else:
            self.offer_to_go_on(unfinished)

    def _ask_abandon(self) -> None:
        ask(
            self.window(),
            self.tr("Begin again?"),
            self.tr("What has arrived is thrown away. The code is used up: the supervisor makes another."),
            self.tr("Begin again"),
            lambda: self._background.run(self, self._gatekeeper.abandon_join, lambda _none: self.left.emit()),
            danger=True,
        )

    def _show_step(self, at: int) -> None:
        self.faces.setCurrentIndex(at)
        self.line.show_steps(steps(self._labels, at))

    def _arrange(self) -> None:
        self.faces = QStackedWidget()
        buttons = row(GhostButton(self.tr("Back"), self.left.emit), STRETCH, self.next)
        for face in (panel(column(self.form, buttons, STRETCH, gap=16)), self.sync, self.passphrase):
            self.faces.addWidget(face)
        words = Soft(self.tr("The records come from the community's server; then you sign in."), wrap=True)
        whole = column(Heading(self.tr("Join a community")), words, self.line, self.trouble, gap=12)
        whole.addWidget(self.faces, 1)
        held = panel(whole)
        held.setMaximumWidth(px(460))
        self.setLayout(column(scrolled(panel(row(held, margins=(32, 40, 32, 24))))))


def _let_finish(work: Work) -> Work:
    """Return work that stops where it chooses to when it is cancelled, not in the middle of telling."""

    def done(report: Callable[[int, int], None], token: CancelToken) -> Joined:
        def told(steps: int, total: int) -> None:
            with suppress(Cancelled):
                report(steps, total)

        return work(told, token)

    return done
