"""The whole record of one resident: identity, household, tags, documents, matters, moves and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.journal.view import HistoryView
from ui.kit.buttons import LinkButton
from ui.kit.card import Card
from ui.kit.halves import Halves
from ui.kit.labels import Body, Caption, Elided, Heading, Soft, Strong
from ui.kit.layouts import STRETCH, clear, column, panel, row, scrolled
from ui.kit.marks import Avatar
from ui.kit.pill import Pill
from ui.kit.segments import Tabs
from ui.kit.stack import Stack
from ui.kit.table import RecordTable
from ui.kit.tones import Tone
from ui.matters.columns import matter_columns
from ui.people.card_sections import CardSections, identity_line, tags_of
from ui.people.duplicates_bar import DuplicatesBar
from ui.people.lines import TAG_TONES
from ui.people.record_actions import RecordActions
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ui.page import Page
    from ui.people.reading import Record
    from workbench.people.views import HeldView, MergeView, ResidentCard, TagView


ROOM_FOR_BOTH = 540
"""Pixels (at 100 %) in which facts and what is kept stand side by side."""


class RecordView(QWidget):
    """Shows a record; its buttons and links tell the page what is wanted."""

    tag_ended = Signal(str)
    held_removed = Signal(str)
    merge_undone = Signal(str)
    matter_wanted = Signal(str)
    other_wanted = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._names: Mapping[str, str] = {}
        self.head: QVBoxLayout = column(gap=6)
        self.actions = RecordActions(page)
        self.duplicates = DuplicatesBar(self.tr("Compare"))
        self.overview: QVBoxLayout = column(gap=12, margins=(4, 4, 8, 4))
        self.matters = RecordTable(self.tr("Matters"), matter_columns(lambda: self._names), frameless=True)
        self.history = HistoryView()
        words = self._words()
        self.parts = Tabs(self.tr("Parts of the record"), tuple(words.items()))
        self._stack = Stack()
        pages = (scrolled(panel(self.overview)), self.matters, self.history)
        self._pages = dict(zip(words, pages, strict=True))
        self._arrange()
        self.parts.chosen.connect(lambda key: self._stack.setCurrentWidget(self._pages[key]))
        self.matters.activated.connect(lambda matter: self.matter_wanted.emit(matter.id))

    def show_record(self, record: Record) -> None:
        """Show a record."""
        self._names = record.names
        card = record.card
        self._show_head(card)
        self.actions.show_card(card)
        self.duplicates.show_hits(record.duplicates)
        self._show_overview(card)
        self.matters.show_records(record.matters)
        self.history.show_lines(record.history)
        count = len(record.matters)
        self.parts.relabel(
            "matters", f"{self._words()['matters']} {count}" if count else self._words()["matters"]
        )

    def _words(self) -> dict[str, str]:
        return {
            "overview": self.tr("Overview"),
            "matters": self.tr("Matters"),
            "history": self.tr("Changes"),
        }

    def _arrange(self) -> None:
        for page in self._pages.values():
            self._stack.addWidget(page)
        head = Card("", self.head, self.actions, self.duplicates, padding=14, gap=10)
        body = Card("", self.parts, padding=12, gap=8)
        body.body.addWidget(self._stack, 1)
        whole = column(head, gap=8)
        whole.addWidget(body, 1)
        self.setLayout(whole)

    def _show_head(self, card: ResidentCard) -> None:
        clear(self.head)
        words = column(Heading(card.name), Caption(identity_line(card), wrap=True), gap=0)
        line = row(Avatar(card.name, 44), gap=12)
        line.addLayout(words)
        line.addWidget(tags_of(card), 1)
        self.head.addLayout(line)

    def _show_overview(self, card: ResidentCard) -> None:
        clear(self.overview)
        sections = CardSections(self._page, self.other_wanted.emit)
        left = column(sections.facts(card), *sections.household(card), STRETCH, gap=12)
        right: QVBoxLayout = column(gap=12)
        for title, lines in self._kept(card):
            right.addLayout(self._section(title, lines))
        for section in sections.story(card):
            right.addWidget(section)
        right.addStretch(1)
        self.overview.addWidget(Halves(panel(left), panel(right), room=ROOM_FOR_BOTH, gap=24))
        self.overview.addStretch(1)

    def _kept(self, card: ResidentCard) -> list[tuple[str, list[QHBoxLayout]]]:
        kept = (
            (self.tr("Tags"), [self._tag(tag) for tag in card.tags]),
            (self.tr("The community holds"), [self._held(held) for held in card.held]),
            (self.tr("Merged records"), [self._merge(merge) for merge in card.merges]),
        )
        return [(title, lines) for title, lines in kept if lines]

    def _section(self, title: str, lines: Iterable[QHBoxLayout]) -> QVBoxLayout:
        return column(Strong(title), *lines, gap=6)

    def _tag(self, tag: TagView) -> QHBoxLayout:
        until = self.tr("until {day}").format(day=tag.until) if tag.until else ""
        since = self.tr("since {day}").format(day=tag.since)
        words = " ".join(filter(None, (since, until, tag.note)))
        tone = Tone.NEUTRAL if tag.ended else TAG_TONES[tag.colour]
        line = row(Pill(label_of(tag.kind), tone), gap=8)
        line.addWidget(Elided(words, role="caption"), 1)
        if not tag.until:
            line.addWidget(LinkButton(self.tr("End"), lambda: self.tag_ended.emit(tag.id)))
        return line

    def _held(self, held: HeldView) -> QHBoxLayout:
        until = held.valid_until
        words = self.tr("until {day}").format(day=until) if until else self.tr("no expiry")
        line = row(gap=8)
        line.addWidget(Body(held.label))
        line.addWidget(Elided(words, role="caption"), 1)
        if held.expired:
            line.addWidget(Pill(self.tr("expired"), Tone.WARNING))
        line.addWidget(LinkButton(self.tr("Remove"), lambda: self.held_removed.emit(held.id)))
        return line

    def _merge(self, merge: MergeView) -> QHBoxLayout:
        line = row(Soft(merge.retired_name), gap=8)
        line.addStretch(1)
        line.addWidget(LinkButton(self.tr("Undo the merge"), lambda: self.merge_undone.emit(merge.id)))
        return line
