"""What screens and rules ask of the community: profile, grids, buildings, holidays, calendar."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.community.model import Building, Community, Grid, HolidayOverride
from workbench.community.rules import BuildingDetails, Holiday, Profile, natural_order
from workbench.security.model import StaffAccount
from workbench.standards.errors import WorkbenchError
from workbench.standards.workdays import WorkCalendar
from workbench.store import Opened, opened

if TYPE_CHECKING:
    from workbench.store import Changed, Store


@dataclass(frozen=True, slots=True)
class GridRow:
    """A grid in the list, with its worker's name and the number of its buildings.

    `seq` is the server's number this desk has seen of it, by which `opened` tells what a form showed.
    """

    id: str
    code: str
    name: str
    worker_id: str | None
    worker_name: str | None
    buildings: int
    seq: int = field(default=0, compare=False)

    @property
    def opened(self) -> Opened:
        """The grid as a form opened on this row shows it."""
        values = {"code": self.code, "name": self.name, "worker_id": self.worker_id}
        return Opened(Grid.__tablename__, self.id, self.seq, values)


@dataclass(frozen=True, slots=True)
class BuildingRow:
    """A building in the list, with its grid's code and name; `seq` as of a grid."""

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
    seq: int = field(default=0, compare=False)

    @property
    def opened(self) -> Opened:
        """The building as a form opened on this row shows it."""
        values = {name: getattr(self, name) for name in _BUILDING}
        return Opened(Building.__tablename__, self.id, self.seq, values)


_BUILDING = tuple(each.name for each in fields(BuildingDetails))


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """The profile, and what a form opened on it shows."""

    profile: Profile
    opened: Opened


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day set against the published calendar, and what a form opened on it shows."""

    holiday: Holiday
    opened: Opened


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
        return self.profile_form().profile

    def profile_form(self) -> ProfileForm:
        """Return the profile for a form that may be saved much later. Raises NoCommunity."""
        with self._store.read() as session:
            row = session.scalars(select(Community).where(Community.deleted_at.is_(None)).limit(1)).first()
            if row is None:
                raise NoCommunity
            shown = opened(row, *(each.name for each in fields(Profile)))
            return ProfileForm(Profile(**shown.values), shown)

    def grids(self) -> tuple[GridRow, ...]:
        """Return the grids in the order of their codes."""
        buildings = (
            select(func.count())
            .where(Building.grid_id == Grid.id, Building.deleted_at.is_(None))
            .scalar_subquery()
        )
        chosen = (
            select(
                Grid.id, Grid.code, Grid.name, Grid.worker_id, StaffAccount.display_name, buildings,
                Grid.server_seq,
            )
            .outerjoin(StaffAccount, StaffAccount.id == Grid.worker_id)
            .where(Grid.deleted_at.is_(None))
        )  # fmt: skip
        with self._store.read() as session:
            rows = [GridRow(*row) for row in session.execute(chosen)]
        return tuple(sorted(rows, key=lambda row: natural_order(row.code)))

    def buildings(self) -> tuple[BuildingRow, ...]:
        """Return the buildings in the order people count them: 2 before 10."""
        chosen = (
            select(
                Building.id, Building.number, Building.name, Building.address, Building.grid_id,
                Grid.code, Grid.name, Building.units, Building.floors, Building.latitude, Building.longitude,
                Building.server_seq,
            )
            .outerjoin(Grid, Grid.id == Building.grid_id)
            .where(Building.deleted_at.is_(None))
        )  # fmt: skip
        with self._store.read() as session:
            rows = [BuildingRow(*row) for row in session.execute(chosen)]
        return tuple(sorted(rows, key=lambda row: natural_order(row.number)))

    def holidays(self, year: int | None = None) -> tuple[Holiday, ...]:
        """Return the days set against the published calendar, of one year or all, by date."""
        return tuple(each.holiday for each in self.own_days(year))

    def own_days(self, year: int | None = None) -> tuple[OwnDay, ...]:
        """Return the same days for forms that may be saved later."""
        chosen = select(HolidayOverride).where(HolidayOverride.deleted_at.is_(None))
        if year is not None:
            chosen = chosen.where(HolidayOverride.day.between(date(year, 1, 1), date(year, 12, 31)))
        with self._store.read() as session:
            rows = session.scalars(chosen.order_by(HolidayOverride.day, HolidayOverride.id))
            forms = [opened(row, "day", "kind", "name") for row in rows]
            return tuple(OwnDay(Holiday(**form.values), form) for form in forms)

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
