"""What the edits within a person look for: number against birth and sex, ages of schooling, leaving.

Ages of schooling after 义务教育法 art. 11 (school from six) with one to two years to spare; the jumps and the
limits of three and fifteen years are printed on the short form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from workbench.census.codes import EDUCATION, LEFT_REASONS
from workbench.census.edits.declared import CensusMoment, Check, Hit, of_person
from workbench.census.records import CensusHousehold, CensusPerson
from workbench.standards.identity import IdentityNumber, InvalidIdentityNumber, parse_identity_number

OLDEST, VERY_OLD = 120, 100
EDUCATION_AGE, LITERACY_AGE = 3, 15
SCHOOL_FROM = {"3": 5, "4": 9, "5": 12, "6": 14, "7": 14, "8": 17, "9": 19}
"""Nobody has been younger at a level; prodigies of fourteen have entered university."""
SCHOOL_USUALLY_FROM = {"3": 6, "4": 11, "5": 14, "6": 17, "7": 17, "8": 20, "9": 22}
YEARS_AWAY = {"4": 1, "5": 2, "6": 3, "7": 4, "8": 5, "9": 10}
_REASON_FROM = {"0": 16, "5": 18, "6": 38, "7": 20, "8": 50}
_NEEDED = {
    "d1_name": ("姓名", "name"),
    "d2_relation": ("与户主关系", "relation"),
    "d4_sex": ("性别", "sex"),
    "d5_birth_year": ("出生年", "birth_year"),
    "d5_birth_month": ("出生月", "birth_month"),
    "d6_ethnic": ("民族", "ethnic_group"),
    "d7_residence": ("普查时点居住地", "residence"),
    "d8_registration": ("户口登记地", "registration"),
}

Test = Callable[[CensusPerson, int], object]


def each(*fields: str, test: Test) -> Check:
    """Return a check that looks at every person whose age is known; a mapping fills the sentence."""

    def check(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
        for person in household.persons:
            age = person.age_on(moment.reference)
            outcome = None if age is None else test(person, age)
            if isinstance(outcome, Mapping):
                yield of_person(person, fields, age=age, **outcome)
            elif outcome:
                yield of_person(person, fields, age=age)

    return check


def missing(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    """Find answers everybody must give."""
    for person in household.persons:
        for field, (label, attribute) in _NEEDED.items():
            if getattr(person, attribute) in ("", None):
                yield of_person(person, (field,), item=label)


def _number_of(person: CensusPerson) -> IdentityNumber | InvalidIdentityNumber | None:
    if not person.id_number:
        return None
    try:
        return parse_identity_number(person.id_number)
    except InvalidIdentityNumber as fault:
        return fault


def bad_number(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    """Find identity numbers that cannot be."""
    for person in household.persons:
        number = _number_of(person)
        if isinstance(number, InvalidIdentityNumber):
            yield of_person(person, ("d3_id_number",), fault=number.fault.label)


def no_number(household: CensusHousehold, _moment: CensusMoment) -> Iterable[Hit]:
    """Find people without an identity number."""
    return (of_person(person, ("d3_id_number",)) for person in household.persons if not person.id_number)


def birth_differs(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    """Find births that are not those of the identity number."""
    for person in household.persons:
        number = _number_of(person)
        if not isinstance(number, IdentityNumber) or person.birth_year is None:
            continue
        born = number.birth_date
        if (person.birth_year, person.birth_month) != (born.year, born.month):
            stated = f"{person.birth_year}年{person.birth_month or '？'}月"
            fields = ("d3_id_number", "d5_birth_year", "d5_birth_month")
            yield of_person(person, fields, stated=stated, told=f"{born.year}年{born.month}月")


def sex_differs(household: CensusHousehold, _moment: CensusMoment) -> Iterator[Hit]:
    """Find sexes that are not those of the identity number."""
    for person in household.persons:
        number = _number_of(person)
        if isinstance(number, IdentityNumber) and person.sex not in ("", number.sex.value):
            yield of_person(person, ("d3_id_number", "d4_sex"), told=number.sex.label)


def born_later(household: CensusHousehold, moment: CensusMoment) -> Iterator[Hit]:
    """Find people born at the moment or after it."""
    for person in household.persons:
        age = person.age_on(moment.reference)
        if age is not None and age < 0:
            yield of_person(person, ("d5_birth_year", "d5_birth_month"))


def too_young(limits: Mapping[str, int], floor: Mapping[str, int] | None = None) -> Test:
    """Return a test that a level was reached too early, leaving out what a stricter table already finds."""

    def test(person: CensusPerson, age: int) -> object:
        level = person.education
        early = level in limits and age < limits[level] and not (floor and age < floor[level])
        return {"level": EDUCATION[level]} if early else None

    return test


def at_home(person: CensusPerson) -> bool:
    """Whether somebody lives and is registered in this village or community: only they have not left."""
    return person.registration == "1" and person.residence in ("1", "2")


def stayed_yet_elsewhere(person: CensusPerson, _age: int) -> bool:
    """Whether somebody is said not to have left, yet lives or is registered elsewhere."""
    return person.left_since == "1" and bool(person.residence) and not at_home(person)


def early_reason(person: CensusPerson, age: int) -> object:
    """Whether a reason to leave is unusual at that age."""
    least = _REASON_FROM.get(person.left_reason)
    return {"reason": LEFT_REASONS[person.left_reason]} if least is not None and age < least else None
