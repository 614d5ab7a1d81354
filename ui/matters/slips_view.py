"""The numbered papers of a matter: look at one, print it, see how often it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import GhostButton
from ui.kit.labels import Body, Caption, Hairline, Soft
from ui.kit.layouts import clear, column, row
from ui.wording.dates import moment_words
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.intake.queries.details import SlipDetail


class SlipsView(QWidget):
    """Every slip on a line; ``wanted`` carries the id of the one to look at."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Papers"))
        self._lines: QVBoxLayout = column(gap=8, margins=(4, 4, 8, 4))
        self.setLayout(self._lines)
        self.slips: tuple[SlipDetail, ...] = ()

    def show_slips(self, slips: Sequence[SlipDetail]) -> None:
        """Show the slips."""
        self.slips = tuple(slips)
        clear(self._lines)
        for at, slip in enumerate(slips):
            if at:
                self._lines.addWidget(Hairline())
            self._lines.addLayout(self._line(slip))
        if not slips:
            self._lines.addWidget(Soft(self.tr("No papers yet.")))
        self._lines.addStretch(1)

    def _line(self, slip: SlipDetail) -> QHBoxLayout:
        times = (
            self.tr("printed {count} times").format(count=slip.copies)
            if slip.copies
            else self.tr("not printed")
        )
        detail = f"{slip.number} · {moment_words(slip.issued_at)} · {times}"
        made = row(gap=10)
        made.addLayout(column(Body(label_of(slip.kind)), Caption(detail), gap=0), 1)
        look = GhostButton(
            self.tr("Look and print"), lambda: self.wanted.emit(slip.id), icon_name="print", size="small"
        )
        made.addWidget(look)
        return made
