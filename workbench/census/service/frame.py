"""Reads the community's buildings and dwellings as the frame of a round: what areas are made of (抽样框)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.census.kinds import CaseState
from workbench.census.rules.areas import GridBlocks, blocks_of
from workbench.community.model import Building, Grid
from workbench.community.rules import natural_order
from workbench.people.model import Dwelling, Household, Resident
from workbench.people.vocabulary import ResidentStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading


@dataclass(frozen=True, slots=True)
class Home:
    """One household of the frame; a dwelling nobody is known to live in is one home without household."""

    building_id: str
    building: str
    estate: str
    grid_id: str | None
    unit: str
    room: str
    floor: int | None
    dwelling_id: str | None
    household_id: str | None
    number: int

    @property
    def walk(self) -> tuple[object, ...]:
        """The order in which an enumerator walks: building, stair, from the lowest floor up."""
        return (
            natural_order(self.building), natural_order(self.unit), natural_order(self.room), self.number,
        )  # fmt: skip


def homes(reading: Reading) -> list[Home]:
    """Return every home of the community in walking order."""
    chosen = (
        select(Dwelling, Building.number, Building.name, Building.grid_id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Dwelling.deleted_at.is_(None), Building.deleted_at.is_(None))
    )
    living = _households(reading)
    found = [home for row in reading.execute(chosen) for home in _homes_of(row, living)]
    return sorted(found, key=lambda home: home.walk)


def blocks_by_grid(reading: Reading, target: int) -> tuple[GridBlocks, ...]:
    """Return the grids with their buildings as blocks, those in no grid last."""
    by_building: dict[str, list[Home]] = {}
    for home in homes(reading):
        by_building.setdefault(home.building_id, []).append(home)
    grids: dict[str | None, list[Any]] = {}
    for building_id, here in by_building.items():
        blocks = blocks_of(building_id, [home.unit for home in here], target)
        grids.setdefault(here[0].grid_id, []).extend(blocks)
    named = reading.execute(select(Grid.id, Grid.name, Grid.code).where(Grid.deleted_at.is_(None)))
    order = sorted(named, key=lambda row: natural_order(row.code))
    known = [GridBlocks(row.id, row.name, tuple(grids.pop(row.id, ()))) for row in order]
    rest = tuple(block for blocks in grids.values() for block in blocks)
    return (*known, GridBlocks(None, "", rest))


def case_row(home: Home, round_id: str, area_id: str, serial: int) -> dict[str, Any]:
    """Return a home as a new household of a round, with its number in the area."""
    return {
        "round_id": round_id, "area_id": area_id, "building_id": home.building_id,
        "dwelling_id": home.dwelling_id, "household_id": home.household_id, "building": home.building,
        "estate": home.estate, "unit": home.unit, "room": home.room, "floor": home.floor,
        "number": home.number, "serial": serial, "state": CaseState.NOT_VISITED, "tries": 0,
        "hard_edits": 0, "soft_edits": 0, "explanations": {},
    }  # fmt: skip


def _households(reading: Reading) -> Mapping[str, list[str]]:
    """Return the households somebody lives in, by dwelling, the longest known first."""
    chosen = (
        select(Household.dwelling_id, Household.id)
        .join(Resident, Resident.household_id == Household.id)
        .where(
            Household.dwelling_id.is_not(None),
            Household.deleted_at.is_(None),
            Resident.deleted_at.is_(None),
            Resident.merged_into_id.is_(None),
            Resident.status == ResidentStatus.LIVING,
        )
        .distinct()
        .order_by(Household.id)
    )
    found: dict[str, list[str]] = {}
    for dwelling_id, household_id in reading.execute(chosen):
        found.setdefault(str(dwelling_id), []).append(household_id)
    return found


def _homes_of(row: Any, living: Mapping[str, list[str]]) -> Iterator[Home]:
    dwelling: Dwelling = row[0]
    here: Iterable[str | None] = living.get(dwelling.id) or [None]
    for number, household_id in enumerate(here, 1):
        yield Home(
            building_id=dwelling.building_id,
            building=row.number,
            estate=row.name,
            grid_id=row.grid_id,
            unit=dwelling.unit,
            room=dwelling.room,
            floor=dwelling.floor,
            dwelling_id=dwelling.id,
            household_id=household_id,
            number=number,
        )
