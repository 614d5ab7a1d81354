"""Reads glyphs and widths of the two typefaces documents are set in, Noto Sans SC and Noto Serif SC."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fontTools.pens.t2CharStringPen import T2CharStringPen

UNITS = 1000
"""Units to the em in both typefaces, the same as PDF glyph space."""
_GRID = 4
"""Points are rounded to this many units: at most 8 micrometres off in body text, less than half a dot of a
1200 dpi printer, and a quarter less to store."""

Point = tuple[float, float]


class Face(StrEnum):
    """The typefaces; the value is the PostScript name that stands in the PDF."""

    SANS = "NotoSansSC-Regular"
    """黑体: body, tables, labels."""
    SERIF = "NotoSerifSC-Regular"
    """宋体: titles of official documents."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Name and vertical measures of a typeface, in thousandths of the size."""

    name: str
    ascent: int
    descent: int
    cap_height: int
    bounds: tuple[int, int, int, int]


class Typeface:
    """One font file: which characters it has, how wide they are, and their outlines one at a time."""

    def __init__(self, face: Face) -> None:
        font = _open(face)
        self.face = face
        order = font.getReverseGlyphMap()
        self._glyph_of: dict[int, int] = {code: order[name] for code, name in font.getBestCmap().items()}
        advances = font["hmtx"].metrics
        self._advances: list[int] = [advances[name][0] for name in font.getGlyphOrder()]
        self.metrics = _metrics(face, font)
        self._names = font.getGlyphOrder()
        self._outlines = font.getGlyphSet()
        self._written: dict[int, bytes] = {}
        self._reading = Lock()  # fontTools unpacks shared subroutines in place, so one thread at a time

    def has(self, character: str) -> bool:
        """Whether the typeface can draw the character."""
        return ord(character) in self._glyph_of

    def glyph(self, code: int) -> int:
        """Return the glyph of a code point; 0, a visible box, when there is none."""
        return self._glyph_of.get(code, 0)

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph in thousandths of the size."""
        return self._advances[glyph]

    def outline(self, glyph: int) -> bytes:
        """Return a glyph as a charstring that stands alone, without hints; kept once made."""
        if glyph not in self._written:
            with self._reading:
                self._written[glyph] = self._write(glyph)
        return self._written[glyph]

    def _write(self, glyph: int) -> bytes:
        from fontTools.pens.t2CharStringPen import T2CharStringPen

        width = self.advance(glyph)
        pen = T2CharStringPen(None if width == UNITS else width, None)
        self._outlines[self._names[glyph]].draw(_GridPen(pen))
        program = pen.getCharString()
        program.compile()
        return bytes(program.bytecode)


class _GridPen:
    """Rounds the points of an outline to a grid on their way to the pen that writes the charstring."""

    def __init__(self, target: T2CharStringPen) -> None:
        self._target = target

    def moveTo(self, point: Point) -> None:
        """Begin a contour."""
        self._target.moveTo(_on_grid(point))

    def lineTo(self, point: Point) -> None:
        """Add a straight line."""
        self._target.lineTo(_on_grid(point))

    def curveTo(self, *points: Point) -> None:
        """Add a cubic curve."""
        self._target.curveTo(*map(_on_grid, points))

    def closePath(self) -> None:
        """End a contour."""
        self._target.closePath()


def _on_grid(point: Point) -> Point:
    return round(point[0] / _GRID) * _GRID, round(point[1] / _GRID) * _GRID


@cache
def typeface(face: Face) -> Typeface:
    """Return a typeface, read once in a process."""
    return Typeface(face)


def missing_characters(text: str) -> str:
    """Return the characters that would be printed as a box (字库缺字), each once, in order."""
    known = typeface(Face.SANS)
    return "".join(dict.fromkeys(char for char in text if char.isprintable() and not known.has(char)))


def _open(face: Face) -> Any:
    import pylopdf_fonts_zh_cn
    from fontTools.ttLib import TTFont

    path = pylopdf_fonts_zh_cn.sans_path() if face is Face.SANS else pylopdf_fonts_zh_cn.serif_path()
    return TTFont(path, lazy=True)


def _metrics(face: Face, font: Any) -> Metrics:
    head, across, capitals = font["head"], font["hhea"], font["OS/2"].sCapHeight
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    return Metrics(str(face), across.ascent, across.descent, capitals, box)
