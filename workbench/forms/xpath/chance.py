"""Order by chance that every ODK engine draws alike for the same seed (随机排序)."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from typing import TypeVar

from workbench.forms.xpath.numbers import number_of

T = TypeVar("T")

_MODULUS = 2**31 - 1
_MULTIPLIER = 16_807


def park_miller(seed: int) -> Iterator[float]:
    """Yield numbers from 0 up to 1: the minimal standard generator of Park and Miller (1988)."""
    state = _remainder(seed)
    if state <= 0:
        state += _MODULUS - 1
    while True:
        state = state * _MULTIPLIER % _MODULUS
        yield (state - 1) / (_MODULUS - 1)


def _remainder(seed: int) -> int:
    """Return what is left of a division, with the sign of the dividend as in Java."""
    return abs(seed) % _MODULUS * (-1 if seed < 0 else 1)


def seed_of(text: str) -> int:
    """Return the seed a text gives: its number cut to a long, otherwise the first 64 bits of its SHA-256."""
    number = number_of(text)
    if not math.isnan(number):
        return max(-(2**63), min(2**63 - 1, int(number)))
    if not text:
        return 0
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


def shuffled(items: Sequence[T], chances: Iterator[float]) -> list[T]:
    """Return the items in an order drawn by chance (Fisher and Yates, from the inside out)."""
    order: list[T] = []
    for at, item in enumerate(items):
        place = math.floor(next(chances) * (at + 1))
        if place == at:
            order.append(item)
        else:
            order.append(order[place])
            order[place] = item
    return order
