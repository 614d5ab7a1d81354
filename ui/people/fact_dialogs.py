"""Small dialogs of the record: a move or death with its day, a tag, a document the community now holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ui.kit.buttons import GhostButton
from ui.kit.dates import DateField
from ui.kit.dialogs import Dialog
from ui.kit.fields import TextField
from ui.kit.form import FormGrid
from ui.kit.labels import Caption
from ui.kit.layouts import STRETCH, row
from ui.people.household_picker import HouseholdPicker
from ui.wording.labels import label_of
from workbench.people.vocabulary import HELD_DOCUMENTS, TagKind
from workbench.security.roles import Permission
from workbench.standards.codes import RELATIONS

if TYPE_CHECKING:
    from ui.page import Page

DONE_KEY = "Ctrl+Return"


class EventDialog(Dialog):
    """When it happened and what to note, with a household where somebody comes to live."""

    answered = Signal(object, str)

    def __init__(self, title: str, page: Page, *, household: bool = False, danger: bool = False) -> None:
        super().__init__(title, parent=page)
        self.on = DateField(self.tr("Since"), page.desk.today(), page.desk.today())
        self.note = TextField(self.tr("Note"))
        self.relation = QComboBox()
        self.relation.addItem(self.tr("Not known"), "")
        for code, words in RELATIONS.items():
            self.relation.addItem(words, code)
        self.picker = HouseholdPicker(page) if household else None
        self.form = FormGrid(columns=2, gap=10)
        if self.picker is not None:
            self.body.addWidget(self.picker)
            self.form.add("relation", self.tr("Relation to the head"), self.relation, span=2)
        self.form.add("on", self.tr("Since"), self.on, required=True)
        self.form.add("note", self.tr("Note"), self.note)
        self.body.addWidget(self.form)
        self.main = self.add_buttons(f"{title}  Ctrl+Enter", self.submit, danger=danger)
        self.main.setShortcut(DONE_KEY)
        (self.picker.search if self.picker else self.on).setFocus()

    def submit(self) -> None:
        """Hand the day and the note over."""
        day = self.on.value()
        if day is None:
            self.form.show_errors({"on": self.tr("Which day?")})
        elif self.picker is not None and not self.picker.is_complete():
            self.sentence.setText(self.tr("Choose somebody they live with, or building and room."))
            self.sentence.show()
        else:
            self.answered.emit(day, self.note.text().strip())
            self.accept()


class TagDialog(Dialog):
    """Which tag, since when."""

    answered = Signal(object, object, str)

    def __init__(self, page: Page) -> None:
        super().__init__("", parent=page)
        self.heading.setText(self.tr("Add a tag"))
        self.setWindowTitle(self.heading.text())
        confided = page.desk.may(Permission.UNMASK)
        self.kind = QComboBox()
        for kind in TagKind:
            if confided or not kind.entry.sensitive:
                self.kind.addItem(label_of(kind), kind.value)
        self.since = DateField(self.tr("Since"), page.desk.today(), page.desk.today())
        self.note = TextField(self.tr("Note"))
        self.form = FormGrid(columns=2, gap=10)
        self.form.add("kind", self.tr("Tag"), self.kind)
        self.form.add("since", self.tr("Since"), self.since, required=True)
        self.form.add("note", self.tr("Note"), self.note, span=2)
        self.body.addWidget(self.form)
        self.main = self.add_buttons(self.tr("Add  Ctrl+Enter"), self.submit)
        self.main.setShortcut(DONE_KEY)
        self.kind.setFocus()

    def submit(self) -> None:
        """Hand the tag over."""
        since = self.since.value()
        if since is None:
            self.form.show_errors({"since": self.tr("Which day?")})
            return
        self.answered.emit(TagKind(self.kind.currentData()), since, self.note.text().strip())
        self.accept()


class HeldDialog(Dialog):
    """Which document, until when it is valid, and its scan."""

    answered = Signal(str, object, str)

    def __init__(self, page: Page) -> None:
        super().__init__("", parent=page)
        self.heading.setText(self.tr("The community holds"))
        self.setWindowTitle(self.heading.text())
        self.kind = QComboBox()
        for code, words in HELD_DOCUMENTS.items():
            self.kind.addItem(words, code)
        self.until = DateField(self.tr("Valid until"), page.desk.today())
        self.file = ""
        self.chosen = Caption(self.tr("No scan yet"))
        self.form = FormGrid(columns=2, gap=10)
        self.form.add("kind", self.tr("Document"), self.kind)
        self.form.add("until", self.tr("Valid until"), self.until, hint=self.tr("Empty: does not expire"))
        self.body.addWidget(self.form)
        pick = GhostButton(self.tr("Choose a scan"), self.choose_file, icon_name="paperclip", size="small")
        self.body.addLayout(row(pick, self.chosen, STRETCH))
        self.main = self.add_buttons(self.tr("Add  Ctrl+Enter"), self.submit)
        self.main.setShortcut(DONE_KEY)
        self.kind.setFocus()

    def choose_file(self) -> None:
        """Let the person choose the scan."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Scans and photos") + " (*.pdf *.jpg *.jpeg *.png)"
        self.file, _kind = QFileDialog.getOpenFileName(self, self.heading.text(), "", kinds)
        self.chosen.setText(self.file.rsplit("/", 1)[-1] or self.tr("No scan yet"))

    def submit(self) -> None:
        """Hand the document over."""
        until: date | None = self.until.value()
        if self.until.is_wrong():
            self.form.show_errors({"until": self.tr("This is no date.")})
            return
        self.answered.emit(self.kind.currentData(), until, self.file)
        self.accept()
