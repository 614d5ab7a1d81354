"""A few options side by side: a digit chooses at once, arrows and Space as well; one or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.forms.asked import Asked, Way
from ui.forms.fields.field import Field
from ui.forms.matching import Matcher
from ui.forms.painting import CHIP_PADDING, Chip, chip_places, draw_chip, stacked_places
from ui.kit.redrawn import Redrawn
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

CONFIRMED = "OK"
"""What the form stores where something was read and acknowledged (ODK)."""


def chips_of(asked: Asked, pointed: int = -1) -> list[Chip]:
    """Return the options of a question as chips."""
    if asked.way is Way.CONFIRM:
        return [Chip("", confirm_words(), chosen=asked.value == CONFIRMED, pointed=pointed == 0)]
    keys = Matcher(asked.choices).keys
    return [
        Chip(keys[at], choice.label, choice.value in asked.chosen, at == pointed)
        for at, choice in enumerate(asked.choices)
    ]


def confirm_words() -> str:
    """Return the words of the one chip of an acknowledgement."""
    return QCoreApplication.translate("ChipField", "Read and understood")


class ChipField(Redrawn, Field):
    """Options that can all be seen."""

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._large = large
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._digits, self._pointed = "", -1

    def take(self, asked: Asked) -> None:
        """Show the options and what is chosen."""
        self._matcher, self._digits = Matcher(asked.choices), ""
        self._values = [choice.value for choice in asked.choices] or [CONFIRMED]
        chosen = [at for at, value in enumerate(self._values) if value in asked.chosen]
        self._pointed = chosen[0] if chosen and self.is_single() else -1
        self.say()

    def update_question(self, asked: Asked) -> None:
        """Show again, and leave the arrows where they are."""
        super().update_question(asked)
        if [choice.value for choice in asked.choices] != self._values and asked.choices:
            self.take(asked)
        self.say()

    def is_single(self) -> bool:
        """Whether one option is chosen at most."""
        return self.asked.way is not Way.TICKS

    def say(self) -> None:
        """Draw again, and tell screen readers what is chosen."""
        words = "、".join(self.asked.word_of(code) for code in self.asked.chosen)
        self.setAccessibleDescription("\n".join(filter(None, (words, self.asked.hint, self.asked.message))))
        self.updateGeometry()
        self.update()

    def keeps_key(self, event: QKeyEvent) -> bool:
        """Left and right walk the options."""
        return event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)

    def answer(self) -> str | None:
        """A digit that may still grow stands for its option when the cursor goes on."""
        found = self._matcher.exact(self._digits) if self._digits else None
        return self._with(found.value) if found is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows from the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, walk by arrows, toggle by Space, clear by Backspace."""
        key, text = event.key(), event.text()
        if text.isdecimal():
            self._type_digit(text)
        elif key == Qt.Key.Key_Space:
            self._toggle(max(self._pointed, 0))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._digits = ""
            self.chosen.emit("")
        elif text.isalpha():
            self._type_letter(text)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        at = self.chip_at(event.position().x(), event.position().y())
        if at is not None:
            self._toggle(at)

    def chip_at(self, x: float, y: float) -> int | None:
        """Return which option lies at a point of the field."""
        return next((at for at, place in enumerate(self._places()) if place.contains(x, y)), None)

    def click(self, at: int) -> None:
        """Choose an option as a click does."""
        self._toggle(at)

    def sizeHint(self) -> QSize:
        """As high as the options need."""
        places = self._places()
        return QSize(px(120), round(max((place.bottom() for place in places), default=0)) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the options; the ring shows where the arrows stand."""
        pointed = self._pointed if self._pointed >= 0 else 0
        self.draw(chips_of(self.asked, pointed if self.hasFocus() else -1))

    def draw(self, chips: Sequence[Chip]) -> None:
        """Draw chips in their places."""
        painter, several = QPainter(self), self.asked.way is not Way.CHIPS
        size, pad = (16, 14) if self._large else (14, CHIP_PADDING)
        for place, chip in zip(self._places(), chips, strict=True):
            draw_chip(painter, place, chip, several=several or self._large, size=size, pad=pad)

    def _places(self) -> list[QRectF]:
        chips = [(chip.key, chip.label) for chip in self.shown_chips()]
        return stacked_places(len(chips), self.width()) if self._large else chip_places(chips, self.width())

    def shown_chips(self) -> list[Chip]:
        """Return the options in the order they are seen."""
        return chips_of(self.asked)

    def _type_digit(self, digit: str) -> None:
        typed = self._digits + digit
        if not self._matcher.begins(typed):
            typed = digit
        self._digits = typed if self._matcher.begins(typed) else ""
        found = self._matcher.by_key(self._digits) if self._digits else None
        if found is not None:
            self._digits = ""
            self._choose(self._values.index(found.value))

    def _type_letter(self, letter: str) -> None:
        found = self._matcher.found(letter)
        if not found:
            return
        values = [choice.value for choice in found]
        here = self._values[self._pointed] if self._pointed >= 0 else ""
        at = (values.index(here) + 1) % len(values) if here in values else 0
        self._pointed = self._values.index(values[at])
        if self.is_single():
            self.chosen.emit(values[at])
        self.say()

    def _choose(self, at: int) -> None:
        self._pointed = at
        answer = self._with(self._values[at])
        if self.is_single():
            self.settled.emit(answer)
        else:
            self.chosen.emit(answer)

    def _toggle(self, at: int) -> None:
        self._pointed = at
        self.chosen.emit(self._with(self._values[at], toggle=True))

    def _walk(self, step: int) -> None:
        # As radio buttons do: walking chooses, where one is chosen.
        self._pointed = (self._pointed + step) % len(self._values) if self._pointed >= 0 else 0
        if self.asked.way is Way.CHIPS:
            self.chosen.emit(self._values[self._pointed])
        self.update()

    def _with(self, value: str, *, toggle: bool = False) -> str:
        if self.is_single():
            return "" if toggle and value in self.asked.chosen else value
        chosen = [code for code in self.asked.chosen if code != value]
        if value not in self.asked.chosen:
            chosen.append(value)
        order = {code: at for at, code in enumerate(self._values)}
        return " ".join(sorted(chosen, key=lambda code: order.get(code, len(order))))
