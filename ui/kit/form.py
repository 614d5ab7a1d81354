"""A form: label above or beside each field, its error right below, one look for every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ui.kit.labels import Caption, ErrorText, RoleLabel
from ui.kit.layouts import STRETCH, column, row, show_if
from ui.theme.theme import px


class FieldLabel(RoleLabel):
    """The name of a field; ``&`` before a letter makes Alt+letter jump to it."""

    role = "field"

    def __init__(self, text: str, buddy: QWidget, *, required: bool = False) -> None:
        super().__init__("")
        # A star says it without colour; plain text would show the ampersand of the shortcut.
        self.setTextFormat(Qt.TextFormat.AutoText)
        self.setText(f"{text} *" if required else text)
        self.setBuddy(buddy)


class FormGrid(QWidget):
    """Fields in one or more columns; ``show_errors`` puts each error under its field."""

    def __init__(self, columns: int = 1, gap: int = 12) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(gap))
        self._columns = columns
        self._next = 0
        self._fields: dict[str, QWidget] = {}
        self._errors: dict[str, ErrorText] = {}
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)

    def add(
        self,
        key: str,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        required: bool = False,
        span: int = 1,
    ) -> QWidget:
        """Add a field under a label and return it; ``key`` names it for errors."""
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        error = ErrorText()
        note = Caption(hint, wrap=True)
        show_if(note, bool(hint))
        field.setAccessibleDescription(hint)
        self._fields[key], self._errors[key] = field, error
        narrow = field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum
        held = row(field, STRETCH) if narrow else field
        cell = column(FieldLabel(label, field, required=required), held, note, error, gap=4)
        self._grid.addLayout(cell, *self._place(span), 1, span, Qt.AlignmentFlag.AlignTop)
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Add something across all columns, for example a hint or a group's heading."""
        self._grid.addWidget(widget, *self._place(self._columns), 1, self._columns)

    def field(self, key: str) -> QWidget:
        """Return a field by its key."""
        return self._fields[key]

    def show_errors(self, errors: dict[str, str]) -> None:
        """Show these errors, clear all others, and put the cursor into the first field with one."""
        for key, field in self._fields.items():
            self._mark(field, self._errors[key], errors.get(key, ""))
        first = next((field for key, field in self._fields.items() if errors.get(key)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def error(self, key: str) -> str:
        """Return the error shown under a field, or nothing."""
        return self._errors[key].text()

    def _place(self, span: int) -> tuple[int, int]:
        at = self._next % self._columns
        if at + span > self._columns:
            self._next += self._columns - at
        place = divmod(self._next, self._columns)
        self._next += span
        return place

    @staticmethod
    def _mark(field: QWidget, label: QLabel, error: str) -> None:
        label.setText(error)
        field.setProperty("invalid", bool(error))
        field.setAccessibleDescription(error)
        field.style().unpolish(field)
        field.style().polish(field)
