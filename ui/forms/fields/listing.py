"""Options found by typing: a code chooses at once, letters search words and pinyin; one or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.forms.asked import FEW, Asked, Way
from ui.forms.fields.field import Field
from ui.forms.fields.options import OptionList
from ui.forms.matching import Matcher
from ui.kit.empty import IconLabel
from ui.kit.fields import TextField
from ui.kit.layouts import row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}


class ListField(Field):
    """A line with a list below; ``opens`` lets short lists open as soon as the cursor comes."""

    def __init__(self, *, opens: bool = False, fit: str = "") -> None:
        super().__init__()
        self._opens, self._dirty, self._matchers = opens, False, {}
        self.line = TextField("")
        self.line.setProperty("fit", fit)
        self.line.hold(IconLabel("down", "text_faint", 14), right=True)
        self.line.textEdited.connect(self._edited)
        self.options = OptionList("")
        self.options.taken.connect(self._take_option)
        self.destroyed.connect(self.options.deleteLater)
        self.setLayout(row(self.line))
        self.setFocusProxy(self.line)

    def take(self, asked: Asked) -> None:
        """Show the words of what is chosen."""
        self._matcher = self._matchers.setdefault(asked.choices, Matcher(asked.choices))
        self._dirty = False
        self.options.setAccessibleName(asked.label)
        self.line.setText("、".join(map(asked.word_of, asked.chosen)))
        self.line.setPlaceholderText(self.tr("Code, word or initials"))

    def update_question(self, asked: Asked) -> None:
        """Take in other options; what is being typed stays."""
        super().update_question(asked)
        if not self._dirty:
            self.take(asked)

    def answer(self) -> str | None:
        """Return the option pointed at for what is typed; what fits nothing stays as typed."""
        typed = self.line.text().strip()
        if not self._dirty:
            return None
        if not typed:
            return self.asked.value if self._several else ""
        exact = self._matcher.exact(typed)
        pointed = exact.value if exact else self.options.current() if self.options.isVisible() else ""
        return self._with(pointed) if pointed else typed

    def focus_widget(self) -> QWidget:
        """The line itself."""
        return self.line

    def takes_key(self, event: QKeyEvent) -> bool:
        """Up and Down walk the open list, Space ticks, Escape closes; Alt+Down opens."""
        key, is_open = event.key(), self.options.isVisible()
        if key in _ROWS and is_open:
            self.options.step(_ROWS[Qt.Key(key)])
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open()
        elif key == Qt.Key.Key_Escape and is_open:
            self.options.hide()
        elif key == Qt.Key.Key_Space and is_open and self._several:
            self._take_option(self.options.current())
        else:
            return False
        return True

    def keeps_key(self, event: QKeyEvent) -> bool:
        """Left and right stay inside what is being typed."""
        return self._stays_inside(Qt.Key(event.key()))

    def come(self) -> None:
        """Select the words; open a short list that has no answer yet."""
        self.line.selectAll()
        if self._opens and not self.asked.value and len(self.asked.choices) <= FEW + 3:
            self.open()

    def leave(self) -> None:
        """Close the list."""
        self.options.hide()

    def open(self) -> None:
        """Open the list for what is typed."""
        keys = dict(zip((choice.value for choice in self._matcher.choices), self._matcher.keys, strict=True))
        found = self._matcher.found(self.line.text() if self._dirty else "")
        self.options.offer(found, keys, self.asked.chosen)
        if self.asked.chosen and not self._dirty:
            self.options.make_current(self.asked.chosen[0])
        self.options.float_at(self)

    @property
    def _several(self) -> bool:
        return self.asked.way in (Way.MANY, Way.TICKS)

    def _stays_inside(self, key: Qt.Key) -> bool:
        at, text = self.line.cursorPosition(), self.line.text()
        if not self._dirty:
            return False
        return (key == Qt.Key.Key_Left and at > 0) or (key == Qt.Key.Key_Right and at < len(text))

    def _edited(self, text: str) -> None:
        self._dirty = True
        found = self._matcher.by_key(text.strip()) if text.strip() else None
        if found is not None and self._several:
            self._take_option(found.value)
        elif found is not None:
            self._dirty = False
            self.options.hide()
            self.settled.emit(found.value)
        elif not text and not self._several:
            self.typed.emit("")
        else:
            self.open()

    def _take_option(self, value: str) -> None:
        self._dirty = False
        if self._several:
            self.chosen.emit(self._with(value))
            # The line is free for the next one; what is ticked stays in sight behind it.
            self.line.setPlaceholderText(self.line.text())
            self.line.clear()
            self.open()
        else:
            self.options.hide()
            self.settled.emit(value)

    def _with(self, value: str) -> str:
        if not self._several:
            return value
        chosen = [code for code in self.asked.chosen if code != value]
        return " ".join(chosen if value in self.asked.chosen else [*chosen, value])
