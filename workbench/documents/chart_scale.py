"""Finds a readable scale for a chart: round steps, zero always included."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from workbench.documents.model import ChartKind

if TYPE_CHECKING:
    from workbench.documents.model import Chart

_STEPS = (1, 2, 2.5, 5, 10)
_WANTED_TICKS = 4
_LEAST_SPAN = 1e-6
"""Below this all values are taken for zero."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values stand on paper: `foot` is the y of the lowest tick, points grow downwards."""

    ticks: tuple[float, ...]
    foot: float
    height: float

    def y(self, value: float) -> float:
        """Return where a value stands, in points from the top of the page."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.foot - (value - low) / (high - low) * self.height


def scale_of(chart: Chart, foot: float, height: float) -> Scale:
    """Return the scale on which all values of a chart have room."""
    values = [value for series in chart.series for value in series.known if value is not None]
    if chart.kind is ChartKind.STACKED_BAR:
        columns = zip(*(series.known for series in chart.series), strict=False)
        values = [sum(value or 0 for value in column) for column in columns]
    return Scale(ticks_between(min(0.0, *values, 0.0), max(0.0, *values, 0.0)), foot, height)


def ticks_between(low: float, high: float) -> tuple[float, ...]:
    """Return round, evenly spaced values that enclose `low` and `high`; whole numbers for small counts."""
    span = high - low if high - low > _LEAST_SPAN else 1.0
    rough = span / _WANTED_TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in _STEPS if power * factor >= rough * 0.999)
    if high == round(high) and low == round(low):
        step = max(1.0, float(ceil(step)))
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    return tuple(round(place * step, 10) for place in range(first, last + 1))
