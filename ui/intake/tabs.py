"""The matters of one visit as tabs, and the field that adds another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.kit.buttons import IconButton
from ui.kit.layouts import clear, row
from ui.theme.icons import icon
from ui.wording.labels import shortened

if TYPE_CHECKING:
    from ui.intake.talk import MatterDraft, Talk

LONGEST = 14


class MatterTabs(QWidget):
    """One tab a matter; kept ones carry a tick, open ones can be taken out."""

    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Matters of this visit"))
        self._line: QHBoxLayout = row(gap=4)
        self.setLayout(self._line)
        self.buttons: list[QPushButton] = []

    def show_talk(self, talk: Talk) -> None:
        """Show the matters of a talk."""
        clear(self._line)
        self.buttons = [self._tab(at, matter, at == talk.current) for at, matter in enumerate(talk.matters)]
        self.setVisible(bool(talk.matters))

    def _tab(self, at: int, matter: MatterDraft, current: bool) -> QPushButton:
        name = matter.item.name
        tab = QPushButton(shortened(name, LONGEST))
        tab.setProperty("role", "tab")
        tab.setCheckable(True)
        tab.setChecked(current)
        tab.setToolTip(name)
        tab.setAccessibleName(name)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if matter.opened is not None:
            tab.setIcon(icon("check", "success", size=14))
        tab.clicked.connect(lambda _checked=False: self.chosen.emit(at))
        self._line.addWidget(tab)
        if matter.opened is None:
            self._line.addWidget(self._remover(at, name))
        return tab

    def _remover(self, at: int, name: str) -> IconButton:
        words = self.tr("Take out {item} (Ctrl+W)").format(item=name)
        button = IconButton("close", words, lambda: self.removed.emit(at), size=12)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
