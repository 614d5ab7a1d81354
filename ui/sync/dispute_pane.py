"""One dispute at the right of the inbox: what it is about, who and when, why, and the way to settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.journal.dialog import HistoryDialog
from ui.journal.terms import record_word
from ui.kit.buttons import IconButton
from ui.kit.callout import Callout
from ui.kit.labels import Caption, Soft, Title
from ui.kit.layouts import column, panel, row
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.sync.field_row import sides_of
from ui.sync.fields_pane import FieldsPane
from ui.sync.whole_pane import WholePane
from ui.sync.words import KIND_TONES, mark, outcome, subject, who_where
from workbench.desk.sync_views import DisputeKind

if TYPE_CHECKING:
    from ui.page import Page
    from ui.sync.reading import ShownDispute
    from workbench.desk.sync_views import DisputeLine

OPENED_AS = {"resident": "person", "matter": "matter"}
"""Kinds of record that have a page, and what the window calls them."""


class DisputePane(QWidget):
    """``decided`` carries what was chosen by field; the others say which way out was taken."""

    decided = Signal(object)
    settled = Signal(object)
    applied = Signal()
    approved = Signal()
    dropped = Signal()

    def __init__(self, page: Page, shown: ShownDispute) -> None:
        super().__init__()
        self._page, self.shown, self.busy = page, shown, False
        self.setAccessibleName(subject(shown.detail.line))
        self.work: FieldsPane | WholePane = self._made()
        whole = column(self._head(), self._why(), gap=10)
        whole.addWidget(self.work, 1)
        self.setLayout(whole)
        for keys, act in self.work.key_deeds():
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def dispute_id(self) -> str:
        """The dispute shown."""
        return self.shown.detail.line.id

    def is_touched(self) -> bool:
        """Whether something chosen or written here would be lost."""
        return self.work.is_touched()

    def begin(self) -> None:
        """Put the cursor where the work begins."""
        self.work.begin()

    def set_busy(self, busy: bool) -> None:
        """Wait while it is being saved."""
        self.busy = busy
        self.work.set_busy(busy)

    def open_history(self) -> HistoryDialog:
        """Show what happened to the record so far, on every desk."""
        line = self.shown.detail.line
        made = HistoryDialog(
            self._page.desk,
            line.entity,
            line.record_id,
            subject(line),
            background=self._page.workspace.background,
            parent=self._page.window(),
        )
        made.open()
        return made

    def _made(self) -> FieldsPane | WholePane:
        if self.shown.detail.line.kind is DisputeKind.FIELDS:
            sides = sides_of(self.shown.detail.line, self.tr("Mine"), self.tr("As it stands"))
            fields = FieldsPane(self._page, self.shown, sides)
            fields.decided.connect(self.decided)
            return fields
        whole = WholePane(self.shown)
        whole.settled.connect(self.settled)
        whole.applied.connect(self.applied)
        whole.approved.connect(self.approved)
        whole.dropped.connect(self.dropped)
        return whole

    def _head(self) -> QWidget:
        line = self.shown.detail.line
        title = Title(subject(line), wrap=True)
        state = Pill(mark(line), KIND_TONES[line.kind])
        head = row(title, Caption(record_word(line.entity)), state, *self._tools(line), gap=8)
        head.setStretch(0, 1)
        return panel(column(head, *self._people(line), gap=2))

    def _people(self, line: DisputeLine) -> list[QWidget]:
        wrote = self.tr("Written by {who}").format(who=who_where(line.author, line.desk, line.written_at))
        people: list[QWidget] = [Soft(wrote, wrap=True)]
        if line.other_author:
            other = who_where(line.other_author, line.other_desk, line.other_written_at)
            people.append(Soft(self.tr("Meanwhile changed by {who}").format(who=other), wrap=True))
        return people

    def _tools(self, line: DisputeLine) -> list[QWidget]:
        if line.kind is DisputeKind.REMOVALS:
            return []
        tools: list[QWidget] = [IconButton("history", self.tr("History of the record"), self.open_history)]
        if kind := OPENED_AS.get(line.entity):
            opens = self._page.workspace.open_record
            tools.append(
                IconButton("external", self.tr("Open the record"), lambda: opens(kind, line.record_id))
            )
        return tools

    def _why(self) -> Callout:
        line, reason = self.shown.detail.line, self.shown.told
        if line.choice:
            who = who_where(line.resolved_by, "", line.resolved_at)
            words = self.tr("{outcome} — {who}").format(outcome=outcome(line), who=who)
            note = self.tr("Note: {note}").format(note=line.note) if line.note else ""
            return Callout(Tone.SUCCESS, words, note)
        return Callout(Tone.INFO, reason.sentence, reason.advice)
