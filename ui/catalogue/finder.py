"""Finding an item: posts at the left (a drop-down where the room is short), the field, and the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.catalogue.words import KIND_TONES, limit_words
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.empty import EmptyState
from ui.kit.fields import SearchField
from ui.kit.layouts import column, row
from ui.theme.theme import px
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from workbench.catalogue.finding import ItemHit
    from workbench.catalogue.rules import Post

EVERY = ""
"""The key of the choice that narrows nothing."""

ROOM_FOR_POSTS = 470


@dataclass(frozen=True, slots=True)
class PostCount:
    """A post and how many items it has."""

    post: Post
    items: int


class ItemFinder(QWidget):
    """``asked`` tells that words or post changed, ``current_changed`` carries the item in focus or None."""

    asked = Signal()
    current_changed = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField(self.tr("Find an item"), self.tr("Name, initials, plain words"))
        self.posts = ChoiceList(self.tr("Posts"))
        self.posts.setProperty("role", "side-list")
        self.posts.setFixedWidth(px(172))
        self.post_box = QComboBox()
        self.post_box.setAccessibleName(self.tr("Post"))
        self.list = ChoiceList(self.tr("Items"))
        words = self.tr("Try other words or the initials.")
        self.nothing = EmptyState("search", self.tr("Nothing found"), words)
        self.nothing.hide()
        self._hits: dict[str, ItemHit] = {}
        self.setMinimumWidth(px(190))
        self._arrange()
        self._connect()

    @property
    def post(self) -> str:
        """The code of the post that narrows the list, or nothing."""
        return self.post_box.currentData() or EVERY

    def show_posts(self, posts: Sequence[PostCount]) -> None:
        """Show the posts with how many items each has, keeping the one chosen."""
        chosen = self.post
        every = Choice(EVERY, self.tr("All posts"), mark=str(sum(one.items for one in posts)))
        lines = [every, *(Choice(one.post.code, one.post.name, mark=str(one.items)) for one in posts)]
        self.post_box.blockSignals(True)
        self.post_box.clear()
        for line in lines:
            self.post_box.addItem(f"{line.title}  {line.mark}", line.key)
        self.posts.blockSignals(True)
        self.posts.show_choices(lines)
        self._choose_post(chosen)
        self.posts.blockSignals(False)
        self.post_box.blockSignals(False)

    def show_hits(self, hits: Sequence[ItemHit], current: str) -> None:
        """List the items found; the one that was in focus stays so if it is still there."""
        self._hits = {hit.item.code: hit for hit in hits}
        self.list.blockSignals(True)
        self.list.show_choices([_line(hit, kind=self._roomy()) for hit in hits])
        if current in self._hits:
            self.list.make_current(current)
        self.list.blockSignals(False)
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self._tell_current()

    def choose(self, code: str) -> None:
        """Bring an item to the focus, whatever narrowed the list before."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._choose_post(EVERY)
        self.list.make_current(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the posts into a drop-down where there is no room for a list beside."""
        super().resizeEvent(event)
        if self._roomy() == self.posts.isHidden():
            self.posts.setVisible(self._roomy())
            self.post_box.setVisible(not self._roomy())
            self.show_hits(tuple(self._hits.values()), self.list.current())

    def _roomy(self) -> bool:
        return self.width() >= px(ROOM_FOR_POSTS)

    def _arrange(self) -> None:
        self.post_box.hide()
        self.post_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column_of_items = column(self.post_box, self.search, gap=8)
        column_of_items.addWidget(self.list, 1)
        column_of_items.addWidget(self.nothing, 1)
        whole = row(self.posts, gap=12)
        whole.addLayout(column_of_items, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.asked.emit())
        self.search.wants_results.connect(self.list.setFocus)
        self.search.returnPressed.connect(self.list.setFocus)
        self.posts.currentItemChanged.connect(lambda _now, _before: self._post_chosen(self.posts.current()))
        self.post_box.activated.connect(lambda _at: self._post_chosen(self.post))
        self.list.currentItemChanged.connect(lambda _now, _before: self._tell_current())
        self.list.chosen.connect(lambda _code: self.entered.emit())

    def _post_chosen(self, code: str) -> None:
        self.posts.blockSignals(True)
        self._choose_post(code)
        self.posts.blockSignals(False)
        self.asked.emit()

    def _choose_post(self, code: str) -> None:
        self.posts.make_current(code)
        self.post_box.setCurrentIndex(max(self.post_box.findData(code), 0))

    def _tell_current(self) -> None:
        hit = self._hits.get(self.list.current())
        self.current_changed.emit(hit.item if hit else None)


def _line(hit: ItemHit, *, kind: bool) -> Choice:
    item = hit.item
    also = f"“{hit.matched}”" if hit.matched not in ("", item.name) else ""
    detail = " · ".join(filter(None, (item.code, limit_words(item), also)))
    mark = label_of(item.kind) if kind else ""
    return Choice(item.code, item.name, detail, mark, KIND_TONES[item.kind])
