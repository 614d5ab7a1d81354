"""What screens and rules ask of the community: profile, grids, buildings, holidays, calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.community.model import Building, Community, Grid, HolidayOverride
from workbench.community.rules import Holiday, Profile, natural_order
from workbench.security.model import StaffAccount
from workbench.standards.errors import WorkbenchError
from workbench.standards.workdays import WorkCalendar

if TYPE_CHECKING:
    from workbench.store import Changed, Store


@dataclass(frozen=True, slots=True)
class GridRow:
    """A grid in the list, with its worker's name and the number of its buildings."""

    id: str
    code: str
    name: str
    worker_id: str | None
    worker_name: str | None
    buildings: int


@dataclass(frozen=True, slots=True)
class BuildingRow:
    """A building in the list, with its grid's code and name."""

    id: str
    number: str
    name: str
    address: str
    grid_id: str | None
    grid_code: str | None
    grid_name: str | None
    units: int
    floors: int
    latitude: float | None
    longitude: float | None


class NoCommunity(WorkbenchError):
    """The store has no community yet: set-up was not finished."""

    def __init__(self) -> None:
        super().__init__("这个数据文件夹还没有社区资料，请先完成初始设置。")


class CommunityQueries:
    """Reads of the community; the calendar is kept in memory until a holiday changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._calendar: WorkCalendar | None = None
        self._changes = 0
        self._stop = store.subscribe(self._notice)

    def close(self) -> None:
        """Stop listening to the store."""
        self._stop()

    def profile(self) -> Profile:
        """Return what the community says of itself. Raises NoCommunity."""
        with self._store.read() as session:
            row = session.scalars(select(Community).where(Community.deleted_at.is_(None)).limit(1)).first()
            if row is None:
                raise NoCommunity
            return Profile(row.name, row.document_prefix, row.division_code, row.address, row.phone, row.demo)

    def grids(self) -> tuple[GridRow, ...]:
        """Return the grids in the order of their codes."""
        buildings = (
            select(func.count())
            .where(Building.grid_id == Grid.id, Building.deleted_at.is_(None))
            .scalar_subquery()
        )
        chosen = (
            select(Grid.id, Grid.code, Grid.name, Grid.worker_id, StaffAccount.display_name, buildings)
            .outerjoin(StaffAccount, StaffAccount.id == Grid.worker_id)
            .where(Grid.deleted_at.is_(None))
        )
        with self._store.read() as session:
            rows = [GridRow(*row) for row in session.execute(chosen)]
        return tuple(sorted(rows, key=lambda row: natural_order(row.code)))

    def buildings(self) -> tuple[BuildingRow, ...]:
        """Return the buildings in the order people count them: 2 before 10."""
        chosen = (
            select(
                Building.id, Building.number, Building.name, Building.address, Building.grid_id,
                Grid.code, Grid.name, Building.units, Building.floors, Building.latitude, Building.longitude,
            )
            .outerjoin(Grid, Grid.id == Building.grid_id)
            .where(Building.deleted_at.is_(None))
        )  # fmt: skip
        with self._store.read() as session:
            rows = [BuildingRow(*row) for row in session.execute(chosen)]
        return tuple(sorted(rows, key=lambda row: natural_order(row.number)))

    def holidays(self, year: int | None = None) -> tuple[Holiday, ...]:
        """Return the days set against the published calendar, of one year or all, by date."""
        chosen = select(HolidayOverride).where(HolidayOverride.deleted_at.is_(None))
        if year is not None:
            chosen = chosen.where(HolidayOverride.day.between(date(year, 1, 1), date(year, 12, 31)))
        with self._store.read() as session:
            rows = session.scalars(chosen.order_by(HolidayOverride.day, HolidayOverride.id))
            return tuple(Holiday(row.day, row.kind, row.name) for row in rows)

    def calendar(self) -> WorkCalendar:
        """Return the community's working calendar: the published notices under its own days."""
        calendar, changes = self._calendar, self._changes
        if calendar is None:
            calendar = WorkCalendar({holiday.day: holiday.kind for holiday in self.holidays()})
            # A holiday set while this was being read must not be forgotten for the rest of the day.
            self._calendar = calendar if changes == self._changes else None
        return calendar

    def _notice(self, changed: Changed) -> None:
        if changed.entity == HolidayOverride.__tablename__:
            self._changes += 1
            self._calendar = None
