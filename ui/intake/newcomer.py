"""Somebody who is not in the register yet: a compact form that reads the number and warns of duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.labels import Caption, Soft
from ui.kit.layouts import STRETCH, column, row
from ui.people.duplicates_bar import DuplicatesBar
from ui.people.entry_form import EntryForm, likeness_of_entry
from ui.people.lines import sex_and_age
from ui.people.place_fields import PlaceFields
from ui.theme.theme import px
from workbench.people.rules import age_on
from workbench.people.vocabulary import Registration
from workbench.standards.codes import Sex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.page import Page
    from workbench.people.rules import ResidentEntry
    from workbench.people.views import DuplicateHit

FIELDS = ("name", "id_number", "phone", "registration")
WIDTH = 780
LOOK_AFTER = 250
"""Milliseconds after the last keystroke before duplicates are looked for."""


class Newcomer(QWidget):
    """Enters a resident in the middle of a talk; ``entered`` and ``known`` carry an id, ``left`` is Esc."""

    entered = Signal(str)
    known = Signal(str)
    typed = Signal(object)
    left = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._desk = page, page.desk
        self.form = EntryForm(FIELDS)
        self.place = PlaceFields()
        self.form.grid.add("place", self.place.accessibleName(), self.place, span=2)
        self.read_off = Soft("")
        self.duplicates = DuplicatesBar()
        self.save = PrimaryButton(self.tr("Enter and serve  Ctrl+Enter"), self.submit)
        self.save.setShortcut("Ctrl+Return")
        self.back = GhostButton(self.tr("Back to the search  Esc"), self.left.emit)
        self.back.setShortcut("Escape")
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER, timeout=self._look)
        self.form.edited.connect(self._edited)
        self.place.edited.connect(self._edited)
        self.duplicates.taken.connect(self.known)
        self._arrange()

    def open(self, typed: str, texts: Mapping[str, str] | None = None) -> None:
        """Start with what was searched for, or with what a draft kept."""
        texts = texts or _guess(typed)
        nothing = {**dict.fromkeys(FIELDS, ""), "registration": Registration.UNKNOWN.value}
        self.form.show_texts({**nothing, **texts})
        self._page.ask(self._desk.community.buildings, lambda rows: self._show_buildings(rows, texts))
        self._edited()
        self.form.focus_first()

    def texts(self) -> dict[str, str]:
        """Return what is typed, as a draft keeps it."""
        building, unit, room = self.place.texts()
        return {**self.form.texts(), "building": building, "unit": unit, "room": room}

    def submit(self) -> None:
        """Enter the resident, unless something must be put right first."""
        if self.form.check(self._desk.today()):
            entry, place = self.form.entry(), self.place.texts()
            self._page.ask(lambda: add_newcomer(self._desk, entry, place), self.entered.emit)

    def _arrange(self) -> None:
        hint = Caption(self.tr("The identity number tells birth date and sex by itself."))
        buttons = row(self.save, self.back, STRETCH)
        read_off = row(self.read_off, STRETCH)
        card = Card(self.tr("New resident"), self.form, read_off, self.duplicates, hint, buttons, gap=10)
        card.setMaximumWidth(px(WIDTH))
        self.setLayout(column(card, STRETCH))

    def _show_buildings(self, rows: Any, texts: Mapping[str, str]) -> None:
        self.place.show_buildings(rows)
        self.place.show_texts(texts.get("building", ""), texts.get("unit", ""), texts.get("room", ""))

    def _edited(self) -> None:
        entry = self.form.entry()
        age = age_on(entry.birth_date, self._desk.today())
        known = entry.birth_date is not None
        self.read_off.setText(
            self.tr("{who}, born {day}").format(who=sex_and_age(entry.sex, age), day=entry.birth_date)
            if known and entry.sex is not Sex.UNKNOWN
            else ""
        )
        self.typed.emit(self.texts())
        self._timer.start()

    def _look(self) -> None:
        entry = self.form.entry()
        if not entry.name:
            self.duplicates.show_hits(())
            return
        candidate = likeness_of_entry(entry)
        self._page.ask_latest("duplicates", lambda: self._desk.residents.duplicates_of(candidate), self._warn)

    def _warn(self, hits: Sequence[DuplicateHit]) -> None:
        self.duplicates.show_hits(hits)
        self.save.setEnabled(not any(hit.certain for hit in hits))


def add_newcomer(desk: Any, entry: ResidentEntry, place: tuple[str, str, str]) -> str:
    """Enter a resident, in a household of their own where the address is known; return the id."""
    from workbench.people.service.homes import DwellingPlace

    building, unit, room = place
    household = desk.people.add_household(DwellingPlace(building, unit, room)) if building and room else None
    added: str = desk.people.add_resident(entry, household, desk.today() if household else None)
    return added


def _guess(typed: str) -> dict[str, str]:
    plain = typed.strip()
    if len(plain) == 11 and plain.isdigit():
        return {"phone": plain}
    field = "id_number" if plain[:1].isdigit() else "name"
    return {field: "" if plain.isascii() and field == "name" else plain}
