"""The bar at the bottom: who sits here, the queue, and whether everything has been sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from ui.kit.labels import Elided
from ui.kit.layouts import row
from ui.kit.tones import Tone
from ui.sync.state_words import bar_words, phase_look, unsent_tone
from ui.theme.icons import icon
from ui.theme.theme import px
from workbench.desk.sync_views import SyncState
from workbench.standards.clock import local_date, utc_now
from workbench.sync.state import Phase

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

HEIGHT = 32
GAP, SIDE, LEAST_FOR_NAME = 4, 14, 120
DROPPED = ("conflicts", "unsent", "sync", "queue")
"""The figures in the order in which they give way; one that warns stays."""


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """How things stand: residents waiting, and how sync is; `today` is the day in Shanghai."""

    waiting: int = 0
    sync: SyncState = field(default_factory=SyncState)
    today: date = field(default_factory=lambda: local_date(utc_now()))


class StatusPill(QPushButton):
    """One figure of the bar; a click asks for the page that explains it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self.setIconSize(QSize(px(14), px(14)))

    def say(self, text: str, tone: Tone, icon_name: str) -> None:
        """Show words in a tone."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setIcon(icon(icon_name, tone.token if tone is not Tone.NEUTRAL else "text_soft", size=14))
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)


class StatusBar(QFrame):
    """Who, queue, last sync, unsent changes, conflicts; ``asked`` carries the figure that was clicked."""

    asked = Signal(str)

    def __init__(self, who: str) -> None:
        super().__init__()
        self.setProperty("role", "statusbar")
        self.setAccessibleName(self.tr("Status"))
        self.setFixedHeight(px(HEIGHT))
        self.who = Elided(who)
        self.pills = {name: StatusPill() for name in ("queue", "sync", "unsent", "conflicts")}
        for name, pill in self.pills.items():
            pill.clicked.connect(lambda _checked=False, asked=name: self.asked.emit(asked))
        line = row(self.who, *self.pills.values(), gap=GAP, margins=(SIDE, 0, SIDE, 0))
        line.setStretch(0, 1)
        self.setLayout(line)
        self._today = local_date(utc_now())
        self.show_status(DeskStatus())

    def show_status(self, status: DeskStatus) -> None:
        """Show how things stand; what needs nobody stays quiet."""
        self._today = status.today
        self.pills["queue"].say(self.tr("%n waiting", "", status.waiting), Tone.NEUTRAL, "queue")
        self.show_sync(status.sync)

    def show_sync(self, state: SyncState) -> None:
        """Show how sync stands; without a server, or without a network, there is nothing to be alarmed at."""
        icon_name, tone = phase_look(state.phase)
        loud = Tone.WARNING if tone is Tone.WARNING or state.locks_at is not None else Tone.NEUTRAL
        self.pills["sync"].say(bar_words(state, self._today), loud, icon_name)
        off, unsent = state.phase is Phase.OFF, state.unsent
        words = self.tr("Everything is kept here") if off else self.tr("%n unsent", "", unsent)
        self.pills["unsent"].say(words, unsent_tone(state), "upload")
        disputed = Tone.DANGER if state.disputes else Tone.NEUTRAL
        count = state.disputes
        self.pills["conflicts"].say(self.tr("%n to settle", "", count), disputed, "conflict")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Fit into any window: figures give way."""
        return QSize(px(LEAST_FOR_NAME), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the figures into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Drop figures that ask for nothing, the least important first, until the rest fits."""
        room = self.width() - px(LEAST_FOR_NAME + 2 * SIDE)
        shown = dict(self.pills)
        for name in DROPPED:
            needed = sum(pill.sizeHint().width() + px(GAP) for pill in shown.values())
            if needed > room and self.pills[name].property("tone") == Tone.NEUTRAL.value:
                del shown[name]
        for name, pill in self.pills.items():
            pill.setVisible(name in shown)
        left_out = (pill.text() for name, pill in self.pills.items() if name not in shown)
        self.setToolTip("\n".join(left_out))
