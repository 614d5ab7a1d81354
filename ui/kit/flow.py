"""A row that breaks into lines when the room is short, for tiles, pills and filters at any scale."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme.theme import px


class FlowLayout(QLayout):
    """Items from left to right, on as many lines as needed; with ``fill`` each line is filled evenly."""

    def __init__(self, *widgets: QWidget, gap: int = 8, fill: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._fill = px(gap), fill
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; called by ``addWidget``."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more height than the lines need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the lines take at a width."""
        sides = self.contentsMargins()
        room = width - sides.left() - sides.right()
        return self._arrange(QRect(0, 0, room, 0), place=False) + sides.top() + sides.bottom()

    def setGeometry(self, room: QRect) -> None:
        """Place the items."""
        super().setGeometry(room)
        self._arrange(room.marginsRemoved(self.contentsMargins()), place=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        size = QSize(width, max((size.height() for size in sizes), default=0))
        return size.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, room: QRect, *, place: bool) -> int:
        top = room.top()
        for line in self._lines(room.width()):
            widths = self._widths(line, room.width())
            height = max(map(_height, line, widths))
            if place:
                self._place(line, widths, QPoint(room.left(), top), height)
            top += height + self._gap
        return max(top - self._gap - room.top(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in (item for item in self._items if not item.isEmpty()):
            needed = item.sizeHint().width()
            if not lines or left + needed > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += needed + self._gap
        return lines

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        if self._fill:
            return [(room - self._gap * (len(line) - 1)) // len(line)] * len(line)
        return [min(item.sizeHint().width(), room) for item in line]

    def _place(self, line: list[QLayoutItem], widths: list[int], corner: QPoint, height: int) -> None:
        left = corner.x()
        for item, width in zip(line, widths, strict=True):
            tall = height if self._fill else _height(item, width)
            item.setGeometry(QRect(left, corner.y() + (height - tall) // 2, width, tall))
            left += width + self._gap


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
