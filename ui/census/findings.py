"""What consistency checks hold against a form: hard ones go back to the form, soft ones may be explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.dialogs import Dialog
from ui.kit.empty import EmptyState
from ui.kit.fields import TextField
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.census.edits import Finding, Severity
from workbench.census.service import finding_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page

TONES = {Severity.HARD: Tone.DANGER, Severity.SOFT: Tone.WARNING}


class FindingsDialog(Dialog):
    """The findings of one household; a soft one is explained in the line below and then leaves the list."""

    def __init__(self, page: Page, case_id: str, place: str, findings: Sequence[Finding]) -> None:
        sentence = self.tr(
            "{place} was handed in. Correct the red ones before the sign-off; explain the others."
        )
        super().__init__(self.tr("To look at"), sentence.format(place=place), parent=page.window(), width=680)
        self._page, self._case_id = page, case_id
        self.table = RecordTable[Finding](
            self.tr("Findings"), self._columns(), self._empty(), frameless=True, sortable=False
        )
        self.table.setMinimumHeight(180)
        self.words = TextField(self.tr("Explanation"), self.tr("Why it is right all the same, then Enter"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.words)
        self.add_buttons(self.tr("Close"), self.accept)
        self.words.returnPressed.connect(self.explain)
        self.table.selected.connect(self._offer)
        self.table.activated.connect(lambda _row: self.words.setFocus())
        self.show_findings(findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is still held against the form."""
        self.table.show_records(findings)
        self._offer(self.table.current())

    def explain(self) -> None:
        """Explain the chosen soft finding."""
        chosen, words = self.table.current(), self.words.text().strip()
        if chosen is None or chosen.severity is Severity.HARD or not words:
            return
        census, case_id = self._page.desk.census, self._case_id
        self._page.workspace.background.run(
            self,
            lambda: census.explain(case_id, finding_key(chosen), words),
            lambda _: self._explained(chosen),
            self.notice.say_error,
        )

    def _explained(self, finding: Finding) -> None:
        self.words.clear()
        self.show_findings([one for one in self.table.records() if one is not finding])
        if not self.table.records():
            self.accept()

    def _offer(self, chosen: Finding | None) -> None:
        self.words.setEnabled(chosen is not None and chosen.severity is Severity.SOFT)

    def _columns(self) -> tuple[TableColumn[Finding], ...]:
        return (
            TableColumn(
                self.tr("Kind"),
                lambda one: label_of(one.severity),
                104,
                tone=lambda one: TONES[one.severity],
            ),
            TableColumn(self.tr("What"), lambda one: one.sentence, tooltip=lambda one: one.why),
        )

    def _empty(self) -> EmptyState:
        return EmptyState("check", self.tr("Nothing left"), self.tr("Every finding is explained."))
