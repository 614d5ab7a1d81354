"""A date as people at the counter type it: 1955-3-12, 1955.3.12, 19550312 or 3-12."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PARTS = re.compile(r"^\s*(?:(\d{4})[-./年\s]*)?(\d{1,2})[-./月\s]*(\d{1,2})\s*日?\s*$")


def read_date(text: str, year: int) -> date | None:
    """Return the date typed, in ``year`` if it names none; None if it is no date."""
    found = _PARTS.match(text)
    if not found:
        return None
    try:
        return date(int(found[1] or year), int(found[2]), int(found[3]))
    except ValueError:
        return None


class DateField(TextField):
    """One date; written out as 1955-03-12 when the cursor leaves. ``changed`` carries a date or None."""

    changed = Signal(object)

    def __init__(
        self, name: str, today: date, value: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, self.tr("year-month-day"), parent=parent)
        self._today = today
        self.show_date(value)
        self.editingFinished.connect(self._tidy)
        self.textEdited.connect(lambda _text: self.changed.emit(self.value()))

    def value(self) -> date | None:
        """Return the date, or None while there is none."""
        return read_date(self.text(), self._today.year)

    def is_wrong(self) -> bool:
        """Whether something was typed that is no date."""
        return bool(self.text().strip()) and self.value() is None

    def show_date(self, value: date | None) -> None:
        """Show a date, or nothing."""
        self.setText(value.isoformat() if value else "")

    def _tidy(self) -> None:
        if self.value() is not None:
            self.show_date(self.value())
