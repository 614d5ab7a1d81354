"""How values read on paper: thousands separated, shares in percent, dates as 2026-11-24."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from workbench.documents.model import CellValue, ColumnKind
from workbench.documents.wrapping import printable
from workbench.standards.clock import to_local

_NUMBER_FORMATS = {ColumnKind.INTEGER: ",", ColumnKind.DECIMAL: ",.2f", ColumnKind.PERCENT: ".1%"}


def cell_text(value: CellValue, kind: ColumnKind) -> str:
    """Return a cell as it is printed; a value of another kind than its column's is printed as it is."""
    if isinstance(value, str):
        return printable(value)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return day(value) if kind is ColumnKind.DATE else minute(value)
    if isinstance(value, date):
        return value.isoformat()
    return _number(value, kind)


def cell_formatter(kind: ColumnKind) -> Callable[[CellValue], str]:
    """Return the printing of one column."""
    return lambda value: cell_text(value, kind)


def minute(moment: datetime) -> str:
    """Return a moment as 2026-11-24 09:30, in Shanghai when it is aware."""
    return local(moment).strftime("%Y-%m-%d %H:%M")


def day(moment: datetime) -> str:
    """Return the date of a moment as 2026-11-24, in Shanghai when it is aware."""
    return local(moment).date().isoformat()


def chinese_date(value: date) -> str:
    """Return a date as official documents write it, 2026年11月24日."""
    return f"{value.year}年{value.month}月{value.day}日"


def local(moment: datetime) -> datetime:
    """Return the wall clock in Shanghai of an aware moment; a naive one is that already."""
    return to_local(moment) if moment.tzinfo else moment


def short_number(value: float) -> str:
    """Return a number as charts label it: 1,204 or 3.5."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def _number(value: int | float | Decimal, kind: ColumnKind) -> str:
    if kind is ColumnKind.INTEGER and value % 1:
        return f"{value:,}"
    return format(value, _NUMBER_FORMATS[kind]) if kind.numeric else str(value)
