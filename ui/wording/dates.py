"""Days and moments in words, in the language in force; moments are shown in Shanghai time."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from workbench.standards.clock import SHANGHAI


def day_words(day: date) -> str:
    """Return a day with its weekday: 12月8日 周二, or Tue 8 Dec."""
    weekday = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    if QLocale().language() is QLocale.Language.Chinese:
        return f"{day.month}月{day.day}日 {weekday}"
    return f"{weekday} {QLocale().toString(QDate(day), 'd MMM')}"


def short_day(day: date | None) -> str:
    """Return a day as a column shows it."""
    return day.isoformat() if day else ""


def moment_words(moment: datetime | None) -> str:
    """Return a moment as 2026-11-24 09:42 in Shanghai."""
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if moment else ""
