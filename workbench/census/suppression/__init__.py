"""Hiding small numbers so that nothing published gives them back (小数隐去与防推断).

统计法: what identifies a respondent, or lets one infer who it is, is not given out, nor in tables with small
cells. Numbers below the threshold are hidden (primary suppression), and as many others as it takes
(complementary suppression) that from one table, or from several with common margins, a hidden number can
neither be computed nor be narrowed down to a small one. Zeros stay: they are about nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.census.suppression.algebra import determined
from workbench.census.suppression.flow import Network
from workbench.census.suppression.grids import Grid, all_values, grids_of, values_of
from workbench.census.tabulation.crosstab import Key, Tabulation

__all__ = ["THRESHOLD", "Grid", "Protected", "all_values", "grids_of", "protect", "values_of"]

THRESHOLD = 3
"""Counts of 1 and 2 are small."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What may be published of some tables: all numbers but the hidden ones.

    `small` are those hidden for being small, the other hidden ones keep them from being computed.
    """

    hidden: frozenset[Key]
    small: frozenset[Key]

    def shows(self, key: Key) -> bool:
        """Whether a number may be published."""
        return key not in self.hidden


def protect(tables: Iterable[Tabulation], threshold: int = THRESHOLD) -> Protected:
    """Decide what to hide in tables that are published together."""
    several = tuple(tables)
    values = all_values(several)
    grids = tuple(grid for table in several for grid in grids_of(table))
    small = frozenset(key for key, value in values.items() if 0 < value < threshold)
    networks = tuple(Network(grid, values) for grid in grids)
    members = tuple(frozenset(key for row in grid.cells for key in row) for grid in grids)
    hidden = small
    while True:
        hidden = _settled(networks, members, values, hidden, threshold)
        given_back = determined(grids, hidden)
        more = frozenset(_company(grids, values, hidden, given_back))
        if not more:
            return Protected(hidden, small)
        hidden |= more


def _settled(
    networks: tuple[Network, ...],
    members: tuple[frozenset[Key], ...],
    values: Mapping[Key, int],
    hidden: frozenset[Key],
    threshold: int,
) -> frozenset[Key]:
    """Hide until in every table each hidden number has room; what one table hides, all hide."""
    met = Counter(key for keys in members for key in keys)
    shared = {key for key, times in met.items() if times > 1}
    before: frozenset[Key] = frozenset()
    while hidden != before:
        before = hidden
        for network, keys in zip(networks, members, strict=True):
            for key in sorted(hidden & keys, key=lambda each: (values[each], sorted(each))):
                for step, wanted in _needed(values[key], threshold, key in shared):
                    hidden |= network.room(key, wanted, step, hidden)[1]
    return hidden


def _needed(value: int, threshold: int, shared: bool) -> Iterator[tuple[int, int]]:
    """Yield which way and how far a hidden number must be able to move.

    A small one must be able to reach both the threshold and one. Others move with it and are safe too; only
    where several tables share one must it give way to either side, for each may need it the other way.
    """
    if value < threshold or shared:
        yield 1, max(threshold - value, 1)
        yield -1, min(value - 1, threshold - 1)


def _company(
    grids: tuple[Grid, ...], values: Mapping[Key, int], hidden: frozenset[Key], given_back: frozenset[Key]
) -> Iterator[Key]:
    """Yield, for each number given back, the least number that stands in a sum with it and is not hidden."""
    for key in given_back:
        beside = {
            other
            for grid in grids
            for terms in grid.sums()
            if any(each == key for each, _ in terms)
            for other, _ in terms
            if other not in hidden and values[other] > 0
        }
        if beside:
            yield min(beside, key=lambda each: (values[each], sorted(each)))
