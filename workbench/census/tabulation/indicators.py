"""The figures a communiqué leads with: ratios, shares and means, each with the cells it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from workbench.census.tabulation.crosstab import Key, Tabulation
from workbench.census.tabulation.housing import Counted as CountedHousehold
from workbench.census.tabulation.people import FLOATING, SEPARATED, Counting

_SCHOOL_YEARS = {"1": 0, "2": 0, "3": 6, "4": 9, "5": 12, "6": 16, "7": 16, "8": 16, "9": 16}
"""平均受教育年限 as the communiqués of the seventh census count it: 小学6、初中9、高中12、大专及以上16."""
_LEAST = 3
"""A mean of fewer is not given."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure with its name and unit; None where there is nothing to divide by.

    `needs` are the cells it can be traced back to: where one of them is hidden, so is the figure.
    """

    name: str
    value: float | None
    unit: str
    needs: frozenset[Key] = frozenset()


def people_indicators(people: Iterable[Counting], tables: dict[str, Tabulation]) -> tuple[Indicator, ...]:
    """Return the figures on people; `tables` are those by age, sex, education, literacy and movement."""
    counted = tuple(people)
    ages = [one.age for one in counted if one.age is not None]
    men, women = (sum(one.person.sex == sex for one in counted) for sex in "12")
    adults = [one for one in counted if one.age is not None and one.age >= 15]
    sex = _needs(tables, "sex", ("1", "2"))
    bands = [_band_need(tables, code) for code in ("0-14", "60-64", "65+")]
    young, old, oldest = (_share(ages, low, high) for low, high in ((0, 15), (60, 200), (65, 200)))
    return (
        Indicator("性别比（女性=100）", men / women * 100 if women else None, "", sex),
        Indicator("0—14岁人口比重", young, "%", bands[0]),
        Indicator("60岁及以上人口比重", old, "%", bands[1] | bands[2]),
        Indicator("65岁及以上人口比重", oldest, "%", bands[2]),
        Indicator("15岁及以上平均受教育年限", _school_years(adults), "年", _all(tables, "education")),
        Indicator("15岁及以上文盲率", _illiterate(adults), "%", _needs(tables, "literacy", ("2",))),
        Indicator("人户分离人口比重", _moved(counted, SEPARATED), "%", _all(tables, "movement")),
        Indicator("流动人口比重", _moved(counted, FLOATING), "%", _all(tables, "movement")),
        Indicator("少数民族人口比重", _minority(counted), "%", _needs(tables, "ethnic_group", ("01",))),
    )


def household_indicators(
    households: Iterable[CountedHousehold], tables: dict[str, Tabulation]
) -> tuple[Indicator, ...]:
    """Return the figures on households; `tables` are those by size and rooms."""
    counted = tuple(households)
    families = [one.size for one in counted if one.household.kind == "1" and one.size]
    dwelling = [one for one in counted if one.household.dwelling == "1" and one.size]
    people = sum(one.size for one in dwelling if one.household.area_m2)
    area = sum(one.household.area_m2 or 0 for one in dwelling)
    rooms = sum(one.household.rooms or 0 for one in dwelling)
    enough = len(dwelling) >= _LEAST and people > 0
    needs = _all(tables, "rooms")
    return (
        Indicator(
            "平均家庭户规模",
            fmean(families) if len(families) >= _LEAST else None,
            "人/户",
            _all(tables, "size"),
        ),
        Indicator("人均住房建筑面积", area / people if enough else None, "平方米"),
        Indicator("人均住房间数", rooms / people if enough else None, "间", needs),
    )


def _share(ages: list[int], low: int, high: int) -> float | None:
    return sum(low <= age < high for age in ages) / len(ages) * 100 if ages else None


def _school_years(adults: list[Counting]) -> float | None:
    years = [_SCHOOL_YEARS[one.person.education] for one in adults if one.person.education in _SCHOOL_YEARS]
    return fmean(years) if len(years) >= _LEAST else None


def _illiterate(adults: list[Counting]) -> float | None:
    return sum(one.person.literate == "2" for one in adults) / len(adults) * 100 if adults else None


def _moved(counted: tuple[Counting, ...], kinds: frozenset[str]) -> float | None:
    return sum(one.movement in kinds for one in counted) / len(counted) * 100 if counted else None


def _minority(counted: tuple[Counting, ...]) -> float | None:
    told = [one.person.ethnic_group for one in counted if one.person.ethnic_group]
    return sum(group != "01" for group in told) / len(told) * 100 if told else None


def _needs(tables: dict[str, Tabulation], name: str, codes: tuple[str, ...]) -> frozenset[Key]:
    """Return the cells of some categories, in the totals of the table by that variable."""
    table = tables[name]
    if table.rows.name == name:
        places = (place for place, code in enumerate(table.rows.codes) if code in codes)
        return frozenset(table.key(place, None) for place in places)
    columns = table.columns.codes if table.columns else ()
    return frozenset(table.key(None, place) for place, code in enumerate(columns) if code in codes)


def _all(tables: dict[str, Tabulation], name: str) -> frozenset[Key]:
    return frozenset(tables[name].key(place, None) for place in range(len(tables[name].rows.codes)))


def _band_need(tables: dict[str, Tabulation], code: str) -> frozenset[Key]:
    table = tables["age"]
    return frozenset(table.band_key(band, None) for band in table.bands if band.code == code)
