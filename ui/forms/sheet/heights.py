"""Heights of the sheet's rows: true ones near the cursor at once, the others when the keys rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QHeaderView

USUAL, NEAR, BATCH, LATER = 40, 40, 30, 15
"""A usual height; how many rows near one are planned at once, how many at a time later, and how soon (ms)."""


class RowHeights(QObject):
    """Gives rows their heights; ``about_to_fit`` and ``fitted`` stand around those it gives by itself."""

    about_to_fit = Signal()
    fitted = Signal()

    def __init__(self, header: QHeaderView, height: Callable[[int], int]) -> None:
        super().__init__(header)
        self._header, self._height = header, height
        self._open: set[int] = set()
        self._later = QTimer(self, interval=LATER, timeout=self._fit_some)

    def begin(self, are_seen: Iterable[bool]) -> None:
        """Guess every height; a row that is not seen has none."""
        usual = px(USUAL)
        for row, is_seen in enumerate(are_seen):
            self._header.resizeSection(row, usual if is_seen else 0)
        self._open = set(range(self._header.count()))
        self._later.start()

    def fit_around(self, row: int) -> None:
        """Give the rows near one row their true heights."""
        self._fit(range(max(row - NEAR, 0), min(row + NEAR, self._header.count())))

    def refit(self, row: int) -> None:
        """Give a row the height it needs now."""
        height = self._height(row)
        if self._header.sectionSize(row) != height:
            self._header.resizeSection(row, height)

    def _fit(self, rows: Iterable[int]) -> None:
        for row in rows:
            if row in self._open:
                self._open.discard(row)
                self.refit(row)

    def _fit_some(self) -> None:
        if self._open:
            self.about_to_fit.emit()
            self._fit(sorted(self._open)[:BATCH])
            self.fitted.emit()
        else:
            self._later.stop()
