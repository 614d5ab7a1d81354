"""What a consistency edit (审核关系) is: a number, a sentence, why, and the check that finds the people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from workbench.census.records import CensusHousehold, CensusPerson
from workbench.standards.choice import Choice


class Severity(Choice):
    """How an edit binds (审核级别): hard ones must be corrected, soft ones corrected or explained."""

    HARD = "hard", "必须更正"
    SOFT = "soft", "核查提示"


@dataclass(frozen=True, slots=True)
class CensusMoment:
    """The moment a round is about (普查标准时点, its first second) and the start of its period of births."""

    reference: date
    period_from: date


SEVENTH_CENSUS = CensusMoment(date(2020, 11, 1), date(2019, 11, 1))
"""第七次全国人口普查: 2020-11-01 00:00, births and deaths since 2019-11-01."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an edit does not hold: members by position, fields by path, and words for its sentence."""

    members: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    words: tuple[tuple[str, object], ...] = ()


Check = Callable[[CensusHousehold, CensusMoment], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Edit:
    """A declared edit: its number in the list, how it binds, what it says, and why it is so."""

    number: str
    severity: Severity
    sentence: str
    why: str
    check: Check


@dataclass(frozen=True, slots=True)
class Finding:
    """An edit that does not hold in a household, ready to show.

    `members` are positions from 1 (none for the household's own items), `fields` the paths of the answers
    concerned, with positions, as in ``/data/person[2]/d4_sex``.
    """

    number: str
    severity: Severity
    sentence: str
    why: str
    members: tuple[int, ...]
    fields: tuple[str, ...]


def found(edit: Edit, household: CensusHousehold, moment: CensusMoment) -> Iterator[Finding]:
    """Yield what one edit finds in a household."""
    for hit in edit.check(household, moment):
        sentence = edit.sentence.format(**dict(hit.words))
        yield Finding(edit.number, edit.severity, sentence, edit.why, hit.members, hit.fields)


def who(person: CensusPerson) -> str:
    """Return how a sentence calls somebody: 第2人（李四）."""
    return f"第{person.position}人（{person.name}）" if person.name else f"第{person.position}人"


def of_person(person: CensusPerson, fields: Iterable[str], **words: object) -> Hit:
    """Return a hit on answers of one person, named in the sentence as {who}."""
    paths = tuple(f"/data/person[{person.position}]/{field}" for field in fields)
    return Hit((person.position,), paths, (("who", who(person)), *words.items()))


def of_people(people: Iterable[CensusPerson], field: str, **words: object) -> Hit:
    """Return a hit on the same answer of several people, named in the sentence as {who}."""
    several = tuple(people)
    paths = tuple(f"/data/person[{person.position}]/{field}" for person in several)
    named = "、".join(map(who, several))
    return Hit(tuple(person.position for person in several), paths, (("who", named), *words.items()))


def of_household(*fields: str, **words: object) -> Hit:
    """Return a hit on items of the household."""
    return Hit((), tuple(f"/data/household/{field}" for field in fields), tuple(words.items()))
