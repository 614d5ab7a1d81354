"""The verbs on the community: found it, edit its profile, keep its grids, buildings and holidays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from workbench.community.model import Building, Community, Grid, HolidayOverride
from workbench.community.rules import (
    AlreadyThere,
    BuildingDetails,
    GridDetails,
    Holiday,
    Profile,
    StillInUse,
    check_building,
    check_grid,
    check_profile,
    tidy_code,
)
from workbench.security.roles import Permission, require
from workbench.store import Synced

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement

    from workbench.security.session import Session
    from workbench.store import Actor, Opened, Store, Work

S = TypeVar("S", bound=Synced)
InUse = Callable[[str], bool]
"""Says of a building's id whether dwellings are in it; the desk answers, for people are a storey up."""

MoveDeadlines = Callable[[], int]
"""Recomputes what rests on the calendar and tells how many deadlines moved; intake is two storeys up."""


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """How many days of the calendar changed, and how many deadlines of open matters moved with them."""

    days: int
    deadlines: int


class CommunityService:
    """The community as its managers keep it; each verb asks for MANAGE_COMMUNITY."""

    def __init__(
        self, store: Store, session: Session, building_in_use: InUse, move_deadlines: MoveDeadlines
    ) -> None:
        self._store, self._session = store, session
        self._building_in_use, self._move_deadlines = building_in_use, move_deadlines

    def edit_profile(self, profile: Profile, opened: Opened | None = None) -> None:
        """Change what the community says of itself; whether it is a demonstration stays as founded.

        As in every verb that edits, `opened` is the record as the form showed it: what was left alone stays
        as it is. Raises NotPermitted, InvalidDetails.
        """
        self._require()
        check_profile(profile)
        with self._store.write(self._session.actor) as work:
            community = work.get(Community, self._session.community_id)
            values = {**asdict(profile), "name": profile.name.strip(), "demo": community.demo}
            work.amend(community, values, opened)

    def add_grid(self, details: GridDetails) -> str:
        """Add a grid and return its id. Raises NotPermitted, InvalidDetails, AlreadyThere."""
        self._require()
        details = _tidy_grid(details)
        with self._store.write(self._session.actor) as work:
            _check_grid_code(work, details.code, None)
            return work.add(Grid(**asdict(details))).id

    def edit_grid(self, grid_id: str, details: GridDetails, opened: Opened | None = None) -> None:
        """Change a grid. Raises NotPermitted, InvalidDetails, AlreadyThere, RecordNotFound."""
        self._require()
        details = _tidy_grid(details)
        with self._store.write(self._session.actor) as work:
            grid = work.get(Grid, grid_id)
            _check_grid_code(work, details.code, grid_id)
            work.amend(grid, asdict(details), opened)

    def remove_grid(self, grid_id: str, opened: Opened | None = None) -> None:
        """Remove a grid without buildings. Raises NotPermitted, StillInUse, RecordNotFound."""
        self._require()
        with self._store.write(self._session.actor) as work:
            grid = work.get(Grid, grid_id)
            if _find(work, Building, Building.grid_id == grid_id) is not None:
                raise StillInUse(f"网格“{grid.name}”中还有楼栋，请先把楼栋划到别的网格，未作改动。")
            work.base_on(grid, opened)
            work.remove(grid)

    def add_building(self, details: BuildingDetails) -> str:
        """Add a building and return its id. Raises NotPermitted, InvalidDetails, AlreadyThere."""
        self._require()
        details = _tidy_building(details)
        with self._store.write(self._session.actor) as work:
            _check_building_place(work, details, None)
            return work.add(Building(**asdict(details))).id

    def edit_building(self, building_id: str, details: BuildingDetails, opened: Opened | None = None) -> None:
        """Change a building. Raises NotPermitted, InvalidDetails, AlreadyThere, RecordNotFound."""
        self._require()
        details = _tidy_building(details)
        with self._store.write(self._session.actor) as work:
            building = work.get(Building, building_id)
            _check_building_place(work, details, building_id)
            work.amend(building, asdict(details), opened)

    def remove_building(self, building_id: str, opened: Opened | None = None) -> None:
        """Remove a building nobody lives in. Raises NotPermitted, StillInUse, RecordNotFound."""
        self._require()
        in_use = self._building_in_use(building_id)
        with self._store.write(self._session.actor) as work:
            building = work.get(Building, building_id)
            if in_use:
                raise StillInUse(f"楼栋“{building.number}”中还有登记的住房，不能删除，未作改动。")
            work.base_on(building, opened)
            work.remove(building)

    def set_holidays(self, holidays: Iterable[Holiday], opened: Opened | None = None) -> CalendarChange:
        """Set days against the published calendar, all or none; deadlines follow. Raises NotPermitted."""
        self._require()
        with self._store.write(self._session.actor) as work:
            days = sum(_set_holiday(work, holiday, opened) for holiday in holidays)
        return CalendarChange(days, self._move_deadlines())

    def remove_holiday(self, day: date, opened: Opened | None = None) -> CalendarChange:
        """Let the published calendar say again what that day is; deadlines follow. Raises NotPermitted."""
        self._require()
        with self._store.write(self._session.actor) as work:
            found = _find(work, HolidayOverride, HolidayOverride.day == day)
            if found is not None:
                work.base_on(found, _of(found, opened))
                work.remove(found)
        return CalendarChange(int(found is not None), self._move_deadlines())

    def _require(self) -> None:
        require(self._session, Permission.MANAGE_COMMUNITY)


