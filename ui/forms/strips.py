"""Lines that open in a form: the note on a field, and the reason for which a submission is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from ui.kit.empty import IconLabel
from ui.kit.fields import TextField
from ui.kit.labels import Body, ErrorText
from ui.kit.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workbench.forms.engine.node import Node


class NoteStrip(QFrame):
    """Takes a note on a field; Enter keeps it, Esc leaves it as it was."""

    written = Signal(object, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "info")
        self._node: Node | None = None
        self.about = Body("")
        self.line = TextField(self.tr("Note on the field"), self.tr("Enter keeps the note, Esc leaves it"))
        self.line.returnPressed.connect(self._keep)
        whole = row(IconLabel("edit", "info"), self.about, gap=10, margins=(12, 6, 12, 6))
        whole.addWidget(self.line, 1)
        self.setLayout(whole)
        self.hide()

    def open_for(self, node: Node, note: str) -> None:
        """Open for a question."""
        self._node = node
        self.about.setText(self.tr("Note on “{question}”").format(question=node.label[:24]))
        self.line.setText(note)
        self.show()
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.written.emit(self._node, self.line.text().strip())
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class ReasonStrip(QFrame):
    """Asks why a submission is put right (更正理由); Enter goes on to the form."""

    given = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        title = self.tr("Why is this submission put right?")
        self.line = TextField(
            title, self.tr("As it will stand in the record, for example: the number was misread")
        )
        self.line.returnPressed.connect(self._given)
        self.line.textEdited.connect(lambda _text: self.error.setText(""))
        self.error = ErrorText("")
        lower = column(self.line, self.error, gap=2)
        whole = row(IconLabel("history", "warning"), Body(title), gap=10, margins=(12, 6, 12, 6))
        whole.addLayout(lower, 1)
        self.setLayout(whole)

    def reason(self) -> str:
        """Return the reason as typed."""
        return self.line.text().strip()

    def insist(self) -> None:
        """Say that the reason is missing, and wait for it."""
        self.error.setText(self.tr("Say the reason first; what you changed is kept."))
        self.line.setFocus()

    def _given(self) -> None:
        if self.reason():
            self.given.emit()
        else:
            self.insist()
