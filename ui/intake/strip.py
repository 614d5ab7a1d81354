"""The strip on top: who is served, the next number, and how the resident came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from ui.kit.buttons import GhostButton, QuietButton
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.intake.kinds import Channel, TicketKind

if TYPE_CHECKING:
    from ui.intake.talk import Talk
    from workbench.intake.queries.board import QueueBoard


class Strip(QWidget):
    """Calls the next number, takes numbers, and keeps the channel."""

    call_wanted = Signal()
    take_wanted = Signal(str)
    miss_wanted = Signal()
    channel_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.serving = Pill(self.tr("No number called"), Tone.NEUTRAL)
        self.waiting = Caption("")
        self.call = GhostButton(
            self.tr("Call next  F2"), self.call_wanted.emit, icon_name="bell", size="small"
        )
        self.take = QuietButton(self.tr("Take number"), size="small")
        self.take.setMenu(self._kinds())
        self.miss = QuietButton(self.tr("Did not come"), self.miss_wanted.emit, size="small")
        self.channel = self._channels()
        parts = (self.serving, self.waiting, self.miss, self.call, self.take, self.channel)
        self.setLayout(FlowLayout(*parts, gap=6))

    def show_queue(self, board: QueueBoard) -> None:
        """Show how many wait, and who comes next."""
        waiting = board.waiting
        following = self.tr(", next {number}").format(number=waiting[0].number) if waiting else ""
        self.waiting.setText(self.tr("{count} waiting").format(count=len(waiting)) + following)

    def show_talk(self, talk: Talk) -> None:
        """Show who is served and how they came."""
        if talk.ticket_number:
            self.serving.say(self.tr("Serving {number}").format(number=talk.ticket_number), Tone.ACCENT)
        else:
            self.serving.say(self.tr("No number called"), Tone.NEUTRAL)
        self.miss.setVisible(bool(talk.ticket_number) and talk.applicant is None)
        self.channel.setCurrentIndex(self.channel.findData(talk.channel.value))

    def _kinds(self) -> QMenu:
        menu = QMenu(self)
        for kind in TicketKind:
            menu.addAction(label_of(kind), lambda value=kind.value: self.take_wanted.emit(value))
        return menu

    def _channels(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("How the resident came"))
        for channel in Channel:
            box.addItem(label_of(channel), channel.value)
        box.activated.connect(lambda _at: self.channel_chosen.emit(box.currentData()))
        return box
