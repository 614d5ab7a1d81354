"""Edits on the household's own items (按户审核): counts, births and deaths, dwelling and floor area."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.census.edits.declared import CensusMoment, Edit, Hit, Severity, of_household
from workbench.census.records import CensusHousehold, CensusPerson

_HARD, _SOFT = Severity.HARD, Severity.SOFT
_WHOLE_HOUSEHOLD_DEAD = "999"
_AREA_A_HEAD = (4.0, 200.0)
_AREA_A_ROOM = (5.0, 80.0)
_MANY_ROOMS = 20
_COUNTED = {
    "h3_born_male": "出生男",
    "h3_born_female": "出生女",
    "h4_died_male": "死亡男",
    "h4_died_female": "死亡女",
}


def _empty(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    died = (household.died_male or 0) + (household.died_female or 0)
    if not household.persons and not died:
        yield of_household("h2_here", "h2_away")


def _dead_household(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    if household.address.household_no == _WHOLE_HOUSEHOLD_DEAD and household.persons:
        yield of_household("h4_died_male", "h4_died_female")


def _kind(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    if not household.kind and household.persons:
        yield of_household("h1_kind")


def _people(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    told = (household.here or 0) + (household.away or 0)
    if household.persons and told != len(household.persons):
        yield of_household("h2_here", "h2_away", told=told, count=len(household.persons))


def _here(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    here = sum(person.residence == "1" for person in household.persons)
    away = sum(person.residence > "1" for person in household.persons)
    told = (household.here or 0, household.away or 0)
    if here + away == len(household.persons) == sum(told) and (here, away) != told:
        yield of_household("h2_here", "h2_away", here=here, away=away)


def _not_counted(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    counts = (household.born_male, household.born_female, household.died_male, household.died_female)
    all_dead = household.address.household_no == _WHOLE_HOUSEHOLD_DEAD
    for (field, label), count in zip(_COUNTED.items(), counts, strict=True):
        if count is None and not (all_dead and field.startswith("h3")):
            yield of_household(field, item=label)


def _fewer_newborns(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
    for field, sex, label, born, died in _births(household):
        there = sum(_newborn(person, moment) and person.sex == sex for person in household.persons)
        if born > there + died:
            yield of_household(field, sex=label, born=born, there=there)


def _more_newborns(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
    for field, sex, label, born, _died in _births(household):
        own = [person for person in household.persons if person.relation in ("2", "7") and person.sex == sex]
        there = sum(_newborn(person, moment) for person in own)
        if there > born:
            yield of_household(field, sex=label, born=born, there=there)


def _births(household: CensusHousehold) -> Iterator[tuple[str, str, str, int, int]]:
    yield "h3_born_male", "1", "男", household.born_male or 0, household.died_male or 0
    yield "h3_born_female", "2", "女", household.born_female or 0, household.died_female or 0


def _newborn(person: CensusPerson, moment: CensusMoment) -> bool:
    """Whether somebody was born in the period: by month, as the form asks no day."""
    if person.birth_year is None or person.birth_month is None:
        return False
    born = (person.birth_year, person.birth_month)
    start, end = moment.period_from, moment.reference
    return (start.year, start.month) <= born <= (end.year, end.month) and person.age_on(end) == 0


def _dwelling_missing(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    if household.persons and not household.dwelling:
        yield of_household("h5_dwelling")


def _housing_missing(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    if household.dwelling == "1" and (not household.area_m2 or not household.rooms):
        yield of_household("h6_area_m2", "h7_rooms")


def _housing_jumped(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    told = household.area_m2 is not None or household.rooms is not None
    if household.dwelling in ("2", "3", "4", "5") and told:
        yield of_household("h5_dwelling", "h6_area_m2", "h7_rooms")


def _area_a_head(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    living = sum(person.residence == "1" for person in household.persons)
    if household.area_m2 and living:
        share = household.area_m2 / living
        if not _AREA_A_HEAD[0] <= share <= _AREA_A_HEAD[1]:
            yield of_household("h6_area_m2", share=round(share, 1))


def _area_a_room(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    if household.area_m2 and household.rooms:
        share = household.area_m2 / household.rooms
        if not _AREA_A_ROOM[0] <= share <= _AREA_A_ROOM[1] or household.rooms > _MANY_ROOMS:
            yield of_household("h6_area_m2", "h7_rooms", share=round(share, 1), rooms=household.rooms)


HOUSEHOLD_EDITS = (
    Edit(
        "H01",
        _HARD,
        "本户没有登记任何人，也没有死亡人口。",
        "空户不填表；全户死亡的户只填 H4，户编号为999。",
        _empty,
    ),
    Edit(
        "H02",
        _HARD,
        "户编号为999的户只填死亡人口，不登记人。",
        "全户死亡的户不登记其他项目。",
        _dead_household,
    ),
    Edit("H03", _HARD, "没有填户别。", "H1 每户都填。", _kind),
    Edit(
        "H04",
        _HARD,
        "H2 两项合计{told}人，实际登记了{count}人。",
        "当晚住本户的人加户口在本户未住的人，等于登记的人。",
        _people,
    ),
    Edit(
        "H05",
        _HARD,
        "按居住地统计，当晚住本户{here}人、未住{away}人，与 H2 所填不一致。",
        "D7 选1的为当晚住本户的人。",
        _here,
    ),
    Edit("H06", _HARD, "没有填“{item}”人数；没有的填0。", "H3、H4 不能空着，没有的填0。", _not_counted),
    Edit(
        "H07",
        _SOFT,
        "填报出生{sex}{born}人，表内当期出生的{sex}只有{there}人。",
        "出生后死亡的应同时填入死亡人口；已迁走的请说明。",
        _fewer_newborns,
    ),
    Edit(
        "H08",
        _SOFT,
        "表内当期出生的{sex}有{there}人，H3 只填了{born}人。",
        "本户出生的婴儿都填入 H3。",
        _more_newborns,
    ),
    Edit("H09", _HARD, "没有填住所类型。", "H5 每户都填。", _dwelling_missing),
    Edit("H10", _HARD, "普通住宅须填建筑面积和间数。", "H5 选1的须填 H6、H7。", _housing_missing),
    Edit(
        "H11", _HARD, "住所不是普通住宅，不填建筑面积和间数。", "H5 选2至5的跳至个人项目。", _housing_jumped
    ),
    Edit(
        "H12",
        _SOFT,
        "人均建筑面积为{share}平方米，请核对。",
        f"通常在{_AREA_A_HEAD[0]:g}至{_AREA_A_HEAD[1]:g}平方米之间；可能多写或少写了一位。",
        _area_a_head,
    ),
    Edit(
        "H13",
        _SOFT,
        "{rooms}间、平均每间{share}平方米，请核对。",
        f"每间通常在{_AREA_A_ROOM[0]:g}至{_AREA_A_ROOM[1]:g}平方米之间。",
        _area_a_room,
    ),
)
"""The edits on the household, in the order they are shown."""
