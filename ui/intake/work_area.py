"""Checklist and guide side by side; in a narrow window one at a time, with a switch above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.intake.checklist import Checklist
from ui.intake.side import SidePanel
from ui.kit.layouts import column, row
from ui.kit.segments import Segmented
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW = 620
"""Below so many pixels (at 100 %) the two do not fit beside each other."""
CHECKLIST, SIDE = "checklist", "side"


class WorkArea(QWidget):
    """What is needed, and what is known of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.checklist, self.side = Checklist(), SidePanel()
        options = ((CHECKLIST, self.tr("Materials")), (SIDE, self.tr("Guide, form, agent")))
        self.switch = Segmented(self.tr("Parts"), options)
        self.switch.chosen.connect(lambda _key: self._arrange())
        both = row(gap=12)
        both.addWidget(self.checklist, 7)
        both.addWidget(self.side, 4)
        whole = column(self.switch, gap=6)
        whole.addLayout(both, 1)
        self.setLayout(whole)
        self._narrow = False
        self._arrange()

    def open_part(self, key: str) -> None:
        """Bring a part of the side panel to the front."""
        if self._narrow:
            self.switch.choose(SIDE)
        self.side.open_part(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room for both."""
        super().resizeEvent(event)
        self._narrow = self.width() < px(NARROW)
        self._arrange()

    def _arrange(self) -> None:
        front = self.switch.current()
        self.switch.setVisible(self._narrow)
        self.checklist.setVisible(not self._narrow or front == CHECKLIST)
        self.side.setVisible(not self._narrow or front == SIDE)
