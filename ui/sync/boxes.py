"""Boxes with a value: one that can be taken by click or key, and one that only shows what was before."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from ui.kit.labels import Body, Caption, KeyHint
from ui.kit.layouts import STRETCH, column, row
from ui.theme.theme import px

LEAST_WIDTH = 176
"""A box narrower than this (at 100 %) goes on the next line."""


class ValueBox(QPushButton):
    """Somebody's value; checked when it is taken."""

    def __init__(self, key: str, who: str) -> None:
        super().__init__()
        self.setProperty("role", "value")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.who = who
        self.key, self.value = KeyHint(key), Body("", wrap=True)
        for label in (self.value, self.key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head = row(Caption(who, wrap=True), self.key, gap=6)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.value, STRETCH, gap=4, margins=(12, 8, 10, 10)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_value(self, words: str, field: str) -> None:
        """Show a value; screen readers hear whose it is and of which field."""
        self.value.setText(words)
        self.setAccessibleName(f"{field}: {self.who}: {words}")

    def sizeHint(self) -> QSize:
        """As wide as a box must be, as high as its words need then."""
        width = px(LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()


class BaseBox(QFrame):
    """What both started from: shown, never chosen."""

    def __init__(self, who: str) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self.who = who
        self.value = Body("", wrap=True)
        self.setLayout(column(Caption(who, wrap=True), self.value, STRETCH, gap=4, margins=(12, 9, 12, 10)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_value(self, words: str, field: str) -> None:
        """Show the value."""
        self.value.setText(words)
        self.setAccessibleName(f"{field}: {self.who}: {words}")

    def sizeHint(self) -> QSize:
        """As wide as a box must be."""
        width = px(LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))
