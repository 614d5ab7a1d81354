"""The form of one resident: birth date and sex follow from the number; problems stand under their fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit.fields import TextArea, TextField
from ui.kit.form import FormGrid
from ui.kit.layouts import column
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.people.duplicates import Likeness
from workbench.people.rules import ResidentEntry, problems_of, tidy_entry
from workbench.people.vocabulary import Registration
from workbench.standards.codes import EDUCATION, ETHNIC_GROUPS, RELATIONS, Sex
from workbench.standards.dates import parse_date_loosely

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WHOLE = (
    "name", "id_number", "sex", "birth_date", "phone", "other_phone", "ethnic_group", "education",
    "relation_to_head", "registration", "note",
)  # fmt: skip


class EntryForm(QWidget):
    """Edits a ResidentEntry; ``edited`` is sent at every change."""

    edited = Signal()

    def __init__(self, fields: tuple[str, ...] = WHOLE, columns: int = 2) -> None:
        super().__init__()
        self._before = ResidentEntry("")
        self.grid = FormGrid(columns=columns, gap=8)
        self.fields: dict[str, QWidget] = {}
        for name in fields:
            self._add(name, columns)
        self.setLayout(column(self.grid))

    def show_entry(self, entry: ResidentEntry) -> None:
        """Show a resident's plain values."""
        self._before = entry
        for name in self.fields:
            self._put(name, getattr(entry, name))

    def entry(self) -> ResidentEntry:
        """Return what is typed, tidy, with what the number says filled in."""
        return tidy_entry(replace(self._before, **{name: self._value(name) for name in self.fields}))

    def texts(self) -> dict[str, str]:
        """Return what is typed, as a draft keeps it."""
        return {name: self._text(name) for name in self.fields}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        for name, text in texts.items():
            if name in self.fields:
                self._put(name, text)

    def check(self, today: date) -> bool:
        """Show what must be put right under its fields; return whether nothing must."""
        problems = problems_of(self.entry(), today)
        self.grid.show_errors({problem.field: problem.message for problem in problems if problem.blocking})
        return not any(problem.blocking for problem in problems)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.fields.values())).setFocus()

    def _add(self, name: str, columns: int) -> None:
        labels, choices = self._labels(), self._choices()
        if name in choices:
            field: QWidget = self._box(choices[name])
        elif name == "note":
            field = TextArea(labels[name])
            field.setFixedHeight(px(60))
            field.textChanged.connect(self.edited)
        else:
            field = TextField(labels[name], "yyyy-MM-dd" if name == "birth_date" else "")
            field.textEdited.connect(lambda _text: self.edited.emit())
        wide = columns if name == "note" else 1
        self.fields[name] = self.grid.add(name, labels[name], field, required=name == "name", span=wide)

    def _box(self, choices: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for code, words in choices:
            box.addItem(words, code)
        box.activated.connect(lambda _at: self.edited.emit())
        return box

    def _put(self, name: str, value: object) -> None:
        field, text = self.fields[name], str(value) if value is not None else ""
        if isinstance(field, QComboBox):
            field.setCurrentIndex(max(0, field.findData(text)))
        elif isinstance(field, TextArea):
            field.setPlainText(text)
        elif isinstance(field, TextField):
            field.setText(text)

    def _text(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, QComboBox):
            return str(field.currentData())
        return field.toPlainText() if isinstance(field, TextArea) else field.text().strip()

    def _value(self, name: str) -> object:
        text = self._text(name)
        match name:
            case "name" | "note":
                return text
            case "sex":
                return Sex(text)
            case "registration":
                return Registration(text)
            case "birth_date":
                return day_of(text)
            case _:
                return text or None

    def _choices(self) -> dict[str, list[tuple[str, str]]]:
        nothing = ("", self.tr("Not known"))
        return {
            "sex": [(sex.value, label_of(sex)) for sex in Sex],
            "registration": [(each.value, label_of(each)) for each in Registration],
            "ethnic_group": [nothing, *ETHNIC_GROUPS.items()],
            "education": [nothing, *EDUCATION.items()],
            "relation_to_head": [nothing, *RELATIONS.items()],
        }

    def _labels(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "id_number": self.tr("Identity number"),
            "sex": self.tr("Sex"),
            "birth_date": self.tr("Born"),
            "phone": self.tr("Phone"),
            "other_phone": self.tr("Other phone"),
            "ethnic_group": self.tr("Ethnic group"),
            "education": self.tr("Education"),
            "relation_to_head": self.tr("Relation to the head"),
            "registration": self.tr("Registration"),
            "note": self.tr("Note"),
        }


def day_of(text: str) -> date | None:
    """Return the day a person typed in any usual way, None when it is none."""
    found = parse_date_loosely(text)
    return found.date if found else None


def likeness_of_entry(entry: ResidentEntry) -> Likeness:
    """Return how somebody being entered is told apart from others."""
    phones = frozenset(phone for phone in (entry.phone, entry.other_phone) if phone)
    return Likeness(entry.name, entry.id_number, entry.birth_date, entry.birth_precision, phones)
