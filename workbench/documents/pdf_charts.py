"""Draws charts in PDF as vectors: columns, lines, rings and pyramids, each value readable in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents.chart_scale import Scale, scale_of
from workbench.documents.formatting import short_number
from workbench.documents.model import ChartKind
from workbench.documents.palette import FAINT, GRID, INK, SERIES, SOFT, Colour, Ink
from workbench.documents.pdf_bars import draw_sideways
from workbench.documents.pdf_donut import draw_donut
from workbench.documents.pdf_pyramid import draw_pyramid, pyramid_height
from workbench.documents.wording import EMPTY_CHART
from workbench.documents.wrapping import one_line

if TYPE_CHECKING:
    from workbench.documents.flow import Flow
    from workbench.documents.model import Chart
    from workbench.documents.pen import Pen

TITLE = Ink(11, INK, bold=True)
LABEL = Ink(8, SOFT)
VALUE = Ink(7.5, INK)
AXIS = Ink(7.5, FAINT)
_PLOT_HEIGHT = 140.0
_LABEL_LINES = 2
_HEAD = 44.0
"""Points of a chart's title and legend."""


def draw_chart(flow: Flow, chart: Chart) -> None:
    """Draw a chart with its title and legend, kept on one page."""
    _head(flow, chart)
    if not _drawable(chart):
        flow.pen.text(flow.left, flow.y + 12, EMPTY_CHART, AXIS)
        flow.y += 30
    elif chart.kind is ChartKind.DONUT:
        draw_donut(flow, chart)
    elif chart.kind is ChartKind.PYRAMID:
        draw_pyramid(flow, chart)
    elif _lies_down(flow, chart):
        draw_sideways(flow, chart)
    else:
        _upright(flow, chart)


def chart_height(flow: Flow, chart: Chart) -> float:
    """Return the points a chart needs on one page, with its title."""
    if not _drawable(chart):
        return _HEAD
    if chart.kind is ChartKind.DONUT:
        return _HEAD + 150
    if chart.kind is ChartKind.PYRAMID:
        return _HEAD + pyramid_height(chart)
    if _lies_down(flow, chart):
        return _HEAD + min(300, 16 * len(chart.categories))
    return _HEAD + _PLOT_HEIGHT + 40


def _lies_down(flow: Flow, chart: Chart) -> bool:
    return chart.kind is ChartKind.BAR and len(chart.series) == 1 and _long_names(flow, chart)


def _drawable(chart: Chart) -> bool:
    known = (value for series in chart.series for value in series.known if value is not None)
    return bool(chart.categories) and next(known, None) is not None


def _long_names(flow: Flow, chart: Chart) -> bool:
    slot = (flow.width - 34) / len(chart.categories)
    return max(flow.pen.measure(one_line(name), LABEL) for name in chart.categories) > slot * 1.6


def _head(flow: Flow, chart: Chart) -> None:
    flow.need(chart_height(flow, chart))
    title = f"{chart.title}（{chart.unit}）" if chart.unit else chart.title
    flow.pen.text(flow.left, flow.y + TITLE.size, one_line(title), TITLE)
    flow.y += 20
    if len(chart.series) > 1 and chart.kind is not ChartKind.DONUT:
        _legend(flow, chart)


def _legend(flow: Flow, chart: Chart) -> None:
    x = flow.left
    for series, colour in zip(chart.series, _colours(len(chart.series)), strict=True):
        name = one_line(series.name)
        width = flow.pen.measure(name, LABEL) + 28
        if x + width > flow.right and x > flow.left:
            x, flow.y = flow.left, flow.y + 13
        flow.pen.fill(x, flow.y + 2, 8, 8, colour)
        flow.pen.text(x + 12, flow.y + 9, name, LABEL)
        x += width
    flow.y += 20


def _upright(flow: Flow, chart: Chart) -> None:
    """Draw columns or lines over a scale with its gridlines."""
    scale = scale_of(chart, flow.y + _PLOT_HEIGHT + 8, _PLOT_HEIGHT)
    plot = flow.left + 34
    for tick in scale.ticks:
        flow.pen.rule(plot, flow.right, scale.y(tick), GRID if tick else SOFT)
        flow.pen.right(plot - 6, scale.y(tick) + 2.6, short_number(tick), AXIS)
    slot = (flow.right - plot) / len(chart.categories)
    if chart.kind is ChartKind.LINE:
        _lines(flow.pen, chart, scale, plot, slot)
    else:
        _columns(flow.pen, chart, scale, plot, slot)
    _names(flow, chart, plot, slot)


def _columns(pen: Pen, chart: Chart, scale: Scale, plot: float, slot: float) -> None:
    stacked = chart.kind is ChartKind.STACKED_BAR
    lanes = 1 if stacked else len(chart.series)
    width = min(slot * 0.64, 34.0 * lanes) / lanes
    painted = list(zip((series.known for series in chart.series), _colours(len(chart.series)), strict=True))
    for place in range(len(chart.categories)):
        x = plot + slot * (place + 0.5) - width * lanes / 2
        base = 0.0
        for lane, (values, colour) in enumerate(painted):
            value = _value(values, place)
            if value is None:
                continue
            left = x if stacked else x + lane * width
            top, foot = scale.y(base + value), scale.y(base)
            pen.fill(left + 0.5, min(top, foot), width - 1, abs(foot - top), colour)
            if not stacked and width >= pen.measure(short_number(value), VALUE) - 4:
                pen.centre(left + width / 2, min(top, foot) - 3, short_number(value), VALUE)
            base += value if stacked else 0
        if stacked and base:
            pen.centre(x + width / 2, scale.y(base) - 3, short_number(base), VALUE)


def _lines(pen: Pen, chart: Chart, scale: Scale, plot: float, slot: float) -> None:
    for series, colour in zip(chart.series, _colours(len(chart.series)), strict=True):
        values, run = series.known, list[tuple[float, float]]()
        for place in range(len(chart.categories) + 1):
            value = _value(values, place)
            if value is not None:
                run.append((plot + slot * (place + 0.5), scale.y(value)))
                continue
            if len(run) > 1:
                pen.path(run, colour, 1.4)
            for x, y in run:
                pen.fill(x - 1.8, y - 1.8, 3.6, 3.6, colour)
            run = []
        if len(chart.series) == 1 and slot > 24:
            _point_values(pen, values, scale, plot, slot)


def _point_values(pen: Pen, values: tuple[float | None, ...], scale: Scale, plot: float, slot: float) -> None:
    for place, value in enumerate(values):
        if value is not None:
            pen.centre(plot + slot * (place + 0.5), scale.y(value) - 5, short_number(value), VALUE)


def _names(flow: Flow, chart: Chart, plot: float, slot: float) -> None:
    """Write the categories under the plot; leave some out when there are too many."""
    names = [one_line(name) for name in chart.categories]
    widest = max(flow.pen.measure(name, LABEL) for name in names)
    step = max(1, int(-(-min(widest, 60) // (slot * _LABEL_LINES))))
    top = flow.y + _PLOT_HEIGHT + 20
    deepest = 1
    for place in range(0, len(names), step):
        lines = flow.pen.lines(names[place], slot * step - 3, LABEL)[:_LABEL_LINES]
        deepest = max(deepest, len(lines))
        for row, line in enumerate(lines):
            flow.pen.centre(plot + slot * (place + 0.5), top + row * 10, line, LABEL)
    flow.y = top + 10 * deepest + 16


def _value(values: tuple[float | None, ...], place: int) -> float | None:
    return values[place] if place < len(values) else None


def _colours(count: int) -> list[Colour]:
    return [SERIES[place % len(SERIES)] for place in range(count)]
