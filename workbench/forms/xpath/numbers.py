"""Numbers as XPath and ODK read and write them."""

from __future__ import annotations

import math
from decimal import Decimal

NAN = math.nan
_EXACT = 2**53
_DECIMALS = 22


def plain(value: float) -> str:
    """Return a number as forms store it: no ``.0``, no exponent, and nothing where there is no number."""
    if math.isnan(value):
        return ""
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return (
            str(int(value)) if abs(value) < _EXACT else format(Decimal(repr(value)), "f").removesuffix(".0")
        )
    return format(Decimal(repr(value)), "f")


def numeral(value: float) -> str:
    """Return the spelling of a number within an expression."""
    return "(0 div 0)" if math.isnan(value) else "(1 div 0)" if math.isinf(value) else plain(value)


def exact_numeral(value: float) -> str:
    """Return a spelling that libxml2 reads as exactly this number (it sums the digits of a fraction)."""
    spelled = numeral(value)
    whole, point, fraction = spelled.partition(".")
    digits = (whole + fraction).lstrip("0")
    if not point or len(fraction) > _DECIMALS or int(digits or 0) >= _EXACT:
        return spelled
    return f"({digits} div 1{'0' * len(fraction)})"


def number_of(text: str) -> float:
    """Return the number a text says, NaN where it says none; an exponent is read, "infinity" is not."""
    try:
        value = float(text)
    except ValueError:
        return NAN
    if math.isfinite(value) and "_" not in text and text.isascii():
        return value
    return NAN


def truncated(value: float) -> float:
    """Return a number without its fraction, towards zero; NaN and infinity stay."""
    return float(math.trunc(value)) if math.isfinite(value) else value
