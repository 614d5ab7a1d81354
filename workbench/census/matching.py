"""Who of one list of a household is who of another: by number, by name and birth, by name alone (比对)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from workbench.standards.choice import Choice


class Listed(Protocol):
    """Somebody in a list."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def id_number(self) -> str:
        """The identity number, empty where not known."""

    @property
    def birth_year(self) -> int | None:
        """The year of birth."""

    @property
    def birth_month(self) -> int | None:
        """The month of birth."""


class MatchedBy(Choice):
    """Why two entries are the same person (比对依据)."""

    NUMBER = "number", "身份号码一致"
    NAME_AND_BIRTH = "name_and_birth", "姓名和出生年月一致"
    NAME = "name", "姓名一致"


One = TypeVar("One", bound=Listed)
Other = TypeVar("Other", bound=Listed)


@dataclass(frozen=True, slots=True)
class Match(Generic[One, Other]):
    """The same person in both lists."""

    one: One
    other: Other
    by: MatchedBy


@dataclass(frozen=True, slots=True)
class Matching(Generic[One, Other]):
    """Those in both lists, and those only in either."""

    both: tuple[Match[One, Other], ...]
    only_one: tuple[One, ...]
    only_other: tuple[Other, ...]


def match(first: Sequence[One], second: Sequence[Other]) -> Matching[One, Other]:
    """Match two lists of one household, the surest ground first; two alike are not matched on it."""
    left, right = list(first), list(second)
    found: list[Match[One, Other]] = []
    for by, key in _GROUNDS:
        for one in list(left):
            alike = [other for other in right if key(one) and key(other) == key(one)]
            rivals = [each for each in left if key(each) == key(one)]
            if len(alike) == len(rivals) == 1 and not _contradict(one, alike[0]):
                found.append(Match(one, alike[0], by))
                left.remove(one)
                right.remove(alike[0])
    return Matching(tuple(found), tuple(left), tuple(right))


def _contradict(one: Listed, other: Listed) -> bool:
    """Whether births a generation apart say that it is a namesake."""
    if one.id_number and one.id_number.upper() == other.id_number.upper():
        return False
    return bool(one.birth_year and other.birth_year and abs(one.birth_year - other.birth_year) > _NAMESAKE)


_NAMESAKE = 10


def _number(one: Listed) -> str:
    return one.id_number.upper()


def _name_and_birth(one: Listed) -> str:
    return f"{one.name} {one.birth_year} {one.birth_month}" if one.name and one.birth_year else ""


def _name(one: Listed) -> str:
    return one.name


_GROUNDS: tuple[tuple[MatchedBy, Callable[[Listed], str]], ...] = (
    (MatchedBy.NUMBER, _number),
    (MatchedBy.NAME_AND_BIRTH, _name_and_birth),
    (MatchedBy.NAME, _name),
)
