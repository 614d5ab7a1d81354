"""By what people are counted: age, sex, education, ethnic group, registration and movement (人口分组)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from workbench.census import codes
from workbench.census.records import CensusAddress, CensusHousehold, CensusPerson
from workbench.census.tabulation.crosstab import Variable
from workbench.standards.choice import Choice
from workbench.standards.codes import ETHNIC_GROUPS

OPEN_AGE = 100
"""The five-year groups end here: 100岁及以上."""
_NOT_ASKED, _STAYED = "-", "stayed"
_LONG_AGO = "3"
"""From this code of D9 on, half a year and more have passed."""


class Basis(Choice):
    """Whom a table is about (统计口径)."""

    ENUMERATED = "enumerated", "登记人口"
    RESIDENT = "resident", "常住人口"


class Movement(Choice):
    """How a person's residence stands to the registration (人户关系).

    After the notes to the communiqués of the seventh census: 人户分离 is living in another township than the
    registered one for half a year or more; 流动 is that, without moves between districts of one city.
    """

    LOCAL = "local", "户口在本乡（镇、街道）"
    PENDING = "pending", "户口待定"
    WITHIN_CITY = "within_city", "市辖区内人户分离"
    IN_PROVINCE = "in_province", "流动人口：省内"
    OTHER_PROVINCE = "other_province", "流动人口：跨省"
    PROVINCE_UNKNOWN = "province_unknown", "流动人口：省份不详"
    SHORT_STAY = "short_stay", "离开户口登记地不满半年"
    AWAY = "away", "户口在本户、居住在外"


SEPARATED = frozenset(
    {Movement.WITHIN_CITY, Movement.IN_PROVINCE, Movement.OTHER_PROVINCE, Movement.PROVINCE_UNKNOWN}
)
"""人户分离人口."""
FLOATING = SEPARATED - {Movement.WITHIN_CITY}
"""流动人口."""


@dataclass(frozen=True, slots=True)
class Counting:
    """A person as counted: with the age at the census moment (None if not known) and the movement."""

    person: CensusPerson
    age: int | None
    movement: Movement
    county: str


def people_of(households: Iterable[CensusHousehold], moment: date, basis: Basis) -> Iterator[Counting]:
    """Yield the people of households; residents only, if the basis says so."""
    for household in households:
        for person in household.persons:
            if basis is Basis.RESIDENT and not is_resident(person):
                continue
            yield Counting(
                person,
                person.age_on(moment),
                movement_of(person, household.address),
                household.address.county,
            )


def is_resident(person: CensusPerson) -> bool:
    """Whether somebody belongs to the resident population (常住人口) of the place of enumeration.

    Counted are those who live here, registered in this township, nowhere yet, or away from where they are
    registered for half a year; and those registered here who left less than half a year ago or are abroad.
    """
    if person.residence == "1":
        return person.registration in ("1", "2", "5") or person.left_since >= _LONG_AGO
    if person.residence in ("4", "5"):
        return person.left_since == "2"
    return person.residence in ("6", "7")


def movement_of(person: CensusPerson, address: CensusAddress) -> Movement:
    """Return how residence and registration relate; the place written down tells city and province."""
    if person.registration == "5":
        return Movement.PENDING
    if person.residence > "1":
        return Movement.AWAY
    if person.registration not in ("3", "4"):
        return Movement.LOCAL
    if person.left_since < _LONG_AGO:
        return Movement.SHORT_STAY
    if person.registration == "3":
        return Movement.WITHIN_CITY if address.county.endswith("区") else Movement.IN_PROVINCE
    return _from_elsewhere(person.registration_place, address)


def _from_elsewhere(place: str, address: CensusAddress) -> Movement:
    city = address.city or address.province
    if city and city in place and place.endswith("区") and address.county.endswith("区"):
        return Movement.WITHIN_CITY
    if address.province and place[:2] == address.province[:2]:
        return Movement.IN_PROVINCE
    return Movement.OTHER_PROVINCE if place[:2] in _PROVINCES else Movement.PROVINCE_UNKNOWN


_PROVINCE_STARTS = (
    "北京天津河北山西内蒙辽宁吉林黑龙上海江苏浙江安徽福建江西山东河南湖北湖南广东广西"
    "海南重庆四川贵州云南西藏陕西甘肃青海宁夏新疆台湾香港澳门"
)
_PROVINCES = frozenset(_PROVINCE_STARTS[at : at + 2] for at in range(0, len(_PROVINCE_STARTS), 2))


def _five_years(one: Counting) -> str:
    return "" if one.age is None or one.age < 0 else str(min(one.age // 5 * 5, OPEN_AGE))


def _education(one: Counting) -> str:
    return _NOT_ASKED if one.age is not None and one.age < 3 else one.person.education


def _literate(one: Counting) -> str:
    return _NOT_ASKED if one.age is not None and 0 <= one.age < 15 else one.person.literate


def _left_since(one: Counting) -> str:
    return _NOT_ASKED if one.person.registration == "5" else one.person.left_since


def _left_reason(one: Counting) -> str:
    since = _left_since(one)
    return since if since == _NOT_ASKED else _STAYED if since == "1" else one.person.left_reason


_AGES = {str(start): f"{start}—{start + 4}岁" for start in range(0, OPEN_AGE, 5)}
SEX = Variable[Counting]("sex", "性别", codes.SEXES, lambda one: one.person.sex)
AGE = Variable[Counting]("age", "年龄", {**_AGES, str(OPEN_AGE): f"{OPEN_AGE}岁及以上"}, _five_years)
AGE_BANDS = (
    ("0-14", "0—14岁", ("0", "5", "10")),
    ("15-59", "15—59岁", tuple(str(start) for start in range(15, 60, 5))),
    ("60-64", "60—64岁", ("60",)),
    ("65+", "65岁及以上", tuple(str(start) for start in range(65, OPEN_AGE + 1, 5))),
)
EDUCATION = Variable[Counting](
    "education", "受教育程度", {**codes.EDUCATION, _NOT_ASKED: "不满3周岁（不填报）"}, _education
)
LITERACY = Variable[Counting](
    "literacy",
    "是否识字",
    {"1": "识字", "2": "不识字", _NOT_ASKED: "不满15周岁（不填报）"},
    _literate,
    same={_NOT_ASKED: ("age-band", "0-14")},
)
ETHNIC_GROUP = Variable[Counting]("ethnic_group", "民族", ETHNIC_GROUPS, lambda one: one.person.ethnic_group)
_PENDING = ("left_since", _NOT_ASKED)
MOVEMENT = Variable[Counting](
    "movement",
    "人户关系",
    {each.value: each.label for each in Movement},
    lambda one: one.movement.value,
    same={Movement.PENDING.value: _PENDING},
)
LEFT_SINCE = Variable[Counting](
    "left_since", "离开户口登记地时间", {**codes.LEFT_SINCE, _NOT_ASKED: "户口待定（不填报）"}, _left_since
)
LEFT_REASON = Variable[Counting](
    "left_reason",
    "离开户口登记地原因",
    {**codes.LEFT_REASONS, _STAYED: codes.LEFT_SINCE["1"], _NOT_ASKED: "户口待定（不填报）"},
    _left_reason,
    same={_STAYED: ("left_since", "1"), _NOT_ASKED: _PENDING},
)
RELATION = Variable[Counting]("relation", "与户主关系", codes.RELATIONS, lambda one: one.person.relation)
