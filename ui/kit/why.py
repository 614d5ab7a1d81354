"""Asks in the person's own words why a number is looked at, when none of the usual purposes fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.kit.dialogs import Dialog
from ui.kit.fields import TextField
from ui.kit.form import FormGrid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LONGEST = 60


class WhyDialog(Dialog):
    """One line of words, of at least ``least`` characters; ``said`` carries them."""

    said = Signal(str)

    def __init__(self, name: str, least: int, parent: QWidget) -> None:
        super().__init__(
            self.tr("Show {name} in full").format(name=name),
            self.tr("Your words are kept in the access log."),
            parent=parent,
            width=420,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._least = least
        self.words = TextField(self.tr("Purpose"))
        self.words.setMaxLength(LONGEST)
        self.form = FormGrid(columns=1)
        self.form.add("words", self.tr("What is it needed for?"), self.words, required=True)
        self.body.addWidget(self.form)
        self.add_buttons(self.tr("Show for a minute"), self._say)
        self.words.setFocus()

    def _say(self) -> None:
        words = " ".join(self.words.text().split())
        if len(words) < self._least:
            sentence = self.tr("Please use at least {least} characters.").format(least=self._least)
            self.form.show_errors({"words": sentence})
            return
        self.accept()
        self.said.emit(words)
