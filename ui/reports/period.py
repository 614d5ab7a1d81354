"""Choosing the time a report is about: a day, a month, or now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.buttons import IconButton, LinkButton
from ui.kit.dates import DateField
from ui.kit.labels import Soft, Strong
from ui.kit.layouts import STRETCH, column, panel, row
from ui.reports.months import Month, moved_day
from ui.theme.theme import px
from ui.wording.dates import day_words
from ui.wording.labels import speaks_chinese
from workbench.desk.report_kinds import Period

if TYPE_CHECKING:
    from datetime import date


class PeriodPicker(QWidget):
    """Shows the chooser a report needs; ``changed`` tells that another day or month was chosen."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.period = Period.NOW
        self.month = Month.of(today)
        self.day = DateField(self.tr("Day"), today, today)
        self.month_name = Strong("")
        self.month_name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = IconButton("left", self.tr("Earlier (Alt+Left)"), self.earlier)
        self.after = IconButton("right", self.tr("Later (Alt+Right)"), self.later)
        self.reset = LinkButton("", self._back_to_today)
        self._words = QStackedWidget()
        self._arrange()
        self.day.changed.connect(self._day_typed)
        self.ask_for(Period.NOW)

    def ask_for(self, period: Period) -> None:
        """Show what a period of this kind needs."""
        self.period = period
        self._steps.setVisible(period is not Period.NOW)
        self.now.setVisible(period is Period.NOW)
        self._words.setCurrentWidget(self.day if period is Period.DAY else self.month_name)
        self._show()

    def value(self) -> date:
        """Return a day in the period chosen."""
        if self.period is Period.DAY:
            return self.day.value() or self._today
        return self._today if self.period is Period.NOW else self.month.first

    def earlier(self) -> None:
        """Go one day or month back."""
        self._step(-1)

    def later(self) -> None:
        """Go one day or month on, never past today."""
        self._step(1)

    def _step(self, way: int) -> None:
        if self.period is Period.NOW:
            return
        if self.period is Period.MONTH:
            self.month = min(self.month.moved(way), Month.of(self._today))
        else:
            moved = moved_day(self.value(), way)
            self.day.show_date(min(moved, self._today))
        self._show()
        self.changed.emit()

    def _back_to_today(self) -> None:
        self.month = Month.of(self._today)
        self.day.show_date(self._today)
        self._show()
        self.changed.emit()

    def _day_typed(self, day: date | None) -> None:
        if day is not None:
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.month_name.setText(month_words(self.month))
        self.now.setText(self.tr("As things stand on {day}").format(day=day_words(self._today)))
        latest = Month.of(self._today) == self.month if self.period is Period.MONTH else self._is_today()
        self.after.setEnabled(not latest)
        self.reset.setText(self.tr("This month") if self.period is Period.MONTH else self.tr("Today"))
        self.reset.setVisible(not latest)

    def _is_today(self) -> bool:
        return self.value() >= self._today

    def _arrange(self) -> None:
        self.now = Soft("", wrap=True)
        self._words.addWidget(self.month_name)
        self._words.addWidget(self.day)
        self._words.setFixedHeight(px(36))
        steps = row(self.before, gap=4)
        steps.addWidget(self._words, 1)
        steps.addWidget(self.after)
        self._steps = panel(column(steps, row(STRETCH, self.reset, STRETCH), gap=2))
        self.setLayout(column(self._steps, self.now, gap=0))


def month_words(month: Month) -> str:
    """Return a month in words: 2026年11月, or November 2026."""
    if speaks_chinese():
        return f"{month.year}年{month.number}月"
    return QLocale().toString(QDate(month.first), "MMMM yyyy")
