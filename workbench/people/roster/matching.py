"""Compares the people of a roster with the register: new, updated, unchanged, or for a person to judge."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from workbench.people.duplicates import DuplicateKind, Likeness, judge
from workbench.people.roster.addresses import Place
from workbench.people.roster.differences import Change, differences
from workbench.people.roster.outcome import RosterPerson
from workbench.people.roster.reasons import Reason
from workbench.people.vocabulary import Registration, ResidentStatus, TagKind
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision


class Verdict(StrEnum):
    """What the import does with a row."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"
    SKIP = "skip"

    @property
    def label(self) -> str:
        """The Chinese word in the report."""
        return _LABELS[self]


_LABELS = {
    Verdict.NEW: "新增",
    Verdict.UPDATED: "更新",
    Verdict.UNCHANGED: "无变化",
    Verdict.DOUBTFUL: "待核对",
    Verdict.REFUSED: "不导入",
    Verdict.SKIP: "非居民行",
}


class KnownResident(NamedTuple):
    """A resident as the register has them, with the dwelling as its parts (empty where unknown)."""

    id: str
    name: str
    id_number: str | None
    sex: Sex
    birth_date: date | None
    birth_precision: Precision
    phone: str | None
    other_phone: str | None
    ethnic_group: str | None
    education: str | None
    relation_to_head: str | None
    registration: Registration
    status: ResidentStatus
    note: str
    household_id: str | None
    estate: str
    building: str
    unit: str
    room: str
    tags: frozenset[TagKind]


class Match(NamedTuple):
    """What the comparison found: the resident meant, what the roster changes, and why one must look."""

    verdict: Verdict
    resident: KnownResident | None = None
    changes: tuple[Change, ...] = ()
    doubt: Reason | None = None


NEWCOMER = Match(Verdict.NEW)


class ResidentIndex:
    """The register arranged for finding the person whom a row means."""

    def __init__(self, residents: Iterable[KnownResident]) -> None:
        self._by_number: dict[str, KnownResident] = {}
        self._by_name: dict[str, list[KnownResident]] = {}
        for resident in residents:
            if resident.id_number:
                self._by_number[resident.id_number] = resident
            self._by_name.setdefault(resident.name, []).append(resident)

    def match(self, person: RosterPerson) -> Match:
        """Return whom a row means: the number settles it; a name needs birth date and home or telephone."""
        if person.id_number and (known := self._by_number.get(person.id_number)):
            if known.name != person.name:
                return Match(Verdict.DOUBTFUL, known, (), Reason.NUMBER_OF_ANOTHER)
            return _compared(person, known)
        likely = self._by_name.get(person.name or "")
        return self._by_likeness(person, likely) if likely else NEWCOMER

    def _by_likeness(self, person: RosterPerson, namesakes: list[KnownResident]) -> Match:
        likeness = _likeness(person)
        found = [(kind, known) for known in namesakes if (kind := judge(likeness, _likeness(known)))]
        sure = [known for kind, known in found if _is_sure(kind, person, known)]
        if len(sure) == 1:
            return _compared(person, sure[0])
        return Match(Verdict.DOUBTFUL, found[0][1], (), Reason.MAYBE_REGISTERED) if found else NEWCOMER


def _is_sure(kind: DuplicateKind, person: RosterPerson, known: KnownResident) -> bool:
    """Name and full birth date of somebody at the same home or with the same telephone are one person."""
    if kind is not DuplicateKind.SAME_NAME_AND_BIRTH or person.birth_precision is not Precision.DAY:
        return False
    if lives_there(person.place, known):
        return True
    return person.phone is not None and person.phone in {known.phone, known.other_phone}


def _compared(person: RosterPerson, known: KnownResident) -> Match:
    if known.status is not ResidentStatus.LIVING and person.status is ResidentStatus.LIVING:
        return Match(Verdict.DOUBTFUL, known, (), Reason.GONE_IN_REGISTER)
    changes = differences(person, known)
    return Match(Verdict.UPDATED if changes else Verdict.UNCHANGED, known, changes)


def _likeness(one: RosterPerson | KnownResident) -> Likeness:
    phones = frozenset(phone for phone in (one.phone, one.other_phone) if phone)
    return Likeness(one.name or "", one.id_number, one.birth_date, one.birth_precision, phones)


def lives_there(place: Place, known: KnownResident) -> bool:
    """Tell whether a roster's address is where the register has the resident."""
    if not place.building or (known.unit, known.room) != (place.unit or "", place.room or ""):
        return False
    return is_building(place, known.building, known.estate)


def is_building(place: Place, number: str, estate: str) -> bool:
    """Tell whether a building of the register is the one meant; a lone estate may be left unsaid."""
    if place.estate and number == f"{place.estate}{place.building}":
        return True
    return number == place.building and (not place.estate or not estate or place.estate == estate)
