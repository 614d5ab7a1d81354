"""The line that says who is served: name, age, masked number, address, tags, and who acts for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.kit.buttons import QuietButton
from ui.kit.labels import Elided, Title
from ui.kit.layouts import clear, column, row
from ui.kit.marks import Avatar
from ui.kit.pill import Pill
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.people.lines import PersonLine


class WhoBar(QFrame):
    """Who is served; Esc takes the person back."""

    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.avatar = Avatar("", 34)
        self.name = Title("")
        self.detail = Elided("", role="soft")
        self.agent = Pill("", Tone.ACCENT)
        self._tags: QHBoxLayout = row(gap=4)
        self.change = QuietButton(self.tr("Someone else  Ctrl+R"), self.change_wanted.emit, size="small")
        upper = row(self.name, gap=8)
        upper.addLayout(self._tags)
        upper.addWidget(self.agent)
        upper.addStretch(1)
        whole = row(self.avatar, gap=10, margins=(12, 6, 8, 6))
        whole.addLayout(column(upper, self.detail, gap=0), 1)
        whole.addWidget(self.change)
        self.setLayout(whole)

    def show_person(self, line: PersonLine) -> None:
        """Show somebody."""
        self.avatar.show_name(line.name)
        self.name.setText(line.name)
        self.detail.setText(line.detail)
        self.setAccessibleName(f"{line.name} {line.detail}")
        self._show_tags(line.pills)

    def show_agent(self, name: str) -> None:
        """Show who acts for them, or nobody."""
        self.agent.setVisible(bool(name))
        self.agent.say(self.tr("through {agent}").format(agent=name), Tone.ACCENT)

    def _show_tags(self, pills: Sequence[tuple[str, Tone]]) -> None:
        clear(self._tags)
        for words, tone in pills[:4]:
            self._tags.addWidget(Pill(words, tone))
