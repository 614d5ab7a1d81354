"""Two halves of a page: side by side where there is room, below each other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.kit.layouts import row
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Halves(QWidget):
    """The second half goes below the first in less than ``room`` (pixels at 100 %)."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        room: int,
        shares: tuple[int, int] = (1, 1),
        gap: int = 12,
    ) -> None:
        super().__init__()
        self._room = room
        self._line = row(gap=gap)
        self._line.addWidget(first, shares[0])
        self._line.addWidget(second, shares[1])
        self.setLayout(self._line)

    def beside(self) -> bool:
        """Whether the halves stand side by side."""
        return self._line.direction() is QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the wider half: the other can go below it."""
        least = self._line.minimumSize()
        halves = (self._line.itemAt(at).minimumSize().width() for at in range(2))
        return QSize(min(least.width(), max(halves)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the halves for the new width."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = across if self.width() >= px(self._room) else down
        if direction is not self._line.direction():
            self._line.setDirection(direction)
            self.updateGeometry()
