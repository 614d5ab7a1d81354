"""Gives the next number of a series that nothing bears yet, also at a desk restored from a backup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import select

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute

    from workbench.store import Work


def fresh_number(
    work: Work,
    series: str,
    number_of: Callable[[int], str],
    column: InstrumentedAttribute[str],
    *among: ColumnElement[bool],
) -> str:
    """Return the next number that no record of the column bears; `among` narrows where it must be new.

    The counters of a restored desk stand where the backup was made, while the papers given out since come
    back from the server: their numbers are passed over.
    """
    while True:
        number = number_of(work.next_number(series))
        taken = select(column).where(column == number, *among).limit(1)
        if work.session.scalar(taken) is None:
            return number
