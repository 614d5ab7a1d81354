"""Gives out the same ids in every playing of a run, or a seed would not bring a failure back."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock
from uuid import UUID

_EPOCH_MS = 1_763_942_400_000
_VERSION, _VARIANT = 0x7 << 76, 0x2 << 62


@contextmanager
def seeded_ids(seed: int) -> Iterator[None]:
    """Let every UUIDv7 of desks made meanwhile follow from the seed."""
    dice, count = random.Random(f"ids:{seed}"), itertools.count(_EPOCH_MS)

    def uuid7() -> UUID:
        rest = dice.getrandbits(74)
        return UUID(int=next(count) << 80 | _VERSION | rest >> 62 << 64 | _VARIANT | rest & (1 << 62) - 1)

    with mock.patch("workbench.store.base.uuid7", uuid7):
        yield
