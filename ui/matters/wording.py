"""Deadlines of matters in words: how many days are left, or by how many it is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.intake.kinds import Lamp
from workbench.intake.rules.lamps import Watched

if TYPE_CHECKING:
    from workbench.intake.rules.lamps import Signal


def deadline_words(signal: Signal) -> str:
    """Return the deadline that counts now in words."""
    if signal.lamp is Lamp.PAUSED:
        return QCoreApplication.translate("Deadlines", "Clock stopped")
    if signal.lamp is Lamp.DONE:
        return QCoreApplication.translate("Deadlines", "Closed")
    if signal.days_left is None:
        return QCoreApplication.translate("Deadlines", "No limit")
    return _left(signal.days_left) + _what(signal.watched)


def due_words(signal: Signal) -> str:
    """Return the day and what is left, as a column shows it."""
    day = f"{signal.due:%m-%d} " if signal.due else ""
    return f"{day}{deadline_words(signal)}"


def _left(days: int) -> str:
    if days < 0:
        return QCoreApplication.translate("Deadlines", "{days} days late").format(days=-days)
    if days == 0:
        return QCoreApplication.translate("Deadlines", "due today")
    return QCoreApplication.translate("Deadlines", "{days} days left").format(days=days)


def _what(watched: Watched) -> str:
    words = {
        Watched.ANSWER: QCoreApplication.translate("Deadlines", " to answer"),
        Watched.DELIVERY: QCoreApplication.translate("Deadlines", " to deliver"),
        Watched.PROMISE: QCoreApplication.translate("Deadlines", " for what was promised"),
    }
    return words.get(watched, "")
