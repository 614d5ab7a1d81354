"""Which two entries are likely one person (查重): equal number, name and birth date, name and telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.people.rules import same_birth
from workbench.standards.dates import Precision


class DuplicateKind(StrEnum):
    """Why two entries are likely one person, the surest first."""

    SAME_NUMBER = "same_number"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    SAME_NAME_AND_PHONE = "same_name_and_phone"

    @property
    def certain(self) -> bool:
        """Only the identity number settles it; the others are for a person to judge."""
        return self is DuplicateKind.SAME_NUMBER

    @property
    def label(self) -> str:
        """The reason in Chinese."""
        return _LABELS[self]


_LABELS = {
    DuplicateKind.SAME_NUMBER: "身份号码相同",
    DuplicateKind.SAME_NAME_AND_BIRTH: "姓名和出生日期相同",
    DuplicateKind.SAME_NAME_AND_PHONE: "姓名和电话相同",
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """The fields by which people are told apart."""

    name: str
    id_number: str | None = None
    birth_date: date | None = None
    birth_precision: Precision = Precision.DAY
    phones: frozenset[str] = frozenset()


def judge(one: Likeness, other: Likeness) -> DuplicateKind | None:
    """Return why the two are likely one person, None when nothing says so.

    Two different numbers of 18 digits are two people, whatever else they share: twins and fathers with
    sons of the same name exist, and a family has one telephone.
    """
    if one.id_number and one.id_number == other.id_number:
        return DuplicateKind.SAME_NUMBER
    if not one.name or one.name != other.name or _both_numbered(one, other):
        return None
    if one.birth_date and other.birth_date and _same_birth(one, other):
        return DuplicateKind.SAME_NAME_AND_BIRTH
    return DuplicateKind.SAME_NAME_AND_PHONE if one.phones & other.phones else None


def _both_numbered(one: Likeness, other: Likeness) -> bool:
    return all(number is not None and len(number) == 18 for number in (one.id_number, other.id_number))


def _same_birth(one: Likeness, other: Likeness) -> bool:
    assert one.birth_date is not None and other.birth_date is not None
    return same_birth(one.birth_date, one.birth_precision, other.birth_date, other.birth_precision)
