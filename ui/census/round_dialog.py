"""Asks what is laid down for a round, and for the reason why one goes back."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ui.kit.dates import DateField
from ui.kit.fields import CheckField, NumberField, TextField
from ui.sections.editing import EditDialog
from ui.wording.labels import label_of
from workbench.census.kinds import RoundKind
from workbench.census.rules.rounds import RoundTerms
from workbench.standards.clock import SHANGHAI, local_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ui.page import Page
    from workbench.census.views import RoundRow
    from workbench.forms.views import FormVersionRow

USUAL_DAYS, USUAL_LIMIT = 14, 1.0
"""How long a round lasts, in days, and how many percent of its fields may be wrong."""


class RoundDialog(EditDialog):
    """Plans a round, or changes one that has not begun."""

    def __init__(self, page: Page, forms: Sequence[FormVersionRow], chosen: RoundRow | None = None) -> None:
        title = self.tr("Edit the round") if chosen else self.tr("New round")
        super().__init__(page, title, width=640)
        self._round = chosen
        self._limit = chosen.error_limit_percent if chosen else USUAL_LIMIT
        today = page.desk.today()
        self.name = TextField(self.tr("Name"))
        self.kind, self.form = QComboBox(), QComboBox()
        self.moment = DateField(self.tr("Reference day"), today, today)
        self.since = DateField(self.tr("From"), today, today)
        self.until = DateField(self.tr("Until"), today, today + timedelta(days=USUAL_DAYS))
        self.basis = TextField(self.tr("Legal basis or consent"))
        self.prefill = CheckField(self.tr("Pre-fill from the register"))
        self.update = CheckField(self.tr("Propose updates of the register"))
        self.double = NumberField(self.tr("Typed twice, %"), 0, 100)
        self.recheck = NumberField(self.tr("Re-checked, %"), 0, 100)
        self._lay_out()
        self._fill(forms, chosen)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save what was laid down."""
        dates = {"moment": self.moment, "since": self.since, "until": self.until}
        wrong = {key: self.tr("Type a date.") for key, field in dates.items() if field.value() is None}
        self.grid.show_errors(wrong)
        if not wrong:
            census, terms, chosen = self.desk.census, self._terms(), self._round
            self.save(
                lambda: (
                    census.edit_round(chosen.id, terms, chosen.opened) if chosen else census.plan_round(terms)
                )
            )

    def _lay_out(self) -> None:
        add = self.grid.add
        add("name", self.tr("Name"), self.name, required=True, span=2)
        add("kind", self.tr("Kind"), self.kind)
        add("form", self.tr("Form"), self.form)
        add("moment", self.tr("Reference day"), self.moment, hint=self.tr("At midnight when it begins"))
        add("since", self.tr("From"), self.since)
        add("until", self.tr("Until"), self.until)
        add("double", self.tr("Typed twice, %"), self.double)
        add("recheck", self.tr("Re-checked, %"), self.recheck)
        hint = self.tr("Needed where the register is used; a census never flows back into it.")
        add("basis", self.tr("Legal basis or consent"), self.basis, hint=hint, span=2)
        self.grid.add_wide(self.prefill)
        self.grid.add_wide(self.update)

    def _terms(self) -> RoundTerms:
        return RoundTerms(
            name=self.name.text(),
            kind=RoundKind(self.kind.currentData()),
            moment=_midnight(self.moment.value()),
            since=self.since.value(),
            until=self.until.value(),
            form_version_id=self.form.currentData(),
            basis=self.basis.text(),
            prefill=self.prefill.isChecked(),
            update_register=self.update.isChecked(),
            double_key_percent=self.double.value(),
            recheck_percent=self.recheck.value(),
            error_limit_percent=self._limit,
        )

    def _fill(self, forms: Sequence[FormVersionRow], chosen: RoundRow | None) -> None:
        for kind in RoundKind:
            self.kind.addItem(label_of(kind), kind.value)
        self.form.addItem(self.tr("later"), None)
        for form in forms:
            self.form.addItem(f"{form.title} {form.version}".strip(), form.id)
        self.double.setValue(chosen.double_key_percent if chosen else 10)
        self.recheck.setValue(chosen.recheck_percent if chosen else 5)
        if chosen:
            self._fill_from(chosen)

    def _fill_from(self, chosen: RoundRow) -> None:
        self.name.setText(chosen.name)
        self.kind.setCurrentIndex(self.kind.findData(chosen.kind.value))
        self.form.setCurrentIndex(max(self.form.findData(chosen.form_version_id), 0))
        self.moment.show_date(local_date(chosen.moment))
        self.since.show_date(chosen.since)
        self.until.show_date(chosen.until)
        self.basis.setText(chosen.basis)
        self.prefill.setChecked(chosen.prefill)
        self.update.setChecked(chosen.update_register)


class ExtendDialog(EditDialog):
    """Lets a round last longer, or end sooner; call-backs may be agreed until then."""

    def __init__(self, page: Page, chosen: RoundRow) -> None:
        super().__init__(page, self.tr("Change the end"), chosen.name, columns=1)
        self._round = chosen
        self.until = DateField(self.tr("Until"), page.desk.today(), chosen.until)
        self.grid.add("until", self.tr("Until"), self.until, required=True)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save the new end."""
        census, until = self.desk.census, self.until.value()
        self.grid.show_errors({} if until else {"until": self.tr("Type a date.")})
        if until:
            self.save(lambda: census.extend_round(self._round.id, until, self._round.opened))


class ReasonDialog(EditDialog):
    """Asks for one reason, then does it; `act` takes the reason."""

    def __init__(self, page: Page, title: str, act: Callable[[str], object], sentence: str = "") -> None:
        super().__init__(page, title, sentence, columns=1)
        self._act = act
        self.reason = TextField(self.tr("Reason"))
        self.grid.add("reason", self.tr("Reason"), self.reason, required=True)
        self.offer(self.tr("Confirm  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Do it, with the reason typed."""
        reason = self.reason.text()
        self.save(lambda: self._act(reason))


def _midnight(day: date | None) -> datetime:
    assert day is not None, "checked before"
    return datetime.combine(day, time(), SHANGHAI)
