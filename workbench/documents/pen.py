"""Draws on the pages of a PDF, measuring from the top left corner in points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.documents.fonts import EmbeddedFont, embedded_font
from workbench.documents.palette import HAIRLINE, Colour, Ink
from workbench.documents.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from workbench.documents.typeface import Face

_TOTAL = "page-total"
_BOLD_STROKE = 0.026
"""Width of the stroke that makes a bold, as a share of the size."""


class Pen:
    """One PDF being drawn; pages are the size given, text is embedded, the bytes depend on nothing else."""

    def __init__(self, target: BinaryIO, size: tuple[float, float], title: str, author: str) -> None:
        self._canvas = _open_canvas(target, size)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Community Workbench 社区全科工作台")
        self.width, self.height = size
        self.page = 1
        self._openings: dict[Ink, tuple[str, str]] = {}
        self._fonts: dict[Face, EmbeddedFont] = {}

    def measure(self, text: str, ink: Ink) -> float:
        """Return the width of a text."""
        return self._font(ink).stringWidth(text, ink.size) + ink.spacing * max(0, len(text) - 1)

    def lines(self, text: str, width: float, ink: Ink) -> list[str]:
        """Return a printable text broken into lines of at most the width."""
        return wrap(text, width, ink.size, self._font(ink).advances)

    def shortened(self, text: str, width: float, ink: Ink) -> str:
        """Return a text that keeps to the width, with … where it was cut."""
        if self.measure(text, ink) <= width:
            return text
        return self.lines(text, width - ink.size, ink)[0] + "…"

    def text(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Write one line with its baseline at y, beginning at x."""
        opening, closing = self._opening(ink)
        codes = self._font(ink).alphabet(self._canvas._doc).encode(text).hex()
        self._canvas.addLiteral(f"{opening}{x:.2f} {self.height - y:.2f} Td <{codes}> Tj{closing}")

    def unseen(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Write one line that is not painted, and that selecting, copying and searching find."""
        name = self._font(ink).getSubsetInternalName(0, self._canvas._doc)
        codes = self._font(ink).alphabet(self._canvas._doc).encode(text).hex()
        place = f"{x:.2f} {self.height - y:.2f} Td"
        self._canvas.addLiteral(f"BT {name} {ink.size} Tf 3 Tr {place} <{codes}> Tj 0 Tr ET")

    def describe(self, subject: str) -> None:
        """Say in the document's properties what is not printed."""
        self._canvas.setSubject(subject)
        self._canvas.setKeywords(subject)

    def right(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Write one line that ends at x."""
        self.text(x - self.measure(text, ink), y, text, ink)

    def centre(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Write one line with its middle at x."""
        self.text(x - self.measure(text, ink) / 2, y, text, ink)

    def rule(self, x1: float, x2: float, y: float, colour: Colour = HAIRLINE, width: float = 0.4) -> None:
        """Draw a level line."""
        level = f"{self.height - y:.2f}"
        self._canvas.addLiteral(f"{_rgb(colour)} RG {width} w {x1:.2f} {level} m {x2:.2f} {level} l S")

    def path(self, points: Sequence[tuple[float, float]], colour: Colour, width: float) -> None:
        """Draw a line through points, with round corners."""
        look = f"{_rgb(colour)} RG {width} w 1 j 1 J"
        self._canvas.addLiteral(f"{look} {self._steps(points)} S 0 j 0 J")

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle whose top left corner is given."""
        self._canvas.addLiteral(f"{_rgb(colour)} rg {self._box(x, y, width, height)} f")

    def frame(self, x: float, y: float, width: float, height: float, colour: Colour, dash: str = "") -> None:
        """Draw the outline of a rectangle; `dash` as in PDF, "2 2"."""
        box = self._box(x, y, width, height)
        self._canvas.addLiteral(f"[{dash}] 0 d {_rgb(colour)} RG 0.6 w {box} S [] 0 d")

    def polygon(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Fill the shape that points enclose."""
        self._canvas.addLiteral(f"{_rgb(colour)} rg {self._steps(points)} f")

    def slanted(self, x: float, y: float, text: str, ink: Ink, degrees: float) -> None:
        """Write one line turned about its middle, for watermarks."""
        self._canvas.saveState()
        self._canvas.translate(x, self.height - y)
        self._canvas.rotate(degrees)
        self._canvas.translate(0, -self.height)
        self.centre(0, 0, text, ink)
        self._canvas.restoreState()

    def total_pages(self, x: float, y: float) -> None:
        """Leave a place, beginning at x, where the number of pages will stand when it is known."""
        self._canvas.saveState()
        self._canvas.translate(x, self.height - y)
        self._canvas.doForm(_TOTAL)
        self._canvas.restoreState()

    def next_page(self) -> None:
        """Begin another page."""
        self._canvas.showPage()
        self.page += 1

    def finish(self, total: str, ink: Ink) -> None:
        """End the last page, write the number of pages where places were left, and save."""
        self._canvas.showPage()
        self._canvas.beginForm(_TOTAL, -2, -self.height, self.width, self.height)
        self.text(0, self.height, total, ink)
        self._canvas.endForm()
        self._canvas.save()

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        return f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re"

    def _steps(self, points: Sequence[tuple[float, float]]) -> str:
        first, *rest = (f"{x:.2f} {self.height - y:.2f}" for x, y in points)
        return f"{first} m " + "".join(f"{point} l " for point in rest)

    def _font(self, ink: Ink) -> EmbeddedFont:
        """Return the font of a text, the same one through the whole document."""
        if ink.face not in self._fonts:
            self._fonts[ink.face] = embedded_font(ink.face)
        return self._fonts[ink.face]

    def _opening(self, ink: Ink) -> tuple[str, str]:
        """Return the operators before and after a text; made once for each kind of text."""
        if ink not in self._openings:
            name = self._font(ink).getSubsetInternalName(0, self._canvas._doc)
            opening, closing = f"BT {name} {ink.size} Tf {_rgb(ink.colour)} rg ", " ET"
            if ink.bold:
                opening += f"2 Tr {ink.size * _BOLD_STROKE:.2f} w {_rgb(ink.colour)} RG "
                closing = " 0 Tr" + closing
            if ink.spacing:
                opening, closing = f"{opening}{ink.spacing} Tc ", " 0 Tc" + closing
            self._openings[ink] = opening, closing
        return self._openings[ink]


def _rgb(colour: Colour) -> str:
    return f"{colour[0]:g} {colour[1]:g} {colour[2]:g}"


def _open_canvas(target: BinaryIO, size: tuple[float, float]) -> Any:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # Base 85 served mail gateways long gone and makes every stream a quarter larger
    return Canvas(target, pagesize=size, invariant=1, pageCompression=1)
