"""Where the doors of a building stand on its picture: stairs side by side, the highest floor on top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.census.views import BuildingMap, Door

BREAK = 0.5
"""The gap between two stairs, in doors."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A door in its place: how many doors from the left, and which line from the top."""

    door: Door
    unit: str
    column: float
    line: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole building: its doors, how wide in doors it is, and the names of floors and stairs."""

    places: tuple[Placed, ...] = ()
    width: float = 0
    floors: tuple[int | None, ...] = ()
    stairs: tuple[tuple[str, float, float], ...] = ()
    """Each stair's unit with its first column and its width."""


def lay_out(building: BuildingMap) -> Layout:
    """Place every door; doors whose floor is unknown stand on a line of their own below."""
    floors = _floors(building)
    placed: list[Placed] = []
    stairs: list[tuple[str, float, float]] = []
    left = 0.0
    for stair in building.stairs:
        width = max((len(floor.doors) for floor in stair.floors), default=0)
        for floor in stair.floors:
            line = floors.index(floor.floor)
            placed.extend(Placed(door, stair.unit, left + at, line) for at, door in enumerate(floor.doors))
        stairs.append((stair.unit, left, float(width)))
        left += width + BREAK
    return Layout(tuple(placed), max(left - BREAK, 0.0), floors, tuple(stairs))


def step(places: tuple[Placed, ...], current: Placed, across: int, down: int) -> Placed:
    """Return the next door in a direction, the nearest where none stands straight ahead."""
    ahead = [
        place
        for place in places
        if (place.column - current.column) * across + (place.line - current.line) * down > 0
        and (down or place.line == current.line)
    ]
    return min(ahead, key=lambda place: _distance(place, current, down), default=current)


def _floors(building: BuildingMap) -> tuple[int | None, ...]:
    """Return every floor of any stair, from the top, the unknown one last."""
    found = {floor.floor for stair in building.stairs for floor in stair.floors}
    known = sorted((floor for floor in found if floor is not None), reverse=True)
    return (*known, None) if None in found else tuple(known)


def _distance(place: Placed, current: Placed, down: int) -> tuple[float, float]:
    aside, along = abs(place.column - current.column), abs(place.line - current.line)
    return (along, aside) if down else (aside, along)
