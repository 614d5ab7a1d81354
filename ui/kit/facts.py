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

Fact = tuple[str, "str | QWidget"]


class FactLabel(RoleLabel):
    """The name of a fact."""

    role = "field"


class FactList(QWidget):
    """Names at the left, values at the right; values can be copied and wrap."""

    def __init__(self, facts: Sequence[Fact] = (), label_width: int = 84) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnMinimumWidth(0, px(label_width))
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace all facts; a value is words or a widget (a MaskedField, a Pill)."""
        clear(self._grid)
        for at, (name, value) in enumerate(facts):
            tall = Qt.AlignmentFlag.AlignVCenter if isinstance(value, QWidget) else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(FactLabel(name), at, 0, tall | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(value if isinstance(value, QWidget) else _value(name, value), at, 1)


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
