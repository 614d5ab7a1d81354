"""Births and deaths of the period (出生和死亡, H3 and H4), counted as events by sex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.census import codes
from workbench.census.records import CensusHousehold
from workbench.census.tabulation.crosstab import Variable

_BORN, _DIED = "born", "died"


@dataclass(frozen=True, slots=True)
class Event:
    """A birth or a death in a household."""

    kind: str
    sex: str


def events_of(households: Iterable[CensusHousehold]) -> Iterator[Event]:
    """Yield every birth and death the households told."""
    for household in households:
        told = (
            (_BORN, "1", household.born_male),
            (_BORN, "2", household.born_female),
            (_DIED, "1", household.died_male),
            (_DIED, "2", household.died_female),
        )
        for kind, sex, count in told:
            for _ in range(count or 0):
                yield Event(kind, sex)


KIND = Variable[Event]("event", "人口变动", {_BORN: "出生", _DIED: "死亡"}, lambda one: one.kind)
SEX = Variable[Event]("event-sex", "性别", codes.SEXES, lambda one: one.sex)
