"""The variables of anonymised microdata (匿名微观数据): names for SPSS, labels, values, and how each is made.

Nothing that names a person or a place is among them: no name, number, telephone, address or day or year of
birth; ages are groups, large numbers are cut off at the top, the area is known to the community only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.census import codes
from workbench.census.tabulation import housing
from workbench.census.tabulation.people import Counting

NOT_ASKED = 98
"""Not asked of this person (不适用)."""
HIDDEN = 99
"""Hidden lest somebody be recognised, or not told (隐去或未填)."""
MISSING = {NOT_ASKED: "不适用", HIDDEN: "隐去或未填"}
_TOP_AGE = 85
_TOP_SIZE, _TOP_ROOMS, _TOP_AREA = 7, 6, 150


@dataclass(frozen=True, slots=True)
class Subject:
    """A person with the household, as a line of microdata is made of them."""

    one: Counting
    home: housing.Counted


@dataclass(frozen=True, slots=True)
class MicroVariable:
    """A variable: name in the file, label, value labels, scale, and its value for a subject.

    `quasi` marks what an acquaintance might know (准标识): these together must fit three people or more;
    `of_household` what is the same for all who live together.
    """

    name: str
    label: str
    values: Mapping[int, str]
    measure: str
    value_of: Callable[[Subject], int]
    quasi: bool = False
    of_household: bool = False


def _code(text: str, asked: bool = True) -> int:
    if not asked:
        return NOT_ASKED
    return int(text) if text.isdecimal() and len(text) == 1 else HIDDEN


def _age_group(subject: Subject) -> int:
    age = subject.one.age
    return HIDDEN if age is None or age < 0 else min(age, _TOP_AGE) // 5 * 5


def _ethnic(subject: Subject) -> int:
    group = subject.one.person.ethnic_group
    return HIDDEN if not group else 1 if group == "01" else 2


def _education(subject: Subject) -> int:
    """Join the highest levels: few have them, and they would be recognised."""
    code = _code(subject.one.person.education, subject.one.age is None or subject.one.age >= 3)
    return code if code in MISSING else min(code, 8)


def _movement(subject: Subject) -> int:
    order = tuple(_MOVEMENTS)
    return order.index(subject.one.movement.value) + 1 if subject.one.movement.value in order else HIDDEN


def _reason(subject: Subject) -> int:
    person = subject.one.person
    return _code(person.left_reason, person.left_since > "1" and person.registration != "5")


def _area(subject: Subject) -> int:
    """Round floor area to ten square metres, cut off at the top."""
    home = subject.home.household
    if home.dwelling != "1":
        return 998
    return 999 if home.area_m2 is None else min(round(home.area_m2 / 10) * 10, _TOP_AREA)


def _rooms(subject: Subject) -> int:
    home = subject.home.household
    if home.dwelling != "1":
        return NOT_ASKED
    return HIDDEN if home.rooms is None else min(home.rooms, _TOP_ROOMS)


def _numbered(listed: Mapping[str, str]) -> dict[int, str]:
    return {int(code): label for code, label in listed.items()}


_MOVEMENTS = {
    "local": "户口在本乡（镇、街道）", "pending": "户口待定", "within_city": "市辖区内人户分离",
    "in_province": "流动人口：省内", "other_province": "流动人口：跨省",
    "province_unknown": "流动人口：省份不详", "short_stay": "离开户口登记地不满半年", "away": "居住在外",
}  # fmt: skip
_AGES = {start: f"{start}—{start + 4}岁" for start in range(0, _TOP_AGE, 5)}
_LEVELS = {int(code): label for code, label in codes.EDUCATION.items() if code < "8"}

VARIABLES = (
    MicroVariable("sex", "性别", _numbered(codes.SEXES), "nominal",
                  lambda subject: _code(subject.one.person.sex), quasi=True),
    MicroVariable("age_group", "年龄组（周岁）", {**_AGES, _TOP_AGE: f"{_TOP_AGE}岁及以上"}, "ordinal",
                  _age_group, quasi=True),
    MicroVariable("ethnic", "民族（两类）", {1: "汉族", 2: "少数民族"}, "nominal", _ethnic, quasi=True),
    MicroVariable("education", "受教育程度", {**_LEVELS, 8: "研究生"}, "ordinal", _education, quasi=True),
    MicroVariable("movement", "人户关系", dict(enumerate(_MOVEMENTS.values(), 1)), "nominal",
                  _movement, quasi=True),
    MicroVariable("relation", "与户主关系", _numbered(codes.RELATIONS), "nominal",
                  lambda subject: _code(subject.one.person.relation)),
    MicroVariable("literate", "是否识字", _numbered(codes.LITERACY), "nominal",
                  lambda subject: _code(subject.one.person.literate,
                                        subject.one.age is None or subject.one.age >= 15)),
    MicroVariable("left_since", "离开户口登记地时间", _numbered(codes.LEFT_SINCE), "ordinal",
                  lambda subject: _code(subject.one.person.left_since,
                                        subject.one.person.registration != "5")),
    MicroVariable("left_reason", "离开户口登记地原因", _numbered(codes.LEFT_REASONS), "nominal", _reason),
    MicroVariable("hh_kind", "户别", _numbered(codes.HOUSEHOLD_KINDS), "nominal",
                  lambda subject: _code(subject.home.household.kind), of_household=True),
    MicroVariable("hh_size", "户规模（7人及以上合并）",
                  {**{size: f"{size}人" for size in range(1, _TOP_SIZE)}, _TOP_SIZE: f"{_TOP_SIZE}人及以上"},
                  "ordinal", lambda subject: min(subject.home.size, _TOP_SIZE),
                  quasi=True, of_household=True),
    MicroVariable("dwelling", "住所类型", _numbered(codes.DWELLINGS), "nominal",
                  lambda subject: _code(subject.home.household.dwelling), of_household=True),
    MicroVariable("area_m2", "住房建筑面积（平方米，取整到10，150及以上合并）", {}, "scale", _area,
                  of_household=True),
    MicroVariable("rooms", "住房间数（6间及以上合并）", {}, "scale", _rooms, of_household=True),
)  # fmt: skip
"""Every variable, in the order of the file."""


def missing_of(variable: MicroVariable) -> Mapping[int, str]:
    """Return the codes that stand for no value; floor area takes three digits."""
    if variable.name != "area_m2":
        return MISSING
    return {900 + code: label for code, label in MISSING.items()}
