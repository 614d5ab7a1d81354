"""Reads glyphs and widths of the two typefaces documents are set in, Noto Sans SC and Noto Serif SC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from workbench.documents.charstrings import Flattener

UNITS = 1000
"""Units to the em in both typefaces, the same as PDF glyph space."""


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
        top = font["CFF "].cff.topDictIndex[0]
        self._outlines = top.CharStrings.charStringsIndex
        self._shared = _Programs(top.GlobalSubrs)
        self._flattened: dict[int, bytes] = {}

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
        """Return the outline of a glyph as a charstring that stands alone; kept once made."""
        if glyph not in self._flattened:
            source = self._outlines[glyph]
            local = _Programs(getattr(source.private, "Subrs", ()))
            flattener = Flattener(local, self._shared, self.advance(glyph))
            self._flattened[glyph] = flattener.flatten(source.bytecode)
        return self._flattened[glyph]


class _Programs(Sequence[bytes]):
    """The subroutines of a font as bytes, read only where a glyph calls them."""

    def __init__(self, routines: Any) -> None:
        self._routines = routines

    def __len__(self) -> int:
        return len(self._routines)

    def __getitem__(self, place: Any) -> Any:
        return self._routines[place].bytecode


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
