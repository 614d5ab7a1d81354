"""One field in dispute: mine, theirs and what both started from, side by side; taken by 1, 2 or 3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.kit.buttons import QuietButton
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption, Strong
from ui.kit.layouts import column, panel, row, show_if
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.sync.boxes import BaseBox, ValueBox
from ui.sync.eye import SharedEye
from ui.sync.third import ThirdValue
from workbench.security.roles import Permission
from workbench.sync.choices import FieldChoice, Take

if TYPE_CHECKING:
    from ui.page import Page
    from ui.sync.reading import FieldLine
    from workbench.desk.sync_views import Revealed


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands behind the two values, in words."""

    mine: str
    theirs: str


class FieldRow(QFrame):
    """``chosen`` carries the choice; ``entered`` tells that the cursor came here."""

    chosen = Signal(object)

    def __init__(
        self, page: Page, dispute_id: str, line: FieldLine, sides: Sides, *, settled: bool = False
    ) -> None:
        super().__init__()
        self._page, self.line = page, line
        self.mine, self.theirs = ValueBox("1", sides.mine), ValueBox("2", sides.theirs)
        self.base = BaseBox(self.tr("Before both"))
        self.state = Pill("")
        self.third_button = QuietButton(self.tr("Another value  3"), self.write_third, size="small")
        self.third: ThirdValue | None = None
        self._place(dispute_id)
        self.mine.clicked.connect(lambda _=False: self.chosen.emit(FieldChoice(Take.MINE)))
        self.theirs.clicked.connect(lambda _=False: self.chosen.emit(FieldChoice(Take.THEIRS)))
        self._show_values(line.base, line.mine, line.theirs)
        show_if(self.third_button, line.may_be_written and not settled)
        for box in (self.mine, self.theirs):
            box.setEnabled(not settled)
        self.show_choice(None)

    def show_choice(self, choice: FieldChoice | None) -> None:
        """Mark what is taken."""
        take = choice.take if choice else None
        self.mine.setChecked(take is Take.MINE)
        self.theirs.setChecked(take is Take.THEIRS)
        if take is Take.THIRD and self.third is not None:
            self.state.say(self.tr("another: {value}").format(value=self.third.words() or "—"), Tone.ACCENT)
        elif take is None:
            self.state.say(self.tr("to choose"), Tone.WARNING)
        else:
            self.state.say(self.tr("chosen"), Tone.SUCCESS)

    def press(self, take: Take) -> None:
        """Take a side as its key asks."""
        if take is Take.THIRD:
            self.write_third()
        else:
            (self.mine if take is Take.MINE else self.theirs).click()

    def write_third(self) -> None:
        """Open the field for another value, and put the cursor there."""
        if not self.line.may_be_written or not self.mine.isEnabled():
            return
        if self.third is None:
            self.third = ThirdValue(self.line, self._page.desk.today())
            self.third.written.connect(self.chosen)
            self._whole.addWidget(self.third)
        self.third.show()
        self.third.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_being_written(self) -> bool:
        """Whether another value is being typed."""
        return self.third is not None and bool(self.third.words())

    def take_cursor(self) -> None:
        """Put the cursor on what is taken, or on mine."""
        box = self.theirs if self.theirs.isChecked() else self.mine
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, values: Revealed | None) -> None:
        """Show the values in full, or masked again."""
        if values is None:
            self._show_values(self.line.base, self.line.mine, self.line.theirs)
        else:
            self._show_values(values.base, values.mine, values.theirs)

    def _show_values(self, base: str, mine: str, theirs: str) -> None:
        for box, value in ((self.base, base), (self.mine, mine), (self.theirs, theirs)):
            box.show_value(value, self.line.label)

    def _place(self, dispute_id: str) -> None:
        head = row(Strong(self.line.label), self.state, gap=8)
        if self.line.alike:
            head.addWidget(Caption(self.tr("the hidden digits differ")))
        head.addStretch(1)
        if self.line.field.masked and self._page.desk.may(Permission.UNMASK):
            head.addWidget(SharedEye(self._page, dispute_id, self.line.name, self.line.label, self.reveal))
        head.addWidget(self.third_button)
        boxes = FlowLayout(self.mine, self.theirs, self.base, gap=8, fill=True)
        self._whole: QVBoxLayout = column(head, panel(boxes), gap=6)
        if self.line.current not in (self.line.theirs, self.line.mine):
            words = self.tr("Now it says: {value}").format(value=self.line.current)
            self._whole.addWidget(Caption(words, wrap=True))
        self.setLayout(self._whole)


def sides_of(line: Any, mine: str, nobody: str) -> Sides:
    """Return who stands behind the two values of a dispute: me or the author, and whoever came before."""
    return Sides(mine if line.mine else line.author, line.other_author or nobody)
