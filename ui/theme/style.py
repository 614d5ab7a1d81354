"""The style sheet: Qt style sheets in ``resources/style`` filled with the palette and the scale."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import resources
from ui.theme.palette import luminance

if TYPE_CHECKING:
    from ui.theme.palette import Palette

STYLE = Path(resources.__file__).parent / "style"
_SIZE = re.compile(r"\b(\d+)dp\b")


def style_sheet(palette: Palette, scale: float) -> str:
    """Return the application's style sheet for a palette and a scale (1.0 to 2.0)."""
    images = STYLE / ("light" if luminance(palette.window) > 0.5 else "dark")
    filled = Template(_sheets()).substitute(asdict(palette), images=images.as_posix())
    return _SIZE.sub(lambda size: f"{round(int(size[1]) * scale)}px", filled)


@cache
def _sheets() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(STYLE.glob("*.qss")))
