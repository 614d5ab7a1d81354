"""Asks a second person to agree: they type their own account and password here, and see to what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from ui.kit.callout import Callout
from ui.kit.dialogs import Dialog
from ui.kit.fields import PasswordField, TextField
from ui.kit.form import FormGrid
from ui.kit.tones import Tone
from workbench.desk.export_rules import ApprovalNeeded

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page
    from workbench.security.approval import Approval


class ApprovalDialog(Dialog):
    """``approved`` carries the approval; a wrong password is said here and can be typed again."""

    approved = Signal(object)

    def __init__(self, page: Page, needed: ApprovalNeeded, purpose: str) -> None:
        super().__init__(self.tr("A second person has to agree"), str(needed), parent=page, width=460)
        self._page, self._what = page, needed.what
        self.form = FormGrid()
        self.account = TextField("")
        self.password = PasswordField("")
        self.form.add("account", self.tr("Account of the second person"), self.account, required=True)
        self.form.add("password", self.tr("Their password"), self.password, required=True)
        words = self.tr("{person} exports it for: {purpose}. Whoever agrees is kept in the access log.")
        person = page.desk.session.display_name
        self.body.addWidget(self.form)
        self.body.addWidget(Callout(Tone.INFO, "", words.format(person=person, purpose=purpose)))
        self.agree = self.add_buttons(self.tr("I agree"), self.submit)
        self.account.setFocus()

    def submit(self) -> None:
        """Have the account and password checked."""
        account, password = self.account.text().strip(), self.password.text()
        blank = self.tr("Please fill this in.")
        fields = {"account": account, "password": password}
        missing = {name: blank for name, typed in fields.items() if not typed}
        self.form.show_errors(missing)
        if missing:
            return
        self.agree.setEnabled(False)
        reports, what = self._page.desk.reports, self._what
        self._page.workspace.background.run(
            self, lambda: reports.approve(what, account, password), self._agreed, self._refuse
        )

    def _agreed(self, approval: Approval) -> None:
        self.password.clear()
        self.approved.emit(approval)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        self.password.clear()
        self.password.setFocus()
        self.notice.say_error(error)


class Asking:
    """Tries to let something leave, and where a second person has to agree asks them and tries again."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.dialog: ApprovalDialog | None = None

    def act(
        self, purpose: str, work: Callable[[Approval | None], Any], done: Callable[[Any], object]
    ) -> None:
        """Do the work in the background, first on one person's word."""
        self._page.notice.hide()
        self._try(purpose, work, done, None)

    def _try(
        self,
        purpose: str,
        work: Callable[[Approval | None], Any],
        done: Callable[[Any], object],
        approval: Approval | None,
    ) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, ApprovalNeeded):
                self._ask(error, purpose, lambda given: self._try(purpose, work, done, given))
            else:
                self._page.notice.say_error(error)

        self._page.workspace.background.run(self._page, lambda: work(approval), done, failed)

    def _ask(self, needed: ApprovalNeeded, purpose: str, go_on: Callable[[Approval], object]) -> None:
        self.dialog = ApprovalDialog(self._page, needed, purpose)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.approved.connect(go_on)
        self.dialog.open()
