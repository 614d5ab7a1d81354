"""The tabulation volume (汇总表册): every table of a round from its households, in one pass over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.census.records import CensusHousehold
from workbench.census.tabulation import events, housing, people
from workbench.census.tabulation.crosstab import Counted, Tabulation, present
from workbench.census.tabulation.indicators import Indicator, household_indicators, people_indicators
from workbench.census.tabulation.people import Basis


@dataclass(frozen=True, slots=True)
class Volume:
    """The tables and leading figures of a round, before anything is hidden; not for publication as it is.

    `households` counts the households with at least one person on this basis.
    """

    basis: Basis
    moment: date
    population: int
    households: int
    people_tables: tuple[Tabulation, ...]
    household_tables: tuple[Tabulation, ...]
    events: Tabulation
    indicators: tuple[Indicator, ...]

    @property
    def tables(self) -> tuple[Tabulation, ...]:
        """All tables, in the order of the volume."""
        return (*self.people_tables, *self.household_tables, self.events)


def tabulate(households: Iterable[CensusHousehold], moment: date, basis: Basis = Basis.RESIDENT) -> Volume:
    """Return every table of the short form for households, as of the census moment."""
    all_households = tuple(households)
    counted = Counted(people.people_of(all_households, moment, basis), basis.value, "人")
    sized = [housing.counted(household, basis) for household in all_households]
    homes = Counted((one for one in sized if one.size), f"{basis.value}-household", "户")
    of_people, of_homes = _people_tables(counted), _household_tables(homes)
    by_name = {table.rows.name: table for table in of_people + of_homes} | {"sex": of_people[0]}
    indicators = people_indicators(counted.items, by_name) + household_indicators(homes.items, by_name)
    changes = Counted(events.events_of(all_households), "events", "人")
    moved = changes.table("本期出生和死亡", events.KIND, events.SEX, note=_EVENTS_NOTE)
    return Volume(basis, moment, len(counted), len(homes), of_people, of_homes, moved, indicators)


def _people_tables(counted: Counted[people.Counting]) -> tuple[Tabulation, ...]:
    ethnic_groups = present(people.ETHNIC_GROUP, counted)
    return (
        counted.table("按年龄和性别", people.AGE, people.SEX, people.AGE_BANDS),
        counted.table("按受教育程度和性别", people.EDUCATION, people.SEX),
        counted.table("按是否识字和性别", people.LITERACY, people.SEX),
        counted.table("按民族和性别", ethnic_groups, people.SEX),
        counted.table("按与户主关系和性别", people.RELATION, people.SEX),
        counted.table("按人户关系和性别", people.MOVEMENT, people.SEX, note=_MOVEMENT_NOTE),
        counted.table("按离开户口登记地时间和性别", people.LEFT_SINCE, people.SEX),
        counted.table("按离开户口登记地原因和性别", people.LEFT_REASON, people.SEX),
    )


def _household_tables(homes: Counted[housing.Counted]) -> tuple[Tabulation, ...]:
    return (
        homes.table("按户规模和户别", housing.SIZE, housing.KIND),
        homes.table("按户内代数和户别", housing.GENERATIONS, housing.KIND),
        homes.table("按住所类型和户别", housing.DWELLING, housing.KIND, housing.DWELLING_BANDS),
        homes.table("按住房间数和户别", housing.ROOMS, housing.KIND),
        homes.table("按人均住房建筑面积和户别", housing.AREA, housing.KIND),
    )


_EVENTS_NOTE = "标准时点前十二个月内的出生和死亡，按登记的户申报。"
_MOVEMENT_NOTE = (
    "人户分离：居住地与户口登记地所在的乡镇街道不一致且离开户口登记地半年以上；流动人口：人户分离人口中扣除"
    "市辖区内人户分离的人口。"
)
