"""Invented residents in invented households: ages, relations, identity numbers and phones that fit together.

Identity numbers carry the area code 330100, which is issued to nobody, and phones lie in one range
(199 0000 xxxx), so that no real person is meant even by accident.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from workbench.desk.demo.names import given_name, surname
from workbench.standards.codes import Sex
from workbench.standards.identity import check_digit

AREA = "330100"
BUILDINGS = 14
GRIDS = 6
UNITS = 3
FLOORS = 16
ROOMS = 2
HOUSEHOLDS = 1250

_DAYS = 365.25
_PHONE_BASE = 19900000000


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household lives: building 1–14, unit 1–3, room such as 1602."""

    building: int
    unit: int
    floor: int
    room: str


@dataclass(frozen=True, slots=True)
class Person:
    """One invented resident; `relation` is the word on the register (户主, 妻, 子 …)."""

    name: str
    sex: Sex
    birth_date: date
    id_number: str
    phone: str | None
    relation: str
    tags: tuple[str, ...] = ()
    newcomer: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """One invented household: its home and its members, the head first."""

    home: Home
    members: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class _Role:
    relation: str
    male: bool | None
    years: int
    """Age relative to the head's."""


_SHAPES: tuple[tuple[int, tuple[int, int], tuple[_Role, ...]], ...] = (
    (13, (66, 92), ()),
    (17, (62, 86), (_Role("妻", False, -2),)),
    (30, (31, 50), (_Role("妻", False, -2), _Role("子", None, -28))),
    (17, (33, 48), (_Role("妻", False, -1), _Role("子", None, -27), _Role("女", None, -30))),
    (
        9,
        (36, 54),
        (_Role("妻", False, -1), _Role("子", None, -27), _Role("父", True, 26), _Role("母", False, 24)),
    ),
    (8, (24, 36), (_Role("妻", False, 0),)),
    (6, (22, 40), ()),
)
"""Weight, age range of the head, and the others: from the old person alone to three generations."""


def homes() -> list[Home]:
    """Return every dwelling of the community, in walking order."""
    return [
        Home(building, unit, floor, f"{floor}{door:02d}")
        for building in range(1, BUILDINGS + 1)
        for unit in range(1, UNITS + 1)
        for floor in range(1, FLOORS + 1)
        for door in range(1, ROOMS + 1)
    ]


def families(today: date, households: int = HOUSEHOLDS, seed: int = 20261124) -> list[Family]:
    """Return the invented households as they are on a date: the same for the same date and seed."""
    dice, everywhere = Random(seed), homes()
    chosen = sorted(dice.sample(range(len(everywhere)), households))
    maker = _PersonMaker(dice, today)
    return [Family(everywhere[index], _family(maker, dice)) for index in chosen]


def _family(maker: _PersonMaker, dice: Random) -> tuple[Person, ...]:
    weights = [shape[0] for shape in _SHAPES]
    _, (youngest, oldest), others = dice.choices(_SHAPES, weights)[0]
    age = dice.randint(youngest, oldest)
    newcomer = age < 45 and dice.random() < 0.22
    head = maker.make("户主", dice.random() < (0.8 if others else 0.4), age, newcomer=newcomer)
    members = [head]
    for role in others:
        male = dice.random() < 0.52 if role.male is None else role.male
        relation = ("子" if male else "女") if role.male is None else role.relation
        if role.relation == "妻" and head.sex is Sex.FEMALE:
            male, relation = True, "夫"
        years = max(0, age + role.years + dice.randint(-2, 2))
        family_name = head.name[: -_given_length(head.name)] if role.relation in ("子", "女", "父") else None
        members.append(maker.make(relation, male, years, family_name=family_name, newcomer=newcomer))
    return tuple(_with_tags(members, dice, maker.today))


def _given_length(name: str) -> int:
    return max(1, len(name) - 2) if name[:2] in ("欧阳", "司徒", "上官", "诸葛", "尉迟") else len(name) - 1


def _with_tags(members: list[Person], dice: Random, today: date) -> list[Person]:
    poor = dice.random() < 0.03
    tagged = []
    for person in members:
        age = (today - person.birth_date).days / _DAYS
        tags = [
            label
            for label, present in (
                ("独居老人", len(members) == 1 and age >= 65),
                ("高龄老人", age >= 80),
                ("低保", poor),
                ("残疾人", dice.random() < 0.025),
                ("退役军人", person.sex is Sex.MALE and age >= 22 and dice.random() < 0.05),
                ("党员", age >= 25 and dice.random() < 0.09),
                ("志愿者", 18 <= age <= 72 and dice.random() < 0.06),
                ("新居民", person.newcomer),
            )
            if present
        ]
        tagged.append(replace(person, tags=tuple(tags)))
    return tagged


class _PersonMaker:
    """Makes people whose number, birth date, sex and name agree, and no two with one number."""

    def __init__(self, dice: Random, today: date) -> None:
        self._dice, self.today = dice, today
        self._made = 0
        self._bodies: set[str] = set()

    def make(
        self, relation: str, male: bool, age: int, *, family_name: str | None = None, newcomer: bool = False
    ) -> Person:
        """Return a person of about that age."""
        born = self.today - timedelta(days=int(age * _DAYS) + self._dice.randint(1, 360))
        sex = Sex.MALE if male else Sex.FEMALE
        name = (family_name or surname(self._dice)) + given_name(self._dice, male=male, born=born.year)
        self._made += 1
        phone = self._phone() if age >= 12 else None
        return Person(name, sex, born, self._number(born, male), phone, relation, newcomer=newcomer)

    def _number(self, born: date, male: bool) -> str:
        """Return a number nobody has yet, whose serial is odd for men."""
        serial = int(male)
        while (body := f"{AREA}{born:%Y%m%d}{serial:03d}") in self._bodies:
            serial += 2
        self._bodies.add(body)
        return body + check_digit(body)

    def _phone(self) -> str:
        return str(_PHONE_BASE + self._made % 10000)
