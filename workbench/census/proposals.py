"""Proposals to update the register from a survey: each difference by itself, to accept or not (档案更新建议).

Only where the round says so and the law permits: what a census collects serves statistics alone (统计法) and
may never be the ground for an act towards the person (全国人口普查条例), so a census makes no proposals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.census.code_maps import (
    census_education,
    census_relation,
    national_education,
    national_relation,
)
from workbench.census.codes import EDUCATION as CENSUS_EDUCATION
from workbench.census.kinds import RoundKind
from workbench.census.matching import Match, match
from workbench.census.records import CensusHousehold, CensusPerson
from workbench.census.register import RegisterHousehold, RegisterPerson
from workbench.census.tabulation.people import FLOATING, Movement, movement_of
from workbench.people.vocabulary import Registration
from workbench.standards.choice import Choice
from workbench.standards.codes import EDUCATION, ETHNIC_GROUPS, RELATIONS, Sex
from workbench.standards.errors import WorkbenchError


class UpdateNotPermitted(WorkbenchError):
    """What this round collected may not touch the register."""


class ProposalKind(Choice):
    """What is proposed (建议类别)."""

    CHANGE = "change", "更正"
    ADD = "add", "新增"
    GONE = "gone", "未登记到"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One difference between the register and what was found; codes as the register keeps them.

    `field` is the resident's column; for a person to add or one not found it is empty, and the values are the
    names. `resident_id` is None for a person to add, `position` None for one not found.
    """

    kind: ProposalKind
    resident_id: str | None
    position: int | None
    name: str
    field: str
    label: str
    before: str
    after: str
    before_label: str
    after_label: str
    why: str


def proposals(
    register: RegisterHousehold, found: CensusHousehold, round_kind: RoundKind, update_register: bool
) -> tuple[Proposal, ...]:
    """Return what the register might take over from a survey of one household, the safest ground first.

    Raises UpdateNotPermitted for a census, a poll, and a round that was not opened for it.
    """
    if round_kind is not RoundKind.SURVEY:
        raise UpdateNotPermitted(f"{round_kind.label}资料只用于汇总，依法不得用来更新居民档案，未生成建议。")
    if not update_register:
        raise UpdateNotPermitted("这一轮没有写明可以更新居民档案的依据，未生成建议。")
    matched = match(register.persons, found.persons)
    changes = [each for pair in matched.both for each in _changes(pair, found)]
    gone = [_gone(person) for person in matched.only_one]
    return (*changes, *map(_added, matched.only_other), *gone)


def _changes(pair: Match[RegisterPerson, CensusPerson], found: CensusHousehold) -> Iterator[Proposal]:
    was, now = pair.one, pair.other
    for field, before, after in _differing(was, now, found):
        yield Proposal(
            ProposalKind.CHANGE, was.resident_id, now.position, was.name, field, _LABELS[field],
            before, after, _said(field, before), _said(field, after),
            f"{pair.by.label}，确认为同一人；调查时申报的{_LABELS[field]}与档案不同。",
        )  # fmt: skip


def _differing(
    was: RegisterPerson, now: CensusPerson, found: CensusHousehold
) -> Iterator[tuple[str, str, str]]:
    if now.name and now.name != was.name:
        yield "name", was.name, now.name
    if now.id_number and now.id_number.upper() != was.id_number.upper():
        yield "id_number", was.id_number, now.id_number.upper()
    if now.sex in (Sex.MALE, Sex.FEMALE) and now.sex != was.sex:
        yield "sex", was.sex.value, now.sex
    if (born := _birth(now.birth_year, now.birth_month)) and born != _birth(was.birth_year, was.birth_month):
        yield "birth_date", _birth(was.birth_year, was.birth_month), born
    if now.ethnic_group and now.ethnic_group != was.ethnic_group:
        yield "ethnic_group", was.ethnic_group, now.ethnic_group
    yield from _relation(was, now, found)
    yield from _education(was, now)
    yield from _registration(was, now, found)


def _relation(
    was: RegisterPerson, now: CensusPerson, found: CensusHousehold
) -> Iterator[tuple[str, str, str]]:
    """Propose a relation only where the census' own word differs and the standard has one code for it."""
    told = census_relation(was.relation_to_head)
    if not now.relation or now.relation == told.code or now.relation in told.candidates:
        return
    head_sex = _sex(found.head.sex) if found.head else None
    if code := national_relation(now.relation, _sex(now.sex), head_sex).code:
        yield "relation_to_head", was.relation_to_head, code


def _education(was: RegisterPerson, now: CensusPerson) -> Iterator[tuple[str, str, str]]:
    """Propose a level only where it differs; the register's finished or broken off is not overwritten."""
    told = census_education(was.education)
    if now.education not in CENSUS_EDUCATION or now.education in (told.code, *told.candidates):
        return
    if code := national_education(now.education).code:
        yield "education", was.education, code


def _registration(
    was: RegisterPerson, now: CensusPerson, found: CensusHousehold
) -> Iterator[tuple[str, str, str]]:
    movement = movement_of(now, found.address)
    kind = Registration.LOCAL if now.registration == "1" and now.residence == "1" else Registration.SEPARATED
    if movement in FLOATING:
        kind = Registration.FLOATING
    told = bool(now.registration and now.residence)
    if told and movement not in (Movement.PENDING, Movement.SHORT_STAY) and kind is not was.registration:
        yield "registration", was.registration.value, kind.value


def _added(person: CensusPerson) -> Proposal:
    why = "调查时登记在本户，档案中本户没有此人；请核对是否新迁入或登记在别户。"
    return Proposal(
        ProposalKind.ADD,
        None,
        person.position,
        person.name,
        "",
        "成员",
        "",
        person.name,
        "",
        person.name,
        why,
    )


def _gone(person: RegisterPerson) -> Proposal:
    why = "档案中住在本户，调查时没有登记到；请核对是否迁出、去世或漏登。"
    return Proposal(
        ProposalKind.GONE,
        person.resident_id,
        None,
        person.name,
        "",
        "成员",
        person.name,
        "",
        person.name,
        "",
        why,
    )


def _birth(year: int | None, month: int | None) -> str:
    return f"{year}-{month:02d}" if year and month else str(year or "")


def _sex(code: str) -> Sex | None:
    return Sex(code) if code in (Sex.MALE, Sex.FEMALE) else None


def _said(field: str, code: str) -> str:
    """Return a value as people say it."""
    words = _WORDS.get(field)
    return words.get(code, code) if words is not None else code


_LABELS = {
    "name": "姓名",
    "id_number": "公民身份号码",
    "sex": "性别",
    "birth_date": "出生年月",
    "ethnic_group": "民族",
    "relation_to_head": "与户主关系",
    "education": "文化程度",
    "registration": "户籍情况",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "sex": {sex.value: sex.label for sex in Sex},
    "ethnic_group": ETHNIC_GROUPS,
    "relation_to_head": RELATIONS,
    "education": EDUCATION,
    "registration": {each.value: each.label for each in Registration},
}
