"""The mark that nobody sees (隐形水印): the number of an export written between the letters, found again.

It survives copying a page, a sheet or a cell, for it is text like any other: two characters that take no
room stand for the bits of the number.
"""

from __future__ import annotations

import re

_ZERO, _ONE, _EDGE = "\u200b", "\u200c", "\u2063"
_WRITTEN = re.compile(f"{_EDGE}([{_ZERO}{_ONE}]+){_EDGE}")
_BITS = 4


def hidden(export_id: str) -> str:
    """Return a number of hexadecimal digits as characters that take no room."""
    digits = export_id.replace("-", "")
    bits = "".join(f"{int(digit, 16):0{_BITS}b}" for digit in digits)
    return _EDGE + bits.translate({ord("0"): _ZERO, ord("1"): _ONE}) + _EDGE


def found_in(text: str) -> str | None:
    """Return the number hidden in a text, in groups of four digits, or None."""
    written = _WRITTEN.search(text)
    if written is None:
        return None
    bits = written[1].translate({ord(_ZERO): "0", ord(_ONE): "1"})
    digits = "".join(f"{int(bits[at : at + _BITS], 2):X}" for at in range(0, len(bits), _BITS))
    return grouped(digits)


def grouped(digits: str) -> str:
    """Return hexadecimal digits as they are read aloud: 7F3A-9C21-B0D4."""
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4)).upper()
