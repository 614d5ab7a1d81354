"""Making one of two entries: side by side, field by field, with what the plan proposes and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from ui.kit.dialogs import Dialog
from ui.kit.facts import FactLabel
from ui.kit.labels import Caption, Strong
from ui.kit.layouts import scrolled
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.people.merge_rules import Side
from workbench.standards.codes import EDUCATION, ETHNIC_GROUPS, RELATIONS

if TYPE_CHECKING:
    from workbench.people.merge_rules import FieldChoice
    from workbench.people.views import ResidentCard

TABLES = {"ethnic_group": ETHNIC_GROUPS, "education": EDUCATION, "relation_to_head": RELATIONS}
FOLLOWING = {"birth_precision": "birth_date", "status_since": "status", "relation_to_head": "household_id"}
"""Fields that go with another one and are not asked for."""


@dataclass(frozen=True, slots=True)
class MergePair:
    """Two entries with their cards, and the plan that makes one of them."""

    keep: ResidentCard
    retire: ResidentCard
    plan: tuple[FieldChoice, ...]


def read_pair(desk: Any, keep_id: str, retire_id: str) -> MergePair:
    """Read both entries and plan the merge; call it in the background."""
    keep, retire = (desk.residents.card(each) for each in (keep_id, retire_id))
    return MergePair(keep, retire, tuple(desk.residents.merge_plan(keep_id, retire_id)))


class MergeDialog(Dialog):
    """Shows what differs; ``merged`` carries the fields in which a person overruled the plan."""

    merged = Signal(object)

    def __init__(self, pair: MergePair, parent: QWidget) -> None:
        super().__init__("", parent=parent, width=760)
        self.heading.setText(self.tr("One of two records"))
        self.setWindowTitle(self.heading.text())
        sentence = self.tr("The record at the left stays; the other one is retired. This can be undone.")
        self.sentence.setText(sentence)
        self.sentence.show()
        self._pair = pair
        self._groups: dict[str, QButtonGroup] = {}
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._head()
        for choice in pair.plan:
            if choice.field not in FOLLOWING:
                self._add(choice)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = scrolled(holder)
        area.setMinimumHeight(px(320))
        self.body.addWidget(area, 1)
        self.main = self.add_buttons(self.tr("Make one record  Ctrl+Enter"), self.submit)
        self.main.setShortcut("Ctrl+Return")

    def submit(self) -> None:
        """Hand over what was chosen against the plan."""
        chosen = {field: self._side(group) for field, group in self._groups.items()}
        planned = {choice.field: choice.winner for choice in self._pair.plan}
        overruled = {field: side for field, side in chosen.items() if side is not planned[field]}
        for field, leader in FOLLOWING.items():
            if leader in overruled and field in planned:
                overruled[field] = overruled[leader]
        self.merged.emit(overruled)
        self.accept()

    def choose(self, field: str, side: Side) -> None:
        """Choose a side for a field."""
        self._groups[field].button(list(Side).index(side)).setChecked(True)

    def _head(self) -> None:
        stays = self.tr("Stays: {who}").format(who=_title(self._pair.keep))
        retired = self.tr("Is retired: {who}").format(who=_title(self._pair.retire))
        self._grid.addWidget(Strong(stays), 0, 1)
        self._grid.addWidget(Strong(retired), 0, 2)

    def _add(self, choice: FieldChoice) -> None:
        at = self._grid.rowCount()
        group = self._groups[choice.field] = QButtonGroup(self)
        self._grid.addWidget(FactLabel(choice.label), at, 0, Qt.AlignmentFlag.AlignTop)
        for place, side in enumerate(Side):
            button = QRadioButton(self._words(choice, side))
            button.setAccessibleName(f"{choice.label} {button.text()}")
            button.setChecked(side is choice.winner)
            group.addButton(button, place)
            self._grid.addWidget(button, at, place + 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Caption(choice.reason, wrap=True), at, 3, Qt.AlignmentFlag.AlignTop)

    def _words(self, choice: FieldChoice, side: Side) -> str:
        value = choice.keep if side is Side.KEEP else choice.retire
        if choice.field == "household_id":
            card = self._pair.keep if side is Side.KEEP else self._pair.retire
            return card.address or "—"
        return _shown(choice.field, value)

    @staticmethod
    def _side(group: QButtonGroup) -> Side:
        return list(Side)[group.checkedId()]


def _title(card: ResidentCard) -> str:
    return f"{card.name} {card.id_number}".strip()


def _shown(field: str, value: Any) -> str:
    if value in (None, ""):
        return "—"
    if field in TABLES:
        return TABLES[field].get(value, value)
    return label_of(value) if hasattr(value, "label") else str(value)
