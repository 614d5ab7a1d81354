"""Small marks as widgets: the deadline lamp and the avatar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.kit.painting import LampLevel, draw_avatar, draw_lamp
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Lamp(QWidget):
    """A deadline lamp; ``meaning`` says in words what it shows (tooltip and screen reader)."""

    def __init__(
        self, level: LampLevel = LampLevel.OFF, meaning: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(px(14), px(14))
        self.show_level(level, meaning)

    def show_level(self, level: LampLevel, meaning: str) -> None:
        """Change what the lamp shows."""
        self.level = level
        self.setToolTip(meaning)
        self.setAccessibleName(meaning)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the level's shape."""
        painter = QPainter(self)
        draw_lamp(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.level)


class Avatar(QWidget):
    """A circle with a person's surname; ``size`` is the diameter at 100 %."""

    def __init__(self, name: str, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(px(size), px(size))
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Change the person."""
        self.name = name
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the surname."""
        draw_avatar(QPainter(self), QRectF(self.rect()), self.name)
