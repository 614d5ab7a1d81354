"""The catalogue page: posts, items, and what the one in focus needs; kept by export, edit and import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.catalogue.exchange import Exchange
from ui.catalogue.finder import ItemFinder, PostCount
from ui.catalogue.guide import ItemGuide, placeholder
from ui.kit.buttons import GhostButton
from ui.kit.dialogs import ask
from ui.kit.empty import EmptyState
from ui.kit.layouts import row
from ui.page import Page
from ui.theme.theme import px
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Workspace
    from workbench.catalogue.finding import ItemHit
    from workbench.catalogue.rules import ServiceItem

EVERYTHING = 10_000
"""More items than any catalogue has: the list is never cut."""

START = "start"
"""The kind of record that makes the intake page begin a matter of an item."""


class CataloguePage(Page):
    """What the counter can do for a resident, and what it needs."""

    entities: ClassVar[frozenset[str]] = frozenset({"catalogue_item", "catalogue_post"})

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self._keeps = desk.may(Permission.MANAGE_CATALOGUE)
        self._posts: dict[str, str] = {}
        self._wanted = ""
        self.finder = ItemFinder()
        self.guide = ItemGuide(may_retire=self._keeps)
        self.exchange = Exchange(self)
        self._make_actions()
        self._place()
        self._connect()

    def refresh(self) -> None:
        """Read posts and items again."""
        self.ask(self._read_posts, self._show_posts)
        self._find()

    def first_field(self) -> QWidget:
        """Begin in the search field."""
        return self.finder.search

    def open_record(self, kind: str, record_id: str) -> None:
        """Show an item by its code."""
        self._wanted = record_id
        self.finder.choose(record_id)
        self._find()

    def _find(self) -> None:
        text, post = self.finder.search.text(), self.finder.post
        self.ask_latest("find", lambda: self.desk.items.find(text, EVERYTHING, post or None), self._show_hits)

    def _show_hits(self, hits: Sequence[ItemHit]) -> None:
        shown = self.guide.item.code if self.guide.item and not self.finder.search.text() else ""
        self.finder.show_hits(hits, self._wanted or shown)
        self._wanted = ""

    def _read_posts(self) -> list[PostCount]:
        items = self.desk.items.items()
        posts = self.desk.items.posts()
        return [PostCount(post, sum(item.post == post.code for item in items)) for post in posts]

    def _show_posts(self, counts: list[PostCount]) -> None:
        self._posts = {one.post.code: one.post.name for one in counts}
        self.finder.show_posts(counts)
        if self.guide.item is not None:
            self._show_item(self.guide.item)

    def _show_item(self, item: ServiceItem | None) -> None:
        self._faces.setCurrentIndex(0 if item is None else 1)
        if item is not None:
            self.guide.show_item(item, self._posts.get(item.post, item.post))

    def _start(self, code: str) -> None:
        self.workspace.open_record(START, code)

    def _ask_to_retire(self, code: str) -> None:
        name = self.guide.item.name if self.guide.item else code
        ask(
            self,
            self.tr("Offer “{name}” no longer?").format(name=name),
            self.tr("Matters already accepted go on. An import can bring the item back."),
            self.tr("Retire the item"),
            lambda: self._retire(code, name),
            danger=True,
        )

    def _retire(self, code: str, name: str) -> None:
        said = self.tr("“{name}” is no longer offered.").format(name=name)
        self.act(lambda: self.desk.catalogue.retire(code), lambda _done: self.workspace.toast(said))

    def _make_actions(self) -> None:
        export = GhostButton(
            self.tr("Export  Ctrl+E"), self.exchange.ask_where_to_export, icon_name="download"
        )
        actions = [export]
        QShortcut(QKeySequence("Ctrl+E"), self, self.exchange.ask_where_to_export)
        if self._keeps:
            actions.append(
                GhostButton(self.tr("Import  Ctrl+O"), self.exchange.ask_what_to_import, icon_name="upload")
            )
            QShortcut(QKeySequence("Ctrl+O"), self, self.exchange.ask_what_to_import)
        self.name_page(self.tr("Catalogue"), actions)

    def _place(self) -> None:
        words = EmptyState(
            "catalogue",
            self.tr("Choose an item"),
            self.tr("What it needs, how long it takes and what to tell the resident stands here."),
        )
        self._faces = QStackedWidget()
        self._faces.addWidget(placeholder(words))
        self._faces.addWidget(self.guide)
        self.finder.setMaximumWidth(px(600))
        halves = row(gap=16)
        halves.addWidget(self.finder, 4)
        halves.addWidget(self._faces, 5)
        self.body.addLayout(halves, 1)

    def _connect(self) -> None:
        self.finder.asked.connect(self._find)
        self.finder.current_changed.connect(self._show_item)
        self.guide.start_wanted.connect(self._start)
        self.guide.retire_wanted.connect(self._ask_to_retire)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.guide.start_now)
        QShortcut(QKeySequence("Ctrl+F"), self, self._focus_search)

    def _focus_search(self) -> None:
        self.finder.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.search.selectAll()
