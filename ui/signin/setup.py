"""The very first start: name the community, make its administrator, keep the recovery passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.labels import Heading, Soft
from ui.kit.layouts import column, panel, row
from ui.kit.notices import InlineNotice
from ui.kit.timeline import StateTimeline, steps
from ui.signin.gatekeeper import FirstStart
from ui.signin.passphrase import PassphrasePage
from ui.signin.setup_forms import AdministratorForm, CommunityForm
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.background import Background
    from ui.signin.gatekeeper import Gatekeeper


class SetupPages(QWidget):
    """Three steps; at the end the new administrator is signed in; ``left`` asks for another way."""

    signed_in = Signal(object)
    left = Signal()

    def __init__(self, gatekeeper: Gatekeeper, background: Background) -> None:
        super().__init__()
        self._gatekeeper, self._background = gatekeeper, background
        self._labels = (self.tr("Community"), self.tr("Administrator"), self.tr("Recovery"))
        self.line = StateTimeline(steps(self._labels, 0), self.tr("First start"))
        self.notice = InlineNotice()
        self.community = CommunityForm()
        self.administrator = AdministratorForm()
        self.passphrase = PassphrasePage()
        self.faces = QStackedWidget()
        for face in (self.community, self.administrator, self.passphrase):
            self.faces.addWidget(face)
        words = Soft(self.tr("A new data folder: three steps, then the counter can open."), wrap=True)
        whole = column(Heading(self.tr("Welcome")), words, self.line, self.notice, gap=12)
        whole.addWidget(self.faces, 1)
        held = panel(whole)
        held.setMaximumWidth(px(460))
        self.setLayout(row(held, margins=(32, 40, 32, 24)))
        self.community.confirmed.connect(lambda: self._show_step(1))
        self.community.back.connect(self.left)
        self.administrator.back.connect(lambda: self._show_step(0))
        self.administrator.confirmed.connect(self._create)
        self.passphrase.confirmed.connect(self._enter)

    def start(self) -> None:
        """Put the cursor into the first field."""
        self._show_step(0)

    def _show_step(self, at: int) -> None:
        self.faces.setCurrentIndex(at)
        self.line.show_steps(steps(self._labels, at))
        self.notice.hide()
        self.faces.currentWidget().take_focus()

    def _create(self) -> None:
        first = self.administrator
        start = FirstStart(
            self.community.text("name"),
            self.community.text("prefix"),
            self.community.text("division"),
            first.text("person"),
            first.text("account"),
            first.text("password"),
        )
        first.set_busy(True)
        self._background.run(
            self, lambda: self._gatekeeper.set_up(start), self._show_passphrase, self._refused
        )

    def _show_passphrase(self, passphrase: str) -> None:
        self.administrator.set_busy(False)
        self.passphrase.show_passphrase(passphrase, self.community.text("name"))
        self._show_step(2)

    def _refused(self, error: Exception) -> None:
        self.administrator.set_busy(False)
        self.notice.say_error(error)

    def _enter(self) -> None:
        account, password = self.administrator.text("account"), self.administrator.text("password")
        self._background.run(
            self, lambda: self._gatekeeper.sign_in(account, password), self.signed_in.emit, self._refused
        )
