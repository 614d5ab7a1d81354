"""A year as twelve small months; arrows walk through it, Space or a click toggles a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.ringed import Ringed
from ui.manage.year_painting import draw_cursor, draw_day
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.manage.days import Year, YearDay

MONTHS, WEEK, WEEKS = 12, 7, 6
_LEAST_CELL, _MOST_CELL = 20, 44
_GAP, _HEAD, _FOOT = 14, 38, 8
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class YearView(Ringed, QWidget):
    """Twelve months in as many columns as fit; ``chosen`` carries the day of the cursor, ``toggled`` too."""

    chosen = Signal(object)
    toggled = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._days: dict[date, YearDay] = {}
        self._year = today.year
        self.cursor_day = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_year(self, year: Year) -> None:
        """Show a year; the cursor keeps its day and month."""
        self._days = {day.day: day for day in year.days}
        self._year = year.year
        if self.cursor_day.year != year.year:
            month = self.cursor_day.month
            self.cursor_day = date(year.year, month, min(self.cursor_day.day, 28))
        self._tell()
        self.update()

    def day(self) -> YearDay | None:
        """Return the day under the cursor."""
        return self._days.get(self.cursor_day)

    def place_of(self, day: date) -> QRectF:
        """Return the cell of a day."""
        columns, cell, height = self._measures()
        row, column = divmod(day.month - 1, columns)
        week, weekday = divmod(date(day.year, day.month, 1).weekday() + day.day - 1, WEEK)
        left = column * (self.width() / columns) + weekday * cell
        top = row * self.height() / -(-MONTHS // columns) + px(_HEAD) + week * height
        return QRectF(left, top, cell, height)

    def minimumSizeHint(self) -> QSize:
        """Return room for two months side by side; the section scrolls where there is less."""
        columns = max((one for one in (2, 3, 4, 6) if self.width() >= one * _least_month()), default=2)
        return QSize(2 * _least_month(), _least_height(columns))

    def sizeHint(self) -> QSize:
        """Return the least size; more is welcome."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: object) -> None:
        """Ask for other room when the number of columns changes."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the months."""
        painter = QPainter(self)
        for month in range(1, MONTHS + 1):
            self._draw_head(painter, date(self._year, month, 1))
        for day, shown in self._days.items():
            draw_day(painter, self.place_of(day), shown, today=day == self._today)
        if self._days:
            draw_cursor(painter, self.place_of(self.cursor_day), focused=self.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows and pages, toggle by Space."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(self.cursor_day + timedelta(days=step))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() == Qt.Key.Key_Space and self.day() is not None:
            self.toggled.emit(self.day())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day; a second click on it toggles it."""
        found = self._day_at(event.position())
        if found is None:
            return
        again = found == self.cursor_day
        self._go(found)
        if again:
            self.toggled.emit(self.day())

    def words_at(self, point: QPointF) -> str:
        """Return what the day under the mouse is."""
        found = self._day_at(point)
        shown = self._days.get(found) if found else None
        return shown.words() if shown else ""

    def _go(self, day: date) -> None:
        if day in self._days:
            self.cursor_day = day
            self._tell()
            self.update()

    def _turn(self, months: int) -> None:
        month = self.cursor_day.month + months
        if 1 <= month <= MONTHS:
            self._go(date(self._year, month, min(self.cursor_day.day, 28)))

    def _tell(self) -> None:
        found = self.day()
        if found is not None:
            self.setAccessibleName(found.words())
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
            self.chosen.emit(found)

    def _day_at(self, point: QPointF) -> date | None:
        return next((day for day in self._days if self.place_of(day).contains(point)), None)

    def _draw_head(self, painter: QPainter, first: date) -> None:
        cell = self.place_of(first)
        columns, width, _ = self._measures()
        left = (first.month - 1) % columns * (self.width() / columns)
        top = cell.top() - px(_HEAD)
        font = QFont(painter.font())
        font.setPixelSize(px(13))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(colour("text"))
        name = QLocale().standaloneMonthName(first.month, QLocale.FormatType.LongFormat)
        painter.drawText(QRectF(left + px(4), top, width * WEEK, px(20)), Qt.AlignmentFlag.AlignLeft, name)
        font.setPixelSize(px(11))
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour("text_faint"))
        for weekday in range(1, WEEK + 1):
            letter = QLocale().dayName(weekday, QLocale.FormatType.NarrowFormat)
            box = QRectF(left + (weekday - 1) * width, top + px(21), width, px(16))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _measures(self) -> tuple[int, float, float]:
        """Return the number of columns, and width and height of a cell."""
        columns = self._columns()
        return columns, *self._cell(columns)

    def _columns(self) -> int:
        """Return how many months stand side by side so that the days are largest."""
        fitting = [columns for columns in (2, 3, 4, 6) if self.width() >= columns * _least_month()] or [2]
        high_enough = [columns for columns in fitting if self.height() >= _least_height(columns)]
        return max(high_enough or fitting[-1:], key=lambda columns: min(self._cell(columns)))

    def _cell(self, columns: int) -> tuple[float, float]:
        width = (self.width() / columns - px(_GAP)) / WEEK
        height = (self.height() / -(-MONTHS // columns) - px(_HEAD + _FOOT)) / WEEKS
        least, most = px(_LEAST_CELL), px(_MOST_CELL)
        return min(max(width, least), most), min(max(height, least), most)


def _least_month() -> int:
    return WEEK * px(_LEAST_CELL) + px(_GAP)


def _least_height(columns: int) -> int:
    return -(-MONTHS // columns) * (px(_HEAD + _FOOT) + WEEKS * px(_LEAST_CELL))
