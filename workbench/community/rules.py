"""What a community's profile, grids, buildings and holidays must be like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from workbench.standards.errors import WorkbenchError
from workbench.standards.text import compact
from workbench.standards.workdays import DayKind

_DIVISION = re.compile(r"|[0-9]{6}|[0-9]{9}|[0-9]{12}")
_PHONE = re.compile(r"|[0-9+()、,/ -]{5,32}")
_PREFIX = re.compile(r"\w{2,16}")
_CODE = re.compile(r"[\w.-]{1,16}")
_HIGHEST = 200
_MOST_UNITS = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """What the community says of itself on screens and slips (社区资料)."""

    name: str
    document_prefix: str
    division_code: str = ""
    address: str = ""
    phone: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True)
class GridDetails:
    """A grid as it is written down; `worker_id` is the staff account that looks after it."""

    code: str
    name: str
    worker_id: str | None = None


@dataclass(frozen=True, slots=True)
class BuildingDetails:
    """A building as it is written down; the place in WGS 84 degrees, both or neither."""

    number: str
    name: str = ""
    address: str = ""
    grid_id: str | None = None
    units: int = 1
    floors: int = 1
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day that differs from the published calendar, and what it is called."""

    day: date
    kind: DayKind
    name: str = ""


class InvalidDetails(WorkbenchError):
    """Something of the form cannot be accepted; nothing was saved."""


class AlreadyThere(WorkbenchError):
    """Another grid or building has that code or number; nothing was saved."""


class StillInUse(WorkbenchError):
    """Something still belongs to the record that was to be removed; nothing was removed."""


def check_profile(profile: Profile) -> None:
    """Let the profile pass or raise InvalidDetails."""
    if not profile.name.strip():
        raise InvalidDetails("请填写社区名称。")
    if not _DIVISION.fullmatch(profile.division_code):
        raise InvalidDetails("区划代码应为 6、9 或 12 位数字，也可以留空。")
    if not _PHONE.fullmatch(profile.phone):
        raise InvalidDetails("联系电话只能包含数字、空格、短横线、括号，也可以留空。")
    if not _PREFIX.fullmatch(profile.document_prefix):
        raise InvalidDetails("文书字头应为 2 至 16 个汉字、字母或数字，例如“示例社”。")


def check_grid(grid: GridDetails) -> None:
    """Let the grid pass or raise InvalidDetails."""
    if not _CODE.fullmatch(grid.code):
        raise InvalidDetails("网格编号应为 1 至 16 个汉字、字母、数字或短横线。")
    if not grid.name.strip():
        raise InvalidDetails("请填写网格名称。")


def check_building(building: BuildingDetails) -> None:
    """Let the building pass or raise InvalidDetails."""
    if not building.number.strip():
        raise InvalidDetails("请填写楼栋号。")
    if not 1 <= building.units <= _MOST_UNITS:
        raise InvalidDetails(f"单元数应在 1 至 {_MOST_UNITS} 之间。")
    if not 1 <= building.floors <= _HIGHEST:
        raise InvalidDetails(f"楼层数应在 1 至 {_HIGHEST} 之间。")
    if (building.latitude is None) != (building.longitude is None):
        raise InvalidDetails("经度和纬度请同时填写或同时留空。")
    if not (abs(building.latitude or 0) <= 90 and abs(building.longitude or 0) <= 180):
        raise InvalidDetails("纬度应在 ±90 之间，经度应在 ±180 之间。")


def tidy_code(text: str) -> str:
    """Return a code or building number as it is kept and compared: half-width, without spaces."""
    return compact(text)


def natural_order(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts codes as people count: 2幢 before 10幢, digits before letters."""
    pieces = re.findall(r"\d+|\D+", text)
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces)
