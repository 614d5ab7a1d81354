"""Counts of the people who live here: by grid, building, age, registration and tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import or_, select

from workbench.community.model import Building, Grid
from workbench.community.rules import natural_order
from workbench.people.addresses import address_label
from workbench.people.model import Dwelling, Household, Resident, ResidentTag
from workbench.people.rules import age_on
from workbench.people.vocabulary import Registration, ResidentStatus, TagKind
from workbench.standards.codes import Sex

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

AGE_BANDS = (
    ("0-5岁", 5),
    ("6-13岁", 13),
    ("14-17岁", 17),
    ("18-34岁", 34),
    ("35-59岁", 59),
    ("60-69岁", 69),
    ("70-79岁", 79),
    ("80岁及以上", 999),
)
"""Bands of age: label and last year of life."""

_UNKNOWN_AGE = "年龄不详"
_NOWHERE = "未登记住址"
_NO_GRID = "未划网格"


@dataclass(frozen=True, slots=True)
class Count:
    """How many people a group has, by sex, and in how many households; unknown sex is in the total only."""

    label: str
    total: int
    male: int
    female: int
    households: int


@dataclass(frozen=True, slots=True)
class Population:
    """The people who live here on a day, counted in every way a report needs; groups without people too.

    `by_tag` counts current tags, sensitive ones only where they may be seen.
    """

    on: date
    total: Count
    by_grid: tuple[Count, ...]
    by_building: tuple[Count, ...]
    by_age: tuple[Count, ...]
    by_registration: tuple[Count, ...]
    by_tag: tuple[Count, ...]


class _Person(NamedTuple):
    id: str
    sex: Sex
    age: int | None
    registration: Registration
    household_id: str | None
    building: str
    grid: str


def read_population(reading: Session, today: date, *, confided: bool) -> Population:
    """Count everybody who lives here today."""
    people = _people(reading, today)
    buildings, grids = _buildings(reading), _grids(reading)
    return Population(
        on=today,
        total=_count("合计", people),
        by_grid=_grouped(people, lambda one: one.grid, [*grids, _NO_GRID, _NOWHERE]),
        by_building=_grouped(people, lambda one: one.building, [*buildings, _NOWHERE]),
        by_age=_grouped(people, _band, [label for label, _ in AGE_BANDS] + [_UNKNOWN_AGE]),
        by_registration=_grouped(people, lambda one: one.registration.label, [r.label for r in Registration]),
        by_tag=_tagged(reading, people, today, confided=confided),
    )


def _people(reading: Session, today: date) -> list[_Person]:
    rows = reading.execute(
        select(
            Resident.id, Resident.sex, Resident.birth_date, Resident.registration, Resident.household_id,
            Building.number, Building.name, Grid.name,
        )
        .outerjoin(Household, Household.id == Resident.household_id)
        .outerjoin(Dwelling, Dwelling.id == Household.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .outerjoin(Grid, Grid.id == Building.grid_id)
        .where(
            Resident.status == ResidentStatus.LIVING,
            Resident.deleted_at.is_(None),
            Resident.merged_into_id.is_(None),
        )
    )  # fmt: skip
    return [
        _Person(
            key, sex, age_on(born, today), registration, household,
            address_label(number, estate, None, None) or _NOWHERE,
            grid or (_NO_GRID if number else _NOWHERE),
        )
        for key, sex, born, registration, household, number, estate, grid in rows
    ]  # fmt: skip


def _buildings(reading: Session) -> list[str]:
    rows = reading.execute(select(Building.number, Building.name).where(Building.deleted_at.is_(None)))
    return sorted((address_label(number, name, None, None) for number, name in rows), key=natural_order)


def _grids(reading: Session) -> list[str]:
    rows = reading.execute(select(Grid.code, Grid.name).where(Grid.deleted_at.is_(None)))
    return [name for _, name in sorted(rows, key=lambda row: natural_order(row[0]))]


def _grouped(
    people: list[_Person], key: Callable[[_Person], str], labels: Iterable[str]
) -> tuple[Count, ...]:
    """Count by key in the order of the labels; the last ones, for what is unknown, only if anybody is."""
    groups: dict[str, list[_Person]] = {label: [] for label in labels}
    for person in people:
        groups.setdefault(key(person), []).append(person)
    unknown = {_NOWHERE, _NO_GRID, _UNKNOWN_AGE, Registration.UNKNOWN.label}
    return tuple(_count(label, group) for label, group in groups.items() if group or label not in unknown)


def _count(label: str, people: Iterable[_Person]) -> Count:
    group = list(people)
    return Count(
        label=label,
        total=len(group),
        male=sum(person.sex is Sex.MALE for person in group),
        female=sum(person.sex is Sex.FEMALE for person in group),
        households=len({person.household_id for person in group if person.household_id}),
    )


def _band(person: _Person) -> str:
    if person.age is None:
        return _UNKNOWN_AGE
    return next(label for label, last in AGE_BANDS if person.age <= last)


def _tagged(reading: Session, people: list[_Person], today: date, *, confided: bool) -> tuple[Count, ...]:
    carriers: dict[TagKind, set[str]] = {}
    rows = reading.execute(
        select(ResidentTag.kind, ResidentTag.resident_id).where(
            ResidentTag.deleted_at.is_(None),
            ResidentTag.since <= today,
            or_(ResidentTag.until.is_(None), ResidentTag.until > today),
        )
    )
    for kind, resident_id in rows:
        carriers.setdefault(kind, set()).add(resident_id)
    return tuple(
        _count(kind.label, (one for one in people if one.id in carriers.get(kind, ())))
        for kind in TagKind
        if confided or not kind.entry.sensitive
    )
