"""Draws a population pyramid (人口金字塔): a group a row, first series to the left, second to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents.chart_scale import ticks_between
from workbench.documents.formatting import short_number
from workbench.documents.palette import FAINT, GRID, INK, SERIES, SOFT, Ink
from workbench.documents.wrapping import one_line

if TYPE_CHECKING:
    from workbench.documents.flow import Flow
    from workbench.documents.model import Chart

_NAME = Ink(7.5, SOFT)
_VALUE = Ink(7, INK)
_AXIS = Ink(7.5, FAINT)
_ROW = 12.5
_BAR = 9.5
_GAP = 6.0
_VALUE_ROOM = 34.0
"""Points kept free at each end for the longest bar's number."""
_TALLEST = 620.0


def pyramid_height(chart: Chart) -> float:
    """Return the points a pyramid takes below its legend."""
    return _row_height(chart) * len(chart.categories) + 34


def draw_pyramid(flow: Flow, chart: Chart) -> None:
    """Draw the categories from the bottom up, a bar to either side of the name; unknown ones are left out."""
    height = _row_height(chart)
    names = [one_line(name) for name in chart.categories]
    middle = max(flow.pen.measure(name, _NAME) for name in names) / 2 + _GAP
    centre, top = flow.left + flow.width / 2, flow.y
    foot = top + height * len(names)
    track = flow.width / 2 - middle - _VALUE_ROOM
    sides = [series.known for series in chart.series[:2]]
    largest = max((value for side in sides for value in side if value is not None), default=0)
    ticks = ticks_between(0, max(largest, 1))
    _axis(flow, ticks, (centre - middle, centre + middle), track, top, foot)
    for place, name in enumerate(names):
        y = foot - height * (place + 1)
        flow.pen.centre(centre, y + height / 2 + 2.6, name, _NAME)
        for side, values in enumerate(sides):
            value = values[place] if place < len(values) else None
            if value is not None:
                begin = centre + middle if side else centre - middle
                _bar(flow, value, begin, track * value / ticks[-1], side, y, height)
    flow.y = foot + 34


def _axis(
    flow: Flow, ticks: tuple[float, ...], inner: tuple[float, float], track: float, top: float, foot: float
) -> None:
    """Draw the gridlines and their numbers, mirrored."""
    for tick in ticks:
        away = track * tick / ticks[-1]
        for x in (inner[0] - away, inner[1] + away):
            flow.pen.fill(x - 0.2, top, 0.4, foot - top, GRID if tick else SOFT)
            flow.pen.centre(x, foot + 11, short_number(tick), _AXIS)


def _bar(flow: Flow, value: float, begin: float, length: float, side: int, y: float, height: float) -> None:
    thick = min(_BAR, height * 0.8)
    left = begin if side else begin - length
    flow.pen.fill(left, y + (height - thick) / 2, length, thick, SERIES[side])
    line = y + height / 2 + 2.4
    if side:
        flow.pen.text(begin + length + 3, line, short_number(value), _VALUE)
    else:
        flow.pen.right(begin - length - 3, line, short_number(value), _VALUE)


def _row_height(chart: Chart) -> float:
    return min(_ROW, _TALLEST / len(chart.categories))
