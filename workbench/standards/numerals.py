"""Chinese numerals as they occur in dates, house numbers and floors: 五八, 一九五八, 二十三, 廿三, 元月."""

from __future__ import annotations

import re

_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": "0", "○": "0", "◯": "0", "两": "2"}
_TENS = {"十": 1, "廿": 2, "卅": 3, "卌": 4}

_RUN = re.compile(f"[{''.join(_DIGITS)}{''.join(_TENS)}]+")
_WITH_TENS = re.compile(f"([{''.join(_DIGITS)}]?)([{''.join(_TENS)}])([{''.join(_DIGITS)}]?)")


def with_arabic_numerals(text: str) -> str:
    """Return the text with Chinese numerals up to 99, or digit by digit (一九五八), written as 58, 1958."""
    return _RUN.sub(lambda run: _arabic(run[0]), text.replace("元月", "1月"))


def _arabic(run: str) -> str:
    """Return one run of numerals in digits, unchanged when it is neither a number nor a row of digits."""
    if not any(character in _TENS for character in run):
        return "".join(_DIGITS[character] for character in run)
    match = _WITH_TENS.fullmatch(run)
    if not match:
        return run
    times, ten, units = match.groups()
    tens = int(_DIGITS[times]) * _TENS[ten] if times else _TENS[ten]
    return str(tens * 10 + int(_DIGITS.get(units, "0")))
