"""The dock at the right: a place for one card beside the page, folded away when there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.kit.buttons import IconButton
from ui.kit.labels import Title
from ui.kit.layouts import STRETCH, column, row, scrolled
from ui.page import LiveCard
from ui.theme.theme import px

WIDTH = 336
ROOM_FOR_BOTH = 1100
"""Below this width of the window (at 100 %) the card folds away until it is asked for."""


class SideHost(QFrame):
    """Holds the card a page shows beside itself; Ctrl+B folds it, Esc inside closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAccessibleName(self.tr("Beside the page"))
        self._title = Title("")
        self._card: QWidget | None = None
        self._content: QWidget | None = None
        self._folded = self._stands_back = False
        close = IconButton("close", self.tr("Close the card"), self.close_card, size=14)
        self._whole: QVBoxLayout = column(gap=0)
        self._whole.addLayout(row(self._title, STRETCH, close, margins=(16, 8, 8, 8)))
        self.setLayout(self._whole)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self.close_card, context=inside)
        self.hide()

    def show_card(self, card: QWidget | None, title: str) -> None:
        """Show a card under a title, or close the dock; the card before it is deleted."""
        if self._content is not None:
            self._whole.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._card = card
        self._content = scrolled(card) if card is not None else None
        if self._content is not None:
            self._whole.addWidget(self._content, 1)
        self._title.setText(title)
        self._show_or_hide()

    def entity_changed(self, entity: str) -> None:
        """Let the card read again if it shows this entity."""
        if isinstance(self._card, LiveCard) and entity in self._card.entities:
            self._card.refresh()

    def close_card(self) -> None:
        """Close the dock."""
        self.show_card(None, "")

    def fold(self) -> None:
        """Hide the card, or show it again."""
        self._stands_back, self._folded = False, not self.isHidden()
        self._show_or_hide()

    def fit(self, window_width: int) -> None:
        """Take at most a third of the window; fold away when there is no room for both."""
        self._folded = window_width < px(ROOM_FOR_BOTH)
        self.setFixedWidth(min(px(WIDTH), window_width // 3) if not self._folded else px(WIDTH))
        self._show_or_hide()

    def stand_back(self, wanted: bool) -> None:
        """Hide the card as long as a page is in front that shows more than it."""
        self._stands_back = wanted
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        hidden = self._folded or self._stands_back
        self.setVisible(self._content is not None and not hidden)
