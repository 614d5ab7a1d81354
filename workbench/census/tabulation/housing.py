"""By what households are counted: kind, size, generations, dwelling, rooms and floor area (户与住房分组)."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.census import codes
from workbench.census.records import CensusHousehold
from workbench.census.tabulation.crosstab import Variable
from workbench.census.tabulation.people import Basis, is_resident

_LARGEST = 10
_MANY_ROOMS = 6
_AREAS = ((9, "8平方米及以下"), (13, "9—12平方米"), (17, "13—16平方米"), (20, "17—19平方米"),
          (30, "20—29平方米"), (40, "30—39平方米"), (50, "40—49平方米"), (60, "50—59平方米"),
          (70, "60—69平方米"))  # fmt: skip
_LARGEST_AREA = "70平方米及以上"
_GENERATION = {"0": 0, "1": 0, "2": -1, "3": 1, "4": 1, "5": 2, "6": -1, "7": -2, "8": 0}
_GENERATIONS = {"1": "一代户", "2": "二代户", "3": "三代户", "4": "四代及以上户"}


@dataclass(frozen=True, slots=True)
class Counted:
    """A household as counted: with the number of its people whom the basis counts."""

    household: CensusHousehold
    size: int

    @property
    def area_a_head(self) -> float | None:
        """Floor area a person in square metres; None where not asked."""
        area = self.household.area_m2
        return area / self.size if area and self.size and self.household.dwelling == "1" else None


def counted(household: CensusHousehold, basis: Basis) -> Counted:
    """Return a household with its size on that basis."""
    if basis is Basis.ENUMERATED:
        return Counted(household, len(household.persons))
    return Counted(household, sum(map(is_resident, household.persons)))


def _size(one: Counted) -> str:
    return str(min(one.size, _LARGEST))


def _generations(one: Counted) -> str:
    """Count the generations by relation to the head; others (9) are taken to be of the head's."""
    met = {_GENERATION.get(person.relation, 0) for person in one.household.persons}
    return str(min(len(met), 4)) if met else ""


def _rooms(one: Counted) -> str:
    if one.household.dwelling != "1":
        return "-" if one.household.dwelling else ""
    return str(min(one.household.rooms, _MANY_ROOMS)) if one.household.rooms else ""


def _area(one: Counted) -> str:
    if one.household.dwelling != "1":
        return "-" if one.household.dwelling else ""
    share = one.area_a_head
    if share is None:
        return ""
    return next((str(limit) for limit, _ in _AREAS if share < limit), "+")


_SIZES = {str(size): f"{size}人户" for size in range(_LARGEST)} | {str(_LARGEST): f"{_LARGEST}人及以上户"}
_ROOMS = {str(rooms): f"{rooms}间" for rooms in range(1, _MANY_ROOMS)} | {
    str(_MANY_ROOMS): f"{_MANY_ROOMS}间及以上"
}
_NOT_ASKED = {"-": "非普通住宅（不填报）"}
_SAME = {"-": ("dwelling-band", "other")}
KIND = Variable[Counted]("kind", "户别", codes.HOUSEHOLD_KINDS, lambda one: one.household.kind)
SIZE = Variable[Counted]("size", "户规模", _SIZES, _size)
GENERATIONS = Variable[Counted]("generations", "户内代数", _GENERATIONS, _generations)
DWELLING_BANDS = (("1", "普通住宅", ("1",)), ("other", "其他住所", ("2", "3", "4", "5")))
DWELLING = Variable[Counted]("dwelling", "住所类型", codes.DWELLINGS, lambda one: one.household.dwelling)
ROOMS = Variable[Counted]("rooms", "住房间数", {**_ROOMS, **_NOT_ASKED}, _rooms, same=_SAME)
AREA = Variable[Counted](
    "area",
    "人均住房建筑面积",
    {**{str(limit): label for limit, label in _AREAS}, "+": _LARGEST_AREA, **_NOT_ASKED},
    _area,
    same=_SAME,
)
