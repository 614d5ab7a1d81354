"""Colours, type sizes and measures of everything on paper: one calm family for reports and slips."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.typeface import Face

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

MILLIMETRE = 72 / 25.4
"""Points to the millimetre."""


def _hex(code: str) -> Colour:
    red, green, blue = bytes.fromhex(code)
    return round(red / 255, 3), round(green / 255, 3), round(blue / 255, 3)


INK = _hex("1F2933")
SOFT = _hex("52606D")
FAINT = _hex("8A97A3")
HAIRLINE = _hex("CBD2D9")
GRID = _hex("E4E8EC")
BAND = _hex("F3F5F7")
WATERMARK = _hex("EBEEF1")
CINNABAR = _hex("A4342B")
"""朱砂: the one accent, for rules, the seal place and what is still missing."""
PINE = _hex("1F5F5B")
"""松绿: the accent of reports."""

SERIES = tuple(map(_hex, ("1B5E7B", "E08E2B", "4F9D8F", "B5493F", "7A6FA8", "8FA63A", "5AA9D6", "6B7280")))
"""Colours of chart series: told apart with the common colour blindnesses and in grey."""
SERIES_HEX = ("1B5E7B", "E08E2B", "4F9D8F", "B5493F", "7A6FA8", "8FA63A", "5AA9D6", "6B7280")
"""The same for Excel."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of text looks: typeface, size in points, colour, weight and space between letters."""

    size: float
    colour: Colour = INK
    face: Face = Face.SANS
    bold: bool = False
    spacing: float = 0.0


A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
A4_LANDSCAPE = (297 * MILLIMETRE, 210 * MILLIMETRE)
A5 = (148 * MILLIMETRE, 210 * MILLIMETRE)
