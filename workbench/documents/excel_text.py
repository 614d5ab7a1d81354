"""Makes text from outside harmless in Excel: never a formula, never a character the format forbids."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite
from typing import Any

LONGEST = 32_767
"""Characters an Excel cell can hold."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The full-width ones too: a Chinese Excel reads what is typed with them as a formula."""


def safe_text(text: str) -> str:
    """Return text without forbidden characters, cut with … where Excel could not hold it."""
    if not text.isprintable():
        text = _FORBIDDEN.sub("", text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate the text if someone typed or pasted it."""
    return text.startswith(_FORMULA_STARTS)


def put(cell: Any, value: Any, style: str) -> None:
    """Write a value into a cell of a sheet; text stays text whatever it begins with."""
    if isinstance(value, float | Decimal) and not isfinite(value):
        value = str(value)
    if isinstance(value, str):
        value = safe_text(value)
    cell.value = value
    cell.style = style
    if isinstance(value, str):
        cell.data_type = "s"
        if looks_like_formula(value):
            cell.quotePrefix = True
