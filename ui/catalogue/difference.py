"""What an import would change, item by item and field by field, before anybody agrees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.dialogs import Dialog
from ui.kit.fields import CheckField
from ui.kit.labels import Body, Caption, Hairline, Soft, Strong, Title
from ui.kit.layouts import clear, column, panel, row, scrolled, show_if
from ui.kit.tones import Tone
from ui.theme.theme import px, theme
from ui.wording.labels import label_of
from workbench.catalogue.difference import ChangeKind, in_words
from workbench.catalogue.wording import FIELD_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.catalogue.difference import CatalogueDifference, FieldChange, ItemChange

WIDTH, EDGE = 900, 48
"""Width of the dialog at 100 %, and what it leaves of a smaller window."""

CHANGE_TONES = {
    ChangeKind.ADDED: Tone.SUCCESS,
    ChangeKind.CHANGED: Tone.INFO,
    ChangeKind.REMOVED: Tone.WARNING,
}


class DifferenceDialog(Dialog):
    """Shows a difference; ``agreed`` carries whether what the file lacks shall be retired."""

    agreed = Signal(bool)

    def __init__(self, changes: CatalogueDifference, parent: QWidget) -> None:
        room = round(parent.window().width() / theme().scale) - EDGE
        super().__init__("", parent=parent, width=min(WIDTH, room))
        self.heading.setText(self.tr("What the import would change"))
        self.setWindowTitle(self.heading.text())
        self._changes = changes
        self.sentence.setText(self._summary())
        self.sentence.show()
        self.list = ChoiceList(self.tr("Changed items"), [_line(change) for change in changes.changes])
        self.fields = FieldChanges()
        missing = len(changes.of(ChangeKind.REMOVED))
        words = self.tr("Also retire the %n item(s) the file does not have", "", missing)
        self.retire = CheckField(words)
        show_if(self.retire, bool(missing))
        self._place()
        self.apply = self.add_buttons(self.tr("Import  Ctrl+Enter"), self._agree)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._agree)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self._show_current()
        self.list.setFocus()

    def _summary(self) -> str:
        counts = [f"{label_of(kind)} {len(self._changes.of(kind))}" for kind in ChangeKind]
        if self._changes.posts:
            counts.append(self.tr("posts {count}").format(count=len(self._changes.posts)))
        return " · ".join((self._changes.source, *counts))

    def _place(self) -> None:
        self.list.setFixedWidth(self.minimumWidth() // 3)
        halves = row(self.list, gap=16)
        halves.addWidget(scrolled(self.fields), 1)
        holder = panel(halves)
        holder.setMinimumHeight(px(360))
        self.body.addWidget(holder, 1)
        self.body.addWidget(self.retire)

    def _show_current(self) -> None:
        code = self.list.current()
        change = next((one for one in self._changes.changes if one.code == code), None)
        if change is not None:
            self.fields.show_change(change)

    def _agree(self) -> None:
        self.agreed.emit(self.retire.isChecked())
        self.accept()


class FieldChanges(QWidget):
    """One item's fields, before at the left and after at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Before and after"))
        self.name = Title("", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        whole = column(self.name, gap=12, margins=(0, 0, 8, 0))
        whole.addLayout(self._grid)
        whole.addStretch(1)
        self.setLayout(whole)

    def show_change(self, change: ItemChange) -> None:
        """Show one item's change."""
        clear(self._grid)
        self.name.setText(change.name)
        if change.kind is ChangeKind.CHANGED:
            self._show_fields(change.fields)
        else:
            self._show_whole(change)

    def _show_fields(self, fields: tuple[FieldChange, ...]) -> None:
        for at, words in enumerate(("", self.tr("Before"), self.tr("After"))):
            self._grid.addWidget(Caption(words), 0, at)
        for place, field in enumerate(fields):
            line = 2 * place + 1
            self._grid.addWidget(Hairline(), line, 0, 1, 3)
            cells = (Soft(field.title), Soft(field.before or "—"), Strong(field.after or "—"))
            for at, cell in enumerate(cells):
                self._put(cell, line + 1, at)

    def _show_whole(self, change: ItemChange) -> None:
        for at, (title, words) in enumerate(_contents(change)):
            self._put(Soft(title), at, 0)
            self._put(Body(words), at, 1, 2)

    def _put(self, label: QLabel, line: int, at: int, columns: int = 1) -> None:
        label.setWordWrap(at > 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, line, at, 1, columns)


def _contents(change: ItemChange) -> Iterator[tuple[str, str]]:
    item = change.after or change.before
    if item is None:
        return
    for field, title in FIELD_TITLES.items():
        if words := in_words(item, field):
            yield title, words


def _line(change: ItemChange) -> Choice:
    return Choice(change.code, change.name, change.code, label_of(change.kind), CHANGE_TONES[change.kind])
