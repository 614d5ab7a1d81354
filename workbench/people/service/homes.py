"""Dwellings and households: found or made, and who heads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.community.model import Building
from workbench.people.model import Dwelling, Household, Resident
from workbench.people.service.base import Verbs, resident_to_change
from workbench.people.vocabulary import HouseholdKind, ResidentStatus
from workbench.standards.errors import WorkbenchError
from workbench.standards.text import compact

if TYPE_CHECKING:
    from workbench.store import Opened, Work

_HEAD = "02"
_HEAD_CODES = ("01", _HEAD)


class NotInHousehold(WorkbenchError):
    """The head of a household must live in it; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("户主必须是这一户的在住成员，未作改动；请先把此人变更到该户。")


class RoomMissing(WorkbenchError):
    """A dwelling needs a room number; nothing was saved."""

    def __init__(self) -> None:
        super().__init__("请填写室号，未保存任何内容。")


@dataclass(frozen=True, slots=True)
class DwellingPlace:
    """Where a dwelling is: a building's id, unit (empty where there is none) and room."""

    building_id: str
    unit: str
    room: str
    floor: int | None = None


class Homes(Verbs):
    """Verbs on households and the places they live in."""

    def dwelling_at(self, place: DwellingPlace) -> str:
        """Return the id of the dwelling at a place, made if it is new. Raises RoomMissing."""
        with self._writing() as work:
            return find_or_add_dwelling(work, place).id

    def add_household(
        self,
        place: DwellingPlace | None = None,
        kind: HouseholdKind = HouseholdKind.FAMILY,
        number: str = "",
    ) -> str:
        """Add an empty household, at a place if one is known, and return its id. Raises RoomMissing."""
        with self._writing() as work:
            dwelling_id = None if place is None else find_or_add_dwelling(work, place).id
            return work.add(Household(dwelling_id=dwelling_id, kind=kind, number=number.strip())).id

    def move_household(self, household_id: str, place: DwellingPlace, opened: Opened | None = None) -> None:
        """Let a whole household live at another place. Raises RoomMissing."""
        with self._writing() as work:
            household = work.get(Household, household_id)
            work.amend(household, {"dwelling_id": find_or_add_dwelling(work, place).id}, opened)

    def set_head(self, household_id: str, resident_id: str, opened: Opened | None = None) -> None:
        """Make a member the head; the former head's relation is then unknown. Raises NotInHousehold."""
        with self._writing() as work:
            household = work.get(Household, household_id)
            person = resident_to_change(work, resident_id)
            if person.household_id != household_id or person.status is not ResidentStatus.LIVING:
                raise NotInHousehold
            _step_down(work, household, person)
            household.head_id, person.relation_to_head = person.id, _HEAD
            work.base_on(household, opened)


def find_or_add_dwelling(work: Work, place: DwellingPlace) -> Dwelling:
    """Return the dwelling at a place within an open transaction. Raises RoomMissing, RecordNotFound."""
    unit, room = compact(place.unit), compact(place.room)
    if not room:
        raise RoomMissing
    work.get(Building, place.building_id)
    found = work.session.scalar(
        select(Dwelling).where(
            Dwelling.building_id == place.building_id,
            Dwelling.unit == unit,
            Dwelling.room == room,
            Dwelling.deleted_at.is_(None),
        )
    )
    if found is not None:
        return found
    made = work.add(Dwelling(building_id=place.building_id, unit=unit, room=room, floor=place.floor))
    work.session.flush()
    return made


def _step_down(work: Work, household: Household, successor: Resident) -> None:
    former = work.session.get(Resident, household.head_id) if household.head_id else None
    if former is not None and former.id != successor.id and former.relation_to_head in _HEAD_CODES:
        former.relation_to_head = None
