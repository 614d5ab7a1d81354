"""What a report is (报表): facts, tables, charts and words, described once and written as Excel or PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from math import isfinite

CellValue = str | int | float | Decimal | date | datetime | None
"""What may stand in a table; an aware datetime is shown as the wall clock in Shanghai."""

Row = Sequence[CellValue]
"""One row of a table, as many values as the table has columns."""


class ColumnKind(StrEnum):
    """How the values of a column are written, aligned and formatted."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    """A number with two decimals."""
    PERCENT = "percent"
    """A share as a fraction: 0.875 is shown as 87.5%."""
    DATE = "date"
    DATETIME = "datetime"

    @property
    def numeric(self) -> bool:
        """Whether values line up on the right."""
        return self in (ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.PERCENT)


@dataclass(frozen=True, slots=True)
class Column:
    """A column (列): heading, what it holds and, if fixed, its width in half-width characters."""

    header: str
    kind: ColumnKind = ColumnKind.TEXT
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表).

    `rows` may be lazy: each writer goes through it once and never holds it whole. A generator therefore
    serves one writer; to write both formats give a list or an object with `__iter__`.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    totals: Row | None = None
    note: str = ""


class ChartKind(StrEnum):
    """The five pictures a report may hold."""

    BAR = "bar"
    """柱形图; written sideways (条形图) when the names are long."""
    STACKED_BAR = "stacked_bar"
    """堆积柱形图."""
    LINE = "line"
    """折线图."""
    DONUT = "donut"
    """环形图, of the first series."""
    PYRAMID = "pyramid"
    """人口金字塔: the first series to the left, the second to the right, the first category at the bottom."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line, one colour of a chart (系列): a value for each category, None where nothing is known."""

    name: str
    values: tuple[float | None, ...]

    @property
    def known(self) -> tuple[float | None, ...]:
        """The values that can be drawn; what is not a finite number is not known."""
        return tuple(value if value is not None and isfinite(value) else None for value in self.values)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart (图): drawn as vectors in PDF and as a native chart over its numbers in Excel."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a report (小标题)."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (段落)."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value (要点), as 受理件数 · 1,204 件."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign (签字栏): 填报人, 审核人, 站长; empty ones are signed by hand."""

    label: str
    name: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Watermark:
    """Who took this copy, when and for what (水印); a page that leaves the house says where it came from.

    `device` is the desk it left from. A copy with an `export_id`, by which the journal finds it, is marked
    invisibly as well.
    """

    who: str
    when: datetime
    purpose: str = ""
    device: str = ""
    export_id: str = ""


Block = Table | Chart | Paragraph | Heading
"""What a report is made of, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report (报表): the same description gives the Excel workbook and the PDF."""

    title: str
    generated_at: datetime
    generated_by: str
    issuer: str = ""
    subtitle: str = ""
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    signatures: tuple[Signature, ...] = ()
    watermark: Watermark | None = None
    landscape: bool = False
