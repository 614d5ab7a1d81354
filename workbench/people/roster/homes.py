"""Finds or makes the buildings, dwellings and households that the people of a roster live in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from workbench.community.model import Building
from workbench.people.model import Dwelling, Household, Resident
from workbench.people.roster.addresses import Place
from workbench.people.roster.matching import is_building
from workbench.people.roster.outcome import RosterPerson
from workbench.store import Work, new_id

Row = dict[str, Any]


class Homes:
    """The places of the register within one transaction; new ones are collected, then stored at once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._buildings = [
            (row.id, row.number, row.name)
            for row in work.session.execute(
                select(Building.id, Building.number, Building.name).where(Building.deleted_at.is_(None))
            )
        ]
        self._dwellings = {
            (row.building_id, row.unit, row.room): row.id
            for row in work.session.execute(
                select(Dwelling.building_id, Dwelling.unit, Dwelling.room, Dwelling.id).where(
                    Dwelling.deleted_at.is_(None)
                )
            )
        }
        self._headed = {
            (row.dwelling_id, row.name): row.id
            for row in work.session.execute(
                select(Household.dwelling_id, Household.id, Resident.name)
                .join(Resident, Resident.id == Household.head_id)
                .where(Household.deleted_at.is_(None), Household.dwelling_id.is_not(None))
            )
        }
        self._building_of: dict[tuple[str | None, str | None], str] = {}
        self._dwelling_of: dict[Place, str | None] = {}
        self._household_of: dict[int, str] = {}
        self.buildings: dict[str, Row] = {}
        self.dwellings: list[Row] = []
        self.households: dict[str, Row] = {}

    def household(self, person: RosterPerson) -> str | None:
        """Return the household of somebody new; one without any address and head is none."""
        known = self._household_of.get(person.household)
        if known is not None:
            return known
        dwelling_id, head = self._dwelling(person.place), person.household_head
        if dwelling_id is None and head is None:
            return None
        household_id = self._headed.get((dwelling_id, head)) if dwelling_id and head else None
        if household_id is None:
            household_id = self._new_household(dwelling_id, person.household_number)
        self._household_of[person.household] = household_id
        return household_id

    def join(self, person: RosterPerson, household_id: str) -> None:
        """Remember that a household of the file is one of the register, because a member is in it."""
        self._household_of.setdefault(person.household, household_id)

    def set_head(self, household_id: str, resident_id: str) -> None:
        """Make somebody the head of a household that this import made."""
        household = self.households.get(household_id)
        if household is not None:
            household["head_id"] = resident_id

    def store(self) -> None:
        """Store everything new, the containing before the contained."""
        self._work.insert_many(Building, list(self.buildings.values()))
        self._work.insert_many(Dwelling, self.dwellings)
        self._work.insert_many(Household, list(self.households.values()))

    def _new_household(self, dwelling_id: str | None, number: str | None) -> str:
        household_id = new_id()
        row = {"id": household_id, "dwelling_id": dwelling_id, "number": (number or "")[:32]}
        self.households[household_id] = row
        return household_id

    def _dwelling(self, place: Place) -> str | None:
        if place.building is None:
            return None
        if place in self._dwelling_of:
            return self._dwelling_of[place]
        unit, room = (place.unit or "")[:16], (place.room or "")[:16]
        key = self._building(place), unit, room
        dwelling_id = self._dwellings.get(key)
        if dwelling_id is None:
            dwelling_id = self._dwellings[key] = new_id()
            row = {"building_id": key[0], "unit": unit, "room": room, "floor": floor_of(room)}
            self.dwellings.append({"id": dwelling_id, **row})
        self._dwelling_of[place] = dwelling_id
        self._widen(key[0], unit, floor_of(room))
        return dwelling_id

    def _building(self, place: Place) -> str:
        key = place.estate, place.building
        if key not in self._building_of:
            found = [entry[0] for entry in self._buildings if is_building(place, entry[1], entry[2])]
            self._building_of[key] = found[0] if found else self._new_building(place)
        return self._building_of[key]

    def _new_building(self, place: Place) -> str:
        """Number a building as the roster does; where estates share numbers, the estate goes before."""
        number, estate = place.building or "", place.estate or ""
        if any(number == taken for _, taken, _ in self._buildings):
            number, estate = f"{estate}{number}", ""
        building_id = new_id()
        self._buildings.append((building_id, number[:32], estate[:64]))
        self.buildings[building_id] = {"id": building_id, "number": number[:32], "name": estate[:64]}
        return building_id

    def _widen(self, building_id: str, unit: str, floor: int | None) -> None:
        """Let a new building have at least the units and floors that its dwellings show."""
        building = self.buildings.get(building_id)
        if building is not None:
            building["units"] = max(building.get("units", 1), int(unit) if unit.isdecimal() else 1)
            building["floors"] = max(building.get("floors", 1), floor or 1)


def floor_of(room: str) -> int | None:
    """Return the floor that a room number of three or four digits tells: 18 for 1801."""
    return int(room[:-2]) if room.isdecimal() and len(room) in {3, 4} and int(room[:-2]) else None
