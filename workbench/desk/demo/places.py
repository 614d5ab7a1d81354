"""Writes down the invented community's grids, buildings and staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.community.rules import BuildingDetails, GridDetails
from workbench.desk.demo.cast import DEPUTY, PASSWORD, STAFF
from workbench.desk.demo.population import BUILDINGS, FLOORS, GRIDS, UNITS
from workbench.security.service import StaffDetails

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_GRID_WORDS = "一二三四五六"
_LATITUDE, _LONGITUDE, _STEP = 30.18, 120.09, 0.0006


def hire(desk: Desk) -> list[str]:
    """Make the staff's accounts and return their ids, in the order of the cast."""
    return [
        desk.staff_service.create_account(
            member.account,
            PASSWORD,
            StaffDetails(member.name, member.roles, member.posts, demo=True),
            must_change=False,
        )
        for member in (*STAFF, DEPUTY)
    ]


def lay_out(desk: Desk, staff_ids: list[str]) -> dict[int, str]:
    """Make grids and buildings; return each building's id by its number."""
    grids = [
        desk.community_service.add_grid(
            GridDetails(f"WG{number:02d}", f"第{_GRID_WORDS[number - 1]}网格", staff_ids[number - 1])
        )
        for number in range(1, GRIDS + 1)
    ]
    return {
        number: desk.community_service.add_building(
            BuildingDetails(
                number=str(number),
                name="云栖苑",
                address=f"演示路{100 + number}号",
                grid_id=grids[(number - 1) * GRIDS // BUILDINGS],
                units=UNITS,
                floors=FLOORS,
                latitude=_LATITUDE + _STEP * (number // 4),
                longitude=_LONGITUDE + _STEP * (number % 4),
            )
        )
        for number in range(1, BUILDINGS + 1)
    }
