"""A pill: one or two words of state in a soft colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.labels import RoleLabel
from ui.kit.tones import Tone


class Pill(RoleLabel):
    """A small rounded label; the words carry the meaning, the tone repeats it."""

    role = "pill"

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone.value)

    def say(self, text: str, tone: Tone) -> None:
        """Change words and tone."""
        self.setText(text)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
