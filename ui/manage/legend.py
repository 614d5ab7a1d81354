"""The legend of the year view: each look of a day with its words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption
from ui.kit.layouts import panel, row
from ui.manage.days import DayLook, YearDay, look_word
from ui.manage.year_painting import draw_day
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SAMPLE = date(2026, 10, 8)


class DaySample(QWidget):
    """One day as the year view draws it."""

    def __init__(self, day: YearDay) -> None:
        super().__init__()
        self._day = day
        self.setFixedSize(px(22), px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the day."""
        draw_day(QPainter(self), QRectF(self.rect()), self._day)


class Legend(QWidget):
    """What the shapes mean."""

    def __init__(self) -> None:
        super().__init__()
        own = QCoreApplication.translate("Days", "set by the community")
        samples = (
            (YearDay(_SAMPLE, DayLook.HOLIDAY), look_word(DayLook.HOLIDAY)),
            (YearDay(_SAMPLE, DayLook.MAKE_UP), look_word(DayLook.MAKE_UP)),
            (YearDay(_SAMPLE, DayLook.WORKDAY, own=True), own),
        )
        parts = (panel(row(DaySample(day), Caption(words), gap=6)) for day, words in samples)
        self.setLayout(FlowLayout(*parts, gap=16))
