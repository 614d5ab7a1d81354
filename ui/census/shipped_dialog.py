"""Chooses one of the forms that come with the workbench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.dialogs import Dialog
from workbench.forms.shipped import SHIPPED_FORMS

if TYPE_CHECKING:
    from ui.page import Page


class ShippedDialog(Dialog):
    """The shipped forms as a list; ``chosen`` carries the path of the workbook."""

    chosen = Signal(object)

    def __init__(self, page: Page) -> None:
        sentence = self.tr("Each is an Excel workbook: publish it as it is, or change a copy.")
        super().__init__(self.tr("Shipped forms"), sentence, parent=page.window(), width=460)
        self.list = ChoiceList(
            self.tr("Shipped forms"),
            tuple(Choice(form.form_id, form.title, form.form_id, icon="file") for form in SHIPPED_FORMS),
        )
        self.list.setMinimumHeight(170)
        self.body.addWidget(self.list)
        self.add_buttons(self.tr("Publish  Enter"), self.submit)
        self.list.chosen.connect(lambda _key: self.submit())

    def submit(self) -> None:
        """Hand the chosen workbook over."""
        path = next(form.path for form in SHIPPED_FORMS if form.form_id == self.list.current())
        self.accept()
        self.chosen.emit(path)
