"""The matters page (办件): lists that answer a worker's questions, and one matter with its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.journal.lines import read_history
from ui.kit.stack import Stack
from ui.matters.doing import Doing
from ui.matters.list_view import ListView
from ui.matters.matter_view import MatterView
from ui.page import Page
from ui.people.card import show_card_beside
from ui.preview.dialog import PreviewDialog
from ui.wording.labels import label_of
from workbench.intake.queries.lists import MatterList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.page import Workspace
    from workbench.intake.queries.rows import MatterRow
    from workbench.intake.requests import MatterMoved


class MattersPage(Page):
    """The list and, over it, the matter that was opened."""

    entities: ClassVar[frozenset[str]] = frozenset({"matter", "rating", "follow_up", "slip_issued"})

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self.names: Mapping[str, str] = {}
        self.list, self.matter = ListView(), MatterView(self)
        self.doing = Doing(self)
        self.stack = Stack()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.matter)
        self.name_page(self.tr("Matters"), (self.matter.back,))
        self.matter.back.hide()
        self.body.addWidget(self.stack, 1)
        self._connect()

    def refresh(self) -> None:
        """Read list, counts, names, and the matter in front again."""
        self.ask(self._read_frame, self._show_frame)
        self.read_list()
        if self.is_open and self.matter.detail is not None:
            self.read_matter(self.matter.detail.row.id)

    @property
    def is_open(self) -> bool:
        """Whether a matter lies over the list."""
        return self.stack.currentWidget() is self.matter

    def open_record(self, kind: str, record_id: str) -> None:
        """Show a matter, or a list by its name (``matters``)."""
        if kind == "matters":
            self.leave()
            self.list.choose(MatterList(record_id))
        else:
            self.read_matter(record_id)

    def first_field(self) -> QWidget | None:
        """Return what gets the cursor."""
        return self.matter.verbs if self.is_open else self.list.table

    def read_list(self) -> None:
        """Read the list in front."""
        which, mine = self.list.which, self.list.only_mine.isChecked()
        self.ask_latest("list", lambda: self.desk.matters.rows(which, mine=mine), self.list.show_rows)

    def read_matter(self, matter_id: str) -> None:
        """Read a matter and bring it to the front."""
        self.ask_latest("matter", lambda: self._read_matter(matter_id), lambda read: self._show_matter(*read))

    def leave(self) -> None:
        """Go back to the list."""
        if self.is_open:
            self.stack.setCurrentWidget(self.list)
            self.matter.back.hide()
            self.workspace.show_beside(None)
            self.list.table.setFocus()

    def look_at(self, title: str, pdf: bytes, slip_id: str) -> None:
        """Show a paper, and note when it was printed."""
        dialog = PreviewDialog(pdf, title, self.workspace.background, self)
        dialog.printed.connect(
            lambda _pages: self.ask(lambda: self.desk.intake.mark_printed([slip_id]), _ignore)
        )
        dialog.open()

    def _connect(self) -> None:
        self.list.wanted.connect(self.read_list)
        self.list.opened.connect(lambda row: self.read_matter(row.id))
        self.matter.left.connect(self.leave)
        self.matter.verbs.asked.connect(lambda verb: self.doing.begin(verb, self.matter.detail))
        self.matter.slips.wanted.connect(self._open_slip)
        self.matter.materials.scan_wanted.connect(self._open_scan)
        self.matter.rating.rated.connect(self._rate)
        self.matter.rating.stepped.connect(self._follow_up)
        self.doing.done.connect(self._done)
        back = QShortcut(QKeySequence("Escape"), self.matter, self.leave)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        search = QShortcut(QKeySequence("Ctrl+F"), self, self.list.search.setFocus)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _read_frame(self) -> tuple[Any, Any, Any]:
        return self.desk.matters.counts(), self.desk.items.posts(), self.desk.staff_names()

    def _show_frame(self, read: tuple[Any, Any, Mapping[str, str]]) -> None:
        counts, posts, self.names = read
        self.list.show_names(self.names)
        self.list.show_counts(counts)
        self.list.show_posts(posts)

    def _read_matter(self, matter_id: str) -> tuple[Any, Any, Mapping[str, str]]:
        detail = self.desk.matters.matter(matter_id)
        if detail.row.new and detail.row.owner_id == self.desk.session.staff_id:
            self.desk.intake.see([matter_id])
        return detail, read_history(self.desk, (("matter", matter_id),)), self.desk.staff_names()

    def _show_matter(self, detail: Any, history: Any, names: Mapping[str, str]) -> None:
        fresh = not self.is_open or self.matter.detail is None or self.matter.detail.row.id != detail.row.id
        self.matter.show_matter(detail, history, names, self.desk)
        self.stack.setCurrentWidget(self.matter)
        self.matter.back.show()
        if fresh:
            show_card_beside(self, detail.row.applicant_id)
            self._focus_lead()

    def _focus_lead(self) -> None:
        buttons = list(self.matter.verbs.buttons.values())
        (buttons[0] if buttons else self.matter.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, moved: MatterMoved) -> None:
        words = self.tr("{number} is now {state}").format(number=moved.number, state=label_of(moved.state))
        self.workspace.toast(words)
        self.read_matter(moved.matter_id)

    def _open_slip(self, slip_id: str) -> None:
        title = next(label_of(slip.kind) for slip in self.matter.slips.slips if slip.id == slip_id)
        self.ask(lambda: self.desk.slips.pdf(slip_id), lambda pdf: self.look_at(title, pdf, slip_id))

    def _open_scan(self, attachment_id: str) -> None:
        from ui.matters.scan_dialog import open_scan

        self.ask(
            lambda: self.desk.attachments.content(attachment_id), lambda content: open_scan(self, content)
        )

    def _rate(self, level: Any) -> None:
        matter_id = self._current().id
        self.ask(lambda: self.desk.intake.rate(matter_id, level), lambda _id: self.read_matter(matter_id))

    def _follow_up(self, follow_up_id: str, step: Any, note: str) -> None:
        matter_id = self._current().id
        self.ask(
            lambda: self.desk.intake.follow_up(follow_up_id, step, note),
            lambda _next: self.read_matter(matter_id),
        )

    def _current(self) -> MatterRow:
        assert self.matter.detail is not None
        return self.matter.detail.row


def _ignore(_answer: object) -> None:
    """Take an answer that nothing is shown of."""
