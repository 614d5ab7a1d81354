"""The line above a form: how far it is, what is wrong, the language, and how much is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QSizePolicy, QWidget

from ui.forms.ways import Mode
from ui.kit.buttons import LinkButton
from ui.kit.labels import Caption, Elided
from ui.kit.layouts import row, show_if
from ui.kit.segments import Segmented
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.forms.tally import Progress


class FormHead(QWidget):
    """``mode_chosen`` and ``language_chosen`` carry what the person turns to; ``problem_wanted`` is F4."""

    mode_chosen = Signal(str)
    language_chosen = Signal(str)
    problem_wanted = Signal()

    def __init__(self, title: str, languages: Sequence[str], language: str, mode: Mode) -> None:
        super().__init__()
        self.title = Elided(title, role="title")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(px(32))
        self.bar.setMaximumWidth(px(120))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.count = Caption("")
        self.problems = LinkButton("", self.problem_wanted.emit, icon_name="warning", size="small")
        self.modes = self._modes(mode)
        self.languages = self._languages(languages, language)
        whole = row(gap=12)
        whole.addWidget(self.title, 1)
        for part in (self.problems, self.count, self.bar, self.languages, self.modes):
            whole.addWidget(part)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the form is."""
        self.bar.setMaximum(max(progress.asked, 1))
        self.bar.setValue(progress.answered)
        words = self.tr("{answered} of {asked} answered")
        self.count.setText(words.format(answered=progress.answered, asked=progress.asked))
        self.problems.setText(self.tr("{count} to put right  F4").format(count=progress.problems))
        self.problems.setAccessibleName(self.problems.text())
        show_if(self.problems, progress.problems > 0)

    def _modes(self, mode: Mode) -> Segmented:
        options = [
            (Mode.SHEET.value, self.tr("Whole sheet")),
            (Mode.SINGLE.value, self.tr("One by one")),
        ]
        made = Segmented(self.tr("How much is seen at once"), options, mode.value)
        made.chosen.connect(self.mode_chosen)
        return made

    def _languages(self, languages: Sequence[str], language: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("Language of the form"))
        for each in languages:
            made.addItem(each.partition("(")[0].strip() or each, each)
        made.setCurrentIndex(max(made.findData(language), 0))
        made.activated.connect(lambda at: self.language_chosen.emit(made.itemData(at)))
        show_if(made, len(languages) > 1)
        return made
