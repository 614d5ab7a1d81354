"""The form of the door: choose yourself, type your password, wait out a delay if there is one."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.kit.buttons import PrimaryButton
from ui.kit.empty import IconLabel
from ui.kit.fields import PasswordField, TextField
from ui.kit.form import FieldLabel
from ui.kit.labels import Caption, Display, Soft
from ui.kit.layouts import STRETCH, clear, column, panel, row
from ui.kit.notices import InlineNotice
from ui.kit.tones import Tone
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.background import Background
    from ui.signin.account_list import AccountList
    from ui.signin.gatekeeper import AccountChoice, SignedIn
    from workbench.standards.errors import WorkbenchError

    Enter = Callable[[str, str], SignedIn]


class SignInForm(QWidget):
    """Account, password, button; ``signed_in`` carries a SignedIn."""

    signed_in = Signal(object)

    def __init__(self, enter: Enter, background: Background, *, title: str, sentence: str) -> None:
        super().__init__()
        self._enter, self._background = enter, background
        self._wait = 0
        self._make_fields()
        self.setLayout(self._arranged(title, sentence))
        self.setFixedWidth(px(360))
        self._countdown = QTimer(self, interval=1000)
        self._countdown.timeout.connect(self._tick)
        self.password.returnPressed.connect(self.submit)
        self.account.returnPressed.connect(self.password.setFocus)
        self.password.caps_lock.connect(self._caps.setVisible)

    def expect(self, last: str) -> None:
        """Wait for the password of whoever was here last; the accounts need not be known yet."""
        self.account.setText(last)
        (self.password if last else self.account).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_accounts(self, accounts: Sequence[AccountChoice], last: str) -> None:
        """Offer the accounts to choose from, unless a name is being typed already."""
        if not accounts or self.account.text() != last:
            return
        # Imported here: the first paint comes before the accounts are known, and does not wait for the list.
        from ui.signin.account_list import AccountList

        self.accounts = AccountList(accounts)
        self.accounts.list.make_current(last)
        self.accounts.chosen.connect(self.password.setFocus)
        self.accounts.other.connect(self._type_instead)
        clear(self._list_place)
        self._list_place.addWidget(self.accounts)
        self._name_part.hide()
        known = any(one.account == last for one in accounts)
        (self.password if known else self.accounts).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try to sign in with what was typed."""
        account, password = self._account(), self.password.text()
        if not account or not password or self._wait > 0:
            self.notice.say(Tone.INFO, self.tr("Choose your name and type your password."))
            return
        self._set_busy(True)
        self._background.run(self, lambda: self._enter(account, password), self._let_in, self._refuse)

    def _let_in(self, who: SignedIn) -> None:
        self._set_busy(False)
        self.notice.hide()
        self.signed_in.emit(who)
        self.password.clear()

    def _refuse(self, error: WorkbenchError) -> None:
        self._set_busy(False)
        self.password.selectAll()
        self.password.setFocus()
        self.notice.say_error(error)
        self._wait = ceil(getattr(error, "wait", timedelta()).total_seconds())
        if self._wait > 0:
            self._countdown.start()
        self._show_wait()

    def _tick(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._countdown.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        waiting = self._wait > 0
        self.button.setEnabled(not waiting)
        self.button.setText(
            self.tr("Try again in {seconds} s").format(seconds=self._wait) if waiting else self.tr("Sign in")
        )

    def _set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.button.setText(self.tr("Opening…") if busy else self.tr("Sign in"))
        self.password.setReadOnly(busy)

    def _account(self) -> str:
        by_list = self.accounts is not None and self._name_part.isHidden()
        return self.accounts.list.current() if by_list else self.account.text().strip()

    def _type_instead(self) -> None:
        clear(self._list_place)
        self._name_part.show()
        self.account.clear()
        self.account.setFocus()

    def _make_fields(self) -> None:
        self.accounts: AccountList | None = None
        self.account = TextField(self.tr("Account"), size="large")
        self.password = PasswordField(self.tr("Password"), size="large")
        self.button = PrimaryButton(self.tr("Sign in"), self.submit, size="large")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.notice = InlineNotice()
        caps = Caption(self.tr("Caps lock is on"))
        self._caps = panel(row(IconLabel("warning", "warning", 14), caps, STRETCH, gap=6))
        self._list_place = column()
        name = FieldLabel(self.tr("Account"), self.account)
        self._name_part = panel(column(name, self.account, gap=4))

    def _arranged(self, title: str, sentence: str) -> QLayout:
        self._caps.hide()
        return column(
            Display(title),
            Soft(sentence, wrap=True),
            panel(column(margins=(0, 4, 0, 0))),
            self._list_place,
            self._name_part,
            FieldLabel(self.tr("Password"), self.password),
            self.password,
            self._caps,
            self.notice,
            panel(column(margins=(0, 2, 0, 0))),
            self.button,
            gap=8,
        )
