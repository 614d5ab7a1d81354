"""What a form may be filled with beforehand from the register, field by field, and on what ground (预填).

全国人口普查条例 has the enumerator ask at the door and the declarant answer for it, and lets administrative
records help; so who lives there is prefilled to be checked, but never what only the person can tell (where
they were that night, when and why they left, schooling, reading). What the register said is kept beside
what was found, and a prefilled value counts as an answer only once the enumerator has gone through it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.census.code_maps import census_relation
from workbench.census.codes import SEXES
from workbench.census.register import RegisterHousehold, RegisterPerson
from workbench.people.vocabulary import HouseholdKind


@dataclass(frozen=True, slots=True)
class Permitted:
    """A field that may be prefilled: its path in the form, its label, and why it may."""

    field: str
    label: str
    ground: str


_ROSTER = "摸底和登记前可利用户籍等行政记录核对户内成员（《全国人口普查条例》）；须逐项向申报人核实。"

PERMITTED = (
    Permitted("/data/household/h1_kind", "户别", _ROSTER),
    Permitted("/data/person/d1_name", "姓名", _ROSTER),
    Permitted("/data/person/d2_relation", "与户主关系", _ROSTER),
    Permitted("/data/person/d3_id_number", "公民身份号码", _ROSTER),
    Permitted("/data/person/d4_sex", "性别", _ROSTER),
    Permitted("/data/person/d5_birth_year", "出生年", _ROSTER),
    Permitted("/data/person/d5_birth_month", "出生月", _ROSTER),
    Permitted("/data/person/d6_ethnic", "民族", _ROSTER),
)
"""The fields of the short form that may be prefilled; every other is asked."""

PERMITTED_FIELDS = frozenset(each.field for each in PERMITTED)


def prefill(household: RegisterHousehold, allowed: frozenset[str] = PERMITTED_FIELDS) -> Mapping[str, str]:
    """Return form values by path with positions, head first; fields not permitted are left out.

    A relation or a sex the form has no code for stays empty, to be asked.
    """
    values = dict(_values(household))
    return {
        path: value
        for path, value in values.items()
        if value and _definition(path) in allowed & PERMITTED_FIELDS
    }


def _values(household: RegisterHousehold) -> Iterator[tuple[str, str]]:
    yield "/data/household/h1_kind", "1" if household.kind is HouseholdKind.FAMILY else "2"
    for position, person in enumerate(household.persons, 1):
        for field, value in _of_person(person, position):
            yield f"/data/person[{position}]/{field}", value


def _of_person(person: RegisterPerson, position: int) -> Iterator[tuple[str, str]]:
    relation = census_relation(person.relation_to_head).code or ""
    yield "d1_name", person.name
    # The form lets the first be the head and nobody else.
    yield "d2_relation", relation if (relation == "0") == (position == 1) else ""
    yield "d3_id_number", person.id_number
    yield "d4_sex", person.sex.value if person.sex.value in SEXES else ""
    yield "d5_birth_year", str(person.birth_year or "")
    yield "d5_birth_month", str(person.birth_month or "")
    yield "d6_ethnic", person.ethnic_group


def _definition(path: str) -> str:
    """Return a path without its positions."""
    return "/".join(step.partition("[")[0] for step in path.split("/"))
