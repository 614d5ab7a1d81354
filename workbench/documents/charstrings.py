"""Flattens Type 2 charstrings, the glyph programs of an OpenType font, so that one glyph stands alone.

The rules are those of Adobe Technical Note 5177, "The Type 2 Charstring Format".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEMS = frozenset((1, 3, 18, 23))
_MASKS = frozenset((19, 20))
_FIRST_MOVES = {21: 2, 22: 1, 4: 1, 14: 0}
"""Operators that may carry the glyph's width, with the number of operands that are theirs."""
_CALL_LOCAL, _RETURN, _ESCAPE, _SHORT_INT, _CALL_GLOBAL, _FIXED = 10, 11, 12, 28, 29, 255


class Flattener:
    """Inlines the subroutines of one glyph and leaves out its hints, which only coarse screens need."""

    def __init__(self, local: Sequence[bytes], shared: Sequence[bytes], width: int) -> None:
        self._local, self._shared = local, shared
        self._width: bytes | None = encode_integer(width)
        self._operands: list[bytes] = []
        self._stems = 0
        self._out = bytearray()

    def flatten(self, program: bytes) -> bytes:
        """Return the same outline without calls and hints, with the width stated first."""
        self._run(program)
        return bytes(self._out)

    def _run(self, code: bytes) -> None:
        position, end = 0, len(code)
        while position < end:
            first = code[position]
            if first >= 32 or first == _SHORT_INT:
                size = _operand_size(first)
                self._operands.append(code[position : position + size])
                position += size
            else:
                position += self._operator(first, code, position)

    def _operator(self, operator: int, code: bytes, position: int) -> int:
        """Carry out one operator; return how many bytes it took."""
        if operator == _CALL_LOCAL:
            self._run(self._subroutine(self._local))
        elif operator == _CALL_GLOBAL:
            self._run(self._subroutine(self._shared))
        elif operator in _STEMS or operator in _MASKS:
            self._stems += len(self._operands) // 2
            self._operands.clear()
            return 1 + ((self._stems + 7) // 8 if operator in _MASKS else 0)
        elif operator == _ESCAPE:
            self._emit(code[position : position + 2])
            return 2
        elif operator != _RETURN:
            self._emit(bytes((operator,)))
        return 1

    def _subroutine(self, routines: Sequence[bytes]) -> bytes:
        return routines[decode_integer(self._operands.pop()) + _bias(len(routines))]

    def _emit(self, operator: bytes) -> None:
        if self._width is not None:
            own = _FIRST_MOVES[operator[0]]
            self._out += self._width + b"".join(self._operands[len(self._operands) - own :]) + operator
            self._width = None
        else:
            self._out += b"".join(self._operands) + operator
        self._operands.clear()


def encode_integer(value: int) -> bytes:
    """Return an integer (-32768 to 32767) as a charstring operand; also right in a CFF dictionary."""
    if -107 <= value <= 107:
        return bytes((value + 139,))
    return bytes((_SHORT_INT,)) + value.to_bytes(2, "big", signed=True)


def decode_integer(operand: bytes) -> int:
    """Return the integer a charstring operand stands for."""
    first = operand[0]
    if first == _SHORT_INT:
        return int.from_bytes(operand[1:3], "big", signed=True)
    if first <= 246:
        return first - 139
    if first <= 250:
        return (first - 247) * 256 + operand[1] + 108
    return -(first - 251) * 256 - operand[1] - 108


def _operand_size(first: int) -> int:
    if first == _SHORT_INT:
        return 3
    if first == _FIXED:
        return 5
    return 1 if first <= 246 else 2


def _bias(count: int) -> int:
    if count < 1240:
        return 107
    return 1131 if count < 33900 else 32768
