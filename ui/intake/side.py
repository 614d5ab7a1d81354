"""Beside the checklist: the guide of the item, the prefilled form, and the agent, one at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.intake.agent_form import AgentForm
from ui.intake.facts_form import FactsForm
from ui.intake.guide import Guide
from ui.kit.card import Card
from ui.kit.layouts import scrolled
from ui.kit.segments import Tabs
from ui.kit.stack import Stack

GUIDE, FORM, AGENT = "guide", "form", "agent"
KEYS = {GUIDE: "Ctrl+G", FORM: "Ctrl+E", AGENT: "Ctrl+D"}


class SidePanel(Card):
    """Three tabs, each scrolling by itself."""

    def __init__(self) -> None:
        super().__init__("", padding=12, gap=8)
        self.guide, self.form, self.agent = Guide(), FactsForm(), AgentForm()
        words = {GUIDE: self.tr("Guide"), FORM: self.tr("Form"), AGENT: self.tr("Agent")}
        self.tabs = Tabs(self.tr("Beside the checklist"), tuple(words.items()))
        self._stack = Stack()
        self._pages: dict[str, QWidget] = {}
        for key, part in ((GUIDE, self.guide), (FORM, self.form), (AGENT, self.agent)):
            self._pages[key] = scrolled(part)
            self._stack.addWidget(self._pages[key])
        self.tabs.chosen.connect(self.show_part)
        self.setAccessibleName(self.tr("Beside the checklist"))
        for key, label in words.items():
            self.tabs.relabel(key, label)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)

    def show_part(self, key: str) -> None:
        """Bring a part to the front; the agent's first field gets the cursor."""
        self._stack.setCurrentWidget(self._pages[key])
        if key == AGENT:
            self.agent.name.setFocus()

    def open_part(self, key: str) -> None:
        """Choose a tab by its key."""
        self.tabs.choose(key)

    def tell_agent(self, name: str) -> None:
        """Say on the tab that somebody acts for the resident."""
        mark = " ●" if name else ""
        self.tabs.relabel(AGENT, self.tr("Agent") + mark)
