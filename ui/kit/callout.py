"""A callout: a tinted box in a page that stays, for a tip or a warning that belongs to what is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.kit.empty import IconLabel
from ui.kit.labels import Body, Strong
from ui.kit.layouts import column, row, show_if
from ui.kit.tones import Tone


class Callout(QFrame):
    """Words on a soft ground; unlike a notice it cannot be closed."""

    def __init__(self, tone: Tone, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._icon = IconLabel(tone.icon_name, tone.token)
        self._title, self._words = Strong("", wrap=True), Body("", wrap=True)
        whole = row(gap=8, margins=(10, 8, 10, 8))
        whole.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(column(self._title, self._words, gap=2), 1)
        self.setLayout(whole)
        self.say(tone, title, words)

    def say(self, tone: Tone, title: str, words: str = "") -> None:
        """Change tone and words."""
        self.setProperty("tone", tone.value)
        self._icon.show_icon(tone.icon_name, tone.token)
        self._title.setText(title)
        self._words.setText(words)
        show_if(self._title, bool(title))
        show_if(self._words, bool(words))
        self.setAccessibleName(f"{title} {words}".strip())
        self.style().unpolish(self)
        self.style().polish(self)
