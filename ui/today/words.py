"""The words of the Today page: the greeting, each figure's name, its note, and what an empty list says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.tones import Tone
from ui.today.lists import Figure
from workbench.standards.clock import SHANGHAI

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

translate = QCoreApplication.translate
NOON, EVENING = 12, 18
LATE = frozenset({Figure.MY_OVERDUE, Figure.OVERDUE})
DUE = frozenset({Figure.MY_DUE_TODAY, Figure.DUE_TODAY})


def greeting(now: datetime, name: str) -> str:
    """Return good morning, afternoon or evening by Shanghai's clock."""
    hour = now.astimezone(SHANGHAI).hour
    if hour < NOON:
        return translate("Today", "Good morning, {name}").format(name=name)
    if hour < EVENING:
        return translate("Today", "Good afternoon, {name}").format(name=name)
    return translate("Today", "Good evening, {name}").format(name=name)


def captions() -> Mapping[Figure, str]:
    """Return the name of each figure."""
    return {
        Figure.NEW_TO_ME: translate("Today", "New to me"),
        Figure.MINE: translate("Today", "Mine to act on"),
        Figure.MY_DUE_TODAY: translate("Today", "Due today"),
        Figure.MY_OVERDUE: translate("Today", "Overdue"),
        Figure.WAITING: translate("Today", "Waiting on others"),
        Figure.OPEN: translate("Today", "All open"),
        Figure.DUE_TODAY: translate("Today", "All due today"),
        Figure.OVERDUE: translate("Today", "All overdue"),
        Figure.RECEIVED: translate("Today", "Received today"),
        Figure.DECIDED: translate("Today", "Decided today"),
        Figure.SATISFACTION: translate("Today", "Satisfaction"),
    }


def note_words(figure: Figure) -> str:
    """Return the small words below a figure."""
    notes = {
        Figure.NEW_TO_ME: translate("Today", "not looked at yet"),
        Figure.MINE: translate("Today", "it is my turn"),
        Figure.MY_DUE_TODAY: translate("Today", "before closing"),
        Figure.MY_OVERDUE: translate("Today", "past its day"),
        Figure.WAITING: translate("Today", "resident or department"),
        Figure.OPEN: translate("Today", "by colleague"),
        Figure.DUE_TODAY: translate("Today", "before closing"),
        Figure.OVERDUE: translate("Today", "past its day"),
        Figure.RECEIVED: translate("Today", "at every desk"),
        Figure.DECIDED: translate("Today", "at every desk"),
    }
    return notes.get(figure, "")


def empty_words(figure: Figure) -> tuple[str, str]:
    """Return what the list of a figure says when there is nothing in it."""
    if figure in LATE:
        return translate("Today", "Nothing is overdue"), translate("Today", "Every promise is kept so far.")
    if figure in DUE:
        return translate("Today", "Nothing is due today"), translate(
            "Today", "A calm day for what was promised."
        )
    if figure is Figure.NEW_TO_ME:
        return translate("Today", "Nothing new"), translate(
            "Today", "What colleagues hand over appears here."
        )
    if figure is Figure.SATISFACTION:
        return translate("Today", "No bad rating is open"), translate("Today", "Everybody left content.")
    return (
        translate("Today", "Nothing on the table"),
        translate("Today", "Start with “Call next” (F2) or “Start intake” (F3)."),
    )


def tone_of(figure: Figure, count: int) -> Tone:
    """Return the tone of a figure: only what is late or due speaks up."""
    if count and figure in LATE:
        return Tone.DANGER
    return Tone.WARNING if count and figure in DUE else Tone.NEUTRAL
