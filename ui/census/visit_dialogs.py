"""What is said at a door that does not become a form at once: nobody in, refused, empty."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from ui.kit.dates import DateField
from ui.kit.fields import TextField
from ui.sections.editing import EditDialog
from workbench.standards.clock import SHANGHAI
from workbench.standards.text import fold

if TYPE_CHECKING:
    from datetime import date

    from ui.page import Page
    from workbench.census.views import CaseRow

_CLOCK = re.compile(r"^(\d{1,2})(?:[:.时点]?([0-5]\d)?)?分?$")


def read_time(text: str) -> time | None:
    """Return a time as people type it: 19, 1930, 19:30, 19点30; None if it is none."""
    typed = fold(text).replace(" ", "")
    found = _CLOCK.match(typed)
    if not found or int(found[1]) > 23:
        return None
    return time(int(found[1]), int(found[2] or 0))


class AbsentDialog(EditDialog):
    """Nobody opened (敲门未遇): a moment to come again stands ready, Enter takes it."""

    def __init__(self, page: Page, case: CaseRow, proposed: datetime | None) -> None:
        super().__init__(page, self.tr("Nobody in"), case.place, columns=2)
        self._case = case
        local = proposed.astimezone(SHANGHAI) if proposed else None
        self.day = DateField(self.tr("Come again on"), page.desk.today(), local.date() if local else None)
        self.hour = TextField(self.tr("At"), "19:30")
        self.hour.setText(local.strftime("%H:%M") if local else "")
        self.note = TextField(self.tr("Note"))
        self.grid.add("day", self.tr("Come again on"), self.day, hint=self.tr("Empty: no day agreed"))
        self.grid.add("hour", self.tr("At"), self.hour)
        self.grid.add("note", self.tr("Note"), self.note, span=2)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Count the try, and note when to come again."""
        day, hour = self.day.value(), read_time(self.hour.text() or "9")
        errors = {"day": self.tr("Type a date.")} if self.day.is_wrong() else {}
        if hour is None:
            errors["hour"] = self.tr("Type a time, such as 1930.")
        self.grid.show_errors(errors)
        if not errors:
            again, note = _moment(day, hour), self.note.text()
            self.save(lambda: self.desk.census.note_absent(self._case.id, again, note))


def _moment(day: date | None, hour: time | None) -> datetime | None:
    return datetime.combine(day, hour, SHANGHAI) if day and hour else None
