"""Looks up who in the register is likely the person being entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from workbench.people.duplicates import DuplicateKind, Likeness, judge
from workbench.people.model import Resident
from workbench.people.search import rows_of_residents
from workbench.people.search_index import ResidentSearch
from workbench.people.views import DuplicateHit, hit_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_GONE_OR_NOT = (0, 1)
_SUREST_FIRST = {kind: place for place, kind in enumerate(DuplicateKind)}


def likeness_of(person: Resident) -> Likeness:
    """Return how a stored resident is told apart from others."""
    phones = frozenset(phone for phone in (person.phone, person.other_phone) if phone)
    return Likeness(person.name, person.id_number, person.birth_date, person.birth_precision, phones)


def duplicates_of(
    reading: Session, candidate: Likeness, besides: str | None, today: date
) -> list[DuplicateHit]:
    """Return who is likely the candidate, the surest first; retired and removed entries do not count."""
    kinds = {}
    for person in reading.scalars(select(Resident).where(_alike(candidate))):
        kind = judge(candidate, likeness_of(person))
        if kind is not None and person.id != besides:
            kinds[person.id] = kind
    hits = [
        DuplicateHit(hit_of(row, today), kinds[row.resident_id])
        for row in rows_of_residents(reading, list(kinds))
    ]
    return sorted(hits, key=lambda hit: (_SUREST_FIRST[hit.kind], hit.person.gone))


def _alike(candidate: Likeness) -> ColumnElement[bool]:
    same_name = (ResidentSearch.gone.in_(_GONE_OR_NOT)) & (ResidentSearch.name == candidate.name)
    same_number = (ResidentSearch.gone.in_(_GONE_OR_NOT)) & (ResidentSearch.id_number == candidate.id_number)
    condition = or_(same_name, same_number) if candidate.id_number else same_name
    return Resident.id.in_(select(ResidentSearch.resident_id).where(condition))
