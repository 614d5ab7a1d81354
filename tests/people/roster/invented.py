"""Invented residents for rosters: deterministic, with numbers whose check digits are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from workbench.standards.identity import check_digit

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林单仇解查曾"
_GIVEN = "明华国强文丽静敏秀英伟芳军娜磊洋艳勇杰娟涛超霞平"
_DIVISIONS = ("330102", "330106", "330782", "341222", "420624")


@dataclass(frozen=True, slots=True)
class Invented:
    """One person who does not exist, and where in the roster's households they belong."""

    name: str
    number: str
    born: date
    male: bool
    building: int
    unit: int
    room: int
    relation: str
    phone: str

    @property
    def sex(self) -> str:
        return "男" if self.male else "女"


def identity_number(dice: Random, born: date, male: bool) -> str:
    body = f"{dice.choice(_DIVISIONS)}{born:%Y%m%d}{dice.randrange(500) * 2 + male:03d}"
    return body + check_digit(body)


def invent_household(dice: Random) -> Iterator[Invented]:
    """Yield a head of household and up to four more people in one dwelling."""
    building, unit = dice.randint(1, 60), dice.randint(1, 4)
    room = dice.randint(1, 18) * 100 + dice.randint(1, 4)
    for place in range(dice.randint(1, 5)):
        born = date(1930, 1, 1) + timedelta(days=dice.randrange(33_000))
        male = dice.random() < 0.5
        name = dice.choice(_SURNAMES) + "".join(dice.sample(_GIVEN, dice.randint(1, 2)))
        relation = "户主" if place == 0 else "子" if male else "女"
        phone = dice.choice(("", f"138{dice.randrange(10**8):08d}", f"0571-8{dice.randrange(10**7):07d}"))
        number = identity_number(dice, born, male)
        yield Invented(name, number, born, male, building, unit, room, relation, phone)


def invent(count: int, seed: int = 1) -> list[Invented]:
    """Return that many people, household by household, no two with the same number."""
    dice, people, numbers = Random(seed), list[Invented](), set[str]()
    while len(people) < count:
        for person in invent_household(dice):
            if person.number not in numbers:
                numbers.add(person.number)
                people.append(person)
    return people[:count]
