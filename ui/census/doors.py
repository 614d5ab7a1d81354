"""Where the doors of a building stand on its picture: units side by side, the highest floor on top."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.community.rules import natural_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.census.kinds import CaseState

BREAK = 0.5
"""The gap between two units, in doors."""


@dataclass(frozen=True, slots=True)
class Door:
    """One household of a building as the picture shows it; ``words`` is what a screen reader says."""

    case_id: str
    unit: str
    floor: int | None
    room: str
    state: CaseState
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A door in its place: how many doors from the left, and which line from the top."""

    door: Door
    column: float
    line: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole building: its doors, how wide in doors it is, and the names of floors and units."""

    places: tuple[Placed, ...] = ()
    width: float = 0
    floors: tuple[int | None, ...] = ()
    units: tuple[tuple[str, float, float], ...] = ()
    """Each unit with its first column and its width."""


def lay_out(doors: Iterable[Door]) -> Layout:
    """Place every door; doors whose floor is unknown stand on a line of their own below."""
    known = sorted(doors, key=lambda door: natural_order(door.unit))
    levels = sorted({door.floor for door in known if door.floor is not None}, reverse=True)
    floors: tuple[int | None, ...] = (*levels, *([None] if any(d.floor is None for d in known) else []))
    placed: list[Placed] = []
    units: list[tuple[str, float, float]] = []
    left = 0.0
    for unit, in_unit in groupby(known, key=lambda door: door.unit):
        lines = _lines(in_unit, floors)
        width = max(len(line) for line in lines)
        for at, line in enumerate(lines):
            placed.extend(Placed(door, left + column, at) for column, door in enumerate(line))
        units.append((unit, left, float(width)))
        left += width + BREAK
    return Layout(tuple(placed), max(left - BREAK, 0.0), floors, tuple(units))


def step(places: tuple[Placed, ...], current: Placed, across: int, down: int) -> Placed:
    """Return the next door in a direction, the nearest where none stands straight ahead."""
    ahead = [
        place
        for place in places
        if (place.column - current.column) * across + (place.line - current.line) * down > 0
        and (down or place.line == current.line)
    ]
    return min(ahead, key=lambda place: _distance(place, current, down), default=current)


def _distance(place: Placed, current: Placed, down: int) -> tuple[float, float]:
    aside, along = abs(place.column - current.column), abs(place.line - current.line)
    return (along, aside) if down else (aside, along)


def _lines(doors: Iterable[Door], floors: tuple[int | None, ...]) -> list[list[Door]]:
    """Return the doors of one unit by floor, from the top."""
    ordered = sorted(doors, key=lambda door: natural_order(door.room))
    return [[door for door in ordered if door.floor == floor] for floor in floors]
