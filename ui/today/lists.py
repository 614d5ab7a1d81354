"""The figures of the Today page: what each counts, and the list it opens."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.intake.queries import MatterList, Span

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.intake.queries import MatterRow, TodayCounts


class Figure(StrEnum):
    """A number on the page; the first five are about me, the others about the community."""

    NEW_TO_ME = "new_to_me"
    MINE = "mine"
    MY_DUE_TODAY = "my_due_today"
    MY_OVERDUE = "my_overdue"
    WAITING = "waiting"
    OPEN = "open"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    RECEIVED = "received"
    DECIDED = "decided"
    SATISFACTION = "satisfaction"


MINE = (Figure.NEW_TO_ME, Figure.MINE, Figure.MY_DUE_TODAY, Figure.MY_OVERDUE, Figure.WAITING)
COMMUNITY = (
    Figure.OPEN,
    Figure.DUE_TODAY,
    Figure.OVERDUE,
    Figure.RECEIVED,
    Figure.DECIDED,
    Figure.SATISFACTION,
)
COUNTED = (*MINE, Figure.OPEN, Figure.DUE_TODAY, Figure.OVERDUE)
"""The figures that the counts of intake hold by the same name."""

_PRESSING = (Figure.MY_OVERDUE, Figure.MY_DUE_TODAY, Figure.NEW_TO_ME, Figure.MINE, Figure.WAITING)
_LISTS = {
    Figure.NEW_TO_ME: (MatterList.NEW_TO_ME, False),
    Figure.MINE: (MatterList.MINE, False),
    Figure.MY_DUE_TODAY: (MatterList.DUE_TODAY, True),
    Figure.MY_OVERDUE: (MatterList.OVERDUE, True),
    Figure.WAITING: (MatterList.WAITING, False),
    Figure.DUE_TODAY: (MatterList.DUE_TODAY, False),
    Figure.OVERDUE: (MatterList.OVERDUE, False),
}


def most_pressing(counts: TodayCounts, *, everybody: bool = False) -> Figure:
    """Return the figure whose list to open first: late before due before new; mine before everybody's."""
    figures = (*_PRESSING, Figure.OVERDUE, Figure.DUE_TODAY) if everybody else _PRESSING
    return next((figure for figure in figures if getattr(counts, figure)), Figure.MINE)


def matters_behind(desk: Desk, figure: Figure) -> list[MatterRow]:
    """Return the matters a figure counts; call it in the background."""
    if figure in _LISTS:
        which, mine = _LISTS[figure]
        return desk.matters.rows(which, mine=mine)
    if figure is Figure.SATISFACTION:
        return [desk.matters.matter(one.matter_id).row for one in desk.matters.follow_ups(limit=50)]
    sheet = desk.matters.day_sheet(desk.today())
    return list(sheet.received if figure is Figure.RECEIVED else sheet.decided)


def today_span(desk: Desk) -> Span:
    """Return today as a span."""
    return Span(desk.today(), desk.today())
