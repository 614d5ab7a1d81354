"""One's own password, changed by whoever is signed in: the old one once, the new one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.kit.dialogs import Dialog
from ui.kit.fields import PasswordField
from ui.kit.form import FormGrid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.background import Background
    from ui.signin.gatekeeper import Gatekeeper, SignedIn


class PasswordDialog(Dialog):
    """Asks for the old and the new password; ``changed`` is sent when the new one is in force."""

    changed = Signal()

    def __init__(
        self, gatekeeper: Gatekeeper, background: Background, who: SignedIn, parent: QWidget
    ) -> None:
        super().__init__("", parent=parent)
        self._gatekeeper, self._background, self._who = gatekeeper, background, who
        self.setWindowTitle(self.tr("Change password"))
        self.heading.setText(self.tr("Change password"))
        self.grid = FormGrid()
        self.old = self.grid.add("old", self.tr("Present password"), PasswordField(""))
        self.new = self.grid.add("new", self.tr("New password"), PasswordField(""))
        self.again = self.grid.add("again", self.tr("New password again"), PasswordField(""))
        self.body.addWidget(self.grid)
        self.button = self.add_buttons(self.tr("Change password"), self.submit)

    def submit(self) -> None:
        """Change the password if everything is there and alike."""
        fields = {"old": self.old, "new": self.new, "again": self.again}
        errors = {key: self.tr("Please fill this in.") for key, field in fields.items() if not field.text()}
        if not errors and self.new.text() != self.again.text():
            errors["again"] = self.tr("The two passwords differ.")
        self.grid.show_errors(errors)
        if not errors:
            self._change(self.old.text(), self.new.text())

    def _change(self, old: str, new: str) -> None:
        self.button.setEnabled(False)
        change = self._gatekeeper.change_password
        self._background.run(self, lambda: change(self._who, old, new), self._changed, self._refuse)

    def _changed(self, _who: SignedIn) -> None:
        self.accept()
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.notice.say_error(error)
