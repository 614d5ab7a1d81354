"""Breaks text into lines as Chinese typesetting does (避头尾): no comma first, no opening bracket last."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—％%·,.;:?!)]}℃々")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{￥¥")
_INVISIBLE = frozenset(("Cc", "Cf", "Cs"))
_LINE_ENDS = str.maketrans("\r\x0b\x0c\u2028\u2029\t", "\n\n\n\n\n ")


def printable(text: str) -> str:
    """Return text as it may be set on paper: line ends kept, invisible and control characters left out."""
    if text.isprintable():
        return _without_selectors(text)
    unified = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    return _without_selectors("".join(char for char in unified if char == "\n" or _visible(char)))


def one_line(text: str) -> str:
    """Return printable text without line ends."""
    clean = printable(text)
    return " ".join(clean.split("\n")) if "\n" in clean else clean


def wrap(text: str, width: float, size: float, advances: Mapping[str, int]) -> list[str]:
    """Return the lines of a printable text, each at most `width` points wide; at least one line."""
    room = width * 1000 / size
    return [line for part in text.split("\n") for line in _fold(part, room, advances)]


def _fold(text: str, room: float, advances: Mapping[str, int]) -> Iterator[str]:
    if sum(map(advances.__getitem__, text)) <= room:
        yield text
        return
    start, used, allowed = 0, 0, 0
    for place, char in enumerate(text):
        if place > start and _may_break(text[place - 1], char):
            allowed = place
        used += advances[char]
        if used > room and place > start:
            cut = allowed if allowed > start else place
            yield text[start:cut].rstrip(" ")
            start = cut
            used = sum(map(advances.__getitem__, text[start : place + 1]))
    yield text[start:]


@lru_cache(maxsize=4096)
def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before == " ":
        return True
    return not (_of_word(before) and _of_word(after))


def _of_word(char: str) -> bool:
    return char.isascii() and not char.isspace()


def _visible(char: str) -> bool:
    return unicodedata.category(char) not in _INVISIBLE


def _without_selectors(text: str) -> str:
    """Leave out variation selectors, which no outline answers to."""
    return text.replace("\ufe0f", "").replace("\ufe0e", "")
