"""Joins a search field with a list of what it finds: keystrokes look, arrows steer, Enter takes the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.choice_lines import Choice
    from ui.kit.choices import ChoiceList
    from ui.kit.fields import SearchField
    from ui.page import Page

Find = "Callable[[str], Sequence[Choice]]"
STEERING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Finder(QObject):
    """The cursor stays in the field; ``taken`` carries the key of a line, ``left`` is Esc in an empty field.

    Enter may be pressed before the answer is there (a card reader types faster than anybody): the first
    line is then taken as soon as the answer to exactly this text arrives.
    """

    taken = Signal(str)
    found = Signal(int)
    left = Signal()

    def __init__(self, page: Page, field: SearchField, lines: ChoiceList, find: Find) -> None:
        super().__init__(page)
        self._page, self.field, self.lines, self._find = page, field, lines, find
        self._answered: str | None = None
        self._eager, self._kept = False, ""
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.textChanged.connect(self.look)
        field.installEventFilter(self)
        lines.chosen.connect(self._take)

    def look(self, text: str = "") -> None:
        """Look for the text; the answer to an older text is dropped."""
        self._answered, self._eager, self._kept = None, False, ""
        wanted = text.strip()
        self._page.ask_latest(
            self.field.objectName(), lambda: self._find(wanted), lambda got: self._show(text, got)
        )

    def look_again(self) -> None:
        """Look again for what is in the field."""
        self.look(self.field.text())

    def follow(self) -> None:
        """Look again because records changed; the line in focus stays."""
        at = self.lines.current()
        self.look(self.field.text())
        self._kept = at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer the list from the field."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event)
        return False

    def _steer(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in STEERING:
            self._move(event)
        elif event.key() in ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and not self.field.text():
            self.left.emit()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._answered == self.field.text():
            self._take(self.lines.current())
        else:
            self._eager = True

    def _move(self, event: QKeyEvent) -> None:
        if self.lines.currentRow() < 0:
            self.lines.choose_first()
        else:
            self.lines.keyPressEvent(event)

    def _show(self, text: str, choices: Sequence[Choice]) -> None:
        self._answered = text
        self.lines.show_choices(choices)
        if not text.strip():
            # What is offered unasked is not taken by a stray Enter: an arrow chooses it first.
            self.lines.setCurrentRow(-1)
        if self._kept:
            self.lines.make_current(self._kept)
        self.found.emit(sum(not choice.heading for choice in choices))
        if self._eager and text.strip():
            self._take(self.lines.current())

    def _take(self, key: str) -> None:
        self._eager = False
        if key:
            self.taken.emit(key)
