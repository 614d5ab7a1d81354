"""The lock screen: covers everything at once; the same person goes on, another one takes the desk over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.kit.layouts import STRETCH, column, row
from ui.signin.brand import BrandPanel
from ui.signin.form import SignInForm

if TYPE_CHECKING:
    from ui.background import Background
    from ui.signin.gatekeeper import Gatekeeper, SignedIn


class LockScreen(QFrame):
    """Asks for a password; ``unlocked`` for the person who sat here, ``switched`` for another."""

    unlocked = Signal()
    switched = Signal(object)

    def __init__(
        self, gatekeeper: Gatekeeper, background: Background, signed_in: SignedIn, *, switching: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", "lock")
        title = self.tr("Switch person") if switching else self.tr("Locked")
        kept = self.tr("Everything {person} was doing is kept.").format(person=signed_in.person)
        self._gatekeeper, self._who = gatekeeper, signed_in
        self.form = SignInForm(self._enter, background, title=title, sentence=kept)
        self.form.signed_in.connect(self._entered)
        whole = row(gap=0)
        whole.addWidget(BrandPanel(signed_in.community), 9)
        whole.addLayout(column(STRETCH, row(STRETCH, self.form, STRETCH), STRETCH, margins=24), 11)
        self.setLayout(whole)
        last = "" if switching else signed_in.account
        self.form.expect(last)
        background.run(self, gatekeeper.accounts, lambda found: self.form.show_accounts(found, last))

    def _enter(self, account: str, password: str) -> SignedIn:
        if account == self._who.account:
            return self._gatekeeper.unlock(self._who, password)
        return self._gatekeeper.switch(self._who, account, password)

    def _entered(self, who: SignedIn) -> None:
        if who.account == self._who.account and who.permissions == self._who.permissions:
            self.unlocked.emit()
        else:
            self.switched.emit(who)
