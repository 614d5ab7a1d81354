"""The lines below a form: what the current question wants, the keys, and the way to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.forms.ways import Mode
from ui.forms.wording import key_words
from ui.kit.buttons import PrimaryButton
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption, ErrorText, KeyHint, Soft
from ui.kit.layouts import column, panel, row, show_if
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.forms.asked import Asked


class FormFoot(QWidget):
    """Shows the whole hint of the current question at one place, so that rows need not grow."""

    complete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hint, self.message = Soft("", wrap=True), ErrorText("")
        self.complete = PrimaryButton(self.tr("Complete  Ctrl+Enter"), self.complete_wanted.emit)
        self.complete.setAccessibleName(self.tr("Complete"))
        for label in (self.hint, self.message):
            label.setMinimumHeight(px(20))
        self._key_line = self._keys()
        words = column(self.message, self.hint, self._key_line, gap=4)
        whole = row(gap=16)
        whole.addLayout(words, 1)
        whole.addWidget(self.complete)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_question(self, asked: Asked, told: Collection[str]) -> None:
        """Show hint, guidance and message of a question, except what its row has ``told`` already."""
        hints = (text for text in (asked.hint, asked.node.guidance) if text and text not in told)
        message = "" if asked.message in told else asked.message
        self._say("" if message else "  ".join(hints), message)

    def say(self, sentence: str) -> None:
        """Say something instead of the hint."""
        self._say(sentence, "")

    def _say(self, hint: str, message: str) -> None:
        # One line for both, so that nothing above ever moves.
        self.hint.setText(hint)
        self.message.setText(message)
        show_if(self.hint, not message)

    def _keys(self) -> QWidget:
        hints = [panel(row(KeyHint(key), Caption(words), gap=4)) for key, words in key_words()]
        for hint in hints:
            hint.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return panel(FlowLayout(*hints, gap=12))

    def show_for(self, mode: Mode, *, roomy: bool) -> None:
        """One question at a time says everything itself; the keys are named where there is room."""
        show_if(self, mode is Mode.SHEET)
        show_if(self._key_line, roomy)
