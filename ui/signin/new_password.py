"""A new password in place of one an administrator gave: asked before anything else opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import PrimaryButton
from ui.kit.fields import PasswordField
from ui.kit.form import FormGrid
from ui.kit.labels import Display, Soft
from ui.kit.layouts import STRETCH, column, row
from ui.kit.notices import InlineNotice
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.background import Background
    from ui.signin.gatekeeper import Gatekeeper, SignedIn


class NewPasswordForm(QWidget):
    """Asks for a new password twice; ``signed_in`` carries the person with the rights they have now."""

    signed_in = Signal(object)

    def __init__(self, gatekeeper: Gatekeeper, background: Background, who: SignedIn, old: str) -> None:
        super().__init__()
        self._gatekeeper, self._background, self._who, self._old = gatekeeper, background, who, old
        self.grid = FormGrid()
        self.new = self.grid.add("new", self.tr("New password"), PasswordField("", size="large"))
        self.again = self.grid.add("again", self.tr("New password again"), PasswordField("", size="large"))
        self.button = PrimaryButton(self.tr("Use this password"), self.submit, size="large")
        self.notice = InlineNotice()
        self.new.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.submit)
        why = Soft(
            self.tr("Your password was given by an administrator. Choose one that only you know."), wrap=True
        )
        title = Display(self.tr("New password"))
        self.setLayout(column(title, why, self.grid, self.notice, row(self.button, STRETCH), gap=12))
        self.setFixedWidth(px(360))
        self.new.setFocus()

    def submit(self) -> None:
        """Change the password if both are alike."""
        new = self.new.text()
        differ = {"again": self.tr("The two passwords differ.")} if new != self.again.text() else {}
        empty = {"new": self.tr("Please fill this in.")} if not new else {}
        self.grid.show_errors(differ | empty)
        if not differ and not empty:
            self.button.setEnabled(False)
            self._background.run(self, lambda: self._change(new), self.signed_in.emit, self._refuse)

    def _change(self, new: str) -> SignedIn:
        return self._gatekeeper.change_password(self._who, self._old, new)

    def _refuse(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.notice.say_error(error)
