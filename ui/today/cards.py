"""The small cards of the Today page: the queue, bad ratings to follow up, and what I did today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from ui.kit.buttons import GhostButton
from ui.kit.card import Card
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.labels import Caption, Figure, Soft
from ui.kit.layouts import STRETCH, column, row
from ui.kit.tones import Tone
from ui.theme.theme import px
from ui.wording.labels import label_of, listed
from workbench.intake.kinds import TicketKind
from workbench.standards.clock import SHANGHAI

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ui.today.reading import Doing, FollowUpLine
    from workbench.intake.queries.board import QueueBoard

translate = QCoreApplication.translate
LINE = 52
"""Height of one line with a detail, in pixels at 100 %."""


class QueueCard(Card):
    """Who waits; ``call_wanted`` asks to call the next."""

    call_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(translate("QueueCard", "Queue"), gap=8)
        self.figure = Figure("–")
        self.waiting, self.now = Soft(""), Caption("", wrap=True)
        self.call = GhostButton(self.tr("Call next  F2"), self.call_wanted.emit, icon_name="bell")
        words = column(STRETCH, self.waiting, gap=0, margins=(0, 0, 0, 4))
        self.body.addLayout(row(self.figure, words, STRETCH, self.call, gap=8))
        self.body.addWidget(self.now)

    def show_board(self, board: QueueBoard) -> None:
        """Show today's queue."""
        self.figure.setText(str(len(board.waiting)))
        first = sum(ticket.kind is TicketKind.PRIORITY for ticket in board.waiting)
        priority = self.tr("waiting, {count} with priority").format(count=first)
        self.waiting.setText(priority if first else self.tr("waiting"))
        self.now.setText(self._now(board))
        self.call.setEnabled(bool(board.waiting))

    def _now(self, board: QueueBoard) -> str:
        called = listed(ticket.number for ticket in board.called)
        upcoming = board.waiting[0].number if board.waiting else ""
        parts = (
            self.tr("at the counter: {numbers}").format(numbers=called) if called else "",
            self.tr("next: {number}").format(number=upcoming) if upcoming else "",
            self.tr("served today: {count}").format(count=board.served),
        )
        return " · ".join(filter(None, parts))


class LineCard(Card):
    """A card of lines that open a matter; ``opened`` carries its id."""

    opened = Signal(str)

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title, gap=4)
        self.list = ChoiceList(title)
        self.list.setProperty("frameless", True)
        self.nothing = Soft(nothing, wrap=True)
        self.body.addWidget(self.list)
        self.body.addWidget(self.nothing)
        self.list.chosen.connect(self.opened)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Choice]) -> None:
        """Show lines, or what stands there without any."""
        self.list.show_choices(lines)
        self.list.setFixedHeight(px(LINE) * len(lines) + px(6))
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)


class FollowUpCard(LineCard):
    """Bad ratings whose follow-up is open."""

    def __init__(self) -> None:
        super().__init__(translate("FollowUpCard", "Bad ratings to follow up"), "")

    def show_follow_ups(self, lines: Sequence[FollowUpLine], today: date) -> None:
        """Show them, or disappear when there is none."""
        self.show_lines([self._line(line, today) for line in lines])
        self.setVisible(bool(lines))

    def _line(self, line: FollowUpLine, today: date) -> Choice:
        due = line.follow_up.due_on
        late = due < today
        mark = self.tr("late") if late else self.tr("by {day}").format(day=f"{due.month}-{due.day}")
        tone = Tone.DANGER if late else Tone.WARNING
        return Choice(line.matter.id, line.matter.applicant_name, line.matter.item_name, mark, tone)


class DoingsCard(LineCard):
    """What I did today, the latest first."""

    FEW = 5

    def __init__(self) -> None:
        nothing = translate("DoingsCard", "Nothing yet. What you take in or decide today appears here.")
        super().__init__(translate("DoingsCard", "Done by me today"), nothing)

    def show_doings(self, doings: Sequence[Doing]) -> None:
        """Show the latest of them and how many there are."""
        self.caption.setText(self.tr("%n matter(s)", "", len(doings)) if doings else "")
        self.caption.setVisible(bool(doings))
        self.show_lines([self._line(doing) for doing in doings[: self.FEW]])

    def _line(self, doing: Doing) -> Choice:
        at = doing.at.astimezone(SHANGHAI)
        verb = self.tr("decided") if doing.decided else self.tr("taken in")
        detail = f"{at:%H:%M} {verb} · {doing.matter.item_name}"
        return Choice(doing.matter.id, doing.matter.applicant_name, detail, label_of(doing.matter.state))
