"""The sign-in window: painted first and alone, it opens the store only after it is on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.buttons import LinkButton
from ui.kit.labels import Soft
from ui.kit.layouts import STRETCH, column, panel, row
from ui.signin.brand import BrandPanel
from ui.signin.form import SignInForm
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from ui.background import Background
    from ui.settings.preferences import Preferences
    from ui.signin.gatekeeper import AccountChoice, Gatekeeper, SignedIn


def called_by_name(one: AccountChoice, people: Mapping[str, str]) -> AccountChoice:
    """Return an account with the name its person signed in under before, where the door knows none."""
    name = people.get(one.account)
    return replace(one, person=name, detail=one.account) if name and one.person == one.account else one


class SignInWindow(QWidget):
    """The door of the workbench; ``signed_in`` carries a SignedIn, ``painted`` is sent once."""

    signed_in = Signal(object)
    painted = Signal()

    def __init__(self, gatekeeper: Gatekeeper, background: Background, known: Preferences) -> None:
        super().__init__()
        self._gatekeeper, self._background, self._known = gatekeeper, background, known
        self._was_painted = False
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Community Workbench"))
        self.brand = BrandPanel(known.community)
        self.brand.setMinimumWidth(px(300))
        words = {"title": self.tr("Sign in"), "sentence": self.tr("Everything works without a network.")}
        self.form = SignInForm(gatekeeper.sign_in, background, **words)
        self.form.signed_in.connect(self._entered)
        self.form.expect(known.last_account)
        self.faces = QStackedWidget()
        self._starting = self._add(Soft(self.tr("Starting…")))
        self._sign_in = self._add(
            self.form, LinkButton(self.tr("Open with the recovery passphrase"), self.recover)
        )
        self.faces.setCurrentWidget(self._sign_in if known.community else self._starting)
        whole = row(gap=0)
        whole.addWidget(self.brand, 9)
        whole.addWidget(self.faces, 11)
        self.setLayout(whole)
        self.resize(px(960), px(640))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and after the first time begin to open the store."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def recover(self) -> None:
        """Ask for the recovery passphrase."""
        # Imported here, as are the other rare faces: the first paint does not wait for them.
        from ui.signin.recover import RecoverForm

        form = RecoverForm(self._gatekeeper, self._background)
        form.recovered.connect(self._open_sign_in)
        form.left.connect(lambda: self.faces.setCurrentWidget(self._sign_in))
        self.faces.setCurrentWidget(self._add(form))

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self._background.run(self, self._gatekeeper.needs_setup, self._open_door)

    def _open_door(self, needs_setup: bool) -> None:
        if needs_setup:
            self._show_setup()
        else:
            self._open_sign_in()

    def _open_sign_in(self) -> None:
        self.faces.setCurrentWidget(self._sign_in)
        show = self._show_accounts
        self._background.run(self, self._gatekeeper.accounts, show, self.form.notice.say_error)

    def _show_accounts(self, accounts: list[AccountChoice]) -> None:
        self.form.notice.hide()
        named = [called_by_name(one, self._known.people) for one in accounts]
        self.form.show_accounts(named, self._known.last_account)

    def _show_setup(self) -> None:
        from ui.signin.welcome import WelcomePages

        pages = WelcomePages(self._gatekeeper, self._background)
        pages.signed_in.connect(self.signed_in)
        pages.joined.connect(self._enter_as)
        self.faces.addWidget(pages)
        self.faces.setCurrentWidget(pages)
        pages.start()

    def _enter_as(self, account: str, password: str) -> None:
        """Let in whoever set this desk up, as if they had typed it at the door."""
        self.faces.setCurrentWidget(self._sign_in)
        self.form.expect(account)
        self.form.password.setText(password)
        self.form.submit()

    def _entered(self, who: SignedIn) -> None:
        if who.must_change_password:
            self._ask_new_password(who, self.form.password.text())
        else:
            self.signed_in.emit(who)

    def _ask_new_password(self, who: SignedIn, old: str) -> None:
        from ui.signin.new_password import NewPasswordForm

        form = NewPasswordForm(self._gatekeeper, self._background, who, old)
        form.signed_in.connect(self.signed_in)
        self.faces.setCurrentWidget(self._add(form))

    def _add(self, *parts: QWidget) -> QWidget:
        lines = [row(STRETCH, part, STRETCH) for part in parts]
        face = panel(column(STRETCH, *lines, STRETCH, gap=4, margins=24))
        self.faces.addWidget(face)
        return face
