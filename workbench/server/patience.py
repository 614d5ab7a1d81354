"""Slows down whoever tries tokens or codes, by where they come from; the right one is never held up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.server.refusals import refused
from workbench.sync.protocol.wire import Fault

FREE_TRIES = 5
"""Failures that cost nothing: somebody misreads a code."""

FIRST_WAIT = 2.0
LONGEST_WAIT = 900.0
FORGOTTEN_AFTER = 3600.0
"""Seconds: the wait after the first failure too many, the longest, and until failures are forgotten."""

_REMEMBERED = 10_000

Ticks = Callable[[], float]
"""Seconds that only ever go forward; handed in, so that tests may set them."""


@dataclass(slots=True)
class _Failures:
    count: int
    last: float


class Patience:
    """Failures by address; each one past the free tries doubles the wait before the next is heard."""

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._failures: dict[str, _Failures] = {}

    def hear(self, address: str) -> None:
        """Let a try be heard, or raise RequestRefused too_many with the seconds to wait."""
        remaining = self._remaining(address)
        if remaining > 0:
            raise refused(Fault.TOO_MANY, retry_after=int(remaining) + 1)

    def failed(self, address: str) -> None:
        """Remember that a try from there was wrong."""
        now = self._ticks()
        known = self._failures.pop(address, None)
        count = known.count + 1 if known and now - known.last < FORGOTTEN_AFTER else 1
        self._failures[address] = _Failures(count, now)
        if len(self._failures) > _REMEMBERED:
            del self._failures[next(iter(self._failures))]

    def _remaining(self, address: str) -> float:
        known = self._failures.get(address)
        if known is None or known.count < FREE_TRIES:
            return 0
        wait = min(FIRST_WAIT * (1 << min(known.count - FREE_TRIES, 16)), LONGEST_WAIT)
        return known.last + wait - self._ticks()