def found_community(store: Store, actor: Actor, profile: Profile) -> str:
    """Write down the community of a new store under the actor's community id, and return that id.

    Raises InvalidDetails, AlreadyThere.
    """
    check_profile(profile)
    with store.write(actor) as work:
        if work.session.scalar(select(Community.id).limit(1)) is not None:
            raise AlreadyThere("这个数据文件夹已有社区资料，请在“管理”中修改。")
        return work.add(Community(id=actor.community_id, **asdict(profile))).id


def _tidy_grid(details: GridDetails) -> GridDetails:
    tidy = replace(details, code=tidy_code(details.code), name=details.name.strip())
    check_grid(tidy)
    return tidy


def _tidy_building(details: BuildingDetails) -> BuildingDetails:
    tidy = replace(details, number=tidy_code(details.number), name=details.name.strip())
    check_building(tidy)
    return tidy


def _check_grid_code(work: Work, code: str, own_id: str | None) -> None:
    other = _find(work, Grid, Grid.code == code)
    if other is not None and other.id != own_id:
        raise AlreadyThere(f"网格编号“{code}”已被“{other.name}”使用，请换一个编号。")


def _check_building_place(work: Work, details: BuildingDetails, own_id: str | None) -> None:
    if details.grid_id is not None:
        work.get(Grid, details.grid_id)
    other = _find(work, Building, Building.number == details.number)
    if other is not None and other.id != own_id:
        raise AlreadyThere(f"楼栋号“{details.number}”已存在，请换一个楼栋号。")


def _set_holiday(work: Work, holiday: Holiday, opened: Opened | None) -> bool:
    found = _find(work, HolidayOverride, HolidayOverride.day == holiday.day)
    if found is None:
        work.add(HolidayOverride(**asdict(holiday)))
        return True
    return bool(work.amend(found, asdict(holiday), _of(found, opened)))


def _of(record: Synced, opened: Opened | None) -> Opened | None:
    """Return what a form showed of this record, and not of one that stood in its place before."""
    return opened if opened is not None and opened.record_id == record.id else None


def _find(work: Work, model: type[S], condition: ColumnElement[bool]) -> S | None:
    return work.session.scalars(select(model).where(condition, model.deleted_at.is_(None)).limit(1)).first()
