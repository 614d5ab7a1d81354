"""The fields of one conflict below each other: chosen by keys, taken back by Ctrl+Z, saved all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.labels import Caption
from ui.kit.layouts import STRETCH, bring_into_view, column, panel, row, scrolled
from ui.sync.choosing import Choosing
from ui.sync.field_row import FieldRow
from ui.theme.theme import px
from workbench.sync.choices import Take

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ui.page import Page
    from ui.sync.field_row import Sides
    from ui.sync.reading import ShownDispute
    from workbench.sync.choices import FieldChoice

LEAST_HEIGHT = 168
KEYS = {"1": Take.MINE, "2": Take.THEIRS, "3": Take.THIRD}


class FieldsPane(QWidget):
    """``decided`` carries every choice once the person saves."""

    decided = Signal(object)

    def __init__(self, page: Page, shown: ShownDispute, sides: Sides) -> None:
        super().__init__()
        settled = bool(shown.detail.line.choice) or not shown.detail.may_resolve
        self._choosing = Choosing(shown.detail.fields, {line.name for line in shown.lines})
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
        area = scrolled(panel(rows))
        area.setMinimumHeight(px(LEAST_HEIGHT))
        whole.addWidget(area, 1)
        whole.addWidget(foot)
        self.setLayout(whole)
        foot.setVisible(not settled)
        for name, one in self.rows.items():
            one.chosen.connect(lambda choice, field=name: self._choose(field, choice))
        self._settled = settled
        self._show_choices()

    @property
    def choices(self) -> Mapping[str, FieldChoice]:
        """What is chosen so far."""
        return self._choosing.choices

    def is_touched(self) -> bool:
        """Whether something here would be lost."""
        return self._choosing.is_touched or any(one.is_being_written() for one in self.rows.values())

    def key_deeds(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Give the keys of the whole dispute, and what they do."""
        if self._settled:
            return
        for keys, take in KEYS.items():
            yield keys, lambda side=take: self._current().press(side)
        yield from (("Ctrl+Z", self.undo), ("Ctrl+Return", self.save))
        yield from (("Down", lambda: self._move(1)), ("Up", lambda: self._move(-1)))

    def begin(self) -> None:
        """Put the cursor on the first field that waits."""
        waiting = self._choosing.left or tuple(self.rows)
        if waiting:
            self._go_to(self.rows[waiting[0]])

    def undo(self) -> None:
        """Take the last choice back."""
        if self._choosing.undo():
            self._show_choices()

    def save(self) -> None:
        """Hand the choices on, or go to the first field that has none."""
        if self._choosing.left:
            self.begin()
        else:
            self.decided.emit(self._choosing.complete())

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

    def _move(self, step: int) -> None:
        """Go to the next row; in a list of words, to the next word."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QComboBox):
            focus.setCurrentIndex(max(0, min(focus.currentIndex() + step, focus.count() - 1)))
            return
        rows = list(self.rows.values())
        at = rows.index(self._current()) + step
        self._go_to(rows[max(0, min(at, len(rows) - 1))])

    def _go_to(self, one: FieldRow) -> None:
        one.take_cursor()
        bring_into_view(one)

    def _current(self) -> FieldRow:
        """Return the row the cursor is in, else the first."""
        focus = QApplication.focusWidget()
        rows = list(self.rows.values())
        return next((one for one in rows if focus is not None and one.isAncestorOf(focus)), rows[0])
