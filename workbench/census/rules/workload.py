"""Shares households among enumerators so that none has much more to do than another (分派任务)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.census.wording import GuardFailed, Reason


@dataclass(frozen=True, slots=True)
class Walk:
    """Households that should stay together, in walking order: a stair, a floor, a small building."""

    case_ids: tuple[str, ...]


def propose_assignment(
    walks: Sequence[Walk], enumerators: Sequence[str], already: Mapping[str, int] | None = None
) -> dict[str, str]:
    """Return an enumerator for each household, loads even; the order of both sides is kept.

    `already` counts the households somebody has elsewhere. Walks are cut only where a share is full, so
    that each enumerator gets neighbours. Raises GuardFailed when there is nobody.
    """
    if not enumerators:
        raise GuardFailed(Reason.NO_CANDIDATES)
    cases = [case for walk in walks for case in walk.case_ids]
    shares = even_shares(len(cases), [(already or {}).get(one, 0) for one in enumerators])
    people = (one for one, share in zip(enumerators, shares, strict=True) for _ in range(share))
    return dict(zip(cases, people, strict=True))


def even_shares(households: int, loads: Sequence[int]) -> tuple[int, ...]:
    """Return how many more each gets, whoever has least first, so that all end as even as can be."""
    shares = [0] * len(loads)
    for _ in range(households):
        least = min(range(len(loads)), key=lambda one: loads[one] + shares[one])
        shares[least] += 1
    return tuple(shares)
