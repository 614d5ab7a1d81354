"""The bar at the bottom: what will happen, and what can be done, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from ui.catalogue.words import days_words
from ui.kit.buttons import Button, GhostButton, PrimaryButton, QuietButton
from ui.kit.flow import FlowLayout
from ui.kit.labels import Elided, Strong
from ui.kit.layouts import column, row
from ui.kit.marks import Lamp
from ui.kit.painting import LampLevel
from ui.wording.dates import day_words
from ui.wording.labels import label_of, listed
from workbench.catalogue.rules import ItemKind

if TYPE_CHECKING:
    from ui.intake.outlook import Outlook
    from ui.intake.talk import MatterDraft, Talk

KEYS = {
    "hand_over": "F8",
    "refuse": "F7",
    "receive": "F5",
    "supplement": "F6",
    "at_once": "F9",
    "accept": "Ctrl+Return",
}
SHOWN_KEYS = {"Ctrl+Return": "Ctrl+Enter"}


class ActionBar(QFrame):
    """Lamp, promised date and papers on one line; below it the verbs; ``asked`` carries which."""

    asked = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("What happens next"))
        self.lamp = Lamp()
        self.words = Strong("")
        self.detail = Elided("", role="soft")
        line = row(self.lamp, self.words, gap=8)
        line.addWidget(self.detail, 1)
        self.buttons = {key: self._button(key, label) for key, label in self._labels().items()}
        buttons = FlowLayout(*self.buttons.values(), gap=6)
        self.setLayout(column(line, buttons, gap=8, margins=(14, 10, 12, 10)))
        self._shortcuts = [self._shortcut(page, key, keys) for key, keys in KEYS.items()]

    def show_matter(self, talk: Talk, matter: MatterDraft, outlook: Outlook) -> None:
        """Show what an acceptance leads to, and offer what is possible."""
        kind, ready = matter.item.kind, outlook.complete
        forbidden, immediate = kind is ItemKind.FORBIDDEN, kind is ItemKind.IMMEDIATE
        self._tell(matter, outlook)
        for key in ("accept", "receive", "supplement", "hand_over"):
            self.buttons[key].setVisible(not forbidden)
        self.buttons["at_once"].setVisible(immediate)
        self.buttons["accept"].setEnabled(ready)
        self.buttons["at_once"].setEnabled(ready)
        self.buttons["supplement"].setEnabled(not ready)
        lead = "refuse" if forbidden else "supplement" if not ready else "at_once" if immediate else "accept"
        waiting = talk.open_matters
        together = not any(each.missing() for each in waiting)
        self._lead(lead, count=len(waiting) if together else 1)

    def showEvent(self, event: object) -> None:
        """Listen to the keys."""
        super().showEvent(event)
        self._listen(True)

    def hideEvent(self, event: object) -> None:
        """Leave the keys to whatever is shown instead."""
        super().hideEvent(event)
        self._listen(False)

    def set_busy(self, busy: bool) -> None:
        """Take no key twice while the desk is saving."""
        self.setEnabled(not busy)

    def _tell(self, matter: MatterDraft, outlook: Outlook) -> None:
        if matter.item.kind is ItemKind.FORBIDDEN:
            self._say(
                LampLevel.RED, self.tr("The community must not issue this certificate"), matter.item.name
            )
        elif not outlook.complete:
            missing = self.tr("missing: {names}").format(names=listed(outlook.missing))
            self._say(LampLevel.YELLOW, self.tr("Not complete"), missing)
        else:
            self._say(LampLevel.GREEN, self._promise(outlook), self._papers(outlook))

    def _promise(self, outlook: Outlook) -> str:
        if outlook.promised is None:
            return self.tr("Accepted without a limit")
        words = self.tr("Done by {day}").format(day=day_words(outlook.promised))
        return words + (self.tr(" (provisional, holidays not yet published)") if outlook.provisional else "")

    def _papers(self, outlook: Outlook) -> str:
        days = days_words(outlook.days) if outlook.days else ""
        papers = listed(label_of(kind) for kind in outlook.slips)
        printed = self.tr("prints {papers}").format(papers=papers) if papers else ""
        return " · ".join(filter(None, (days, printed)))

    def _say(self, level: LampLevel, words: str, detail: str) -> None:
        self.lamp.show_level(level, words)
        self.words.setText(words)
        self.detail.setText(detail)

    def _lead(self, lead: str, count: int) -> None:
        labels = self._labels()
        if count > 1:
            labels["accept"] = self.tr("Accept {count} matters").format(count=count)
        for key, button in self.buttons.items():
            self._dress(button, lead=key == lead)
            button.setText(f"{labels[key]}  {SHOWN_KEYS.get(KEYS[key], KEYS[key])}")
            button.setAccessibleName(labels[key])

    @staticmethod
    def _dress(button: Button, *, lead: bool) -> None:
        role = PrimaryButton.role if lead else GhostButton.role
        if button.property("role") != role:
            button.setProperty("role", role)
            button.style().unpolish(button)
            button.style().polish(button)

    def _labels(self) -> dict[str, str]:
        return {
            "accept": self.tr("Accept"),
            "at_once": self.tr("Done at once"),
            "supplement": self.tr("Tell what is missing"),
            "receive": self.tr("Receive only"),
            "refuse": self.tr("Refuse"),
            "hand_over": self.tr("Hand over"),
        }

    def _button(self, key: str, label: str) -> Button:
        made = QuietButton if key == "hand_over" else GhostButton
        return made(f"{label}  {KEYS[key]}", lambda: self.asked.emit(key))

    def _shortcut(self, page: QWidget, key: str, keys: str) -> QShortcut:
        made = QShortcut(QKeySequence(keys), page, lambda: self._press(key))
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setEnabled(False)
        return made

    def _listen(self, on: bool) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(on)

    def _press(self, key: str) -> None:
        button = self.buttons[key]
        if button.isVisible() and button.isEnabled():
            self.asked.emit(key)
