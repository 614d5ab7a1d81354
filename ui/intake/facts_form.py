"""The prefilled form (预填表单): what the register knows already, and what only this matter needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.facts import FactList
from ui.kit.fields import TextArea, TextField
from ui.kit.form import FormGrid
from ui.kit.labels import Caption
from ui.kit.layouts import STRETCH, column
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.standards.codes import ETHNIC_GROUPS, Sex
from workbench.standards.identity import mask_identity_number, mask_phone

if TYPE_CHECKING:
    from ui.intake.talk import MatterDraft


class FactsForm(QWidget):
    """Facts of the applicant (masked) and the remarks of the worker; ``edited`` carries note and urgency."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Form"))
        self.facts = FactList((), label_width=64)
        self.note = TextArea(self.tr("Remarks"), self.tr("What the resident said that matters"))
        self.note.setFixedHeight(px(64))
        self.urgent = TextField(self.tr("Urgent because"), self.tr("Leave empty when it is not"))
        form = FormGrid(gap=8)
        form.add("note", self.note.accessibleName(), self.note)
        form.add("urgent", self.urgent.accessibleName(), self.urgent)
        hint = Caption(self.tr("From the register. Correct it on the resident's card."), wrap=True)
        self.setLayout(column(hint, self.facts, form, STRETCH, margins=(0, 0, 4, 0)))
        self.note.textChanged.connect(self._read)
        self.urgent.textEdited.connect(lambda _text: self._read())
        self._matter_id = ""

    def show_matter(self, matter: MatterDraft) -> None:
        """Show a matter; while the same one is shown the fields are the person's own."""
        if matter.matter_id == self._matter_id:
            return
        self._matter_id = matter.matter_id
        self.facts.show_facts([(name, text) for name, text in self._facts(matter) if text])
        self.note.blockSignals(True)
        self.note.setPlainText(matter.note)
        self.note.blockSignals(False)
        self.urgent.setText(matter.urgent_reason)

    def _read(self) -> None:
        self.edited.emit(self.note.toPlainText(), self.urgent.text())

    def _facts(self, matter: MatterDraft) -> list[tuple[str, str]]:
        form = matter.prepared.form
        sex = form.get("sex", "")
        return [
            (self.tr("Name"), form.get("name", "")),
            (self.tr("Identity no."), mask_identity_number(form.get("id_number", ""))),
            (self.tr("Sex"), label_of(Sex(sex)) if sex in set(Sex) else sex),
            (self.tr("Born"), form.get("birth_date", "")),
            (self.tr("Ethnic group"), _ethnic(form.get("ethnic_group", ""))),
            (self.tr("Phone"), mask_phone(form.get("phone", ""))),
            (self.tr("Address"), form.get("address", "")),
        ]


def _ethnic(code: str) -> str:
    return ETHNIC_GROUPS.get(code, code) or ""
