"""Regular expressions as forms write them, in Java's spelling (正则表达式)."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.forms.xpath import wording
from workbench.forms.xpath.faults import EvaluationFault

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LETTERS = (
    "a-zA-Z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u0373\u0376-\u037d\u0386-\u0481"
    f"\u048a-\u0559\u0561-\u0587\u05d0-\u064a\u0671-\u06d3\u0900-\u1fff\u3041-\u30ff{_HAN}\uac00-\ud7a3"
)
_CLASSES = {
    "Alpha": "a-zA-Z", "Digit": "0-9", "Alnum": "a-zA-Z0-9", "Upper": "A-Z", "Lower": "a-z",
    "Punct": r"!-/:-@\[-`{-~", "Space": r" \t\n\x0b\f\r", "Blank": r" \t", "XDigit": "0-9a-fA-F",
    "L": _LETTERS, "IsAlphabetic": _LETTERS, "N": "0-9\uff10-\uff19", "Nd": "0-9\uff10-\uff19",
    "Lu": "A-Z\u00c0-\u00d6\u00d8-\u00de", "Ll": "a-z\u00df-\u00f6\u00f8-\u00ff",
    "IsHan": _HAN, "script=Han": _HAN, "sc=Han": _HAN, "InCJKUnifiedIdeographs": "\u4e00-\u9fff",
}  # fmt: skip
"""Java's named classes as the characters Python's brackets take; letters as far as forms need them."""

_NAMED = re.compile(r"\\\\|\\([pP])(?:\{([^}]*)\}|([A-Z]))|\[|\]|\\.")
_CACHED = 512


def matches(text: str, pattern: str) -> bool:
    """Tell whether a pattern matches somewhere in a text; raises EvaluationFault where the pattern is wrong.

    ODK XForms has a pattern tested as it stands, and Enketo and Web Forms do so; JavaRosa alone asks for a
    match of the whole text. A form that means the whole writes ``^`` and ``$``, and all engines agree.
    """
    return _compiled(pattern).search(text) is not None


@lru_cache(_CACHED)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern; as in Java the classes of digits and words hold ASCII only."""
    try:
        return re.compile(in_python(pattern), re.ASCII)
    except (re.error, KeyError, OverflowError) as error:
        raise EvaluationFault(wording.BAD_PATTERN.format(pattern)) from error


def in_python(pattern: str) -> str:
    """Return a pattern with Java's named classes spelled out, also within brackets."""
    written, end, depth = [], 0, 0
    for found in _NAMED.finditer(pattern):
        written.append(pattern[end : found.start()])
        end = found.end()
        depth = max(0, depth + {"[": 1, "]": -1}.get(found.group(), 0))
        written.append(_spelled(found, depth > 0))
    return "".join((*written, pattern[end:]))


def _spelled(found: re.Match[str], within_brackets: bool) -> str:
    if not found.group(1):
        return found.group()
    characters = _CLASSES[found.group(2) or found.group(3)]
    if within_brackets:
        return characters
    return f"[^{characters}]" if found.group(1) == "P" else f"[{characters}]"
