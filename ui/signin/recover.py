"""Opening the data with the recovery passphrase, when the key of this computer is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.fields import TextField
from ui.kit.form import FormGrid
from ui.kit.labels import Display, Soft
from ui.kit.layouts import STRETCH, column, row
from ui.kit.notices import InlineNotice
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.background import Background
    from ui.signin.gatekeeper import Gatekeeper


class RecoverForm(QWidget):
    """Asks for the passphrase; ``recovered`` is sent when the store is open, ``left`` when given up."""

    recovered = Signal()
    left = Signal()

    def __init__(self, gatekeeper: Gatekeeper, background: Background) -> None:
        super().__init__()
        self._gatekeeper, self._background = gatekeeper, background
        self.grid = FormGrid()
        self.passphrase = self.grid.add(
            "passphrase",
            self.tr("Recovery passphrase"),
            TextField("", size="large"),
            hint=self.tr("Printed at the first start. Blanks and capitals do not matter."),
        )
        self.button = PrimaryButton(self.tr("Open the data"), self.submit, size="large")
        self.notice = InlineNotice()
        self.passphrase.returnPressed.connect(self.submit)
        why = Soft(self.tr("This computer's keyring does not hold the key of this data folder."), wrap=True)
        buttons = row(GhostButton(self.tr("Back"), self.left.emit, size="large"), STRETCH, self.button)
        title = Display(self.tr("Recovery"))
        self.setLayout(column(title, why, self.grid, self.notice, buttons, gap=12))
        self.setFixedWidth(px(360))
        self.passphrase.setFocus()

    def submit(self) -> None:
        """Try the passphrase."""
        typed = self.passphrase.text()
        if not typed.strip():
            self.grid.show_errors({"passphrase": self.tr("Please fill this in.")})
            return
        self.grid.show_errors({})
        self.button.setEnabled(False)
        self._background.run(
            self, lambda: self._gatekeeper.recover(typed), lambda _none: self.recovered.emit(), self._refuse
        )

    def _refuse(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.passphrase.setFocus()
        self.notice.say_error(error)
