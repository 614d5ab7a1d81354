"""The dialogs of the verbs: a note and a choice, a tick for each material, a delivery with its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit.buttons import LinkButton
from ui.kit.dialogs import Dialog
from ui.kit.fields import CheckField, TextArea, TextField
from ui.kit.form import FormGrid
from ui.kit.labels import Caption, Soft
from ui.kit.layouts import STRETCH, column, row
from ui.matters.signature import SignaturePad
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.intake.kinds import Channel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.intake.queries.details import MaterialDetail, MatterDetail

DONE_KEY = "Ctrl+Return"


class NoteDialog(Dialog):
    """Asks for a choice (where there is one) and words; ``answered`` carries both."""

    answered = Signal(str, str)

    def __init__(
        self,
        title: str,
        parent: QWidget,
        choices: Sequence[tuple[str, str]] = (),
        *,
        sentence: str = "",
        needs_words: bool = False,
    ) -> None:
        super().__init__(title, sentence, parent=parent)
        self._needs_words = needs_words
        self.choice = QComboBox()
        for value, words in choices:
            self.choice.addItem(words, value)
        self.words = TextArea(self.tr("In words"))
        self.words.setFixedHeight(px(96))
        self.form = FormGrid(gap=10)
        if choices:
            self.form.add("choice", self.tr("Which"), self.choice)
        self.form.add("words", self.tr("In words"), self.words, required=needs_words)
        self.body.addWidget(self.form)
        self.main = self.add_buttons(f"{title}  Ctrl+Enter", self.submit)
        self.main.setShortcut(DONE_KEY)
        (self.choice if choices else self.words).setFocus()

    def submit(self) -> None:
        """Hand the answer over, or ask for the words."""
        words = self.words.toPlainText().strip()
        if self._needs_words and not words:
            self.form.show_errors({"words": self.tr("Please write it down.")})
            return
        self.answered.emit(self.choice.currentData() or "", words)
        self.accept()


class MaterialsDialog(Dialog):
    """Ticks materials that came, or says of each what is wrong; ``answered`` carries code → words."""

    answered = Signal(object)

    def __init__(
        self,
        title: str,
        sentence: str,
        materials: Sequence[MaterialDetail],
        parent: QWidget,
        *,
        with_words: bool = False,
        ticked: bool = True,
    ) -> None:
        super().__init__(title, sentence, parent=parent, width=560)
        self.boxes: dict[str, CheckField] = {}
        self.words: dict[str, TextField] = {}
        for material in materials:
            self._add(material, with_words=with_words, ticked=ticked)
        self.main = self.add_buttons(f"{title}  Ctrl+Enter", self.submit)
        self.main.setShortcut(DONE_KEY)

    def submit(self) -> None:
        """Hand over what is ticked."""
        chosen = {code: self._words_of(code) for code, box in self.boxes.items() if box.isChecked()}
        if not chosen:
            self.notice_nothing()
            return
        self.answered.emit(chosen)
        self.accept()

    def notice_nothing(self) -> None:
        """Say that nothing is ticked."""
        self.sentence.setText(self.tr("Tick at least one material."))
        self.sentence.show()

    def _words_of(self, code: str) -> str:
        return self.words[code].text().strip() if code in self.words else ""

    def _add(self, material: MaterialDetail, *, with_words: bool, ticked: bool) -> None:
        line = material.line
        box = CheckField(f"{line.name}  ·  {label_of(line.state)}")
        box.setAccessibleName(line.name)
        box.setChecked(ticked)
        self.boxes[line.code] = box
        self.body.addWidget(box)
        if with_words:
            self.words[line.code] = TextField(line.name, self.tr("What is wrong or missing"))
            self.words[line.code].textEdited.connect(lambda _text: box.setChecked(True))
            self.body.addWidget(self.words[line.code])


class DeliveryDialog(Dialog):
    """Who takes the result, how, and the signature; ``delivered`` carries recipient, way, agent and PNG."""

    delivered = Signal(str, object, bool, object)

    def __init__(self, detail: MatterDetail, title: str, parent: QWidget) -> None:
        super().__init__(title, f"{detail.row.item_name} · {detail.row.number}", parent=parent, width=560)
        self._applicant = detail.row.applicant_name
        self._agent = detail.agent.name if detail.agent else ""
        self.recipient = TextField(self.tr("Taken by"))
        self.recipient.setText(self._agent or self._applicant)
        self.way = QComboBox()
        for channel in Channel:
            self.way.addItem(label_of(channel), channel)
        self.pad = SignaturePad()
        self.form = FormGrid(columns=2, gap=10)
        self.form.add("recipient", self.tr("Taken by"), self.recipient, required=True)
        self.form.add("way", self.tr("How"), self.way)
        self.body.addWidget(self.form)
        again = LinkButton(self.tr("Sign again"), self.pad.clear_all)
        head = row(Soft(self.tr("Signature")), STRETCH, again)
        hint = Caption(self.tr("Without a pad the resident signs the printed delivery slip."), wrap=True)
        self.body.addLayout(column(head, self.pad, hint, gap=4))
        self.main = self.add_buttons(f"{title}  Ctrl+Enter", self.submit)
        self.main.setShortcut(DONE_KEY)
        self.recipient.setFocus()
        self.recipient.selectAll()

    def submit(self) -> None:
        """Hand the delivery over, or ask who takes it."""
        recipient = self.recipient.text().strip()
        if not recipient:
            self.form.show_errors({"recipient": self.tr("Who takes it?")})
            return
        png = None if self.pad.is_empty() else self.pad.png()
        by_agent = bool(self._agent) and recipient == self._agent
        self.delivered.emit(recipient, Channel(self.way.currentData()), by_agent, png)
        self.accept()
