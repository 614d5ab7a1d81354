"""Listens to the keyboard of the live fields: counts every stroke, and turns the form's keys into verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.forms.keyboard import Verb, counts, takes_back, verb_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.fields.field import Field
    from ui.forms.meter import KeyMeter

_ARROWS = frozenset({Verb.UP, Verb.DOWN, Verb.LEFT, Verb.RIGHT})


class FieldKeys(QObject):
    """``asked`` carries the verb of a key that is not the field's own."""

    asked = Signal(object)

    def __init__(self, meter: KeyMeter, parent: QObject) -> None:
        super().__init__(parent)
        self.meter = meter
        self.at_start: Callable[[], bool] = lambda: False
        """Whether Shift+Tab leaves the form instead of going back."""
        self._fields: dict[QObject, Field] = {}

    def listen(self, field: Field) -> None:
        """Listen to a field from now on."""
        self._fields[field.focus_widget()] = field
        field.focus_widget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the form's keys before the field and the window see them."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod:
            # An input method gets the keys itself; each of its events is a key pressed in it.
            self.meter.press()
        if kind == QEvent.Type.FocusOut:
            self._fields[watched].leave()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and verb_of(event):
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(self._fields[watched], event)
        return super().eventFilter(watched, event)

    def _press(self, field: Field, event: QKeyEvent) -> bool:
        verb = verb_of(event)
        if counts(event):
            self.meter.press(correction=takes_back(event, verb))
        if field.takes_key(event):
            return True
        if event.key() == Qt.Key.Key_Backtab and self.at_start():
            return False
        if verb is None or (verb in _ARROWS and field.keeps_key(event)):
            return False
        self.asked.emit(verb)
        return True
