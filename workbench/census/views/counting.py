"""What the views of a census share: households counted by state, where one is, which tables they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.census.kinds import CaseState
from workbench.people.addresses import address_label

ENTITIES = frozenset(
    {
        "census_round",
        "census_contract",
        "census_contract_member",
        "census_area",
        "census_case",
        "census_double",
        "census_recheck",
    }
)
"""The tables whose changes may alter what a census page shows."""


Counts = Mapping[CaseState, int]
"""Households by state; a state without any is left out."""


def total(counts: Counts) -> int:
    """Return how many households the counts hold together."""
    return sum(counts.values())


def place_of(building: str, estate: str, unit: str, room: str, number: int) -> str:
    """Return where a household is; the first of a dwelling needs no number."""
    place = address_label(building, estate, unit, room)
    return place if number == 1 else f"{place}第{number}户"
