"""The inbox: disputes at the left, the chosen one at the right; walked, chosen and saved by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.card import Card
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.empty import EmptyState
from ui.kit.halves import Halves
from ui.kit.layouts import column, show_if
from ui.kit.segments import Segmented
from ui.kit.stack import Stack
from ui.sync.deeds import Deeds
from ui.sync.dispute_pane import DisputePane
from ui.sync.reading import read_dispute
from ui.sync.words import KIND_TONES, mark, outcome, subject
from ui.theme.theme import px
from ui.wording.dates import moment_words
from workbench.desk.sync_views import DisputeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from ui.sync.reading import ShownDispute
    from workbench.desk.sync_views import DisputeLine

ROOM_FOR_BOTH = 760
ICONS = {
    DisputeKind.FIELDS: "conflict",
    DisputeKind.WHOLE: "conflict",
    DisputeKind.REFUSED: "inbox",
    DisputeKind.REMOVALS: "trash",
}


class Inbox(QWidget):
    """What waits to be settled, or what was; ``counted`` carries how many wait."""

    counted = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._lines = page, tuple[Any, ...]()
        self._wanted = ""
        self.pane: DisputePane | None = None
        options = (("open", self.tr("To settle")), ("done", self.tr("Settled")))
        self.filter = Segmented(self.tr("Show"), options)
        self.list = ChoiceList(self.tr("Disputes"))
        self.list.setProperty("frameless", True)
        self.list.setMinimumWidth(px(232))
        self.empty = EmptyState("success", "", "")
        self.place = Card("", padding=12)
        self.place.body.addWidget(self.empty, 1)
        self._arrange()
        self.deeds = Deeds(page, self)
        self.filter.chosen.connect(lambda _key: self.refresh())
        self.list.currentRowChanged.connect(lambda _row: self._read())
        self.list.chosen.connect(lambda _key: self.enter())
        escape = QShortcut(QKeySequence("Esc"), self.place, self.list.setFocus)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        """Read the list again; what is being chosen stays as it is."""
        settled, inbox = self.filter.current() == "done", self._page.desk.inbox
        self._page.ask_latest("disputes", lambda: inbox.disputes(resolved=settled), self._show)

    def enter(self) -> None:
        """Go to the work at the right."""
        if self.pane is not None and self.pane.dispute_id == self.list.current():
            self.pane.begin()
        else:
            self._wanted = self.list.current()

    def gone(self, dispute_id: str) -> None:
        """Let go of a dispute that was settled here; the cursor goes to the list."""
        if self.pane is not None and self.pane.dispute_id == dispute_id:
            self._drop_pane()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _show(self, lines: Sequence[DisputeLine]) -> None:
        self._lines = tuple(lines)
        if self.filter.current() == "open":
            self.filter.relabel("open", self.tr("To settle {count}").format(count=len(lines)))
            self.counted.emit(len(lines))
        before = self.list.current()
        self.list.blockSignals(True)
        self.list.show_choices([self._choice(line) for line in lines])
        self.list.make_current(before)
        self.list.blockSignals(False)
        self._say_empty(not lines)
        if self.pane is not None and self.pane.dispute_id not in {line.id for line in lines}:
            self._settled_elsewhere()
        self._read()

    def _read(self) -> None:
        """Read the chosen dispute, unless it is the one being worked on."""
        wanted, pane = self.list.current(), self.pane
        if not wanted:
            self._drop_pane()
        elif pane is None or pane.dispute_id != wanted or not pane.is_touched():
            desk = self._page.desk
            self._page.ask_latest("dispute", lambda: read_dispute(desk, wanted), self._show_dispute)

    def _show_dispute(self, shown: ShownDispute) -> None:
        pane = self.pane
        if shown.detail.line.id != self.list.current():
            return
        if pane is not None and pane.dispute_id == self.list.current() and self._must_stay(pane, shown):
            return
        had_cursor = pane is not None and pane.isAncestorOf(self.focusWidget() or self)
        self._drop_pane()
        self.pane = DisputePane(self._page, shown)
        self.deeds.attend(self.pane)
        self.place.body.addWidget(self.pane, 1)
        self.empty.hide()
        self.pane.show()
        if had_cursor or self._wanted == shown.detail.line.id:
            self.pane.begin()
        self._wanted = ""

    def _must_stay(self, pane: DisputePane, shown: ShownDispute) -> bool:
        """Whether the pane is being worked on, or would be drawn just as it is."""
        return pane.is_touched() or pane.shown == shown

    def _settled_elsewhere(self) -> None:
        if self.pane is not None and self.pane.is_touched() and not self.pane.busy:
            self.deeds.say_settled_elsewhere(subject(self.pane.shown.detail.line))
        self._drop_pane()

    def _drop_pane(self) -> None:
        if self.pane is not None:
            self.place.body.removeWidget(self.pane)
            self.pane.hide()
            self.pane.deleteLater()
            self.pane = None
            show_if(self.empty, True)

    def _say_empty(self, empty: bool) -> None:
        show_if(self.list, not empty)
        if not empty:
            self.empty.say(self.tr("Choose one at the left"), self.tr("Enter goes to it, Esc comes back."))
        elif self.filter.current() == "open":
            self.empty.say(
                self.tr("Nothing to settle"),
                self.tr("When two desks change the same thing, both values come here and nothing is lost."),
            )
        else:
            self.empty.say(self.tr("Nothing settled yet"), self.tr("What was decided stays to be read here."))

    def _choice(self, line: DisputeLine) -> Choice:
        if line.choice:
            detail, words = outcome(line), moment_words(line.resolved_at)[5:]
            return Choice(line.id, subject(line), f"{detail} · {line.resolved_by}", words, icon="success")
        detail = " · ".join(filter(None, (line.author, moment_words(line.written_at)[5:])))
        words, tone = mark(line), KIND_TONES[line.kind]
        return Choice(line.id, subject(line), detail, words, tone, icon=ICONS[line.kind])

    def _arrange(self) -> None:
        left = Card("", self.filter, padding=12)
        left.body.addWidget(self.list, 1)
        left.body.addStretch(0)
        halves = Halves(left, self.place, room=ROOM_FOR_BOTH, shares=(3, 7))
        # List and fields scroll inside before the page has to.
        stack = Stack()
        stack.addWidget(halves)
        self.setLayout(column(stack))
