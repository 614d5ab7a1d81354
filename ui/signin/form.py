"""The form of the door: choose yourself, type your password, wait out a delay if there is one."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.buttons import LinkButton, PrimaryButton
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.empty import IconLabel
from ui.kit.fields import PasswordField, TextField
from ui.kit.form import FieldLabel
from ui.kit.labels import Caption, Display, Soft
from ui.kit.layouts import STRETCH, column, panel, row
from ui.kit.notices import InlineNotice
from ui.kit.tones import Tone
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.background import Background
    from ui.signin.gatekeeper import AccountChoice, Gatekeeper, SignedIn
    from workbench.standards.errors import WorkbenchError

VISIBLE_ACCOUNTS = 4


class SignInForm(QWidget):
    """Account, password, button; ``signed_in`` carries a SignedIn."""

    signed_in = Signal(object)

    def __init__(self, gatekeeper: Gatekeeper, background: Background, *, title: str, sentence: str) -> None:
        super().__init__()
        self._gatekeeper, self._background = gatekeeper, background
        self._wait = 0
        self._make_fields()
        self.setLayout(self._arranged(title, sentence))
        self.setFixedWidth(px(360))
        self._countdown = QTimer(self, interval=1000)
        self._countdown.timeout.connect(self._tick)
        self.password.returnPressed.connect(self.submit)
        self.account.returnPressed.connect(self.password.setFocus)
        self.accounts.chosen.connect(self._account_chosen)
        self.password.caps_lock.connect(self._caps.setVisible)
        self.show_accounts((), "")

    def show_accounts(self, accounts: Sequence[AccountChoice], last: str) -> None:
        """Offer the accounts to choose from, the last one first in line for the password."""
        self.accounts.show_choices(
            [Choice(one.account, one.person, one.detail or one.account, avatar=True) for one in accounts]
        )
        self.accounts.make_current(last)
        shown = min(len(accounts), VISIBLE_ACCOUNTS)
        self.accounts.setFixedHeight(px(52) * max(shown, 1) + px(10))
        self._use_list(bool(accounts))
        known = any(one.account == last for one in accounts)
        (self.password if known else self._first_field()).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try to sign in with what was typed."""
        account, password = self._account(), self.password.text()
        if not account or not password or self._wait > 0:
            self.notice.say(Tone.INFO, self.tr("Choose your name and type your password."))
            return
        self._set_busy(True)
        self._background.run(
            self, lambda: self._gatekeeper.sign_in(account, password), self._let_in, self._refuse
        )

    def _let_in(self, who: SignedIn) -> None:
        self._set_busy(False)
        self.password.clear()
        self.notice.hide()
        self.signed_in.emit(who)

    def _refuse(self, error: WorkbenchError) -> None:
        self._set_busy(False)
        self.password.selectAll()
        self.password.setFocus()
        self.notice.say_error(error)
        self._wait = ceil(getattr(error, "retry_after", 0) or 0)
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
        return self.accounts.current() if self._by_list else self.account.text().strip()

    def _account_chosen(self, _key: str) -> None:
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_field(self) -> QWidget:
        return self.accounts if self._by_list else self.account

    def _use_list(self, by_list: bool) -> None:
        self._by_list = by_list
        self._list_part.setVisible(by_list)
        self._name_part.setVisible(not by_list)

    def _type_instead(self) -> None:
        self._use_list(False)
        self.account.setFocus()

    def _make_fields(self) -> None:
        self.accounts = ChoiceList(self.tr("Accounts"))
        self.account = TextField(self.tr("Account"), size="large")
        self.password = PasswordField(self.tr("Password"), size="large")
        self.button = PrimaryButton(self.tr("Sign in"), self.submit, size="large")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.notice = InlineNotice()
        caps = Caption(self.tr("Caps lock is on"))
        self._caps = panel(row(IconLabel("warning", "warning", 14), caps, STRETCH, gap=6))
        other = LinkButton(self.tr("Another account"), self._type_instead)
        self._list_part = panel(column(self.accounts, row(STRETCH, other), gap=4))
        name = FieldLabel(self.tr("Account"), self.account)
        self._name_part = panel(column(name, self.account, gap=4))

    def _arranged(self, title: str, sentence: str) -> object:
        self._caps.hide()
        return column(
            Display(title),
            Soft(sentence, wrap=True),
            panel(column(margins=(0, 4, 0, 0))),
            self._list_part,
            self._name_part,
            FieldLabel(self.tr("Password"), self.password),
            self.password,
            self._caps,
            self.notice,
            panel(column(margins=(0, 2, 0, 0))),
            self.button,
            gap=8,
        )
