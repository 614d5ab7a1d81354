"""Telephone numbers of mainland China as the workbench keeps them: digits only, area code with its zero."""

from __future__ import annotations

import re

from workbench.standards.text import compact

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0(?:10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7}")
_LOCAL = re.compile(r"[2-9]\d{6,7}")
_SERVICE = re.compile(r"[48]00\d{7}")

_SEPARATORS = re.compile(r"[-‐‑–—―−_/.()]+")
_CELL_TRACES = re.compile(r"^['`‘’]+|\.0+$")
_COUNTRY = re.compile(r"(?:\+|00)86|86(?=1[3-9]\d{9}$)")


def normalize_phone(text: str) -> str | None:
    """Return a phone number as digits only, None when the text is not one number of a known form.

    Known are mobiles (11 digits), landlines with area code (0571-83726167 → 057183726167), landlines without
    one (7 or 8 digits) and 400/800 numbers; also written full-width, with +86, or as the number that a
    spreadsheet made of it (17622777495.0, or 57183726167 without the zero).
    """
    bare = _CELL_TRACES.sub("", compact(text))
    digits = _SEPARATORS.sub("", bare)
    national = _COUNTRY.sub("", digits, count=1) if _COUNTRY.match(digits) else digits
    if not (national.isascii() and national.isdigit()):
        return None
    return _recognised(national)


def is_mobile(phone: str) -> bool:
    """Tell whether a normalised number is a mobile (手机), which can receive messages."""
    return _MOBILE.fullmatch(phone) is not None


def _recognised(digits: str) -> str | None:
    if any(form.fullmatch(digits) for form in (_MOBILE, _LANDLINE, _SERVICE, _LOCAL)):
        return digits
    if digits.startswith("0") and is_mobile(digits[1:]):
        return digits[1:]
    return f"0{digits}" if _LANDLINE.fullmatch(f"0{digits}") else None
