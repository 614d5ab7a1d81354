"""The bar on top: the search field in the middle, who is signed in and the lock at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.kit.buttons import IconButton
from ui.kit.labels import Strong
from ui.kit.layouts import row
from ui.kit.marks import Avatar
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.signin.gatekeeper import SignedIn

HEIGHT = 56
SEARCH_WIDTH = 560
ROOM_FOR_NAME = 520
"""Pixels (at 100 %) of the bar in which search and name stand side by side."""


class TopBar(QFrame):
    """Search, person, switch, lock, fold."""

    switch_wanted = Signal()
    lock_wanted = Signal()
    fold_wanted = Signal()

    def __init__(self, signed_in: SignedIn, search: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "topbar")
        self.setFixedHeight(px(HEIGHT))
        search.setMaximumWidth(px(SEARCH_WIDTH))
        self.name = Strong(signed_in.person)
        self.name.setToolTip(signed_in.detail)
        picture = Avatar(signed_in.person, 28)
        picture.setToolTip(signed_in.person)
        self.switch = IconButton("switch", self.tr("Switch person (Ctrl+Shift+L)"), self.switch_wanted.emit)
        self.lock = IconButton("lock", self.tr("Lock (Ctrl+L)"), self.lock_wanted.emit)
        self.fold = IconButton("panel", self.tr("Show or fold the card (Ctrl+B)"), self.fold_wanted.emit)
        line = row(gap=8, margins=(24, 0, 12, 0))
        line.addWidget(search, 3)
        line.addStretch(1)
        for part in (picture, self.name, self.switch, self.lock, self.fold):
            line.addWidget(part)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name to the picture's tooltip where the room is short."""
        super().resizeEvent(event)
        self.name.setVisible(self.width() >= px(ROOM_FOR_NAME))
