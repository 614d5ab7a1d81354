"""Builds the smallest CFF font a PDF may embed: chosen glyphs, numbered from 0, nothing else.

The layout is that of Adobe Technical Note 5176, "The Compact Font Format Specification"; the result is the
`CIDFontType0C` font file of ISO 32000-1, 9.9.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_OWN_STRING = 391
"""Strings below this number are the standard ones; ours follow."""


def build_cff(name: str, glyphs: Sequence[bytes], bounds: tuple[int, int, int, int]) -> bytes:
    """Return a CID-keyed font of `glyphs`, charstrings that stand alone; the one at place n answers to CID n.

    A charstring without a width is 1000 units wide.
    """
    head = b"\x01\x00\x04\x04" + _index([name.encode("ascii")])
    tail = _index([b"Adobe", b"Identity"]) + _index([])
    at = len(head) + len(_index([_top(bounds, len(glyphs), 0, 0, 0, 0)])) + len(tail)
    charset = b"\x02" + (1).to_bytes(2, "big") + (len(glyphs) - 2).to_bytes(2, "big")
    select = b"\x03\x00\x01\x00\x00\x00" + len(glyphs).to_bytes(2, "big")
    outlines = _index(glyphs)
    private = _integer(1000) + b"\x14" + _integer(0) + b"\x15"
    charset_at, select_at = at, at + len(charset)
    outlines_at = select_at + len(select)
    private_at = outlines_at + len(outlines)
    dictionary = _long(len(private)) + _long(private_at) + b"\x12"
    top = _top(bounds, len(glyphs), charset_at, select_at, outlines_at, private_at + len(private))
    return head + _index([top]) + tail + charset + select + outlines + private + _index([dictionary])


def _top(bounds: Sequence[int], count: int, charset: int, select: int, outlines: int, fonts: int) -> bytes:
    """Return the top dictionary; every offset takes five bytes, so its length is known beforehand."""
    ordering = b"".join(map(_integer, (_FIRST_OWN_STRING, _FIRST_OWN_STRING + 1, 0))) + b"\x0c\x1e"
    box = b"".join(map(_integer, bounds)) + b"\x05"
    places = _long(charset) + b"\x0f" + _long(outlines) + b"\x11" + _long(fonts) + b"\x0c\x24"
    return ordering + box + _long(count) + b"\x0c\x22" + places + _long(select) + b"\x0c\x25"


def _integer(value: int) -> bytes:
    if -107 <= value <= 107:
        return bytes((value + 139,))
    return b"\x1c" + value.to_bytes(2, "big", signed=True)


def _long(value: int) -> bytes:
    return b"\x1d" + value.to_bytes(4, "big")


def _index(items: Sequence[bytes]) -> bytes:
    """Return an INDEX: count, offsets from 1 in as few bytes as they need, then the data end to end."""
    if not items:
        return b"\x00\x00"
    offsets = list(accumulate(map(len, items), initial=1))
    size = (offsets[-1].bit_length() + 7) // 8
    table = b"".join(offset.to_bytes(size, "big") for offset in offsets)
    return len(items).to_bytes(2, "big") + bytes((size,)) + table + b"".join(items)
