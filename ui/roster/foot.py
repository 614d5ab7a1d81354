"""The foot of a step: the ways back, what would happen, and the button that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kit.layouts import STRETCH, column, row
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

ROOM_FOR_ALL = 640
"""Pixels (at 100 %) in which words and buttons stand on one line."""


class Foot(QWidget):
    """One line; where it is too short, the words stand above the buttons."""

    def __init__(self, ways: Sequence[QWidget], words: QLabel, main: QWidget) -> None:
        super().__init__()
        self._words = words
        self._line = row(*ways, STRETCH, main, gap=12)
        self._whole = column(words, gap=6)
        self._whole.setAlignment(words, Qt.AlignmentFlag.AlignRight)
        self._whole.addLayout(self._line)
        self.setLayout(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the words to the line that has room for them."""
        super().resizeEvent(event)
        wanted, now = self.width() >= px(ROOM_FOR_ALL), self._line.indexOf(self._words) >= 0
        if wanted and not now:
            self._whole.removeWidget(self._words)
            self._line.insertWidget(self._line.count() - 1, self._words)
        elif now and not wanted:
            self._line.removeWidget(self._words)
            self._whole.insertWidget(0, self._words, 0, Qt.AlignmentFlag.AlignRight)
