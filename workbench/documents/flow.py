"""Fills pages from top to bottom: what does not fit goes on the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents.palette import FAINT, WATERMARK, Ink
from workbench.documents.wording import page_number, page_total
from workbench.documents.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.documents.pen import Pen

FOOT = Ink(7.5, FAINT)


class Flow:
    """A column of text on successive pages; `y` is where the next thing begins."""

    def __init__(self, pen: Pen, margin: float, bottom: float, open_page: Callable[[Flow], float]) -> None:
        self.pen = pen
        self.left, self.right = margin, pen.width - margin
        self.bottom = pen.height - bottom
        self._open_page = open_page
        self.y = open_page(self)

    @property
    def width(self) -> float:
        """The width of the column, in points."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """The height left on this page, in points."""
        return self.bottom - self.y

    def need(self, height: float) -> bool:
        """Turn the page unless the height still fits; say whether it was turned."""
        if height <= self.room:
            return False
        self.turn()
        return True

    def turn(self) -> None:
        """Go to the top of the next page."""
        self.pen.next_page()
        self.y = self._open_page(self)

    def paragraph(self, text: str, ink: Ink, leading: float, indent: int = 0) -> None:
        """Write a paragraph whose first line begins `indent` characters in."""
        first = self.pen.lines(text, self.width - indent * ink.size, ink)[0]
        rest = text[len(first) :].removeprefix("\n").lstrip(" ")
        self._line(self.left + indent * ink.size, first, ink, leading)
        for line in self.pen.lines(rest, self.width, ink) if rest else ():
            self._line(self.left, line, ink, leading)

    def item(self, marker: str, text: str, ink: Ink, leading: float) -> None:
        """Write a paragraph beside its number, all lines beginning at the same place."""
        hang = self.pen.measure("99. ", ink)
        for place, line in enumerate(self.pen.lines(text, self.width - hang, ink)):
            self.need(leading)
            if not place:
                self.pen.text(self.left, self.y + ink.size, marker, ink)
            self._line(self.left + hang, line, ink, leading)

    def _line(self, x: float, line: str, ink: Ink, leading: float) -> None:
        self.need(leading)
        self.pen.text(x, self.y + ink.size, line, ink)
        self.y += leading


def draw_footer(flow: Flow, left: str, right: str = "") -> None:
    """Draw the foot of a page: a hairline, notes at both ends, the page number in the middle.

    A note too long to stand beside the number goes one line down, and is shortened there if it must be.
    """
    pen, y = flow.pen, flow.bottom + 22
    side = flow.width / 2 - 40
    pen.rule(flow.left, flow.right, flow.bottom + 10)
    for note, write, x in ((left, pen.text, flow.left), (right, pen.right, flow.right)):
        shown = pen.shortened(one_line(note), flow.width, FOOT)
        write(x, y if pen.measure(shown, FOOT) <= side else y + 11, shown, FOOT)
    pen.right(pen.width / 2 - 3, y, page_number(pen.page), FOOT)
    pen.total_pages(pen.width / 2 + 3, y)


def finish(flow: Flow) -> None:
    """Save the document; every page says how many there are."""
    flow.pen.finish(page_total(flow.pen.page), FOOT)


def draw_watermark(pen: Pen, text: str) -> None:
    """Write a pale line across the page three times, beneath everything."""
    ink = Ink(15, WATERMARK)
    for share in (0.2, 0.5, 0.8):
        pen.slanted(pen.width / 2, pen.height * share, text, ink, 32)
