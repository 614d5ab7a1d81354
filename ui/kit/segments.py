"""Choosing one of a few words: segments for views and filters, tabs for the parts of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy

from ui.kit.flow import FlowLayout
from ui.kit.layouts import row
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segmented(QFrame):
    """A few words of which one is chosen; arrows move, ``chosen`` carries the key.

    With ``wraps`` the words go on in a second line where the room is short.
    """

    chosen = Signal(str)
    frame_role = "segments"
    button_role = "segment"

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], current: str = "", *, wraps: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", self.frame_role)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: dict[str, QPushButton] = {}
        buttons = [self._button(key, label) for key, label in options]
        self.setLayout(FlowLayout(*buttons, gap=2) if wraps else row(*buttons, gap=2))
        if self.frame_role == "segments":
            self.layout().setContentsMargins(*[px(2)] * 4)
        elif not wraps:
            self.layout().addStretch(1)
        wide = QSizePolicy.Policy.Maximum if self.frame_role == "segments" else QSizePolicy.Policy.Preferred
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed)
        self._keys[current or options[0][0]].setChecked(True)

    def current(self) -> str:
        """Return the key that is chosen."""
        return next(key for key, button in self._keys.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose a key and tell about it."""
        self._keys[key].setChecked(True)
        self.chosen.emit(key)

    def relabel(self, key: str, label: str) -> None:
        """Change a word, for example to add a count."""
        self._keys[key].setText(label)
        self._keys[key].setAccessibleName(label)

    def _button(self, key: str, label: str) -> QPushButton:
        button = QPushButton(label)
        button.setProperty("role", self.button_role)
        button.setAccessibleName(label)
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(button)
        self._keys[key] = button
        return button


class Tabs(Segmented):
    """Parts of a page on one line, underlined."""

    frame_role = "tabs"
    button_role = "tab"
