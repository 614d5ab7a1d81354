"""Where the sheets of a document lie in the preview: plain arithmetic, no widgets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

POINTS_PER_INCH = 72
SCREEN_PIXELS_PER_INCH = 96
ACTUAL_SIZE = SCREEN_PIXELS_PER_INCH / POINTS_PER_INCH
"""Pixels for each point at 100 %."""

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""The steps of the zoom buttons."""


class Fit(StrEnum):
    """How the zoom follows the window."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets of one size below each other; lengths are pixels, `width` and `height` one sheet's."""

    count: int
    width: float
    height: float
    gap: float
    margin: float

    @property
    def total_height(self) -> float:
        """Height of everything, margins included."""
        gaps = self.gap * max(self.count - 1, 0)
        return self.count * self.height + gaps + 2 * self.margin

    @property
    def total_width(self) -> float:
        """Width of everything, margins included."""
        return self.width + 2 * self.margin

    def top(self, place: int) -> float:
        """Return where a sheet begins."""
        return self.margin + place * (self.height + self.gap)

    def visible(self, offset: float, room: float) -> range:
        """Return the sheets that show in a window of `room` pixels that begins at `offset`."""
        step = self.height + self.gap
        first = int(max(offset - self.margin, 0) // step)
        last = int(max(offset + room - self.margin, 0) // step)
        return range(min(first, self.count), min(last + 1, self.count))

    def in_front(self, offset: float, room: float) -> int:
        """Return the sheet that takes the middle of the window."""
        step = self.height + self.gap
        return max(0, min(int((offset + room / 2 - self.margin) // step), self.count - 1))


def fitting_zoom(fit: Fit, page: tuple[float, float], room: tuple[float, float]) -> float:
    """Return the zoom at which a page of so many points fits into so many pixels, within the steps' ends."""
    across = room[0] / (page[0] * ACTUAL_SIZE)
    down = room[1] / (page[1] * ACTUAL_SIZE)
    wanted = min(across, down) if fit is Fit.PAGE else across
    return max(ZOOMS[0], min(wanted, ZOOMS[-1]))


def next_zoom(zoom: float, *, larger: bool) -> float:
    """Return the step above or below a zoom; at the ends the end itself."""
    if larger:
        return ZOOMS[min(bisect_right(ZOOMS, zoom + 0.004), len(ZOOMS) - 1)]
    smaller = [step for step in ZOOMS if step < zoom - 0.004]
    return smaller[-1] if smaller else ZOOMS[0]
