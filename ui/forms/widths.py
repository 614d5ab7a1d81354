"""When a field is full: read from a question's constraint, so that the cursor can go on without Enter."""

from __future__ import annotations

import re
from functools import lru_cache

_LENGTH = re.compile(r"string-length\(\s*\.\s*\)\s*=\s*(\d+)")
_PATTERN = re.compile(r"regex\(\s*\.\s*,\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)")
_BOUND = re.compile(r"\.\s*([<>]=?)\s*(\d+)")
_ATOM = re.compile(r"(?:\[\^?\]?[^\]]*\]|\\[dwDWsS.\-]|[^\\^$(){}|*+?\[\].])")
_TIMES = re.compile(r"\{(\d+)\}")
_WORDS = re.compile(r"'[^']*'|\"[^\"]*\"|[()]|\band\b|\bor\b|[^'\"()ao]+|.", re.DOTALL)


@lru_cache(maxsize=4096)
def width_of(constraint: str, *, whole_number: bool) -> int:
    """Return with how many characters a field is full, or 0 where the constraint does not tell."""
    conditions = conditions_of(constraint)
    if whole_number:
        return _width_of_number(conditions)
    for condition in conditions:
        if found := _LENGTH.fullmatch(condition):
            return int(found[1])
        if found := _PATTERN.fullmatch(condition):
            return fixed_length(found[1] or found[2] or "")
    return 0


def conditions_of(constraint: str) -> list[str]:
    """Return the conditions that must hold together; none where any of several may do."""
    parts, depth = [""], 0
    for word in _WORDS.findall(constraint):
        depth += (word == "(") - (word == ")")
        if depth == 0 and word == "or":
            return []
        if depth == 0 and word == "and":
            parts.append("")
        else:
            parts[-1] += word
    return [part.strip() for part in parts if part.strip()]


def fixed_length(pattern: str) -> int:
    """Return how many characters a plain regular expression always takes, or 0 where that is open."""
    length, rest = _branches(pattern.removeprefix("^").removesuffix("$"))
    return length if length > 0 and not rest else 0


def _branches(text: str) -> tuple[int, str]:
    """Read alternatives up to a closing bracket; return their one length (-1: they differ) and the rest."""
    length, rest = _sequence(text)
    while rest.startswith("|"):
        other, rest = _sequence(rest[1:])
        length = length if other == length else -1
    return length, rest


def _sequence(text: str) -> tuple[int, str]:
    length = 0
    while text and text[0] not in "|)":
        if text[0] == "(":
            piece, text = _branches(text[1:].removeprefix("?:"))
            text = text.removeprefix(")")
        elif atom := _ATOM.match(text):
            piece, text = 1, text[atom.end() :]
        else:
            return -1, ""
        if times := _TIMES.match(text):
            piece, text = piece * int(times[1]), text[times.end() :]
        if piece < 0 or text[:1] in ("*", "+", "?", "{"):
            return -1, ""
        length += piece
    return length, text


def _width_of_number(conditions: list[str]) -> int:
    bounds = [found for condition in conditions if (found := _BOUND.fullmatch(condition))]
    most = [int(bound[2]) - (bound[1] == "<") for bound in bounds if bound[1].startswith("<")]
    return len(str(min(most))) if most else 0
