"""Asks why a report leaves the workbench; the answer stands on every page and in the access log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ui.kit.callout import Callout
from ui.kit.dialogs import Dialog
from ui.kit.form import FormGrid
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LONGEST = 60


class PurposeDialog(Dialog):
    """A purpose to choose or to type; ``agreed`` carries it."""

    agreed = Signal(str)

    def __init__(self, title: str, action: str, person: str, parent: QWidget) -> None:
        super().__init__(title, parent=parent, width=440)
        self.purpose = QComboBox()
        self.purpose.setEditable(True)
        self.purpose.addItems(self._usual())
        self.purpose.lineEdit().setMaxLength(LONGEST)
        self.purpose.lineEdit().selectAll()
        self.form = FormGrid()
        self.form.add("purpose", self.tr("What is it for?"), self.purpose, required=True)
        words = self.tr("{person}, the time and this purpose are printed on it and kept in the access log.")
        self.body.addWidget(self.form)
        self.body.addWidget(Callout(Tone.INFO, "", words.format(person=person)))
        self.add_buttons(action, self._agree)
        self.purpose.setFocus()

    def _usual(self) -> list[str]:
        return [
            self.tr("Monthly report to the sub-district"),
            self.tr("Community meeting"),
            self.tr("For the files"),
            self.tr("Home visits"),
            self.tr("Inspection from above"),
        ]

    def _agree(self) -> None:
        purpose = self.purpose.currentText().strip()
        if not purpose:
            self.form.show_errors({"purpose": self.tr("Please say what it is for.")})
            return
        self.agreed.emit(purpose)
        self.accept()
