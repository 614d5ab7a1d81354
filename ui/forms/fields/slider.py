"""A number in a range: typed by digits, or moved by the arrows along a slider."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from ui.forms.fields.field import Field
from ui.forms.reading import stored
from ui.kit.fields import TextField
from ui.kit.labels import Caption
from ui.kit.layouts import row
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from ui.forms.asked import Asked


LINE_WIDTH = 76


class SliderField(Field):
    """A range with start, end and step as the form gives them."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._dirty = today, False
        self.line = TextField("")
        self.line.setFixedWidth(px(LINE_WIDTH))
        self.line.textEdited.connect(self._edited)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.slider.valueChanged.connect(self._slid)
        self.low, self.high = Caption(""), Caption("")
        self.setLayout(row(self.line, self.low, self.slider, self.high))
        self.setFocusProxy(self.line)

    def take(self, asked: Asked) -> None:
        """Show range and answer."""
        self._dirty = False
        self._start, self._end, self._step = range_of(asked)
        self.low.setText(_plain(self._start))
        self.high.setText(_plain(self._end))
        self.slider.setAccessibleName(asked.label)
        self.line.setText(asked.value)
        self.slider.blockSignals(True)
        self.slider.setRange(0, int((self._end - self._start) / self._step))
        self.slider.blockSignals(False)
        self._point(asked.value)

    def answer(self) -> str | None:
        """Return the number typed."""
        return stored(self.asked.way, self.line.text(), self._today()) if self._dirty else None

    def focus_widget(self) -> QWidget:
        """The line with the number."""
        return self.line

    def takes_key(self, event: QKeyEvent) -> bool:
        """Left and right move the slider by a step."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is None:
            return False
        self.slider.setValue(self.slider.value() + steps)
        return True

    def come(self) -> None:
        """Select the number."""
        self.line.selectAll()

    def _slid(self, at: int) -> None:
        self._dirty = False
        self.line.setText(_plain(self._start + at * self._step))
        self.chosen.emit(self.line.text())

    def _edited(self, _text: str) -> None:
        self._dirty = True
        typed = stored(self.asked.way, self.line.text(), self._today())
        self._point(typed)
        self.typed.emit(typed)

    def _point(self, value: str) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(int(((number(value) or self._start) - self._start) / self._step))
        self.slider.blockSignals(False)


def range_of(asked: Asked) -> tuple[Decimal, Decimal, Decimal]:
    """Return start, end and step of a range; 1 to 10 by 1 where the form does not say (ODK's default)."""
    given = asked.node.control.attributes if asked.node.control else {}
    start, end = number(given.get("start", "")), number(given.get("end", ""))
    step = number(given.get("step", ""))
    return (Decimal(1) if start is None else start, Decimal(10) if end is None else end, step or Decimal(1))


def number(text: str) -> Decimal | None:
    """Return a number, or None."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
