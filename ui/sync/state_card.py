"""How sync stands, in plain words, with the three things one can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.kit.buttons import GhostButton, QuietButton
from ui.kit.card import Card
from ui.kit.empty import IconLabel
from ui.kit.flow import FlowLayout
from ui.kit.halves import Halves
from ui.kit.labels import Caption, Soft, Strong
from ui.kit.layouts import column, panel, row, show_if
from ui.sync.state_words import clock_words, explanation, headline, phase_look
from workbench.sync.state import Phase

if TYPE_CHECKING:
    from datetime import date

    from workbench.desk.sync_views import SyncState


ROOM_FOR_BUTTONS = 620


class StateCard(Card):
    """F5 exchanges now, F8 pauses and goes on; without a server the way to one is offered."""

    now_wanted = Signal()
    pause_wanted = Signal(bool)
    server_wanted = Signal()

    def __init__(self, *, may_connect: bool) -> None:
        super().__init__("", padding=12)
        self._may_connect, self._paused = may_connect, False
        self.icon = IconLabel("cloud-off", "text_soft", 24)
        self.head, self.words, self.facts = Strong("", wrap=True), Soft("", wrap=True), Caption("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.now = GhostButton(self.tr("Sync now  F5"), self.now_wanted.emit, icon_name="refresh")
        self.pause = QuietButton("", self._pause_or_go_on, icon_name="pause")
        self.connect_button = GhostButton(
            self.tr("Connect to a server…"), self.server_wanted.emit, icon_name="cloud"
        )
        line = row(self.icon, gap=12)
        line.addWidget(panel(column(self.head, self.words, self.facts, gap=2)), 1)
        self.body.addWidget(Halves(panel(line), self._buttons(), room=ROOM_FOR_BUTTONS, shares=(1, 0)))
        self.body.addWidget(self.bar)

    def show_state(self, state: SyncState, today: date) -> None:
        """Show how sync stands."""
        icon, tone = phase_look(state.phase)
        self.icon.show_icon(icon, tone.token if tone.value != "neutral" else "text_soft")
        self.head.setText(headline(state))
        self.words.setText(explanation(state, today))
        self.facts.setText(self._facts(state, today))
        self.setAccessibleName(f"{self.head.text()} {self.words.text()} {self.facts.text()}")
        self._show_progress(state)
        self._paused = state.phase is Phase.PAUSED
        self.pause.setText(self.tr("Go on  F8") if self._paused else self.tr("Pause  F8"))
        self.pause.set_icon("play" if self._paused else "pause")
        for button in (self.now, self.pause):
            show_if(button, state.connected)
        self.now.setEnabled(state.phase in (Phase.IDLE, Phase.UNREACHABLE, Phase.REFUSED))
        show_if(self.facts, state.connected)
        show_if(self.connect_button, not state.connected and self._may_connect)

    def _facts(self, state: SyncState, today: date) -> str:
        unsent = state.unsent
        return " · ".join(
            (
                self.tr("Last exchange {time}").format(time=clock_words(state.last_sync, today)),
                self.tr("%n change(s) to send", "", unsent),
                self.tr("This desk: {name}").format(name=state.desk_name or "—"),
                self.tr("Server: {server}").format(server=state.server),
            )
        )

    def _show_progress(self, state: SyncState) -> None:
        show_if(self.bar, state.progress is not None)
        if state.progress is not None:
            done, total = state.progress
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.bar.setAccessibleName(self.tr("{done} of {total}").format(done=done, total=total))

    def _pause_or_go_on(self) -> None:
        self.pause_wanted.emit(not self._paused)

    def _buttons(self) -> QWidget:
        return panel(FlowLayout(self.now, self.pause, self.connect_button, gap=4))
