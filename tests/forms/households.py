"""Plainly invented households for the census short form, with what is typed and what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

DIVISION = "330106"
"""A real division, for the check of identity numbers; the persons are invented."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SURNAMES = "赵钱孙李周吴郑王"
_GIVEN = ("样一", "样二", "样三", "样四", "样五", "样六")
_PERSON = "/data/person"

Answers = dict[str, str]
"""Path with positions → answer."""


@dataclass(frozen=True, slots=True)
class Member:
    """One invented person: what a typist types, and what the form works out from it."""

    name: str
    relation: str
    id_number: str
    sex: str
    year: int
    month: int
    ethnic: str
    education: str

    @property
    def months(self) -> int:
        """The birth as a count of months."""
        return self.year * 12 + self.month

    def typed(self, position: int) -> Answers:
        """What a typist types, in the order of the form."""
        answers = {"d1_name": self.name}
        if position > 1:
            answers["d2_relation"] = self.relation
        answers |= {"d3_id_number": self.id_number, "d6_ethnic": self.ethnic}
        answers |= {"d7_residence": "1", "d8_registration": "1"}
        if self.education:
            answers["d11_education"] = self.education
        if self._is_asked_to_read and self.education < "4":
            answers["d12_literate"] = "1"
        return _within(position, answers)

    def stored(self, position: int) -> Answers:
        """What the submission holds of the person."""
        worked_out = {
            "d2_relation": self.relation,
            "d4_sex": self.sex,
            "d5_birth_year": str(self.year),
            "d5_birth_month": str(self.month),
            "d9_left_since": "1",
        }
        if self._is_asked_to_read:
            worked_out["d12_literate"] = "1"
        return self.typed(position) | _within(position, worked_out)

    @property
    def _is_asked_to_read(self) -> bool:
        return self.months <= 2005 * 12 + 10


@dataclass(frozen=True, slots=True)
class Household:
    """An invented household (家庭户) whose members all live and are registered where they are counted."""

    number: str
    area: int
    rooms: int
    members: tuple[Member, ...]
    phone: str

    @property
    def typed(self) -> Answers:
        """Everything a typist types, in the order of the form; nothing for what has a default."""
        answers = {"/data/address/household_no": self.number}
        answers |= {"/data/household/h1_kind": "1", "/data/household/h2_here": str(len(self.members))}
        answers |= {"/data/household/h5_dwelling": "1", "/data/household/h6_area_m2": str(self.area)}
        answers["/data/household/h7_rooms"] = str(self.rooms)
        for position, member in enumerate(self.members, 1):
            answers |= member.typed(position)
        answers |= {"/data/respondent/name": self.members[0].name, "/data/respondent/phone": self.phone}
        return answers | {"/data/respondent/read_back": "1", "/data/respondent/signed": "1"}

    @property
    def stored(self) -> Answers:
        """Everything the submission holds of the agreed fields, without what the engine adds by itself."""
        answers = self.typed
        zeros = ("h2_away", "h3_born_male", "h3_born_female", "h4_died_male", "h4_died_female")
        answers |= {f"/data/household/{name}": "0" for name in zeros}
        for position, member in enumerate(self.members, 1):
            answers |= member.stored(position)
        return answers

    @property
    def stored_characters(self) -> int:
        """Characters and digits stored: what keystrokes are counted against."""
        return sum(map(len, self.stored.values()))


def identity_number(year: int, month: int, day: int, sequence: int) -> str:
    """Return a well-formed identity number (GB 11643); an odd sequence is a man's."""
    body = f"{DIVISION}{year:04}{month:02}{day:02}{sequence:03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def household(number: int, size: int = 4) -> Household:
    """Return the invented household of that number: a couple, then children, then the head's parents."""
    random = Random(number)
    surname = _SURNAMES[number % len(_SURNAMES)]
    members = tuple(_member(random, surname, number, place) for place in range(size))
    phone = f"1380000{number % 10_000:04}"
    return Household(f"{number:03}", random.randint(45, 130), random.randint(2, 4), members, phone)


def households(count: int, size: int = 4) -> tuple[Household, ...]:
    """Return the first invented households."""
    return tuple(household(number, size) for number in range(1, count + 1))


def _member(random: Random, surname: str, number: int, place: int) -> Member:
    relation = ("0", "1", "2", "2", "3", "3")[place]
    born = {"0": 1980, "1": 1982, "2": 2007, "3": 1952}[relation] + random.randint(0, 5)
    sex = str(place % 2 + 1)
    month, sequence = random.randint(1, 12), number % 400 * 2 + (1 if sex == "1" else 2)
    identity = identity_number(born, month, random.randint(1, 28), sequence)
    education = {"2": "3", "3": "3"}.get(relation, random.choice("4567"))
    return Member(surname + _GIVEN[place], relation, identity, sex, born, month, "01", education)


def _within(position: int, answers: Answers) -> Answers:
    return {f"{_PERSON}[{position}]/{name}": value for name, value in answers.items()}
