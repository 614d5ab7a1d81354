"""What a submitted census form says of a household and its people, as plain records (普查登记资料)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from lxml.etree import _Element


class SubmissionUnreadable(WorkbenchError):
    """A stored submission is not the XML of a filled form."""


@dataclass(frozen=True, slots=True)
class CensusPerson:
    """One person of a household (按人填报的项目 D1–D12); codes as on the form, empty where not filled.

    `position` counts from 1 in the order of the form.
    """

    position: int
    name: str = ""
    relation: str = ""
    id_number: str = ""
    sex: str = ""
    birth_year: int | None = None
    birth_month: int | None = None
    ethnic_group: str = ""
    residence: str = ""
    residence_place: str = ""
    registration: str = ""
    registration_place: str = ""
    left_since: str = ""
    left_reason: str = ""
    education: str = ""
    literate: str = ""

    def age_on(self, moment: date) -> int | None:
        """Return the full years (周岁) at the start of a day; the census asks year and month of birth only.

        Somebody born in the moment's own month counts as born before it only if the moment is later
        than the first of that month. None when the year is not known; a month not known is taken as July.
        """
        if self.birth_year is None:
            return None
        month = self.birth_month or 7
        return moment.year - self.birth_year - ((moment.month, moment.day) <= (month, 1))


@dataclass(frozen=True, slots=True)
class CensusAddress:
    """Where a household is enumerated (本户地址): divisions, areas and numbers as on the form."""

    province: str = ""
    city: str = ""
    county: str = ""
    town: str = ""
    area_code: str = ""
    district_code: str = ""
    building_no: str = ""
    unit_no: str = ""
    household_no: str = ""


@dataclass(frozen=True, slots=True)
class CensusHousehold:
    """One household (按户填报的项目 H1–H7) with its people; numbers are None where not filled.

    `area_m2` is the floor area in square metres; `here` and `away` are the two halves of H2.
    """

    address: CensusAddress = CensusAddress()
    kind: str = ""
    here: int | None = None
    away: int | None = None
    born_male: int | None = None
    born_female: int | None = None
    died_male: int | None = None
    died_female: int | None = None
    dwelling: str = ""
    area_m2: float | None = None
    rooms: int | None = None
    persons: tuple[CensusPerson, ...] = ()
    respondent_name: str = ""
    respondent_phone: str = ""

    @property
    def head(self) -> CensusPerson | None:
        """The head of the household (户主): the first who is called so."""
        return next((person for person in self.persons if person.relation == "0"), None)


def household_from(submission_xml: bytes) -> CensusHousehold:
    """Return what a submission says of a household; what another survey's form does not ask stays empty.

    Raises SubmissionUnreadable.
    """
    groups: dict[str, dict[str, str]] = {}
    persons: list[dict[str, str]] = []
    for element in _elements(submission_root(submission_xml)):
        name = _local(element.tag)
        if name == "person":
            persons.append(_answers(element))
        elif name in _GROUPS:
            groups[name] = _answers(element)
    return _household(groups, persons)


def _household(groups: Mapping[str, Mapping[str, str]], persons: list[dict[str, str]]) -> CensusHousehold:
    about, told = groups.get("household", {}), groups.get("respondent", {})
    place = groups.get("address", {})
    return CensusHousehold(
        address=CensusAddress(**{field: place.get(field, "") for field in CensusAddress.__slots__}),
        kind=about.get("h1_kind", ""),
        here=_whole(about.get("h2_here")),
        away=_whole(about.get("h2_away")),
        born_male=_whole(about.get("h3_born_male")),
        born_female=_whole(about.get("h3_born_female")),
        died_male=_whole(about.get("h4_died_male")),
        died_female=_whole(about.get("h4_died_female")),
        dwelling=about.get("h5_dwelling", ""),
        area_m2=_number(about.get("h6_area_m2")),
        rooms=_whole(about.get("h7_rooms")),
        persons=tuple(_person(position, answers) for position, answers in enumerate(persons, 1)),
        respondent_name=told.get("name", ""),
        respondent_phone=told.get("phone", ""),
    )


_GROUPS = frozenset({"address", "household", "respondent"})


def _person(position: int, answers: Mapping[str, str]) -> CensusPerson:
    read = answers.get
    return CensusPerson(
        position,
        read("d1_name", ""),
        read("d2_relation", ""),
        read("d3_id_number", ""),
        read("d4_sex", ""),
        _whole(read("d5_birth_year")),
        _whole(read("d5_birth_month")),
        read("d6_ethnic", ""),
        read("d7_residence", ""),
        read("d7_residence_place", ""),
        read("d8_registration", ""),
        read("d8_registration_place", ""),
        read("d9_left_since", ""),
        read("d10_left_reason", ""),
        read("d11_education", ""),
        read("d12_literate", ""),
    )


def submission_root(submission_xml: bytes) -> _Element:
    """Return the root of a submission, safely parsed. Raises SubmissionUnreadable."""
    from workbench.forms.definition.faults import FormFault
    from workbench.forms.definition.safely import parse

    try:
        return parse(submission_xml)
    except FormFault as fault:
        raise SubmissionUnreadable("有一份提交的表无法读取，未计入；请重新打开这一户并提交。") from fault


def _elements(root: _Element) -> Iterator[_Element]:
    """Yield what stands under the root, and inside groups that are none of ours."""
    for child in root:
        yield child
        if len(child) and _local(child.tag) not in _OURS:
            yield from _elements(child)


_OURS = _GROUPS | {"person", "meta"}


def _answers(element: _Element) -> dict[str, str]:
    """Return the answers inside a group by name, of groups within it too."""
    answers: dict[str, str] = {}
    for child in element:
        text = child.text
        # What holds text holds no further elements: asking only the others for children saves a third.
        if text and (stripped := text.strip()):
            answers[_local(child.tag)] = stripped
        elif len(child):
            answers.update(_answers(child))
    return answers


def _local(tag: str) -> str:
    return tag.rpartition("}")[2] if tag[0] == "{" else tag


def _whole(text: str | None) -> int | None:
    if not text or not text.isdecimal() or len(text) > 9:
        return None
    return int(text)


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and isfinite(value) else None
