"""Tables as systems of sums: which published numbers add up to which (汇总表的加总关系)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.census.tabulation.crosstab import Band, Key, Tabulation


@dataclass(frozen=True, slots=True)
class Grid:
    """Numbers in rows and columns, totals in the last row and column; one column alone is one sum."""

    cells: tuple[tuple[Key, ...], ...]

    def sums(self) -> Iterator[tuple[tuple[Key, int], ...]]:
        """Yield each sum as its terms: parts with +1, the total with −1."""
        columns = zip(*self.cells, strict=True)
        lines = [*self.cells, *columns] if len(self.cells[0]) > 1 else columns
        for line in lines:
            yield (*((key, 1) for key in line[:-1]), (line[-1], -1))


def grids_of(table: Tabulation) -> tuple[Grid, ...]:
    """Return the sums of a table; bands make it one grid of bands and one for the rows of each."""
    if not table.bands:
        rows = [_row(table, place) for place in range(len(table.rows.codes))]
        return (Grid((*rows, _row(table, None))),)
    bands = Grid((*(_band_row(table, band) for band in table.bands), _row(table, None)))
    return (bands, *(_within(table, band) for band in table.bands))


def values_of(table: Tabulation) -> dict[Key, int]:
    """Return every number of a table, with its totals and bands, by what it counts."""
    values: dict[Key, int] = {}
    for place, counts in enumerate(table.counts):
        values.update(zip(_row(table, place), _with_sum(counts), strict=True))
    for band in table.bands:
        summed = _added(table.counts[band.first : band.last], len(table.column_totals))
        values.update(zip(_band_row(table, band), _with_sum(summed), strict=True))
    values.update(zip(_row(table, None), _with_sum(table.column_totals), strict=True))
    return values


def all_values(tables: Iterable[Tabulation]) -> Mapping[Key, int]:
    """Return every number of several tables."""
    values: dict[Key, int] = {}
    for table in tables:
        values.update(values_of(table))
    return values


def _within(table: Tabulation, band: Band) -> Grid:
    rows = (_row(table, place) for place in range(band.first, band.last))
    return Grid((*rows, _band_row(table, band)))


def _row(table: Tabulation, place: int | None) -> tuple[Key, ...]:
    if table.columns is None:
        return (table.key(place, None),)
    columns = (*range(len(table.columns.codes)), None)
    return tuple(table.key(place, column) for column in columns)


def _band_row(table: Tabulation, band: Band) -> tuple[Key, ...]:
    if table.columns is None:
        return (table.band_key(band, None),)
    columns = (*range(len(table.columns.codes)), None)
    return tuple(table.band_key(band, column) for column in columns)


def _with_sum(counts: tuple[int, ...]) -> tuple[int, ...]:
    return (*counts, sum(counts)) if len(counts) > 1 else counts


def _added(rows: tuple[tuple[int, ...], ...], width: int) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * width
