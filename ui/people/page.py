"""The people page (居民): anybody found while typing, and the whole record beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton
from ui.kit.card import Card
from ui.kit.choices import ChoiceList
from ui.kit.empty import EmptyState
from ui.kit.fields import SearchField
from ui.kit.finder import Finder
from ui.kit.labels import Caption
from ui.kit.layouts import column, row
from ui.kit.stack import Stack
from ui.page import Page
from ui.people.doing import Doing
from ui.people.lines import choice_of_hit
from ui.people.reading import Record, read_record
from ui.people.record import RecordView
from ui.theme.theme import px
from workbench.intake.queries.lists import MatterList
from workbench.people.views import ENTITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.choice_lines import Choice
    from ui.page import Workspace

MOST = 60
LIST_WIDTH = 340
NARROWEST_LIST = 210


class PeoplePage(Page):
    """A search at the left, a record at the right."""

    leaves_room: ClassVar[bool] = False

    entities: ClassVar[frozenset[str]] = ENTITIES

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self.search = SearchField(self.tr("Search"), self.tr("Name, initials, number, phone, address"))
        self.search.setObjectName("people")
        self.lines = ChoiceList(self.tr("Residents found"))
        self.lines.setProperty("frameless", True)
        self.count = Caption("")
        self.record = RecordView(self)
        self.doing = Doing(self)
        self.shown: Record | None = None
        self.empty = EmptyState(
            "people",
            self.tr("Choose a resident"),
            self.tr("Type a few letters at the left; Enter opens the record."),
        )
        self.stack = Stack()
        self.new = GhostButton(self.tr("New resident  Ctrl+N"), self.doing.enter_new, icon_name="plus")
        self.name_page(self.tr("People"), (self.new,))
        self.finder = Finder(self, self.search, self.lines, self._find)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Read list and record again; the line in focus stays."""
        self.finder.follow()
        if self.shown is not None:
            self.open_record("person", self.shown.card.id)

    def first_field(self) -> QWidget | None:
        """Return the search field."""
        return self.search

    def open_record(self, _kind: str, record_id: str) -> None:
        """Show a record."""
        self.ask_latest("record", lambda: read_record(self.desk, record_id), self.show_record)

    def show_record(self, record: Record) -> None:
        """Show a record that was read."""
        self.shown = record
        self.record.show_record(record)
        self.stack.setCurrentWidget(self.record)
        self.lines.make_current(record.card.id)

    def _find(self, text: str) -> Sequence[Choice]:
        if text:
            return [choice_of_hit(hit) for hit in self.desk.residents.search(text, MOST)]
        rows = self.desk.matters.rows(MatterList.OPEN)
        ids = list(dict.fromkeys(each.applicant_id for each in rows))[:MOST]
        return [choice_of_hit(hit) for hit in self.desk.residents.hits(ids)]

    def _tell_count(self, count: int) -> None:
        if not self.search.text().strip():
            self.count.setText(self.tr("With open matters"))
        elif count >= MOST:
            self.count.setText(self.tr("The first {count}; type more").format(count=count))
        else:
            self.count.setText(self.tr("{count} found").format(count=count))

    def _arrange(self) -> None:
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.record)
        found = Card("", padding=8, gap=4)
        found.body.addWidget(self.lines, 1)
        found.body.addWidget(self.count)
        left = column(self.search, gap=8)
        left.addWidget(found, 1)
        side = QWidget()
        side.setLayout(left)
        side.setMinimumWidth(px(NARROWEST_LIST))
        side.setMaximumWidth(px(LIST_WIDTH))
        whole = row(gap=12)
        whole.addWidget(side, 2)
        whole.addWidget(self.stack, 3)
        self.body.addLayout(whole, 1)

    def _connect(self) -> None:
        self.finder.taken.connect(lambda key: self.open_record("person", key))
        self.finder.found.connect(self._tell_count)
        self.record.actions.asked.connect(
            lambda key: self._with_card(lambda card: self.doing.begin(key, card))
        )
        self.record.duplicates.taken.connect(
            lambda other: self._with_card(lambda card: self.doing.compare(card, other))
        )
        self.record.tag_ended.connect(lambda key: self._on_card(self.doing.end_tag, key))
        self.record.held_removed.connect(lambda key: self._on_card(self.doing.remove_held, key))
        self.record.merge_undone.connect(lambda key: self._on_card(self.doing.undo_merge, key))
        self.record.matter_wanted.connect(lambda key: self.workspace.open_record("matter", key))
        self.record.other_wanted.connect(lambda key: self.open_record("person", key))
        self.doing.done.connect(lambda key: self.open_record("person", key))
        self.doing.other_wanted.connect(lambda key: self.open_record("person", key))
        for keys, act in (("Ctrl+N", self.doing.enter_new), ("Ctrl+F", self.search.setFocus)):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _with_card(self, act: Any) -> None:
        if self.shown is not None:
            act(self.shown.card)

    def _on_card(self, act: Any, key: str) -> None:
        if self.shown is not None:
            self.doing.card = self.shown.card
            act(key)
