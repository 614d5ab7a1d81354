"""What a desk may hold, as a form: asked when it is invited, changed later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from ui.kit.fields import CheckField, NumberField, TextField
from ui.kit.layouts import show_if
from ui.manage.staff_form import Ticks
from workbench.sync.terms import DeskTerms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.form import FormGrid
    from workbench.desk.device_views import AreaChoice

INSIDE, ALL_AREAS, SOME_AREAS = "inside", "all", "some"
MOST_DAYS = 30
DAY = 24


class TermsForm(QObject):
    """Name, scope, areas, masking, days without contact."""

    def __init__(self, grid: FormGrid, areas: Sequence[AreaChoice], terms: DeskTerms | None = None) -> None:
        super().__init__()
        self.grid = grid
        self.name, self.scope = TextField(self.tr("Name")), QComboBox()
        self._kept = self._foreign(terms, areas)
        for key, words in self._scopes(bool(areas or self._kept)):
            self.scope.addItem(words, key)
        self.areas = Ticks(self.tr("Areas"), ((area.id, area.name) for area in areas))
        self.masked = CheckField(self.tr("Numbers of people stay masked on this desk"))
        self.days = NumberField(self.tr("Days without contact"), 1, MOST_DAYS)
        self._place()
        self.scope.currentIndexChanged.connect(lambda _at: self._follow_scope())
        self.show_terms(terms or DeskTerms(""))

    def show_terms(self, terms: DeskTerms) -> None:
        """Show what a desk may hold now."""
        self.name.setText(terms.name)
        scope = INSIDE if not terms.outside else ALL_AREAS if terms.areas is None else SOME_AREAS
        self.scope.setCurrentIndex(max(self.scope.findData(scope), 0))
        self.areas.tick(terms.areas or ())
        self.masked.setChecked(terms.masked)
        self.days.setValue(max(1, round(terms.offline_hours / DAY)))
        self._follow_scope()

    def terms(self) -> DeskTerms:
        """Return what is filled in."""
        scope = self.scope.currentData()
        return DeskTerms(
            name=self.name.text().strip(),
            outside=scope != INSIDE,
            areas=(*self.areas.ticked(), *self._kept) if scope == SOME_AREAS else None,
            masked=self.masked.isChecked(),
            offline_hours=self.days.value() * DAY,
        )

    def check(self) -> bool:
        """Show what is missing; return whether nothing is."""
        terms = self.terms()
        found = {}
        if not terms.name:
            found["name"] = self.tr("Please fill this in.")
        if terms.areas == ():
            found["areas"] = self.tr("Tick at least one area.")
        self.grid.show_errors(found)
        return not found

    def _follow_scope(self) -> None:
        scope = self.scope.currentData()
        self.areas.setEnabled(scope == SOME_AREAS)

    def _place(self) -> None:
        hint = self.tr("As staff call it: Counter 2, Laptop of the enumerators")
        self.grid.add("name", self.tr("Name"), self.name, hint=hint, required=True, span=2)
        self.grid.add("scope", self.tr("May hold"), self.scope)
        away = self.tr("After that it locks until the supervisor opens it.")
        self.grid.add("days", self.tr("Days without contact"), self.days, hint=away)
        self.grid.add("areas", self.tr("Areas"), self.areas, span=2)
        show_if(self.areas, bool(self.areas.boxes))
        self.grid.add_wide(self.masked)

    def _foreign(self, terms: DeskTerms | None, areas: Sequence[AreaChoice]) -> tuple[str, ...]:
        """Return areas of the desk that this person does not see: they stay as they are."""
        known = {area.id for area in areas}
        given = (terms.areas or ()) if terms is not None else ()
        return tuple(area for area in given if area not in known)

    def _scopes(self, some: bool) -> list[tuple[str, str]]:
        scopes = [(INSIDE, self.tr("Everything of the community")), (ALL_AREAS, self.tr("The census only"))]
        return [*scopes, (SOME_AREAS, self.tr("Some areas of the census"))] if some else scopes
