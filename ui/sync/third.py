"""The field in which a third value is written: a line, a day, or one of a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit.buttons import GhostButton
from ui.kit.dates import DateField
from ui.kit.fields import TextField
from ui.kit.layouts import row
from workbench.sync.choices import FieldChoice, Take

if TYPE_CHECKING:
    from datetime import date

    from ui.sync.reading import FieldLine


class ThirdValue(QWidget):
    """Asks for a third value; ``written`` carries the choice once it is confirmed by Enter."""

    written = Signal(object)
    left = Signal()

    def __init__(self, line: FieldLine, today: date) -> None:
        super().__init__()
        self.field = _field(line, self.tr("{field}: another value").format(field=line.label), today)
        self.take = GhostButton(self.tr("Take this  Enter"), self.submit)
        whole = row(gap=8)
        whole.addWidget(self.field, 1)
        whole.addWidget(self.take)
        self.setLayout(whole)
        self.setFocusProxy(self.field)
        if isinstance(self.field, TextField | DateField):
            self.field.returnPressed.connect(self.submit)

    def submit(self) -> None:
        """Take what is written, unless it is no value."""
        field = self.field
        if isinstance(field, DateField) and field.is_wrong():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.written.emit(FieldChoice(Take.THIRD, self._value()))

    def words(self) -> str:
        """Return what is written, as a person reads it."""
        return self.field.currentText() if isinstance(self.field, QComboBox) else self.field.text().strip()

    def _value(self) -> str | None:
        if isinstance(self.field, QComboBox):
            return str(self.field.currentData())
        if isinstance(self.field, DateField):
            day = self.field.value()
            return day.isoformat() if day else None
        return self.field.text().strip() or None


def _field(line: FieldLine, name: str, today: date) -> QWidget:
    if line.options:
        combo = QComboBox()
        combo.setAccessibleName(name)
        for value, word in line.options:
            combo.addItem(word, value)
        return combo
    return DateField(name, today, None) if line.is_day else TextField(name, name)
