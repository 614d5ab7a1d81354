"""Lists everybody who lives here, or in one grid, or with one tag, in the order of their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from workbench.community.model import Building
from workbench.community.rules import natural_order
from workbench.people.model import Dwelling, Household, Resident, ResidentTag
from workbench.people.search_index import ResidentSearch
from workbench.people.search_matching import SearchRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from workbench.people.vocabulary import TagKind

_COLUMNS = tuple(getattr(ResidentSearch, name) for name in SearchRow._fields)


def roster_rows(reading: Session, grid_id: str | None, tag: TagKind | None, today: date) -> list[SearchRow]:
    """Return the rows of those who live here."""
    query = select(*_COLUMNS).where(ResidentSearch.gone == 0)
    if grid_id is not None:
        query = query.where(ResidentSearch.resident_id.in_(_in_grid(grid_id)))
    if tag is not None:
        query = query.where(ResidentSearch.resident_id.in_(_tagged(tag, today)))
    rows = [SearchRow(*row) for row in reading.execute(query)]
    return sorted(rows, key=lambda row: natural_order(f"{row.building} {row.unit} {row.room} {row.number}"))


def _in_grid(grid_id: str) -> Select[str]:
    return (
        select(Resident.id)
        .join(Household, Household.id == Resident.household_id)
        .join(Dwelling, Dwelling.id == Household.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Building.grid_id == grid_id)
    )


def _tagged(tag: TagKind, today: date) -> Select[str]:
    return select(ResidentTag.resident_id).where(
        ResidentTag.kind == tag,
        ResidentTag.deleted_at.is_(None),
        ResidentTag.since <= today,
        or_(ResidentTag.until.is_(None), ResidentTag.until > today),
    )
