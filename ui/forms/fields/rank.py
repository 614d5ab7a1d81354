"""Options put in order: digits say the order, or the arrows carry an option to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.forms.fields.chips import ChipField
from ui.forms.matching import keys_of
from ui.forms.painting import Chip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ui.forms.asked import Asked

_CTRL = Qt.KeyboardModifier.ControlModifier


def ranked(asked: Asked) -> list[str]:
    """Return the codes in the order chosen; what is not placed yet follows in the form's order."""
    offered = [choice.value for choice in asked.choices]
    placed = [code for code in asked.chosen if code in offered]
    return placed + [code for code in offered if code not in placed]


def rank_chips(asked: Asked, pointed: int = -1) -> list[Chip]:
    """Return the options as chips in their order, each with the digit that stands for it."""
    keys = dict(zip((choice.value for choice in asked.choices), keys_of(asked.choices), strict=True))
    return [
        Chip(keys[code], asked.word_of(code), bool(asked.value), at == pointed)
        for at, code in enumerate(ranked(asked))
    ]


class RankField(ChipField):
    """Typing 3 1 2 puts the third first; Ctrl+Left and Ctrl+Right carry the option pointed at."""

    def take(self, asked: Asked) -> None:
        """Show the order."""
        self._placed: list[str] = []
        super().take(asked)
        self._values = ranked(asked)
        self._pointed = 0

    def answer(self) -> str | None:
        """The order so far stands when the cursor goes on."""
        return " ".join(self._order()) if self._placed else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Place by digit, carry by Ctrl and arrows, walk by arrows, begin again by Backspace."""
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if event.text().isdecimal():
            self._place(event.text())
        elif step and event.modifiers() & _CTRL:
            self._carry(step)
        elif step:
            self._pointed = (self._pointed + step) % len(self._values)
            self.update()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._placed = []
            self.chosen.emit("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the order."""
        self.draw(rank_chips(self.asked, self._pointed if self.hasFocus() else -1))

    def shown_chips(self) -> list[Chip]:
        """Return the options in their order."""
        return rank_chips(self.asked)

    def click(self, at: int) -> None:
        """A click places an option next."""
        code = ranked(self.asked)[at]
        self._place(keys_of(self.asked.choices)[[choice.value for choice in self.asked.choices].index(code)])

    def _toggle(self, at: int) -> None:
        self.click(at)

    def _place(self, digit: str) -> None:
        keys = keys_of(self.asked.choices)
        if digit not in keys:
            return
        code = self.asked.choices[keys.index(digit)].value
        if code not in self._placed:
            self._placed.append(code)
        order = self._order()
        everything = len(self._placed) >= len(order) - 1
        (self.settled if everything else self.chosen).emit(" ".join(order))

    def _order(self) -> list[str]:
        return self._placed + [code for code in ranked(self.asked) if code not in self._placed]

    def _carry(self, step: int) -> None:
        order, at = ranked(self.asked), self._pointed
        to = at + step
        if 0 <= to < len(order):
            order.insert(to, order.pop(at))
            self._pointed = to
            self.chosen.emit(" ".join(order))
