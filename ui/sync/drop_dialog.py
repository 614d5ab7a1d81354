"""Asks why a change is dropped; the words stay with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.kit.dialogs import Dialog
from ui.kit.fields import TextField
from ui.kit.form import FormGrid

if TYPE_CHECKING:
    from ui.page import Page

LONGEST, SHORTEST = 200, 2


class DropDialog(Dialog):
    """``said`` carries the note."""

    said = Signal(str)

    def __init__(self, page: Page, what: str) -> None:
        super().__init__(
            self.tr("Drop {what}?").format(what=what),
            self.tr("The change is not applied anywhere. Its values and your note stay to be read."),
            parent=page.window(),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.note = TextField(self.tr("Note"))
        self.note.setMaxLength(LONGEST)
        self.form = FormGrid()
        self.form.add("note", self.tr("Why is it not needed?"), self.note, required=True)
        self.body.addWidget(self.form)
        self.add_buttons(self.tr("Drop"), self._say, danger=True)
        self.note.setFocus()

    def _say(self) -> None:
        note = " ".join(self.note.text().split())
        if len(note) < SHORTEST:
            self.form.show_errors({"note": self.tr("Please write a word or two.")})
            return
        self.accept()
        self.said.emit(note)
