"""Enters the invented households in the register, with their tags and the papers the community holds."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from workbench.desk.demo.population import Family, Home, Person
from workbench.people.model import HeldDocument, ResidentTag
from workbench.people.rules import ResidentEntry
from workbench.people.service import PeopleBulk
from workbench.people.service.homes import DwellingPlace
from workbench.people.vocabulary import Registration, tag_of
from workbench.standards.codes import relation_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.store import Work

_HAN = "01"
_CARD_DAYS, _BOOK_SHARE, _CARD_SHARE, _PHOTO_SHARE = 3650, 0.55, 0.6, 0.3
_SETTLED_DAYS = (200, 4000)


def settle(work: Work, families: list[Family], buildings: Mapping[int, str], today: date) -> list[str]:
    """Enter everybody in one transaction and return the adults' ids, who may come to the counter."""
    dice = Random(len(families))
    bulk = PeopleBulk(work)
    adults: list[str] = []
    people: list[tuple[str, Person]] = []
    for family in families:
        place = _place(family.home, buildings)
        ids = bulk.household(place, [_entry(person) for person in family.members])
        people.extend(zip(ids, family.members, strict=True))
    bulk.store()
    work.insert_many(ResidentTag, [row for each in people for row in _tags(*each, today, dice)])
    work.insert_many(HeldDocument, [row for each in people for row in _papers(each[0], today, dice)])
    adults.extend(person_id for person_id, person in people if person.birth_date <= _years_before(today, 18))
    return adults


def _years_before(day: date, years: int) -> date:
    return day - timedelta(days=int(years * 365.25))


def _place(home: Home, buildings: Mapping[int, str]) -> DwellingPlace:
    return DwellingPlace(buildings[home.building], str(home.unit), home.room, home.floor)


def _entry(person: Person) -> ResidentEntry:
    return ResidentEntry(
        name=person.name,
        id_number=person.id_number,
        sex=person.sex,
        birth_date=person.birth_date,
        ethnic_group=_HAN,
        phone=person.phone,
        relation_to_head=relation_of(person.relation, person.sex),
        registration=Registration.FLOATING if person.newcomer else Registration.LOCAL,
    )


def _tags(resident_id: str, person: Person, today: date, dice: Random) -> list[dict[str, object]]:
    since = today - timedelta(days=dice.randint(*_SETTLED_DAYS))
    kinds = [kind for label in person.tags if (kind := tag_of(label)) is not None]
    return [{"resident_id": resident_id, "kind": kind, "since": since} for kind in kinds]


def _papers(resident_id: str, today: date, dice: Random) -> list[dict[str, object]]:
    """Return the papers held: some cards about to expire, so that the counter has to ask again."""
    obtained = today - timedelta(days=dice.randint(30, 900))
    shares = (("id_card", _CARD_SHARE), ("household_book", _BOOK_SHARE), ("photo", _PHOTO_SHARE))
    papers: list[dict[str, object]] = []
    for kind, share in shares:
        if dice.random() < share:
            until = obtained + timedelta(days=dice.randint(-20, _CARD_DAYS)) if kind == "id_card" else None
            papers.append(
                {
                    "resident_id": resident_id,
                    "kind": kind,
                    "obtained_on": obtained,
                    "valid_until": max(until, obtained) if until else None,
                }
            )
    return papers
