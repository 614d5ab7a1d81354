"""Reads households of the register as the census compares them: who lives there, the head first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.register import RegisterHousehold, RegisterPerson
from workbench.people.model import Household, Resident
from workbench.people.vocabulary import ResidentStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading


def register_household(reading: Reading, household_id: str) -> RegisterHousehold | None:
    """Return a household with those who live in it now, None where it is there no more."""
    found = reading.get(Household, household_id)
    if found is None or found.deleted_at is not None:
        return None
    living = select(Resident).where(
        Resident.household_id == household_id,
        Resident.status == ResidentStatus.LIVING,
        Resident.merged_into_id.is_(None),
        Resident.deleted_at.is_(None),
    )
    people = sorted(reading.scalars(living), key=lambda one: (one.id != found.head_id, one.id))
    return RegisterHousehold(found.id, found.kind, tuple(map(_person, people)))


def _person(one: Resident) -> RegisterPerson:
    return RegisterPerson(
        resident_id=one.id,
        name=one.name,
        id_number=one.id_number or "",
        sex=one.sex,
        birth_date=one.birth_date,
        birth_precision=one.birth_precision,
        ethnic_group=one.ethnic_group or "",
        education=one.education or "",
        relation_to_head=one.relation_to_head or "",
        registration=one.registration,
    )
