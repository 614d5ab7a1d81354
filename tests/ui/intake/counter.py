"""A worker's hands at the intake page: keys that are counted, and waits for what the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.intake.stages import DONE, ITEMS, WORK
from workbench.catalogue.rules import ItemKind
from workbench.standards.pinyin import reading_of_name, reading_of_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.intake.page import IntakePage

CTRL, NOTHING = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return


class Worker:
    """Types into whatever has the focus; every key pressed counts, a modifier too."""

    def __init__(self, qtbot: QtBot, page: IntakePage) -> None:
        self.qtbot, self.page, self.keys = qtbot, page, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
        self.keys += 1 + (modifier is not NOTHING)
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text: str) -> None:
        self.keys += len(text)
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)

    def wait(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=4000)

    def wait_stage(self, stage: str) -> None:
        def reached() -> None:
            assert (self.page.stages.stage, self.page.notice.text()) == (stage, "")

        self.wait(reached)

    def greet(self, initials: str) -> None:
        """Find and take the first resident."""
        self.type(initials)
        self.press(ENTER)
        self.wait_stage(ITEMS)

    def choose_item(self, initials: str) -> None:
        """Find and take the first item."""
        before = len(self.page.conversation.talk.matters)
        self.type(initials)
        self.press(ENTER)
        self.wait(lambda: len(self.page.conversation.talk.matters) > before)
        self.wait_stage(WORK)

    def accept(self) -> None:
        self.press(ENTER, CTRL)
        self.wait_stage(DONE)


def found_first(desk, wanted):
    """Return an id and the initials under which that resident is the first hit; `wanted` chooses."""
    hits = {
        hit.id: hit
        for place in ("1", "2", "3", "4", "5", "6")
        for hit in desk.residents.search(f"{place}-", 40)
    }
    for hit in hits.values():
        initials = reading_of_name(hit.name).initials[:3]
        first = desk.residents.search(initials, 1)
        if first and first[0].id == hit.id and wanted(desk.residents.card(hit.id)):
            return hit.id, initials
    raise AssertionError("nobody in the small community fits")


def item_initials(item):
    return reading_of_text(item.name).initials[:4]


def item_of(desk, kind: ItemKind, wanted=lambda item: True):
    """Return the first item of a kind that is the first hit for its own initials."""
    for item in desk.items.items():
        if item.kind is kind and wanted(item):
            hits = desk.items.find(item_initials(item), 1)
            if hits and hits[0].item.code == item.code:
                return item
    raise AssertionError(f"no {kind} item fits")
