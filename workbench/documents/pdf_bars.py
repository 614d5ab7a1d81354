"""Draws a bar chart lying down (条形图), for categories whose names are long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents.formatting import short_number
from workbench.documents.palette import BAND, INK, SERIES, SOFT, Ink
from workbench.documents.wrapping import one_line

if TYPE_CHECKING:
    from workbench.documents.flow import Flow
    from workbench.documents.model import Chart

_NAME = Ink(8.5, SOFT)
_VALUE = Ink(8.5, INK)
_ROW = 16.0
_BAR = 9.0


def draw_sideways(flow: Flow, chart: Chart) -> None:
    """Draw one bar a line: name, bar, value; goes on over the page when there are many."""
    values = [value or 0 for value in chart.series[0].known]
    names = [flow.pen.shortened(one_line(name), flow.width * 0.36, _NAME) for name in chart.categories]
    label = min(max(flow.pen.measure(name, _NAME) for name in names), flow.width * 0.36) + 10
    track = flow.width - label - 46
    largest = max(max(values, default=0), 0) or 1
    for name, value in zip(names, values, strict=False):
        flow.need(_ROW)
        flow.pen.text(flow.left, flow.y + 9.5, name, _NAME)
        flow.pen.fill(flow.left + label, flow.y + 2, track, _BAR, BAND)
        flow.pen.fill(flow.left + label, flow.y + 2, track * max(value, 0) / largest, _BAR, SERIES[0])
        flow.pen.right(flow.right, flow.y + 9.5, short_number(value), _VALUE)
        flow.y += _ROW
    flow.y += 18
