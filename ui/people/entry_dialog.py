"""Entering and correcting a resident: the whole form with its checks, and a warning of likely duplicates."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal

from ui.kit.dialogs import Dialog
from ui.kit.layouts import scrolled
from ui.people.duplicates_bar import DuplicatesBar
from ui.people.entry_form import WHOLE, EntryForm, likeness_of_entry
from ui.theme.theme import px
from workbench.people.rules import ResidentEntry
from workbench.standards.codes import EDUCATION, ETHNIC_GROUPS, RELATIONS

if TYPE_CHECKING:
    from ui.page import Page
    from workbench.people.views import ResidentCard

OPEN_FIELDS = ("name", "sex", "birth_date", "ethnic_group", "education", "registration", "note")
"""What somebody edits who may not see numbers in full; the numbers stay as they are."""
LOOK_AFTER = 250


class EntryDialog(Dialog):
    """Shows an entry; ``saved`` carries what was changed (all of it for somebody new)."""

    saved = Signal(object)
    taken = Signal(str)

    def __init__(
        self, page: Page, entry: ResidentEntry, resident_id: str = "", fields_shown: tuple[str, ...] = WHOLE
    ) -> None:
        super().__init__("", parent=page, width=680)
        self._page, self._desk = page, page.desk
        self._before, self.resident_id = entry, resident_id
        new = not resident_id
        self.heading.setText(self.tr("New resident") if new else self.tr("Correct the record"))
        self.setWindowTitle(self.heading.text())
        self.form = EntryForm(fields_shown)
        self.form.show_entry(entry)
        self.duplicates = DuplicatesBar(self.tr("Open this record"))
        self.body.addWidget(self.duplicates)
        area = scrolled(self.form)
        area.setMinimumHeight(px(380))
        self.body.addWidget(area, 1)
        self.main = self.add_buttons(self.tr("Save  Ctrl+Enter"), self.submit)
        self.main.setShortcut("Ctrl+Return")
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER, timeout=self._look)
        self.form.edited.connect(self._timer.start)
        self.duplicates.taken.connect(self._take)
        self.form.focus_first()

    def submit(self) -> None:
        """Hand over what was changed, unless something must be put right."""
        if not self.form.check(self._desk.today()):
            return
        entry = self.form.entry()
        names = (
            [field.name for field in fields(ResidentEntry)] if not self.resident_id else self._edited(entry)
        )
        self.saved.emit({name: getattr(entry, name) for name in names})

    def _edited(self, entry: ResidentEntry) -> list[str]:
        names = (field.name for field in fields(ResidentEntry))
        return [name for name in names if getattr(entry, name) != getattr(self._before, name)]

    def _look(self) -> None:
        candidate, besides = likeness_of_entry(self.form.entry()), self.resident_id or None
        self._page.ask_latest(
            "duplicates",
            lambda: self._desk.residents.duplicates_of(candidate, besides),
            self.duplicates.show_hits,
        )

    def _take(self, resident_id: str) -> None:
        self.taken.emit(resident_id)
        self.reject()


def entry_without_numbers(card: ResidentCard) -> ResidentEntry:
    """Return what a card tells of an entry, for somebody who may not see the numbers."""
    return ResidentEntry(
        name=card.name,
        sex=card.sex,
        birth_date=card.birth_date,
        birth_precision=card.birth_precision,
        ethnic_group=ETHNIC_GROUPS.code_of(card.ethnic_group),
        education=EDUCATION.code_of(card.education),
        relation_to_head=RELATIONS.code_of(card.relation),
        registration=card.registration,
        note=card.note,
    )


def values_to_entry(values: Any) -> ResidentEntry:
    """Return the entry made of the values a dialog handed over."""
    return ResidentEntry(**values)
