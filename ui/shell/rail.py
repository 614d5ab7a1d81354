"""The rail at the left: one button a page, icon over a short word, Alt and a digit as its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget

from ui.kit.layouts import column
from ui.kit.redrawn import Redrawn
from ui.theme.icons import icon
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.pages import PageEntry

WIDTH = 72
ROOM_FOR_WORDS = 66
"""Height of one entry with its word, in pixels at 100 %."""


class RailButton(Redrawn, QToolButton):
    """One entry of the rail."""

    def __init__(self, label: str, icon_name: str, shortcut: str = "", *, checkable: bool = True) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setProperty("role", "rail")
        self.setText(label)
        self.setToolTip(f"{label}  {shortcut}".strip())
        self.setAccessibleName(label)
        self.setAccessibleDescription(shortcut)
        self.setCheckable(checkable)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        self.setIcon(icon(self._icon_name, "text_soft", checked="accent_text", size=22))
        self.setIconSize(QSize(px(22), px(22)))


class Rail(QFrame):
    """The pages a person may open; ``opened`` carries the key."""

    opened = Signal(str)
    settings_wanted = Signal()

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(px(WIDTH))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        self._list = column(gap=2, margins=(4, 8, 4, 8))
        for at, entry in enumerate(entries, start=1):
            self._list.addWidget(self._add(entry, at))
        self.settings = RailButton(self.tr("Settings"), "settings", "Ctrl+,", checkable=False)
        self.settings.clicked.connect(lambda _checked=False: self.settings_wanted.emit())
        self._list.addStretch(1)
        self._list.addWidget(self.settings)
        self.setLayout(self._list)

    def show_current(self, key: str) -> None:
        """Mark the page that is open."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where the screen is too low for them; tooltips still say them."""
        super().resizeEvent(event)
        buttons = (*self.buttons.values(), self.settings)
        compact = self.height() < px(ROOM_FOR_WORDS) * len(buttons)
        style = Qt.ToolButtonStyle
        for button in buttons:
            button.setToolButtonStyle(style.ToolButtonIconOnly if compact else style.ToolButtonTextUnderIcon)

    def _add(self, entry: PageEntry, place: int) -> QWidget:
        shortcut = f"Alt+{place}" if place <= 9 else ""
        button = RailButton(entry.label, entry.icon, shortcut)
        button.clicked.connect(lambda _checked=False: self.opened.emit(entry.key))
        self._group.addButton(button)
        self.buttons[entry.key] = button
        if shortcut:
            QShortcut(QKeySequence(shortcut), self, lambda: self.opened.emit(entry.key))
        return button
