"""Tables of counts as they are printed: totals, shares, and a mark where a number is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.census.suppression import Protected, values_of
from workbench.census.tabulation.crosstab import Band, Key, Tabulation
from workbench.documents.model import CellValue, Chart, ChartKind, Column, ColumnKind, Row, Series, Table

HIDDEN = "＊"
HIDDEN_NOTE = f"{HIDDEN}：少于3，或为防止由其他数推算而隐去。"
CONFIDENTIAL = (
    "本表册只用于统计。依照《统计法》，能够识别或者推断单个统计调查对象身份的资料不得对外提供：少于3的数已隐去，"
    "并隐去了足以由各表相互推算出它们的其他数。"
)
_INDENT = "　"
_TOTAL = "合计"


class Printer:
    """Prints one table of counts with what may be published of it."""

    def __init__(self, table: Tabulation, protected: Protected) -> None:
        self._table, self._protected = table, protected
        self._values = values_of(table)
        self._places: tuple[int | None, ...] = (
            (*range(len(table.columns.codes)), None) if table.columns else (None,)
        )

    def table(self, ratio: tuple[int, int] | None = None) -> Table:
        """Return the table; `ratio` adds the first of two columns for 100 of the second (性别比)."""
        columns = (
            *self._columns(),
            Column("占比", ColumnKind.PERCENT),
            *((Column("性别比", ColumnKind.DECIMAL),) if ratio else ()),
        )
        rows = [(*cells, *self._ratio(cells, ratio)) for cells in self._rows()]
        totals = self._line(_TOTAL, [self._table.key(None, place) for place in self._places])
        whole = (*totals, *self._ratio(totals, ratio))
        return Table(self._table.name, columns, rows, totals=whole, note=self._note())

    def plain(self) -> Table:
        """Return the table without a line of totals and shares, where rows do not make a whole."""
        return Table(self._table.name, self._columns(), [row[:-1] for row in self._rows()], note=self._note())

    def series(self) -> tuple[tuple[str, ...], tuple[Series, ...]]:
        """Return categories and a series a column for a chart; hidden numbers are not drawn."""
        rows = [place for place, _ in self._shown_rows()]
        inner = self._places[:-1] or self._places
        headings = self._table.columns.labels if self._table.columns else (self._table.unit,)
        drawn = tuple(
            Series(label, tuple(self._number(self._table.key(row, column)) for row in rows))
            for label, column in zip(headings, inner, strict=True)
        )
        return tuple(self._table.rows.labels[row] for row in rows), drawn

    def chart(self, kind: ChartKind, title: str) -> Chart:
        """Return a chart of the rows by their columns."""
        categories, series = self.series()
        return Chart(kind, title, categories, series, unit=self._table.unit)

    def totals_chart(self, kind: ChartKind, title: str, without: frozenset[str] = frozenset()) -> Chart:
        """Return a chart of the rows' totals, `without` some categories, by their codes."""
        codes = self._table.rows.codes
        rows = [place for place, _ in self._shown_rows() if codes[place] not in without]
        values = tuple(self._number(self._table.key(row, None)) for row in rows)
        names = tuple(self._table.rows.labels[row] for row in rows)
        return Chart(kind, title, names, (Series(self._table.unit, values),), unit=self._table.unit)

    def _columns(self) -> tuple[Column, ...]:
        headings = self._table.columns.labels if self._table.columns else ()
        counts = (Column(label, ColumnKind.INTEGER) for label in (*headings, _TOTAL))
        return (Column(self._table.rows.label), *counts)

    def _note(self) -> str:
        hidden = any(not self._protected.shows(key) for key in self._values)
        return " ".join(filter(None, (self._table.note, HIDDEN_NOTE if hidden else "")))

    def _rows(self) -> Iterator[Row]:
        """Yield the lines, those of a band indented below it; a band of one line is that line."""
        bands = {place: band for band in self._table.bands for place in range(band.first, band.last)}
        for place, label in self._shown_rows():
            band = bands.get(place)
            within = band is not None and band.last - band.first > 1
            if band is not None and within and place == band.first:
                yield self._band(band)
            keys = [self._table.key(place, column) for column in self._places]
            yield self._line(_INDENT + label if within else label, keys)

    def _shown_rows(self) -> Iterator[tuple[int, str]]:
        """Yield the rows that have anybody; where rows are in bands the scale stays whole."""
        for place, (label, counts) in enumerate(
            zip(self._table.rows.labels, self._table.counts, strict=True)
        ):
            if self._table.bands or any(counts):
                yield place, label

    def _band(self, band: Band) -> Row:
        return self._line(band.label, [self._table.band_key(band, column) for column in self._places])

    def _line(self, label: str, keys: Sequence[Key]) -> Row:
        cells: list[CellValue] = [self._cell(key) for key in keys]
        return (label, *cells, self._share(keys[-1]))

    def _cell(self, key: Key) -> CellValue:
        return self._values[key] if self._protected.shows(key) else HIDDEN

    def _number(self, key: Key) -> float | None:
        return float(self._values[key]) if self._protected.shows(key) else None

    def _share(self, key: Key) -> CellValue:
        whole, part = self._number(self._table.key(None, None)), self._number(key)
        if whole is None or part is None:
            return HIDDEN
        return part / whole if whole else None

    def _ratio(self, cells: Row, ratio: tuple[int, int] | None) -> Row:
        """Return the ratio of two printed columns; a hidden one hides it."""
        if ratio is None:
            return ()
        first, second = cells[ratio[0] + 1], cells[ratio[1] + 1]
        if HIDDEN in (first, second):
            return (HIDDEN,)
        numbers = isinstance(first, int) and isinstance(second, int) and second
        return (first / second * 100,) if numbers else (None,)  # type: ignore[operator]
