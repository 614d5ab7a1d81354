"""The warning that somebody is likely in the register already: who, why, and one key to take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.kit.buttons import GhostButton
from ui.kit.empty import IconLabel
from ui.kit.labels import Elided, Strong
from ui.kit.layouts import clear, column, row
from ui.kit.tones import Tone
from ui.people.lines import line_of_hit
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHBoxLayout

    from workbench.people.views import DuplicateHit

MOST = 3


class DuplicatesBar(QFrame):
    """Up to three likely duplicates; ``taken`` carries the id of the one who is meant."""

    taken = Signal(str)

    def __init__(self, action: str = "") -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._action = action or self.tr("It is this person")
        self._lines: QVBoxLayout = column(gap=6, margins=(10, 8, 10, 8))
        self.setLayout(self._lines)
        self.hits: tuple[DuplicateHit, ...] = ()
        self.hide()

    def show_hits(self, hits: Sequence[DuplicateHit]) -> None:
        """Show who is likely meant, or nothing."""
        self.hits = tuple(hits[:MOST])
        clear(self._lines)
        for hit in self.hits:
            self._lines.addLayout(self._line(hit))
        tone = Tone.DANGER if any(hit.certain for hit in self.hits) else Tone.WARNING
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(self.hits))

    def _line(self, hit: DuplicateHit) -> QHBoxLayout:
        tone = Tone.DANGER if hit.certain else Tone.WARNING
        line = line_of_hit(hit.person)
        who = Strong(f"{label_of(hit.kind)}：{line.name}")
        take = GhostButton(self._action, lambda: self.taken.emit(hit.person.id), size="small")
        take.setAccessibleName(f"{self._action} {line.name}")
        words = column(who, Elided(line.detail, role="caption"), gap=0)
        made = row(IconLabel(tone.icon_name, tone.token), gap=8)
        made.addLayout(words, 1)
        made.addWidget(take)
        return made
