"""What covers the window when somebody's work here has come to an end: what happened, what was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.empty import IconLabel
from ui.kit.labels import Body, Display, Soft
from ui.kit.layouts import STRETCH, column, panel, row, show_if
from ui.signin.brand import BrandPanel
from ui.theme.theme import px
from workbench.desk.sync_views import Ending

if TYPE_CHECKING:
    from workbench.desk.sync_views import SyncState

translate = QCoreApplication.translate
WIDTH = 420
WIPED = frozenset({Ending.DEVICE_LOST, Ending.DEVICE_REVOKED})
"""Endings after which nobody can read what lies here."""


class EndingScreen(QFrame):
    """``switch_wanted`` lets somebody else sign in, ``close_wanted`` leaves; there is no way back in.

    ``took_the_desk`` says that nobody can work here any more.
    """

    switch_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, state: SyncState, community: str) -> None:
        super().__init__()
        self.setProperty("role", "lock")
        title, happened = happening(state)
        self.title, self.happened, self.kept = Display(title, wrap=True), Body(happened, wrap=True), Soft("")
        self.kept.setWordWrap(True)
        self.took_the_desk = state.ending is not Ending.STAFF_DISABLED
        hands_over = state.ending in WIPED and bool(state.unsent)
        self._say_kept(handing_over(state) if hands_over else keeping(state))
        others = not self.took_the_desk
        close = (GhostButton if others else PrimaryButton)(
            self.tr("Close the workbench"), self.close_wanted.emit
        )
        switch = PrimaryButton(self.tr("Somebody else signs in"), self.switch_wanted.emit)
        show_if(switch, others)
        self.first = switch if others else close
        words = column(
            IconLabel("lock", "text_soft", 32),
            self.title,
            self.happened,
            self.kept,
            row(switch, close, STRETCH, margins=(0, 8, 0, 0)),
            gap=12,
        )
        held = panel(words)
        held.setFixedWidth(px(WIDTH))
        whole = row(gap=0)
        whole.addWidget(BrandPanel(community), 9)
        whole.addLayout(column(STRETCH, row(STRETCH, held, STRETCH), STRETCH, margins=24), 11)
        self.setLayout(whole)

    def show_outcome(self, state: SyncState) -> None:
        """Say what became of what was not sent yet, once it is known."""
        if state.ending in WIPED:
            self._say_kept(keeping(state))

    def take_cursor(self) -> None:
        """Put the cursor on the first button."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_kept(self, words: str) -> None:
        self.kept.setText(words)
        self.setAccessibleName(f"{self.title.text()} {self.happened.text()} {words}")


def happening(state: SyncState) -> tuple[str, str]:
    """Return what happened: a title and a sentence."""
    title, sentence = _HAPPENED[state.ending or Ending.DEVICE_REVOKED]
    return translate("Endings", title), translate("Endings", sentence)


def handing_over(state: SyncState) -> str:
    """Return what is being done with what was not sent yet."""
    unsent = state.unsent
    return translate("Endings", "%n change(s) not sent yet are being handed over, sealed…", "", unsent)


def keeping(state: SyncState) -> str:
    """Return what was kept, and where to ask."""
    unsent = state.unsent
    if state.ending is Ending.OFFLINE_TOO_LONG:
        return translate(
            "Endings",
            "Everything is kept, also %n change(s) not sent yet. The supervisor opens it with the recovery "
            "passphrase; then let it sync.",
            "",
            unsent,
        )
    if state.ending is Ending.STAFF_DISABLED:
        return translate(
            "Endings",
            "Everything you had saved is kept and goes on its way. Ask the administrator if this is wrong.",
        )
    if not unsent:
        return translate("Endings", "Everything done here had reached the server before. Nothing is lost.")
    if state.handed_over:
        return translate(
            "Endings",
            "%n change(s) that were not sent yet were handed over sealed; the supervisor can open them.",
            "",
            unsent,
        )
    return translate(
        "Endings", "%n change(s) had not been sent yet and could not be handed over.", "", unsent
    )


_HAPPENED = {
    Ending.STAFF_DISABLED: (
        QT_TRANSLATE_NOOP("Endings", "Your account was closed"),
        QT_TRANSLATE_NOOP("Endings", "The community closed it; it opens nothing on any desk from now on."),
    ),
    Ending.DEVICE_LOST: (
        QT_TRANSLATE_NOOP("Endings", "This desk was marked as lost"),
        QT_TRANSLATE_NOOP("Endings", "Its key was destroyed, so that nobody can read what lies here."),
    ),
    Ending.DEVICE_REVOKED: (
        QT_TRANSLATE_NOOP("Endings", "This desk was taken off"),
        QT_TRANSLATE_NOOP(
            "Endings", "It may no longer work on the community's records; its key was destroyed."
        ),
    ),
    Ending.OFFLINE_TOO_LONG: (
        QT_TRANSLATE_NOOP("Endings", "Too long without the server"),
        QT_TRANSLATE_NOOP(
            "Endings", "This desk had no contact for longer than it may, so it was locked and forgot its key."
        ),
    ),
}
