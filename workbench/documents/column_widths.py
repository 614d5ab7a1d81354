"""Shares the width of a page among the columns of a table: numbers and dates stay whole, long text wraps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.documents.palette import INK, SOFT, Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.documents.model import Column
    from workbench.documents.pen import Pen

BODY = Ink(8.5, INK)
HEAD = Ink(8.5, SOFT, bold=True)
PADDING = 4.0
"""Points left and right of what stands in a cell."""
_LEAST_TEXT = 3 * BODY.size


@dataclass(frozen=True, slots=True)
class Need:
    """The width below which a column breaks words, and the width at which nothing wraps, in points."""

    least: float
    ample: float


def column_need(pen: Pen, column: Column, texts: Sequence[str]) -> Need:
    """Return what a column needs, from the texts that stand in it."""
    if column.width is not None:
        fixed = column.width * BODY.size / 2 + 2 * PADDING
        return Need(fixed, fixed)
    lines = [line for text in texts for line in text.split("\n")]
    ample = max((pen.measure(line, BODY) for line in lines), default=0.0)
    words = max((pen.measure(word, BODY) for line in lines for word in _words(line)), default=0.0)
    head = pen.measure(column.header, HEAD)
    least = ample if column.kind.numeric else min(ample, max(words, _LEAST_TEXT))
    gap = 2 * PADDING + 0.5
    return Need(max(least, min(head, 4 * HEAD.size)) + gap, max(ample, head) + gap)


def share_width(needs: Sequence[Need], total: float) -> list[float]:
    """Return widths that add up to `total`: the least to each, then equal shares until each has ample."""
    least = sum(need.least for need in needs)
    if least >= total:
        return [need.least * total / least for need in needs]
    left = total - least
    widths = [need.least for need in needs]
    order = sorted(range(len(needs)), key=lambda at: needs[at].ample - needs[at].least)
    for taken, at in enumerate(order):
        more = min(needs[at].ample - needs[at].least, left / (len(needs) - taken))
        widths[at] += more
        left -= more
    return [width * total / (total - left) for width in widths]


def _words(line: str) -> list[str]:
    """Return the runs of a line that must not be broken: Latin words and numbers."""
    spaced = "".join(char if char.isascii() else " " for char in line)
    return [word for word in spaced.split() if len(word) <= 24]
