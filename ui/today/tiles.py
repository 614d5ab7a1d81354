"""The figures as tiles: a number to be read from two metres away, its key, and the list behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLayoutItem, QPushButton, QSizePolicy, QWidget

from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption, Elided, Figure
from ui.kit.layouts import STRETCH, column, row
from ui.kit.tones import Tone
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.today.lists import Figure


LEAST_WIDTH = 138
"""Least width of a tile in pixels at 100 %."""


class CountTile(QPushButton):
    """A figure with its keyboard key in the corner; the one whose list is open is marked."""

    opened = Signal()

    def __init__(self, caption: str, key: str) -> None:
        super().__init__()
        self.setProperty("role", "count")
        self._caption, self._key = caption, key
        self._figure, self._note = Figure("–"), Elided("", role="caption")
        line = row(self._figure, column(STRETCH, self._note, gap=0, margins=(0, 0, 0, 5)), gap=8)
        line.setStretch(1, 1)
        self.setLayout(column(Caption(caption), line, gap=0, margins=(12, 8, 10, 6)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.setAccessibleName(caption)
        self.setAccessibleDescription(key)
        self.clicked.connect(lambda _checked=False: self.opened.emit())

    def show_count(self, words: str, note: str, tone: Tone) -> None:
        """Show the number in a tone, with small words beside it."""
        self._figure.setText(words)
        self._note.setText(note)
        self.setAccessibleName(f"{self._caption} {words} {note}".strip())
        self._figure.setProperty("tone", tone.value)
        self._figure.style().unpolish(self._figure)
        self._figure.style().polish(self._figure)

    def figure(self) -> str:
        """Return the number shown."""
        return self._figure.text()

    def sizeHint(self) -> QSize:
        """Room for a short caption and its key, and a number of four digits."""
        return QSize(px(LEAST_WIDTH), self.layout().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile and its key."""
        super().paintEvent(event)
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(px(11))
        painter.setFont(font)
        painter.setPen(QPen(colour("text_faint")))
        box = QRectF(self.rect()).adjusted(0, px(10), -px(12), 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._key)


class TileStrip(QWidget):
    """Figures side by side under one caption; ``opened`` carries the figure whose list is wanted."""

    opened = Signal(object)

    def __init__(self, name: str, figures: Sequence[tuple[Figure, str]], keys: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.tiles: dict[Figure, CountTile] = {}
        flow = EvenLines(gap=10, fill=True)
        for at, (figure, caption) in enumerate(figures, start=1):
            tile = self.tiles[figure] = CountTile(caption, keys.format(at=at))
            tile.opened.connect(lambda wanted=figure: self.opened.emit(wanted))
            flow.addWidget(tile)
        self.setLayout(column(Caption(name), flow, gap=4))

    def join(self, group: QButtonGroup, page: QWidget) -> None:
        """Let only one tile of the page be marked, and give each its key there."""
        for figure, tile in self.tiles.items():
            group.addButton(tile)
            keys = QKeySequence(tile.accessibleDescription())
            QShortcut(keys, page, lambda wanted=figure: self.opened.emit(wanted))


class EvenLines(FlowLayout):
    """Tiles of one width on every line; an unfilled last line leaves room at its end."""

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        columns = len(self._lines(room)[0])
        return [(room - self._gap * (columns - 1)) // columns] * len(line)
