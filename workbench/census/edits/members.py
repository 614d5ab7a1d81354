"""Edits across the people of a household (户内成员间审核): head, spouse, generations, entered twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from workbench.census.codes import RELATIONS
from workbench.census.edits.declared import (
    CensusMoment,
    Check,
    Edit,
    Hit,
    Severity,
    of_household,
    of_people,
    of_person,
)
from workbench.census.records import CensusHousehold, CensusPerson

_HARD, _SOFT = Severity.HARD, Severity.SOFT
_MARRIAGE_AGE = {"1": 22, "2": 20}
"""《民法典》第一千零四十七条."""
_PARENT, _YOUNG_PARENT = 12, 15
"""Fewest years between parent and child: what is possible, and what must be explained."""
_LATE_PARENT = 60
_YOUNG_HEAD = 16


@dataclass(frozen=True, slots=True)
class Generation:
    """A relation and the years by which it must be older than the head (negative: younger)."""

    relation: str
    steps: int

    def gap(self, person: int, heads: int) -> int:
        """Return the years between the generations for each step, whichever way they go."""
        return (person - heads if self.steps > 0 else heads - person) // abs(self.steps)


_GENERATIONS = (Generation("2", -1), Generation("3", 1), Generation("5", 2), Generation("7", -2))


def _heads(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
    heads = [person for person in household.persons if person.relation == "0"]
    if household.persons and len(heads) != 1:
        yield of_people(heads or household.persons[:1], "d2_relation", count=len(heads))


def _first_is_head(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    if household.persons and household.head and household.persons[0].relation != "0":
        yield of_person(household.persons[0], ("d2_relation",))


def _spouses(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    spouses = _related(household, "1")
    if len(spouses) > 1:
        yield of_people(spouses, "d2_relation")


def _same_sex(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    head = household.head
    for spouse in _related(household, "1")[:1]:
        if head and spouse.sex and spouse.sex == head.sex:
            yield of_people((head, spouse), "d4_sex")


def _marriage(least: Callable[[CensusPerson], int], most: Callable[[CensusPerson], int]) -> Check:
    """Return a check for spouses and children-in-law whose age is from `least` to under `most`."""

    def check(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
        for person in (*_related(household, "1"), *_related(household, "6")):
            age = person.age_on(moment.reference)
            if age is not None and least(person) <= age < most(person):
                yield of_person(person, ("d2_relation", "d5_birth_year"), age=age)

    return check


def _young_head(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
    age = household.head.age_on(moment.reference) if household.head else None
    if household.head and age is not None and age < _YOUNG_HEAD:
        yield of_person(household.head, ("d2_relation", "d5_birth_year"), age=age)


def _generations(holds: Callable[[int], bool]) -> Check:
    """Return a check that finds people whose gap to the head's generation, years a step, is as told.

    A child may be the spouse's, so the older of head and spouse counts for the younger generations.
    """

    def check(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
        ages = _ages(household, moment)
        head = household.head
        if head is None or head.position not in ages:
            return
        spouse = next(
            (ages[each.position] for each in _related(household, "1") if each.position in ages), None
        )
        for generation in _GENERATIONS:
            own = ages[head.position]
            compared = max(own, spouse or own) if generation.steps < 0 else own
            for person in _related(household, generation.relation):
                age = ages.get(person.position)
                if age is not None and holds(generation.gap(age, compared)):
                    words = {"relation": RELATIONS[person.relation], "age": age, "head_age": own}
                    yield of_person(person, ("d2_relation", "d5_birth_year"), **words)

    return check


def _in_laws(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
    ages = _ages(household, moment)
    for spouse in _related(household, "1")[:1]:
        for parent in _related(household, "4"):
            own, theirs = ages.get(spouse.position), ages.get(parent.position)
            if own is not None and theirs is not None and theirs - own < _PARENT:
                yield of_people((spouse, parent), "d5_birth_year")


def _too_many_parents(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    for relation in ("3", "4"):
        by_sex: Mapping[str, list[CensusPerson]] = _grouped(
            _related(household, relation), lambda each: each.sex
        )
        for sex, parents in by_sex.items():
            if sex and len(parents) > 1:
                yield of_people(parents, "d2_relation", relation=RELATIONS[relation])


def _same_number(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    for number, people in _grouped(household.persons, lambda each: each.id_number.upper()).items():
        if number and len(people) > 1:
            yield of_people(people, "d3_id_number")


def _twice(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    alike = _grouped(household.persons, lambda each: f"{each.name} {each.birth_year} {each.birth_month}")
    for people in alike.values():
        if len(people) > 1 and people[0].name:
            yield of_people(people, "d1_name")


def _family_in_collective(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    family = [person for person in household.persons if "0" < person.relation < "9"]
    if household.kind == "2" and family:
        yield of_people(family, "d2_relation")


def _strangers(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    others = _related(household, "9")
    if household.kind == "1" and len(others) > 2 and len(others) == len(household.persons) - 1:
        yield of_household("h1_kind", count=len(others))


def _related(household: CensusHousehold, relation: str) -> list[CensusPerson]:
    return [person for person in household.persons if person.relation == relation]


def _ages(household: CensusHousehold, moment: CensusMoment) -> dict[int, int]:
    ages = ((person.position, person.age_on(moment.reference)) for person in household.persons)
    return {position: age for position, age in ages if age is not None}


def _grouped(
    people: tuple[CensusPerson, ...] | list[CensusPerson], key: Callable[[CensusPerson], str]
) -> dict[str, list[CensusPerson]]:
    groups: dict[str, list[CensusPerson]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    return groups


MEMBER_EDITS = (
    Edit("M01", _HARD, "本户登记了{count}名户主，应有且只有一名。", "每户有且只有一名户主。", _heads),
    Edit(
        "M02",
        _HARD,
        "{who}排在第一位，但不是户主。",
        "表内第一人填户主，然后填配偶和其他亲属。",
        _first_is_head,
    ),
    Edit("M03", _HARD, "{who}都填为配偶，户主只能有一名配偶。", "其他人的配偶按与户主的关系填写。", _spouses),
    Edit("M04", _HARD, "{who}为夫妻，性别却相同。", "请核对两人的性别和与户主关系。", _same_sex),
    Edit(
        "M05",
        _HARD,
        "{who}{age}周岁，不可能已婚。",
        "配偶、媳婿至少15周岁。",
        _marriage(lambda person: -1, lambda person: 15),
    ),
    Edit(
        "M06",
        _SOFT,
        "{who}{age}周岁，未到法定婚龄，请核对。",
        "《民法典》第一千零四十七条：男二十二、女二十周岁。",
        _marriage(lambda person: 15, lambda person: _MARRIAGE_AGE.get(person.sex, 20)),
    ),
    Edit("M07", _SOFT, "户主{who}只有{age}周岁，请核对。", "未成年人很少单独立户。", _young_head),
    Edit(
        "M08",
        _HARD,
        "{who}（{relation}）{age}周岁，户主{head_age}周岁，两代年龄相差不足。",
        f"父母与子女至少相差{_PARENT}岁，隔代加倍；继子女按父母中年长的一方比较。",
        _generations(lambda gap: gap < _PARENT),
    ),
    Edit(
        "M09",
        _SOFT,
        "{who}（{relation}）{age}周岁，户主{head_age}周岁，两代年龄相差偏小，请核对。",
        f"两代相差不到{_YOUNG_PARENT}岁少见。",
        _generations(lambda gap: _PARENT <= gap < _YOUNG_PARENT),
    ),
    Edit(
        "M10",
        _SOFT,
        "{who}（{relation}）{age}周岁，户主{head_age}周岁，两代年龄相差偏大，请核对。",
        f"两代相差超过{_LATE_PARENT}岁少见。",
        _generations(lambda gap: gap > _LATE_PARENT),
    ),
    Edit("M11", _HARD, "{who}为配偶与其父母，年龄相差不足。", f"父母与子女至少相差{_PARENT}岁。", _in_laws),
    Edit(
        "M12",
        _SOFT,
        "{who}同为{relation}且性别相同，请核对。",
        "继父母、养父母同住的请说明。",
        _too_many_parents,
    ),
    Edit("M13", _HARD, "{who}的公民身份号码相同。", "一个号码只属于一个人。", _same_number),
    Edit("M14", _SOFT, "{who}姓名和出生年月都相同，可能重复登记。", "同一人只登记一次。", _twice),
    Edit(
        "M15",
        _SOFT,
        "集体户中{who}填了亲属关系，请核对户别。",
        "集体户成员之间没有家庭成员关系。",
        _family_in_collective,
    ),
    Edit(
        "M16",
        _SOFT,
        "家庭户的其余{count}人都填“其他”关系，可能是集体户。",
        "相互之间没有家庭成员关系、集体居住的为集体户。",
        _strangers,
    ),
)
"""The edits across members, in the order they are shown."""
