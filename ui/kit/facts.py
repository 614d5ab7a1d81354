"""Facts: pairs of name and value as cards show them, and one big number with its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ui.kit.labels import Body, Caption, Figure, RoleLabel
from ui.kit.layouts import clear, column
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

Fact = tuple[str, "str | QWidget"]
ROOM_FOR_VALUES = 132
"""Pixels (at 100 %) that values need beside their names; with less they stand below."""


class FactLabel(RoleLabel):
    """The name of a fact."""

    role = "field"


class FactList(QWidget):
    """Names at the left, values at the right, or below in a narrow place; values can be copied and wrap."""

    def __init__(self, facts: Sequence[Fact] = (), label_width: int = 84) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        self._label_width, self._stacked = label_width, False
        self._pairs: list[tuple[FactLabel, QWidget]] = []
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace all facts; a value is words or a widget (a MaskedField, a Pill)."""
        clear(self._grid)
        self._pairs = [
            (FactLabel(name), value if isinstance(value, QWidget) else _value(name, value))
            for name, value in facts
        ]
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the widest word: names can stand above their values."""
        widest = max((part.minimumSizeHint().width() for pair in self._pairs for part in pair), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the names above the values where both do not fit on a line."""
        super().resizeEvent(event)
        stacked = self.width() < px(self._label_width + ROOM_FOR_VALUES)
        if stacked is not self._stacked:
            self._stacked = stacked
            while self._grid.takeAt(0) is not None:
                pass
            self._place()

    def _place(self) -> None:
        self._grid.setColumnMinimumWidth(0, 0 if self._stacked else px(self._label_width))
        for at, (name, value) in enumerate(self._pairs):
            if self._stacked:
                self._grid.addWidget(name, 2 * at, 0, 1, 2)
                self._grid.addWidget(value, 2 * at + 1, 0, 1, 2)
            else:
                words = isinstance(value, Body)
                tall = Qt.AlignmentFlag.AlignTop if words else Qt.AlignmentFlag.AlignVCenter
                self._grid.addWidget(name, at, 0, tall | Qt.AlignmentFlag.AlignLeft)
                self._grid.addWidget(value, at, 1)


class FigureTile(QPushButton):
    """A big number with a caption; a click or Enter opens what it counts."""

    opened = Signal()

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self._caption = caption
        self._figure = Figure("–")
        self._note = Caption("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = column(Caption(caption), self._figure, self._note, gap=2, margins=(14, 10, 14, 10))
        self.setLayout(words)
        self.clicked.connect(lambda _checked=False: self.opened.emit())
        self.setAccessibleName(caption)

    def sizeHint(self) -> QSize:
        """As large as its words: a button alone would not know them."""
        return self.layout().sizeHint().expandedTo(QSize(px(168), px(96)))

    def minimumSizeHint(self) -> QSize:
        """Never cut its words."""
        return self.sizeHint()

    def show_figure(self, figure: str, note: str = "") -> None:
        """Show the number and a note below it."""
        self._figure.setText(figure)
        self._note.setText(note)
        self.setAccessibleName(f"{self._caption} {figure} {note}".strip())


def _value(name: str, text: str) -> Body:
    value = Body(text or "—", wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    value.setAccessibleName(f"{name}: {text}")
    return value
