"""A card: a surface with a hairline that holds one topic, with a title and actions on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.labels import Caption, Title
from ui.kit.layouts import STRETCH, Item, column, row, show_if

if TYPE_CHECKING:
    from collections.abc import Sequence


class Card(QFrame):
    """One topic on a page; add content to ``body``, buttons to ``header``."""

    header: QHBoxLayout
    body: QVBoxLayout

    def __init__(
        self,
        title: str = "",
        *items: Item,
        caption: str = "",
        actions: Sequence[QWidget] = (),
        gap: int = 8,
        padding: int = 16,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = Title(title)
        self.caption = Caption(caption)
        show_if(self.title, bool(title))
        show_if(self.caption, bool(caption))
        self.header = row(self.title, self.caption, STRETCH, *actions)
        self.body = column(*items, gap=gap)
        whole = column(gap=12 if title or actions else 0, margins=padding)
        whole.addLayout(self.header)
        whole.addLayout(self.body, 1)
        self.setLayout(whole)
