"""Draws a ring (环形图) with its total in the middle and each share named beside it."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from workbench.documents.formatting import short_number
from workbench.documents.palette import FAINT, INK, SERIES, SOFT, Ink
from workbench.documents.wording import TOTAL
from workbench.documents.wrapping import one_line

if TYPE_CHECKING:
    from workbench.documents.flow import Flow
    from workbench.documents.model import Chart

_OUTER, _INNER = 58.0, 36.0
_STEP = pi / 60
_NAME = Ink(8.5, SOFT)
_VALUE = Ink(8.5, INK)
_SUM = Ink(15, INK, bold=True)
_CAPTION = Ink(8, FAINT)
_ROW = 15.0


def draw_donut(flow: Flow, chart: Chart) -> None:
    """Draw the shares of the first series clockwise from the top, largest colours first."""
    values = [max(value or 0, 0) for value in chart.series[0].known]
    shares = list(zip(chart.categories, values, strict=False))
    total = sum(value for _, value in shares)
    x, y = flow.left + _OUTER + 14, flow.y + _OUTER + 8
    turned = 0.0
    for place, (_, value) in enumerate(shares):
        part = 2 * pi * value / total if total else 0.0
        if part:
            flow.pen.polygon(ring_piece(x, y, turned, turned + part), SERIES[place % len(SERIES)])
        turned += part
    flow.pen.centre(x, y + 3, short_number(total), _SUM)
    flow.pen.centre(x, y + 16, TOTAL, _CAPTION)
    _legend(flow, shares, total, x + _OUTER + 30)
    flow.y = max(flow.y, y + _OUTER) + 22


def ring_piece(x: float, y: float, begin: float, end: float) -> list[tuple[float, float]]:
    """Return the corners of a piece of the ring between two angles, clockwise from the top in radians."""
    gap = 0.012 if end - begin < 2 * pi - 0.01 else 0.0
    count = max(2, int((end - begin) / _STEP) + 1)
    angles = [begin + gap + (end - begin - 2 * gap) * at / count for at in range(count + 1)]
    outer = [(x + _OUTER * sin(angle), y - _OUTER * cos(angle)) for angle in angles]
    inner = [(x + _INNER * sin(angle), y - _INNER * cos(angle)) for angle in reversed(angles)]
    return outer + inner


def _legend(flow: Flow, shares: list[tuple[str, float]], total: float, left: float) -> None:
    """Write name, value and share on a line each, centred on the ring while they are few."""
    top = flow.y + max(0.0, _OUTER + 8 - _ROW * len(shares) / 2)
    right = min(flow.right, left + 260)
    for place, (name, value) in enumerate(shares):
        y = top + place * _ROW
        flow.pen.fill(left, y + 2.5, 8, 8, SERIES[place % len(SERIES)])
        line = flow.pen.shortened(one_line(name), right - left - 110, _NAME)
        flow.pen.text(left + 14, y + 9.6, line, _NAME)
        flow.pen.right(right - 48, y + 9.6, short_number(value), _VALUE)
        flow.pen.right(right, y + 9.6, f"{value / total:.1%}" if total else "0.0%", _NAME)
    flow.y = max(flow.y, top + _ROW * len(shares) - 10)
