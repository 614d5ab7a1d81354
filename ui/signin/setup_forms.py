"""The two forms of the first start, with what they check before they let go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.fields import PasswordField, TextField
from ui.kit.form import FormGrid
from ui.kit.layouts import STRETCH, column, row
from workbench.security.passwords import MINIMUM_LENGTH


class SetupForm(QWidget):
    """A form with a button that goes on only when nothing is missing."""

    confirmed = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grid = FormGrid()
        self.next = PrimaryButton(self.tr("Continue"), self.confirm)
        self.buttons = row(STRETCH, self.next)
        self.buttons.insertWidget(0, GhostButton(self.tr("Back"), self.back.emit))
        self.setLayout(column(self.grid, self.buttons, STRETCH, gap=16))

    def text(self, key: str) -> str:
        """Return what was typed; passwords as they are, names without outer blanks."""
        field = self.grid.field(key)
        typed = field.text() if isinstance(field, QLineEdit) else ""
        return typed if isinstance(field, PasswordField) else typed.strip()

    def errors(self) -> dict[str, str]:
        """Return what is wrong, by field."""
        return {}

    def confirm(self) -> None:
        """Go on, or show what is missing."""
        errors = self.errors()
        self.grid.show_errors(errors)
        if not errors:
            self.confirmed.emit()

    def take_focus(self) -> None:
        """Put the cursor into the first empty field."""
        fields = [field for field in self.grid.findChildren(QLineEdit) if not field.text()]
        (fields[0] if fields else self.next).setFocus()

    def _add(self, key: str, label: str, field: QLineEdit, hint: str = "", *, required: bool = True) -> None:
        self.grid.add(key, label, field, hint=hint, required=required)
        field.returnPressed.connect(self.focusNextChild)

    def _missing(self, *keys: str) -> dict[str, str]:
        return {key: self.tr("Please fill this in.") for key in keys if not self.text(key)}


class CommunityForm(SetupForm):
    """What the community is called, as it will stand on paper."""

    def __init__(self) -> None:
        super().__init__()
        example = self.tr("for example Green Willow Community")
        self._add("name", self.tr("Name of the community"), TextField("", example))
        opens = self.tr("Opens the number of every slip. It can be changed later under Manage.")
        self._add("prefix", self.tr("Document prefix"), TextField(""), opens)
        standard = self.tr("GB/T 2260, 6, 9 or 12 digits. May stay empty.")
        self._add("division", self.tr("Division code"), TextField(""), standard, required=False)
        self.grid.field("name").editingFinished.connect(self._propose_prefix)

    def errors(self) -> dict[str, str]:
        """Name and prefix are needed."""
        return self._missing("name", "prefix")

    def _propose_prefix(self) -> None:
        if not self.text("prefix"):
            self.grid.field("prefix").setText(self.text("name").removesuffix("区"))


class AdministratorForm(SetupForm):
    """Who sets up the others: name, account, password twice."""

    def __init__(self) -> None:
        super().__init__()
        self._add("person", self.tr("Your name"), TextField(""))
        self._add("account", self.tr("Account to sign in with"), TextField(""))
        long_enough = self.tr("At least %n characters.", "", MINIMUM_LENGTH)
        self._add("password", self.tr("Password"), PasswordField(""), long_enough)
        self._add("again", self.tr("Password again"), PasswordField(""))

    def errors(self) -> dict[str, str]:
        """Everything is needed, and the passwords must be long enough and alike."""
        found = self._missing("person", "account", "password", "again")
        if "password" not in found and len(self.text("password")) < MINIMUM_LENGTH:
            found["password"] = self.tr("Use at least %n characters.", "", MINIMUM_LENGTH)
        elif "again" not in found and self.text("again") != self.text("password"):
            found["again"] = self.tr("The two passwords differ.")
        return found

    def set_busy(self, busy: bool) -> None:
        """Wait while the store is being made."""
        self.next.setEnabled(not busy)
        self.next.setText(self.tr("Creating…") if busy else self.tr("Continue"))
