"""Makes a failing run small: drops steps while what is left still fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shrunk(steps: Sequence[T], fails: Callable[[Sequence[T]], bool], tries: int = 400) -> list[T]:
    """Return few of the steps that fail together, in their order, after at most `tries` trials.

    Halves first, then quarters, down to single steps; begun again as long as something could be dropped.
    """
    kept = list(steps)
    size = max(1, len(kept) // 2)
    while size and tries > 0:
        kept, tries, dropped = _pass(kept, fails, size, tries)
        if size > 1 or not dropped:
            size //= 2
    return kept


def _pass(
    steps: list[T], fails: Callable[[Sequence[T]], bool], size: int, tries: int
) -> tuple[list[T], int, bool]:
    """Try to drop every run of `size` steps once, from the end, where most of the noise is."""
    dropped = False
    at = len(steps)
    while at > 0 and tries > 0:
        without = [*steps[: max(0, at - size)], *steps[at:]]
        tries -= 1
        if fails(without):
            steps, dropped = without, True
        at -= size
    return steps, tries, dropped
