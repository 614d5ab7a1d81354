"""What an empty page or table says: what belongs here and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.kit.buttons import GhostButton
from ui.kit.labels import Soft, Title
from ui.kit.layouts import STRETCH, column, row, show_if
from ui.kit.redrawn import Redrawn
from ui.theme.icons import pixmap
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable


class IconLabel(Redrawn, QLabel):
    """An icon standing alone, recoloured with the theme; decoration unless it is named."""

    def __init__(self, name: str, token: str = "text_soft", size: int = 18, meaning: str = "") -> None:
        super().__init__()
        self._drawn = (name, token, size)
        self.setAccessibleName(meaning)
        self.setToolTip(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.redraw()

    def show_icon(self, name: str, token: str) -> None:
        """Change icon and colour."""
        self._drawn = (name, token, self._drawn[2])
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        self.setPixmap(pixmap(*self._drawn))


class EmptyState(QWidget):
    """An icon, one sentence, and the action to begin with."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(f"{title} {sentence}".strip())
        self._title = Title(title)
        self._sentence = Soft(sentence, wrap=True)
        self.button = GhostButton(action, on_action)
        show_if(self.button, bool(action))
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setMaximumWidth(px(420))
        self._sentence.setMinimumWidth(px(240))
        parts = column(
            STRETCH,
            row(STRETCH, IconLabel(icon_name, "text_faint", 36), STRETCH),
            self._title,
            spread(self._sentence),
            row(STRETCH, self.button, STRETCH),
            STRETCH,
            margins=16,
        )
        self.setLayout(parts)

    def say(self, title: str, sentence: str) -> None:
        """Change the words, for example from "no one yet" to "no one found"."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{title} {sentence}".strip())


def spread(label: QLabel) -> QHBoxLayout:
    """Return the label in the middle, as wide as it may be: a wrapping label asks for less than that."""
    line = row(STRETCH, label, STRETCH)
    line.setStretch(1, 100)
    return line
