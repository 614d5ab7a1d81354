"""How far a round is: by building and door, by area, by enumerator."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.census.kinds import CaseState
from workbench.census.views.counting import Counts
from workbench.census.views.rounds import AreaRow


@dataclass(frozen=True, slots=True)
class BuildingProgress:
    """A building on the progress map: households by state; the place in WGS 84 degrees where it is known."""

    building_id: str
    building: str
    estate: str
    latitude: float | None
    longitude: float | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class Door:
    """One household on the map of its building (一户一格)."""

    case_id: str
    room: str
    number: int
    state: CaseState
    enumerator_id: str | None
    mine: bool


@dataclass(frozen=True, slots=True)
class Floor:
    """A floor of one stair, its doors in the order of their rooms; `floor` None where nobody knows."""

    floor: int | None
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class Stair:
    """A stair (单元) of a building, the top floor first; `unit` is empty where stairs are not numbered."""

    unit: str
    floors: tuple[Floor, ...]


@dataclass(frozen=True, slots=True)
class BuildingMap:
    """A building as its doors, for colours on a screen."""

    building_id: str
    building: str
    estate: str
    stairs: tuple[Stair, ...]


@dataclass(frozen=True, slots=True)
class EnumeratorProgress:
    """How far an enumerator is: households by state, and those to visit again today."""

    staff_id: str
    organisation: str
    counts: Counts
    due_today: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round is, in every way the progress map shows it."""

    round_id: str
    counts: Counts
    buildings: tuple[BuildingProgress, ...]
    areas: tuple[AreaRow, ...]
    enumerators: tuple[EnumeratorProgress, ...]
