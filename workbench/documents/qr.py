"""The square codes on slips (二维码): what they say, how they are read back, how they are drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.documents.palette import INK
from workbench.standards.text import fold

if TYPE_CHECKING:
    from workbench.documents.pen import Pen

MATTER_PREFIX = "CWB:M:"
"""Before the number of a matter; scanned into the search field it opens that matter."""
_MATTER = re.compile(r"\s*CWB:M:(?P<number>\S{1,64})\s*", re.IGNORECASE)


def payload_for_matter(number: str) -> str:
    """Return what the code on a matter's slip says."""
    return f"{MATTER_PREFIX}{number}"


def matter_number_from(payload: str) -> str | None:
    """Return the matter's number in what a scanner typed, or None when it is something else.

    A scanner types through the keyboard's input method, which may make the letters full-width.
    """
    found = _MATTER.fullmatch(fold(payload))
    return found["number"] if found else None


def draw_qr(pen: Pen, x: float, y: float, size: float, payload: str) -> None:
    """Draw a code as vectors; errors up to 15 % are corrected, so a crease does no harm."""
    import segno

    rows = [bytes(row) for row in segno.make(payload, error="m", micro=False).matrix]
    module = size / len(rows)
    for down, row in enumerate(rows):
        for run in re.finditer(b"\x01+", row):
            left = x + run.start() * module
            pen.fill(left, y + down * module, (run.end() - run.start()) * module + 0.02, module + 0.02, INK)
