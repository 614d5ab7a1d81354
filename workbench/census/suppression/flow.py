"""How far hidden numbers of one table could move while all its sums still hold (隐去数的可能范围).

A table with its totals is a network: each cell is an edge between its row and its column, a change of cells
that keeps every sum is a circulation, and how far one cell can move is a maximum flow. The cheapest flow
through cells not yet hidden says which to hide besides (complementary suppression after L. H. Cox, 1995,
“Network models for complementary cell suppression”, JASA 90: 1453–1462).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from workbench.census.suppression.grids import Grid
from workbench.census.tabulation.crosstab import Key

_TOTAL_COST = 1_000
"""How much dearer it is to hide a total than a cell within the table; the grand total again as much."""


@dataclass(frozen=True, slots=True)
class _Edge:
    key: Key
    row: int
    column: int
    sign: int
    cost: int


class Network:
    """The cells of a grid, of which those hidden may move."""

    def __init__(self, grid: Grid, values: Mapping[Key, int]) -> None:
        self._values = values
        self._edges = [edge for edge in _edges(grid, values) if values[edge.key] > 0]
        self._at: dict[int, list[_Edge]] = {}
        for edge in self._edges:
            self._at.setdefault(edge.row, []).append(edge)
            self._at.setdefault(edge.column, []).append(edge)
        self._of = {edge.key: edge for edge in self._edges}

    def room(self, target: Key, wanted: int, step: int, hidden: frozenset[Key]) -> tuple[int, frozenset[Key]]:
        """Let the target move by `wanted` in steps of +1 or −1, hiding what it takes.

        Return how far it moved and the cells that had to be hidden besides.
        """
        edge, moved, moves = self._of[target], 0, dict[Key, int]()
        newly: set[Key] = set()
        while moved < wanted:
            path = self._path(edge, step, hidden | newly, moves)
            if path is None:
                break
            amount = min([wanted - moved, *(self._left(key, way, moves) for key, way in path)])
            for key, way in path:
                moves[key] = moves.get(key, 0) + way * amount
            newly.update(key for key, _ in path if key not in hidden)
            moved += amount
        return moved, frozenset(newly)

    def _left(self, key: Key, way: int, moves: Mapping[Key, int]) -> int:
        """Return how far a cell can still move; a hidden cell is known not to be empty."""
        return 1 << 30 if way > 0 else self._values[key] + moves.get(key, 0) - 1

    def _path(
        self, target: _Edge, step: int, hidden: frozenset[Key] | set[Key], moves: Mapping[Key, int]
    ) -> list[tuple[Key, int]] | None:
        """Return the cheapest way to make good a step of the target: cells and the way each moves."""
        forward = target.sign * step > 0
        start, goal = (target.column, target.row) if forward else (target.row, target.column)
        best: dict[int, int] = {start: 0}
        came: dict[int, tuple[int, Key, int]] = {}
        queue = [(0, start)]
        while queue:
            cost, node = heappop(queue)
            if node == goal:
                return _back(came, start, goal)
            if cost > best[node]:
                continue
            for edge, way in self._ways(node, target.key):
                if self._left(edge.key, way, moves) <= 0:
                    continue
                further = cost + (0 if edge.key in hidden else edge.cost)
                other = edge.column if edge.row == node else edge.row
                if further < best.get(other, 1 << 60):
                    best[other], came[other] = further, (node, edge.key, way)
                    heappush(queue, (further, other))
        return None

    def _ways(self, node: int, leaving_out: Key) -> Iterator[tuple[_Edge, int]]:
        """Yield the cells at a node and which way each moves when it is passed from there."""
        for edge in self._at[node]:
            if edge.key != leaving_out:
                yield edge, edge.sign if edge.row == node else -edge.sign


def _back(came: Mapping[int, tuple[int, Key, int]], start: int, goal: int) -> list[tuple[Key, int]]:
    path, node = [], goal
    while node != start:
        node, key, way = came[node]
        path.append((key, way))
    return path


def _edges(grid: Grid, values: Mapping[Key, int]) -> Iterator[_Edge]:
    """Yield the cells; rows are nodes from 0 up, columns from −1 down, and one column alone is one sum."""
    last_row, last_column = len(grid.cells) - 1, len(grid.cells[0]) - 1
    for row, cells in enumerate(grid.cells):
        for column, key in enumerate(cells):
            outer = (row == last_row) + (column == last_column if last_column else 0)
            cost = values[key] + 1 if not outer else _TOTAL_COST**outer + values[key]
            yield _Edge(key, row if last_column else 0, -1 - column, -1 if outer == 1 else 1, cost)
