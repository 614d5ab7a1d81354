"""A manager keeps the community's profile, grids, buildings and holidays; nobody else can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.community.conftest import PROFILE, session_with
from workbench.community.queries import CommunityQueries, NoCommunity
from workbench.community.rules import (
    AlreadyThere,
    BuildingDetails,
    GridDetails,
    Holiday,
    InvalidDetails,
    Profile,
    StillInUse,
)
from workbench.community.service import CalendarChange, CommunityService, found_community
from workbench.security.roles import NotPermitted, Role
from workbench.security.session import Session
from workbench.standards.workdays import DayKind
from workbench.store import Actor, RecordNotFound, Store

NEW_YEAR = date(2027, 1, 1)
NATIONAL_DAY = Holiday(date(2027, 10, 1), DayKind.HOLIDAY, "国庆节")


def test_before_it_is_founded_the_community_says_what_to_do(store: Store) -> None:
    with pytest.raises(NoCommunity, match="初始设置"):
        CommunityQueries(store).profile()


def test_a_community_is_founded_once(founded: Store, actor: Actor, queries: CommunityQueries) -> None:
    assert queries.profile() == PROFILE
    with pytest.raises(AlreadyThere):
        found_community(founded, actor, Profile("另一社区", "另一社"))


def test_the_profile_changes_but_a_demonstration_stays_one(
    service: CommunityService, queries: CommunityQueries
) -> None:
    service.edit_profile(Profile(" 新名社区 ", "新名社", demo=False))
    assert queries.profile() == Profile("新名社区", "新名社", demo=True)


def test_a_faulty_profile_changes_nothing(service: CommunityService, queries: CommunityQueries) -> None:
    with pytest.raises(InvalidDetails):
        service.edit_profile(replace(PROFILE, division_code="1"))
    assert queries.profile() == PROFILE


def test_grids_and_buildings_are_listed_as_people_count_them(
    service: CommunityService, queries: CommunityQueries
) -> None:
    second = service.add_grid(GridDetails("Ｇ１０", "第十网格"))
    first = service.add_grid(GridDetails("G2", "第二网格"))
    for number in ("10", "9"):
        service.add_building(BuildingDetails(number, grid_id=first, units=2, floors=6))
    grids = [(row.id, row.code, row.buildings) for row in queries.grids()]
    assert grids == [(first, "G2", 2), (second, "G10", 0)]
    assert [(row.number, row.grid_name, row.units) for row in queries.buildings()] == [
        ("9", "第二网格", 2),
        ("10", "第二网格", 2),
    ]


def test_a_code_or_number_is_given_only_once(service: CommunityService, queries: CommunityQueries) -> None:
    grid = service.add_grid(GridDetails("G1", "第一网格"))
    with pytest.raises(AlreadyThere, match="第一网格"):
        service.add_grid(GridDetails(" Ｇ１", "又一网格"))
    other = service.add_grid(GridDetails("G2", "第二网格"))
    with pytest.raises(AlreadyThere):
        service.edit_grid(other, GridDetails("G1", "第二网格"))
    service.edit_grid(grid, GridDetails("G1", "改名网格"))
    service.add_building(BuildingDetails("3幢"))
    with pytest.raises(AlreadyThere):
        service.add_building(BuildingDetails("３ 幢"))
    assert [row.name for row in queries.grids()] == ["改名网格", "第二网格"]


def test_a_building_is_edited_and_moved_to_another_grid(
    service: CommunityService, queries: CommunityQueries
) -> None:
    grid = service.add_grid(GridDetails("G1", "第一网格"))
    building = service.add_building(BuildingDetails("3幢"))
    service.edit_building(building, BuildingDetails("3幢", "桂花苑", grid_id=grid, floors=18))
    [row] = queries.buildings()
    assert (row.name, row.grid_code, row.floors) == ("桂花苑", "G1", 18)


def test_a_building_cannot_be_put_in_a_grid_that_is_not_there(
    service: CommunityService, queries: CommunityQueries
) -> None:
    with pytest.raises(RecordNotFound):
        service.add_building(BuildingDetails("3幢", grid_id="no-such-grid"))
    assert queries.buildings() == ()


def test_a_grid_goes_only_when_its_buildings_have_gone(
    service: CommunityService, queries: CommunityQueries
) -> None:
    grid = service.add_grid(GridDetails("G1", "第一网格"))
    building = service.add_building(BuildingDetails("3幢", grid_id=grid))
    with pytest.raises(StillInUse):
        service.remove_grid(grid)
    service.remove_building(building)
    service.remove_grid(grid)
    assert queries.grids() == queries.buildings() == ()
    assert service.add_grid(GridDetails("G1", "编号又可以用了"))


def test_a_building_somebody_lives_in_stays(
    founded: Store, manager: Session, queries: CommunityQueries
) -> None:
    service = CommunityService(founded, manager, building_in_use=lambda _: True, move_deadlines=lambda: 0)
    building = service.add_building(BuildingDetails("3幢"))
    with pytest.raises(StillInUse):
        service.remove_building(building)
    assert [row.id for row in queries.buildings()] == [building]


def test_the_calendar_follows_the_holidays_at_once(
    service: CommunityService, queries: CommunityQueries
) -> None:
    before = queries.calendar()
    assert queries.calendar() is before
    assert before.is_workday(NEW_YEAR) and before.add_workdays(date(2027, 9, 30), 1).provisional
    new_year = Holiday(NEW_YEAR, DayKind.HOLIDAY, "元旦")
    assert service.set_holidays([new_year, NATIONAL_DAY]) == CalendarChange(days=2, deadlines=3)
    after = queries.calendar()
    assert not after.is_workday(NEW_YEAR) and not after.add_workdays(date(2027, 9, 30), 1).provisional
    service.remove_holiday(NEW_YEAR)
    assert queries.calendar().is_workday(NEW_YEAR)


def test_a_holiday_set_again_is_changed_and_not_doubled(
    service: CommunityService, queries: CommunityQueries
) -> None:
    service.set_holidays([NATIONAL_DAY])
    workday = replace(NATIONAL_DAY, kind=DayKind.WORKDAY, name="调休")
    assert service.set_holidays([NATIONAL_DAY]).days == 0
    assert service.set_holidays([workday]).days == 1
    assert queries.holidays(2027) == (workday,)
    assert queries.holidays(2026) == ()


def test_a_removed_holiday_can_be_set_again(service: CommunityService, queries: CommunityQueries) -> None:
    service.set_holidays([NATIONAL_DAY])
    service.remove_holiday(NATIONAL_DAY.day)
    service.remove_holiday(NATIONAL_DAY.day)
    assert queries.holidays() == ()
    service.set_holidays([NATIONAL_DAY])
    assert queries.holidays() == (NATIONAL_DAY,)


@pytest.mark.parametrize("role", [Role.WORKER, Role.TRAINEE, Role.MENTOR, Role.ENUMERATOR])
def test_others_change_nothing(founded: Store, actor: Actor, queries: CommunityQueries, role: Role) -> None:
    session = session_with(role, actor=actor)
    service = CommunityService(founded, session, building_in_use=lambda _: False, move_deadlines=lambda: 0)
    for attempt in (
        lambda: service.edit_profile(PROFILE),
        lambda: service.add_grid(GridDetails("G1", "第一网格")),
        lambda: service.edit_grid("id", GridDetails("G1", "第一网格")),
        lambda: service.remove_grid("id"),
        lambda: service.add_building(BuildingDetails("3幢")),
        lambda: service.edit_building("id", BuildingDetails("3幢")),
        lambda: service.remove_building("id"),
        lambda: service.set_holidays([NATIONAL_DAY]),
        lambda: service.remove_holiday(NEW_YEAR),
    ):
        with pytest.raises(NotPermitted):
            attempt()
    assert queries.grids() == queries.buildings() == queries.holidays() == ()
