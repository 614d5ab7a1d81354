"""What is done about a dispute: saved, applied, approved or dropped in the background, then said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.kit.dialogs import ask
from ui.kit.tones import Tone
from ui.sync.drop_dialog import DropDialog
from ui.sync.words import subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page
    from ui.sync.dispute_pane import DisputePane
    from ui.sync.inbox import Inbox


class Deeds(QObject):
    """Carries out what a pane asks for; a failure leaves the pane as it is."""

    def __init__(self, page: Page, inbox: Inbox) -> None:
        super().__init__(inbox)
        self._page, self._inbox = page, inbox

    def attend(self, pane: DisputePane) -> None:
        """Listen to a pane."""
        inbox, about = self._page.desk.inbox, pane.dispute_id
        saved, kept = self.tr("Saved. It goes to all desks."), self.tr("Settled.")
        pane.decided.connect(lambda choices: self._do(pane, lambda: inbox.resolve(about, choices), saved))
        pane.settled.connect(lambda take: self._do(pane, lambda: inbox.settle(about, take), kept))
        pane.applied.connect(
            lambda: self._do(pane, lambda: inbox.apply_refused(about), self.tr("Applied in your name."))
        )
        pane.approved.connect(lambda: self._ask_approval(pane))
        pane.dropped.connect(lambda: self._ask_note(pane))

    def say_settled_elsewhere(self, what: str) -> None:
        """Say that somebody else was quicker."""
        words = self.tr("{what} was settled on another desk meanwhile; what you had chosen was not needed.")
        self._page.notice.say(Tone.INFO, words.format(what=what))

    def _do(self, pane: DisputePane, work: Callable[[], Any], words: str) -> None:
        pane.set_busy(True)
        self._page.notice.hide()
        about = pane.dispute_id

        def done(_none: object) -> None:
            self._page.workspace.toast(words)
            self._inbox.gone(about)

        def failed(error: Exception) -> None:
            if self._inbox.pane is pane:
                pane.set_busy(False)
            self._page.notice.say_error(error)

        self._page.workspace.background.run(self, work, done, failed)

    def _ask_approval(self, pane: DisputePane) -> None:
        inbox, line = self._page.desk.inbox, pane.shown.detail.line
        ask(
            self._page.window(),
            self.tr("Approve {what}?").format(what=subject(line)),
            self.tr("The records are removed on every desk. {who} asked for it; you answer for it.").format(
                who=line.author
            ),
            self.tr("Approve"),
            lambda: self._do(pane, lambda: inbox.approve(line.id), self.tr("Approved.")),
            danger=True,
        )

    def _ask_note(self, pane: DisputePane) -> None:
        inbox, about = self._page.desk.inbox, pane.dispute_id
        dialog = DropDialog(self._page, subject(pane.shown.detail.line))
        dialog.said.connect(
            lambda note: self._do(
                pane, lambda: inbox.discard(about, note), self.tr("Dropped; the note stays.")
            )
        )
        dialog.open()
