"""A section about one round: the round is chosen once for all of them, the open one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from ui.kit.layouts import show_if
from ui.sections.section import Section
from ui.wording.labels import label_of
from workbench.census.kinds import RUNNING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.census.views import RoundRow

_CHOSEN = "census_round"
"""The page's property that remembers which round is looked at."""


class RoundSection(Section):
    """Reads the rounds, lets one be chosen, and calls ``read_round`` whenever it is to be shown."""

    running_only = False
    """Whether only rounds in which households are visited are offered."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.round: RoundRow | None = None
        self.rounds: tuple[RoundRow, ...] = ()
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Round"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(self._choose)
        self.actions.addWidget(self.chooser, 0, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Read the rounds, then what this section shows of the chosen one."""
        self.page.ask_latest(f"{type(self).__name__} rounds", self.desk.surveys.rounds, self._show_rounds)

    def read_round(self, chosen: RoundRow) -> None:
        """Read what the section shows of a round."""
        raise NotImplementedError

    def show_no_round(self) -> None:
        """There is no round to show anything of."""

    def _show_rounds(self, rounds: Sequence[RoundRow]) -> None:
        self.rounds = tuple(one for one in rounds if one.state in RUNNING or not self.running_only)
        before = self.page.property(_CHOSEN)
        chosen = next((one for one in self.rounds if one.id == before), None)
        self.round = chosen or next((one for one in self.rounds if one.state in RUNNING), None)
        self.round = self.round or next(iter(self.rounds), None)
        self.chooser.clear()
        for one in self.rounds:
            self.chooser.addItem(f"{one.name} · {label_of(one.state)}", one.id)
        show_if(self.chooser, bool(self.rounds))
        if self.round is None:
            self.show_no_round()
        else:
            self.chooser.setCurrentIndex(self.rounds.index(self.round))
            self.read_round(self.round)

    def _choose(self, at: int) -> None:
        self.page.setProperty(_CHOSEN, self.rounds[at].id)
        self.refresh()
