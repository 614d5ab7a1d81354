"""The Today page: every number a button, the pressing list first, nothing read on the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QButtonGroup, QLineEdit, QWidget

from ui.kit.buttons import PrimaryButton
from ui.kit.layouts import column, panel, row, show_if
from ui.kit.tones import Tone
from ui.page import Page
from ui.theme.theme import px
from ui.today.cards import DoingsCard, FollowUpCard, QueueCard
from ui.today.doors import ENTITIES as DOORS
from ui.today.doors import DoorsCard, my_doors
from ui.today.head import DayLine, ToSettleButton
from ui.today.list_card import ListCard
from ui.today.lists import COMMUNITY, COUNTED, MINE, Figure, matters_behind, most_pressing
from ui.today.reading import community_day, day_facts, follow_up_lines, my_doings
from ui.today.tiles import TileStrip
from ui.today.words import captions, empty_words, greeting, note_words, tone_of
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.page import Workspace
    from ui.today.reading import CommunityDay, FollowUpLine, Load
    from workbench.desk.sync_views import SyncState
    from workbench.intake.queries import MatterRow, TodayCounts

SIDE = 304
"""Width of the column at the right, in pixels at 100 %."""

ROOM_FOR_SIDE = 1040
ROOM_FOR_DAY = 800
MINUTE = 60_000
AFTER_THE_REST = 900
"""Milliseconds after which the doors of the census are read."""


class TodayPage(Page):
    """What waits for me, what waits at the counter, and for the supervisor how the community stands."""

    entities: ClassVar[frozenset[str]] = frozenset(
        {"matter", "queue_ticket", "follow_up", "rating", "holiday_override", "community", "sync_dispute"}
        | DOORS
    )

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self._sees_all = desk.may(Permission.APPROVE)
        self._serves = desk.may(Permission.ACCEPT_MATTER)
        self._chosen: Figure | None = None
        self._day: CommunityDay | None = None
        self._began = False
        self._make_parts()
        self._place()
        self._connect()
        self.name_page(greeting(desk.now(), desk.session.display_name), self._head())
        self._shown_on = desk.today()
        QTimer(self, interval=MINUTE, timeout=self._turn_of_the_day).start()

    def refresh(self) -> None:
        """Read every figure again; the list that is open follows."""
        self.ask_latest("counts", self.desk.matters.counts, self._show_counts)
        self.ask_latest("queue", self.desk.matters.queue, self.queue.show_board)
        self.ask_latest("day", lambda: day_facts(self.desk), self.day_line.show_facts)
        self.ask_latest("doings", lambda: my_doings(self.desk), self.doings.show_doings)
        # The census room is not loaded yet in the morning; the first sight of the day does not wait for it.
        QTimer.singleShot(AFTER_THE_REST, self, self._read_doors)
        self.ask_latest("sync", self._read_sync, self.to_settle.show_state)
        self.ask_latest("follow", self._read_follow_ups, self._show_follow_ups)
        if self._sees_all:
            self.ask_latest("community", lambda: community_day(self.desk), self._show_community)

    def _read_sync(self) -> SyncState:
        state: SyncState = self.desk.sync.state()
        return state

    def _read_doors(self) -> None:
        self.ask_latest("doors", lambda: my_doors(self.desk), self.doors.show_doors)

    def first_field(self) -> QWidget:
        """Begin in the list."""
        return self.list.table()

    def choose(self, figure: Figure) -> None:
        """Open the list behind a figure."""
        self._chosen = figure
        tile = (self.mine.tiles | self.community.tiles)[figure]
        tile.setChecked(True)
        self.list.announce(captions()[figure])
        self._read_list()

    def _read_list(self) -> None:
        figure = self._chosen
        if figure is Figure.OPEN:
            if self._day is not None:
                self.list.show_loads(self._day.loads)
        elif figure is not None:
            self.ask_latest("list", lambda: self._rows_behind(figure), self._show_rows)

    def _rows_behind(self, figure: Figure) -> tuple[Figure, list[MatterRow], dict[str, str]]:
        return figure, matters_behind(self.desk, figure), self.desk.staff_names()

    def _show_rows(self, answer: tuple[Figure, list[MatterRow], dict[str, str]]) -> None:
        figure, rows, names = answer
        self.list.know_names(names)
        if figure is self._chosen:
            self.list.show_owner(figure not in MINE)
            self.list.show_matters(rows, empty_words(figure))
            self._take_focus()

    def _take_focus(self) -> None:
        """Put the cursor into the first list that came, unless somebody is typing elsewhere."""
        if not self._began and not isinstance(QApplication.focusWidget(), QLineEdit):
            self.list.table().setFocus(Qt.FocusReason.OtherFocusReason)
        self._began = True

    def _show_counts(self, counts: TodayCounts) -> None:
        for figure in COUNTED:
            self._show_figure(figure, getattr(counts, figure))
        if self._chosen is None:
            self.choose(most_pressing(counts, everybody=self._sees_all))
        else:
            self._read_list()

    def _show_community(self, day: CommunityDay) -> None:
        self._day = day
        self._show_figure(Figure.RECEIVED, day.received)
        self._show_figure(Figure.DECIDED, day.decided)
        share = "–" if day.satisfaction is None else f"{day.satisfaction:.0%}"
        rated = self.tr("%n rating(s) today", "", day.rated)
        self.community.tiles[Figure.SATISFACTION].show_count(share, rated, Tone.NEUTRAL)
        if self._chosen is Figure.OPEN:
            self.list.show_loads(day.loads)

    def _show_figure(self, figure: Figure, count: int) -> None:
        tile = (self.mine.tiles | self.community.tiles)[figure]
        tile.show_count(str(count), note_words(figure), tone_of(figure, count))

    def _read_follow_ups(self) -> list[FollowUpLine]:
        return follow_up_lines(self.desk, everybody=self._sees_all)

    def _show_follow_ups(self, lines: list[FollowUpLine]) -> None:
        self.follow_ups.show_follow_ups(lines, self.desk.today())

    def _open_load(self, load: Load) -> None:
        self.list.announce(self.tr("On the table of {name}").format(name=load.name))
        self.list.show_owner(False)
        self.list.show_matters(load.matters, empty_words(Figure.OPEN), back=True)
        self.list.matters.setFocus()

    def _back_to_loads(self) -> None:
        if self._chosen is Figure.OPEN:
            self.choose(Figure.OPEN)
            self.list.loads.setFocus()

    def _open_matter(self, matter_id: str) -> None:
        self.workspace.open_record("matter", matter_id)

    def _call_next(self) -> None:
        # Intake calls: the number called belongs to the talk that begins there.
        self.workspace.open_record("call", "")

    def _turn_of_the_day(self) -> None:
        if self._shown_on != self.desk.today():
            self._shown_on = self.desk.today()
            self.heading.setText(greeting(self.desk.now(), self.desk.session.display_name))
            self.refresh()

    def _make_parts(self) -> None:
        words = captions()
        self.mine = TileStrip(self.tr("Mine"), [(one, words[one]) for one in MINE], "{at}")
        self.community = TileStrip(
            self.tr("The community today"), [(one, words[one]) for one in COMMUNITY], "Ctrl+{at}"
        )
        self.list = ListCard()
        self.queue, self.follow_ups, self.doings = QueueCard(), FollowUpCard(), DoingsCard()
        self.doors = DoorsCard()
        self.day_line, self.to_settle = DayLine(), ToSettleButton(self.workspace)

    def _head(self) -> list[QWidget]:
        start = PrimaryButton(
            self.tr("Start intake  F3"), lambda: self.workspace.open_page("intake"), icon_name="plus"
        )
        QShortcut(QKeySequence("F3"), self, start.click)
        return [self.day_line, self.to_settle, *([start] if self._serves else [])]

    def _place(self) -> None:
        show_if(self.community, self._sees_all)
        show_if(self.queue, self._serves)
        self.follow_ups.hide()
        left = column(self.mine, self.community, gap=10)
        left.addWidget(self.list, 1)
        self.list.setMinimumHeight(px(220))
        self.side = panel(column(self.queue, self.doors, self.follow_ups, self.doings, gap=12))
        self.side.layout().addStretch(1)
        self._below = panel(column(gap=0))
        self._halves = row(gap=16)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self.side)
        self.body.addLayout(self._halves, 1)
        self.body.addWidget(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the small cards below the list where there is no room beside it."""
        super().resizeEvent(event)
        self.day_line.setVisible(self.width() >= px(ROOM_FOR_DAY))
        self.to_settle.allow(self.width() >= px(ROOM_FOR_DAY))
        beside = self.width() >= px(ROOM_FOR_SIDE)
        if beside == (self.side.parentWidget() is self._below):
            (self._halves if beside else self._below.layout()).addWidget(self.side)
        self.side.setMinimumWidth(px(SIDE) if beside else 0)
        self.side.setMaximumWidth(px(SIDE) if beside else 16_777_215)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for strip in (self.mine, self.community):
            strip.join(group, self)
            strip.opened.connect(self.choose)
        for card in (self.list, self.follow_ups, self.doings):
            card.opened.connect(self._open_matter)
        self.doors.opened.connect(lambda _round: self.workspace.open_page("census"))
        self.list.load_opened.connect(self._open_load)
        self.list.back_wanted.connect(self._back_to_loads)
        self.queue.call_wanted.connect(self._call_next)
        QShortcut(QKeySequence("F2"), self, self.queue.call.click)
        QShortcut(QKeySequence("Esc"), self, self._back_to_loads)
