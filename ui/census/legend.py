"""What the doors mean, and how many there are of each: the legend that is also the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.census.state_looks import LOOKS
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption, Strong
from ui.kit.layouts import panel, row
from ui.kit.pill import Pill
from ui.wording.labels import label_of
from workbench.census.kinds import CaseState

if TYPE_CHECKING:
    from workbench.census.views import Counts


class StateLegend(QWidget):
    """One figure a state, in the order of a household's course; states without any are quiet."""

    def __init__(self) -> None:
        super().__init__()
        self._figures = {state: Strong("0") for state in CaseState}
        self._pills = {state: Pill(label_of(state), LOOKS[state].tone) for state in CaseState}
        self._all = Caption("")
        parts = [panel(row(self._pills[state], self._figures[state], gap=6)) for state in CaseState]
        self.setLayout(FlowLayout(self._all, *parts, gap=16))

    def show_counts(self, counts: Counts) -> None:
        """Show how many households stand where."""
        self._all.setText(self.tr("%n household(s)", "", sum(counts.values())))
        for state, figure in self._figures.items():
            count = counts.get(state, 0)
            figure.setText(str(count))
            figure.setAccessibleName(f"{label_of(state)} {count}")
            figure.setEnabled(count > 0)
