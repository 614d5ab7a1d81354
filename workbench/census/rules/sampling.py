"""Draws samples that anybody can draw again from the seed: by the order of hashes, without replacement."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence


def shuffled(seed: int, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids in the chance order that belongs to the seed, whatever order they came in."""
    return tuple(sorted(set(ids), key=lambda one: (_draw(seed, one), one)))


def sample(seed: int, ids: Iterable[str], percent: float) -> tuple[str, ...]:
    """Draw that share of the ids, rounded up, each at most once; zero percent draws none."""
    order = shuffled(seed, ids)
    return order[: share_of(len(order), percent)]


def share_of(count: int, percent: float) -> int:
    """Return how many of so many make up a share, rounded up."""
    return min(count, math.ceil(round(count * percent / 100, 9)))


def sample_each(seed: int, groups: Mapping[str, Iterable[str]], percent: float) -> dict[str, tuple[str, ...]]:
    """Draw from each group (each enumerator's households) by itself, so that nobody goes unchecked."""
    return {group: sample(seed, ids, percent) for group, ids in groups.items()}


def still_to_verify(seed: int, unverified: Sequence[str], verified: int, percent: float) -> tuple[str, ...]:
    """Return which forms are to be typed again until the share is reached, in the order of chance."""
    wanted = share_of(len(unverified) + verified, percent) - verified
    return shuffled(seed, unverified)[: max(0, wanted)]


def _draw(seed: int, one: str) -> bytes:
    return hashlib.sha256(f"{seed}|{one}".encode()).digest()
