"""The fields of one conflict below each other: chosen by keys, taken back by Ctrl+Z, saved all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.labels import Caption
from ui.kit.layouts import STRETCH, column, panel, row, scrolled
from ui.sync.choosing import Choosing
from ui.sync.field_row import FieldRow
from workbench.desk.sync_views import Take

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.page import Page
    from ui.sync.field_row import Sides
    from ui.sync.reading import ShownDispute
    from workbench.desk.sync_views import FieldChoice

KEYS = {"1": Take.MINE, "2": Take.THEIRS, "3": Take.THIRD}


class FieldsPane(QWidget):
    """``decided`` carries every choice once the person saves."""

    decided = Signal(object)

    def __init__(self, page: Page, shown: ShownDispute, sides: Sides) -> None:
        super().__init__()
        settled = bool(shown.detail.line.choice) or not shown.detail.may_resolve
        self._choosing = Choosing([line.field for line in shown.lines])
        self.rows = {
            line.name: FieldRow(page, shown.detail.line.id, line, sides, settled=settled)
            for line in shown.lines
        }
        self.count = Caption("")
        self.undo_button = QuietButton(self.tr("Undo  Ctrl+Z"), self.undo, icon_name="undo")
        self.save_button = PrimaryButton(self.tr("Save  Ctrl+Enter"), self.save)
        foot = panel(row(self.count, STRETCH, self.undo_button, self.save_button))
        rows = column(*self.rows.values(), STRETCH, gap=16, margins=(0, 0, 8, 0))
        whole = column(gap=12)
        whole.addWidget(scrolled(panel(rows)), 1)
        whole.addWidget(foot)
        self.setLayout(whole)
        foot.setVisible(not settled)
        for name, one in self.rows.items():
            one.chosen.connect(lambda choice, field=name: self._choose(field, choice))
        if not settled:
            self._bind_keys()
        self._show_choices()

    @property
    def choices(self) -> Mapping[str, FieldChoice]:
        """What is chosen so far."""
        return self._choosing.choices

    def is_touched(self) -> bool:
        """Whether something here would be lost."""
        return self._choosing.is_touched or any(one.is_being_written() for one in self.rows.values())

    def begin(self) -> None:
        """Put the cursor on the first field that waits."""
        waiting = self._choosing.left or tuple(self.rows)
        if waiting:
            self.rows[waiting[0]].take_cursor()

    def undo(self) -> None:
        """Take the last choice back."""
        if self._choosing.undo():
            self._show_choices()

    def save(self) -> None:
        """Hand the choices on, or go to the first field that has none."""
        if self._choosing.left:
            self.begin()
        else:
            self.decided.emit(dict(self.choices))

    def set_busy(self, busy: bool) -> None:
        """Wait while it is being saved."""
        self.save_button.setEnabled(not busy)

    def _choose(self, name: str, choice: FieldChoice) -> None:
        self._choosing.choose(name, choice)
        self._show_choices()
        if self._choosing.left:
            self.begin()
        else:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self) -> None:
        for name, one in self.rows.items():
            one.show_choice(self.choices.get(name))
        self.undo_button.setEnabled(self._choosing.is_touched)
        left = len(self._choosing.left)
        words = self.tr("%n field(s) still to choose", "", left)
        self.count.setText(words if left else self.tr("All chosen. Nothing is saved yet."))

    def _bind_keys(self) -> None:
        for keys, take in KEYS.items():
            self._on_key(keys, lambda side=take: self._press(side))
        self._on_key("Ctrl+Z", self.undo)
        self._on_key("Ctrl+Return", self.save)
        self._on_key("Down", lambda: self._move(1))
        self._on_key("Up", lambda: self._move(-1))

    def _on_key(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, act)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _press(self, take: Take) -> None:
        self._current().press(take)

    def _move(self, step: int) -> None:
        rows = list(self.rows.values())
        at = rows.index(self._current()) + step
        rows[max(0, min(at, len(rows) - 1))].take_cursor()

    def _current(self) -> FieldRow:
        """Return the row the cursor is in, else the first."""
        focus = QApplication.focusWidget()
        rows = list(self.rows.values())
        return next((one for one in rows if focus is not None and one.isAncestorOf(focus)), rows[0])
