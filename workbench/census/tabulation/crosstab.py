"""Counting things by what they are: one or two variables crossed, with margins (分组表、交叉表)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

Key = frozenset[tuple[str, str]]
"""What a number counts: variable and category for each condition; the same key is the same number."""

Item = TypeVar("Item")

UNTOLD = ""
"""The category of those who did not say."""
UNTOLD_LABEL = "未填"


@dataclass(frozen=True)
class Variable(Generic[Item]):
    """Something to count by (分组标志): its categories in order, code → label, and how an item is coded.

    A code that is no category counts as not told. `same` names the categories that are by definition the same
    people as a category of another variable, so that hiding one hides the other.
    """

    name: str
    label: str
    categories: Mapping[str, str]
    code_of: Callable[[Item], str]
    same: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of a table: a variable's name, its heading, and the categories that occur."""

    name: str
    label: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    same: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def condition(self, place: int) -> tuple[str, str]:
        """Return what it means to stand at a place."""
        code = self.codes[place]
        return self.same.get(code, (self.name, code))


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that are shown as one group too (合并组): from `first` to before `last`."""

    code: str
    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Tabulation:
    """A table of counts; `columns` is None for a simple distribution, which has one column.

    `universe` names who is counted, so that margins of two tables about the same people are the same number.
    Every item of the universe is in exactly one cell.
    """

    name: str
    universe: str
    unit: str
    rows: Axis
    columns: Axis | None
    counts: tuple[tuple[int, ...], ...]
    bands: tuple[Band, ...] = ()
    note: str = ""

    @property
    def row_totals(self) -> tuple[int, ...]:
        """The sum of each row."""
        return tuple(map(sum, self.counts))

    @property
    def column_totals(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(map(sum, zip(*self.counts, strict=True)))

    @property
    def total(self) -> int:
        """The sum of all."""
        return sum(self.row_totals)

    def key(self, row: int | None, column: int | None) -> Key:
        """Return what a cell counts; None stands for the total on that side."""
        conditions = [("universe", self.universe)]
        if row is not None:
            conditions.append(self.rows.condition(row))
        if column is not None and self.columns is not None:
            conditions.append(self.columns.condition(column))
        return frozenset(conditions)

    def band_key(self, band: Band, column: int | None) -> Key:
        """Return what the cell of a band counts."""
        conditions = [("universe", self.universe), (f"{self.rows.name}-band", band.code)]
        if column is not None and self.columns is not None:
            conditions.append(self.columns.condition(column))
        return frozenset(conditions)


class Counted(Generic[Item]):
    """Items to be counted many ways; each variable is read off each item once."""

    def __init__(self, items: Iterable[Item], universe: str, unit: str) -> None:
        self.items: Sequence[Item] = tuple(items)
        self._universe, self._unit = universe, unit
        self._codes: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self.items)

    def codes(self, variable: Variable[Item]) -> list[str]:
        """Return the category of each item."""
        if variable.name not in self._codes:
            known, read = variable.categories, variable.code_of
            coded = map(read, self.items)
            self._codes[variable.name] = [code if code in known else UNTOLD for code in coded]
        return self._codes[variable.name]

    def table(
        self,
        name: str,
        rows: Variable[Item],
        columns: Variable[Item] | None = None,
        bands: Sequence[tuple[str, str, Sequence[str]]] = (),
        note: str = "",
    ) -> Tabulation:
        """Count by one or two variables; `bands` group rows: code, label and the codes of its rows."""
        if columns is None:
            counted = Counter((row, UNTOLD) for row in self.codes(rows))
            across = None
        else:
            counted = Counter(zip(self.codes(rows), self.codes(columns), strict=True))
            across = _axis(columns, {column for _, column in counted})
        down = _axis(rows, {row for row, _ in counted})
        places = across.codes if across else (UNTOLD,)
        counts = tuple(tuple(counted[row, column] for column in places) for row in down.codes)
        banded = _bands(down, bands)
        return Tabulation(name, self._universe, self._unit, down, across, counts, banded, note)


def _axis(variable: Variable[Item], met: set[str]) -> Axis:
    categories = dict(variable.categories)
    if UNTOLD in met and UNTOLD not in categories:
        categories[UNTOLD] = UNTOLD_LABEL
    return Axis(variable.name, variable.label, tuple(categories), tuple(categories.values()), variable.same)


def _bands(axis: Axis, bands: Sequence[tuple[str, str, Sequence[str]]]) -> tuple[Band, ...]:
    """Return the bands with the places of their rows; who did not say is a band of its own."""
    if not bands:
        return ()
    places = {code: place for place, code in enumerate(axis.codes)}
    made = [Band(code, label, places[codes[0]], places[codes[-1]] + 1) for code, label, codes in bands]
    if made[-1].last < len(axis.codes):
        made.append(Band(UNTOLD, UNTOLD_LABEL, made[-1].last, len(axis.codes)))
    return tuple(made)


def present(variable: Variable[Item], counted: Counted[Item]) -> Variable[Item]:
    """Return a variable with only those categories that occur, for long lists such as ethnic groups."""
    met = set(counted.codes(variable))
    kept = {code: label for code, label in variable.categories.items() if code in met}
    return replace(variable, categories=kept)
