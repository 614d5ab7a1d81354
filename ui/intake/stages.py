"""The body of the page in its stages: whom, what, the work on it, and what it left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.intake.done import DonePanel
from ui.intake.newcomer import Newcomer
from ui.intake.work_area import WorkArea
from ui.kit.card import Card
from ui.kit.choices import ChoiceList
from ui.kit.empty import EmptyState
from ui.kit.labels import Caption
from ui.kit.layouts import scrolled
from ui.kit.stack import Stack

if TYPE_CHECKING:
    from ui.intake.talk import Talk
    from ui.page import Page

PEOPLE, NEWCOMER, ITEMS, WORK, DONE = "people", "newcomer", "items", "work", "done"


class Found(Card):
    """Lines found, or what to do when there are none."""

    def __init__(self, name: str, empty: EmptyState, hint: str) -> None:
        super().__init__("", padding=8, gap=4)
        self.setAccessibleName(name)
        self.lines = ChoiceList(name)
        self.lines.setProperty("frameless", True)
        self.empty = empty
        self.hint = Caption(hint)
        self.hint.setContentsMargins(8, 0, 8, 0)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.hint)
        self.tell(0)

    def tell(self, count: int) -> None:
        """Show the lines, or the empty state when there are none."""
        self.lines.setVisible(count > 0)
        self.hint.setVisible(count > 0)
        self.empty.setVisible(count == 0)


class Stages(Stack):
    """One widget a stage."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        keys = self.tr("↑ ↓ choose · Enter takes it")
        greet = EmptyState(
            "intake",
            self.tr("Who is here?"),
            self.tr("Type a name, initials, part of a number, or an address."),
        )
        nothing = EmptyState(
            "catalogue", self.tr("No item found"), self.tr("Try plain words, such as what the resident said.")
        )
        self.people = Found(self.tr("Residents found"), greet, keys)
        self.newcomer = Newcomer(page)
        self.items = Found(self.tr("Items found"), nothing, keys)
        self.work = WorkArea()
        self.checklist, self.side = self.work.checklist, self.work.side
        self.done = DonePanel()
        self._stages: dict[str, QWidget] = {
            PEOPLE: self.people,
            NEWCOMER: scrolled(self.newcomer),
            ITEMS: self.items,
            WORK: self.work,
            DONE: scrolled(self.done),
        }
        for stage in self._stages.values():
            self.addWidget(stage)
        self.stage = PEOPLE

    def show_stage(self, key: str) -> None:
        """Bring a stage to the front."""
        self.stage = key
        self.setCurrentWidget(self._stages[key])


def next_stage(before: Talk, now: Talk, stage: str) -> str:
    """Return the stage a changed talk leads to: each step of the talk goes on by itself."""
    if now.applicant is None:
        return stage if stage == NEWCOMER else PEOPLE
    if now.matters and not now.open_matters:
        return DONE
    if now.applicant != before.applicant or len(now.matters) > len(before.matters):
        return WORK if now.matters else ITEMS
    return stage if now.matters else ITEMS
