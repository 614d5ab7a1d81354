"""The dialogs on a staff account: create, edit, give a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from ui.kit.buttons import GhostButton, QuietButton
from ui.kit.fields import TextField
from ui.kit.labels import Caption, RoleLabel
from ui.kit.layouts import STRETCH, column, row
from ui.manage.staff_form import StaffForm
from ui.sections.editing import EditDialog
from workbench.security.passwords import temporary_password
from workbench.security.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.catalogue.rules import Post
    from workbench.security.queries import StaffRow


class HandedPassword(RoleLabel):
    """A password to hand over, in letters that cannot be confused."""

    role = "mono"


class PasswordSlip(QFrame):
    """A password made for one sign-in, to be copied or read out; shown only here."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.words = HandedPassword("")
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        hint = self.tr("It opens one sign-in; the person then chooses their own. It is not shown again.")
        again = QuietButton(self.tr("Another one"), self.make, icon_name="refresh", size="small")
        copy = GhostButton(self.tr("Copy"), self.copy, icon_name="copy", size="small")
        line = row(self.words, STRETCH, again, copy)
        title = Caption(self.tr("First password"))
        self.setLayout(column(title, line, Caption(hint, wrap=True), gap=6, margins=(14, 10, 10, 10)))
        self.make()

    @property
    def password(self) -> str:
        """The password shown."""
        return self.words.text()

    def make(self) -> None:
        """Make another password."""
        self.words.setText(temporary_password())
        self.words.setAccessibleName(self.tr("First password {password}").format(password=self.password))

    def copy(self) -> None:
        """Copy the password."""
        QGuiApplication.clipboard().setText(self.password)


class NewAccountDialog(EditDialog):
    """Asks who, which roles and posts, and shows the password to hand over."""

    def __init__(self, page: Page, posts: Sequence[Post]) -> None:
        super().__init__(page, self.tr("New account"), width=600)
        self.form = StaffForm(self.grid, posts)
        self.account = TextField(self.tr("Account"), self.tr("for example chenyu"))
        self.grid.add("account", self.tr("Account"), self.account, required=True)
        self.form.place(self.grid)
        self.form.roles.tick([Role.WORKER.value])
        self.slip = PasswordSlip()
        self.grid.add_wide(self.slip)
        self.offer(self.tr("Create  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Create the account."""
        account, password, details = self.account.text(), self.slip.password, self.form.details()
        self.save(lambda: self.desk.staff_service.create_account(account, password, details))


class StaffDialog(EditDialog):
    """Changes somebody's name, roles and posts; the account's name stays."""

    def __init__(self, page: Page, posts: Sequence[Post], one: StaffRow) -> None:
        super().__init__(page, self.tr("Edit {name}").format(name=one.display_name), width=600)
        self._one = one
        self.form = StaffForm(self.grid, posts)
        account = TextField(self.tr("Account"))
        account.setText(one.name)
        account.setReadOnly(True)
        self.grid.add("account", self.tr("Account"), account)
        self.form.place(self.grid)
        self.form.show_staff(one)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save the changes."""
        details, one = self.form.details(), self._one
        self.save(lambda: self.desk.staff_service.edit_account(one.id, details, one.opened))


class PasswordDialog(EditDialog):
    """Gives somebody a password to change at once; with ``reopen`` the account opens again."""

    def __init__(self, page: Page, one: StaffRow, *, reopen: bool) -> None:
        title = self.tr("Reactivate {name}") if reopen else self.tr("New password for {name}")
        super().__init__(page, title.format(name=one.display_name))
        self._staff_id, self._reopen = one.id, reopen
        self.slip = PasswordSlip()
        self.grid.add_wide(self.slip)
        self.offer(self.tr("Reactivate  Ctrl+Enter") if reopen else self.tr("Set  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Set the password."""
        service, password = self.desk.staff_service, self.slip.password
        verb = service.reactivate if self._reopen else service.reset_password
        self.save(lambda: verb(self._staff_id, password))
