"""Bring text typed on any keyboard to one form, so that it can be compared and searched."""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys((0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_INVISIBLE = dict.fromkeys((0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))

# Not plain NFKC: that would also rewrite ㎡, ① and rare characters of names kept in compatibility blocks.
_FOLDING: dict[int, int | str | None] = {**_FULL_WIDTH, **_SPACES, **_INVISIBLE}


def fold(text: str) -> str:
    """Return the text half-width (全角 → 半角), without invisible characters and outer spaces.

    It is for keys, codes, numbers and headings; prose is kept as it was typed, with its Chinese punctuation.
    """
    return text.strip() if text.isascii() else text.translate(_FOLDING).strip()


def compact(text: str) -> str:
    """Return the folded text without any space or line break in it."""
    return "".join(fold(text).split())
