"""Makes anonymised microdata from households: recoded, shuffled, renumbered, small groups hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from workbench.census.microdata.anonymity import rarest, suppress_locally
from workbench.census.microdata.variables import VARIABLES, MicroVariable, Subject, missing_of
from workbench.census.records import CensusHousehold
from workbench.census.tabulation import housing
from workbench.census.tabulation.people import Basis, people_of
from workbench.standards.errors import WorkbenchError

THRESHOLD = 3
"""Fewest lines that share all quasi-identifiers."""


class TooFewPeople(WorkbenchError):
    """So few people that whatever is hidden, somebody could be recognised."""


@dataclass(frozen=True, slots=True)
class Microdata:
    """Lines of microdata in random order: a new number, then the value of each variable.

    `hidden` counts the values hidden by local suppression, `smallest` is the size of the rarest combination
    of quasi-identifiers.
    """

    variables: tuple[MicroVariable, ...]
    lines: tuple[tuple[int, ...], ...]
    hidden: int
    smallest: int


def anonymise(
    households: Iterable[CensusHousehold],
    moment: date,
    random: Random,
    basis: Basis = Basis.RESIDENT,
    threshold: int = THRESHOLD,
) -> Microdata:
    """Return the people of households as microdata that names and shows nobody.

    Households are not linked: who lives with whom would tell more than any trait; so the traits of a
    household too must fit several. Give a `random` that nobody can repeat (`SystemRandom`), or the order
    gives the households back. Raises TooFewPeople.
    """
    homes = [_people(household, moment, basis) for household in households]
    lines = _lines([subjects for subjects in homes if subjects], threshold)
    if len(lines) < threshold:
        raise TooFewPeople(f"只有 {len(lines)} 人，少于 {threshold} 人无法匿名，未导出；请合并更大的范围。")
    quasi = [place for place, variable in enumerate(VARIABLES) if variable.quasi]
    quasi.sort(key=lambda place: len({line[place] for line in lines}))
    hidden = suppress_locally(lines, quasi, threshold, _hidden)
    random.shuffle(lines)
    numbered = tuple((number, *line) for number, line in enumerate(lines, 1))
    return Microdata(VARIABLES, numbered, hidden, rarest(lines, quasi))


def _people(household: CensusHousehold, moment: date, basis: Basis) -> list[Subject]:
    home = housing.counted(household, basis)
    return [Subject(one, home) for one in people_of((household,), moment, basis)]


def _lines(homes: list[list[Subject]], threshold: int) -> list[list[int]]:
    """Return a line a person; what is told of the household is first made to fit several households."""
    places = [place for place, variable in enumerate(VARIABLES) if variable.of_household]
    shared = [[VARIABLES[place].value_of(subjects[0]) for place in places] for subjects in homes]
    columns = range(len(places))
    suppress_locally(shared, columns, threshold, lambda column: _hidden(places[column]))
    lines = []
    for subjects, told in zip(homes, shared, strict=True):
        for subject in subjects:
            line = [variable.value_of(subject) for variable in VARIABLES]
            for place, value in zip(places, told, strict=True):
                line[place] = value
            lines.append(line)
    return lines


def _hidden(place: int) -> int:
    return max(missing_of(VARIABLES[place]))
