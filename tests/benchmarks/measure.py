"""What a benchmark finds: our figure and a reference measured beside it in the same run."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Measurement:
    """One figure: `ours` and `reference` in `unit`; smaller is better unless the name says otherwise."""

    name: str
    ours: float
    reference: float
    unit: str

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the reference."""
        return self.ours / self.reference if self.reference else float("inf")

    def line(self) -> str:
        """Return the figure as one line of print."""
        return (
            f"{self.name:<44} ours {self.ours:>10.2f} {self.unit:<4} "
            f"reference {self.reference:>10.2f} {self.unit:<4} ratio {self.ratio:.2f}"
        )


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def best_seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of several runs, the one least disturbed by others."""
    return min(seconds(work) for _ in range(times))
