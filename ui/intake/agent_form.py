"""Who acts for the resident (代办人): a household member by one key, or anybody by number and proof."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.intake.talk import AgentDraft
from ui.kit.buttons import GhostButton, LinkButton
from ui.kit.fields import TextField
from ui.kit.form import FormGrid
from ui.kit.labels import Caption, Soft
from ui.kit.layouts import STRETCH, clear, column, row, show_if
from ui.wording.labels import label_of
from workbench.intake.kinds import AgentProof
from workbench.people.vocabulary import ResidentStatus
from workbench.standards.identity import (
    InvalidIdentityNumber,
    mask_identity_number,
    mask_phone,
    parse_identity_number,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.people.views import ResidentCard

ADULT = 18


@dataclass(frozen=True, slots=True)
class Relative:
    """A household member who may act: shown by name and relation, entered by id."""

    resident_id: str
    name: str
    relation: str


class AgentForm(QWidget):
    """The agent's section; ``edited`` carries what is typed, ``relative_wanted`` a member's id."""

    edited = Signal(object)
    relative_wanted = Signal(str, str)
    proof_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Agent"))
        self._draft = AgentDraft()
        self._relatives: QVBoxLayout = column(gap=0)
        self.hint = Soft(self.tr("Only if somebody else came for the resident."), wrap=True)
        self.name = TextField(self.tr("Name"))
        self.number = TextField(self.tr("Identity number"))
        self.relation = TextField(self.tr("Relation"), self.tr("for example daughter"))
        self.phone = TextField(self.tr("Phone"))
        self.proof = self._proofs()
        self.form = self._form()
        self.scan = GhostButton(
            self.tr("Scan of the proof"), self.proof_wanted.emit, icon_name="paperclip", size="small"
        )
        self.scanned = Caption("")
        self.clear_all = LinkButton(self.tr("The resident came alone"), lambda: self._emit(AgentDraft()))
        foot = row(self.scan, self.scanned, STRETCH, self.clear_all)
        self.setLayout(column(self.hint, self._relatives, self.form, foot, STRETCH, margins=(0, 0, 4, 0)))
        self._listen()

    def show_relatives(self, relatives: Sequence[Relative]) -> None:
        """Offer the members of the household."""
        clear(self._relatives)
        for relative in relatives[:4]:
            words = f"{relative.name}  {relative.relation}".strip()
            pick = LinkButton(
                words, lambda who=relative: self.relative_wanted.emit(who.resident_id, who.relation)
            )
            pick.set_icon("person")
            self._relatives.addWidget(pick)

    def show_agent(self, draft: AgentDraft) -> None:
        """Show an agent without touching the field that is being typed in."""
        self._draft = draft
        for field in (self.name, self.number, self.phone):
            field.setReadOnly(draft.from_register)
        for field, text in self._texts(draft).items():
            if field.text() != text and (field.isReadOnly() or not field.hasFocus()):
                field.setText(text)
        self.proof.setCurrentIndex(max(0, self.proof.findData(draft.proof.value if draft.proof else "")))
        self.scanned.setText(self.tr("1 file") if draft.attachment_id else "")
        show_if(self.clear_all, not draft.is_empty)
        self._judge_number()

    def _form(self) -> FormGrid:
        form = FormGrid(columns=2, gap=8)
        form.add("name", self.name.accessibleName(), self.name)
        form.add("relation", self.relation.accessibleName(), self.relation)
        form.add("number", self.number.accessibleName(), self.number, span=2)
        form.add("phone", self.phone.accessibleName(), self.phone)
        form.add("proof", self.proof.accessibleName(), self.proof)
        return form

    def _proofs(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Proof"))
        box.addItem(self.tr("Choose…"), "")
        for proof in AgentProof:
            box.addItem(label_of(proof), proof.value)
        return box

    def _texts(self, draft: AgentDraft) -> dict[TextField, str]:
        known = draft.from_register
        return {
            self.name: draft.name,
            self.number: mask_identity_number(draft.id_number) if known else draft.id_number,
            self.relation: draft.relation,
            self.phone: mask_phone(draft.phone) if known and draft.phone else draft.phone,
        }

    def _listen(self) -> None:
        for field in (self.name, self.number, self.relation, self.phone):
            field.textEdited.connect(lambda _text: self._read())
        self.number.editingFinished.connect(self._judge_number)
        self.proof.activated.connect(lambda _at: self._read())

    def _read(self) -> None:
        chosen = self.proof.currentData()
        draft = replace(
            self._draft,
            relation=self.relation.text().strip(),
            proof=AgentProof(chosen) if chosen else None,
        )
        self._emit(draft if draft.from_register else self._typed(draft))

    def _typed(self, draft: AgentDraft) -> AgentDraft:
        return replace(
            draft,
            name=self.name.text().strip(),
            id_number=self.number.text().strip(),
            phone=self.phone.text().strip(),
        )

    def _emit(self, draft: AgentDraft) -> None:
        self._draft = draft
        self.edited.emit(draft)

    def _judge_number(self) -> None:
        typed = self.number.text().strip()
        if not typed or self.number.hasFocus() or self._draft.from_register:
            return
        self.form.show_errors({"number": _fault(typed)} if _fault(typed) else {})


def relatives_of(card: ResidentCard) -> list[Relative]:
    """Return the adults of the household who may act for somebody."""
    grown = (each for each in card.members if each.age is None or each.age >= ADULT)
    living = (each for each in grown if each.status is ResidentStatus.LIVING and each.id != card.id)
    # The register tells relations to the head: to somebody else they would have to be guessed.
    heads = {each.id for each in card.members if each.is_head}
    is_head = card.id in heads or not heads
    return [Relative(each.id, each.name, each.relation if is_head else "") for each in living]


def _fault(number: str) -> str:
    try:
        parse_identity_number(number)
    except InvalidIdentityNumber as error:
        return error.fault.label
    return ""
