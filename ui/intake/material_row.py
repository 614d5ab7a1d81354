"""One material of the checklist: its state by keys 1 to 4, its promise date, and what was scanned of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame

from ui.intake.state_switch import STATES, StateSwitch
from ui.kit.buttons import IconButton
from ui.kit.dates import DateField
from ui.kit.labels import Caption, Elided
from ui.kit.layouts import column, row
from ui.kit.redrawn import Redrawn
from ui.theme.theme import colour, px
from ui.wording.labels import label_of
from workbench.intake.kinds import MaterialState

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent

    from workbench.intake.requests import MaterialTick
    from workbench.intake.rules.materials import MaterialLine

DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
DATE_WIDTH = 112


class MaterialRow(Redrawn, QFrame):
    """A row that can have the focus; ``ticked`` carries a new tick, ``scans_wanted`` the files dropped."""

    ticked = Signal(object)
    scans_wanted = Signal(str, list)
    moved = Signal(int)

    def __init__(
        self,
        line: MaterialLine,
        tick: MaterialTick,
        held: str,
        promise: date | None,
        note: str,
        *,
        today: date,
    ) -> None:
        super().__init__()
        self.line, self.tick, self._promise, self._held, self._note = line, tick, promise, held, note
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.switch = StateSwitch(self.possible(), tick.state, required=line.required)
        self.switch.chosen.connect(self.choose)
        self.name = Elided(line.name)
        self.caption = Elided("", role="caption")
        self.due = self._due_field(today)
        self.scan = IconButton("paperclip", self.tr("Add a scan or photo (A)"), self.ask_for_files, size=16)
        self.scan.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.count = Caption("")
        words = column(self.name, self.caption, gap=0)
        whole = row(self.switch, gap=10, margins=(8, 4, 6, 4))
        whole.addLayout(words, 1)
        for part in (self.due, self.count, self.scan):
            whole.addWidget(part)
        self.setLayout(whole)
        self.setMinimumHeight(px(44))
        self.show_tick(tick)

    def possible(self) -> frozenset[MaterialState]:
        """Return the states this material can be in."""
        there = {MaterialState.PRESENTED, MaterialState.MISSING}
        if self._held:
            there.add(MaterialState.HELD)
        if self.line.may_follow and self._promise is not None:
            there.add(MaterialState.PROMISED)
        return frozenset(there)

    def choose(self, state: MaterialState) -> bool:
        """Take a state, with the usual promise date where it follows; return whether it is possible."""
        possible = state in self.possible()
        if possible:
            due = (self.tick.promise_due or self._promise) if state is MaterialState.PROMISED else None
            self.ticked.emit(replace(self.tick, state=state, promise_due=due))
        return possible

    def show_tick(self, tick: MaterialTick) -> None:
        """Show how the material stands."""
        self.tick = tick
        self.switch.show_state(tick.state)
        self.caption.setText(self._caption())
        self.due.setVisible(tick.state is MaterialState.PROMISED)
        if not self.due.hasFocus():
            self.due.show_date(tick.promise_due)
        self.count.setText(str(len(tick.attachment_ids)) if tick.attachment_ids else "")
        self.setAccessibleName(f"{self.line.name} {label_of(tick.state)} {self.caption.accessibleName()}")

    def ask_for_files(self) -> None:
        """Let the person choose files."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Scans and photos") + " (*.pdf *.jpg *.jpeg *.png)"
        files, _kind = QFileDialog.getOpenFileNames(self, self.line.name, "", kinds)
        if files:
            self.scans_wanted.emit(self.line.code, files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a state and go on to the next row; arrows move, A adds a file."""
        key = event.key()
        if key in DIGITS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.choose(STATES[DIGITS.index(key)]):
                self.moved.emit(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_A:
            self.ask_for_files()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files dropped here as scans of this material."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.scans_wanted.emit(self.line.code, [file for file in files if Path(file).is_file()])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the row in focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("accent_text") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft") if self.hasFocus() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))

    def focusInEvent(self, event: object) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """Show that the focus left."""
        super().focusOutEvent(event)
        self.update()

    def _caption(self) -> str:
        rank = self.tr("required") if self.line.required else self.tr("if there is one")
        if self.line.required and self.line.may_follow:
            rank = self.tr("required, may follow")
        held = self._held if self.tick.state is MaterialState.HELD else ""
        return " · ".join(filter(None, (held or rank, self._note)))

    def _due_field(self, today: date) -> DateField:
        field = DateField(self.tr("Follows by"), today)
        field.setToolTip(self.tr("The last day on which the resident brings it"))
        field.setFixedWidth(px(DATE_WIDTH))
        field.hide()
        field.changed.connect(self._promise_until)
        field.editingFinished.connect(lambda: field.show_date(self.tick.promise_due))
        return field

    def _promise_until(self, day: date | None) -> None:
        if day and self.tick.state is MaterialState.PROMISED and day != self.tick.promise_due:
            self.ticked.emit(replace(self.tick, promise_due=day))
