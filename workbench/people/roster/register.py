"""Reads the register as an import needs it: everybody who is in it, and the places they live in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.community.model import Building
from workbench.people.model import Dwelling, Household, Resident, ResidentTag
from workbench.people.roster.matching import KnownResident, ResidentIndex
from workbench.people.roster.plan import RegisterMark
from workbench.people.vocabulary import TagKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = (
    Resident.id,
    Resident.name,
    Resident.id_number,
    Resident.sex,
    Resident.birth_date,
    Resident.birth_precision,
    Resident.phone,
    Resident.other_phone,
    Resident.ethnic_group,
    Resident.education,
    Resident.relation_to_head,
    Resident.registration,
    Resident.status,
    Resident.note,
    Resident.household_id,
    Building.name,
    Building.number,
    Dwelling.unit,
    Dwelling.room,
)

_HOME_FROM = 15
"""Place among the columns of the first one that may be missing for want of a dwelling."""


def read_register(session: Session, today: date) -> ResidentIndex:
    """Return an index of all residents, those who moved out or died included."""
    tags = _current_tags(session, today)
    rows = session.execute(
        select(*_COLUMNS)
        .outerjoin(Household, Household.id == Resident.household_id)
        .outerjoin(Dwelling, Dwelling.id == Household.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(Resident.deleted_at.is_(None), Resident.merged_into_id.is_(None))
    )
    none = frozenset[TagKind]()
    return ResidentIndex(_known(tuple(row), tags.get(row[0], none)) for row in rows)


def _known(row: tuple[Any, ...], tags: frozenset[TagKind]) -> KnownResident:
    home = tuple(part or "" for part in row[_HOME_FROM:])
    return KnownResident._make((*row[:_HOME_FROM], *home, tags))


def register_mark(session: Session) -> RegisterMark:
    """Return the mark that changes when anybody is added to the register."""
    row = session.connection().exec_driver_sql("SELECT count(*), coalesce(max(rowid), 0) FROM resident").one()
    return row[0], row[1]


def _current_tags(session: Session, today: date) -> dict[str, frozenset[TagKind]]:
    tags: dict[str, set[TagKind]] = {}
    rows = session.execute(
        select(ResidentTag.resident_id, ResidentTag.kind, ResidentTag.until).where(
            ResidentTag.deleted_at.is_(None)
        )
    )
    for resident_id, kind, until in rows:
        if until is None or until > today:
            tags.setdefault(resident_id, set()).add(kind)
    return {resident_id: frozenset(kinds) for resident_id, kinds in tags.items()}
