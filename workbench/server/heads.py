"""How far each community's log has come, kept in memory, so that a poll for news costs no database.

A listener thread learns from PostgreSQL (NOTIFY) what any process wrote. What it says may arrive late and
never wrongly: while nobody listens, and once an entry is old, the database is asked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

UNHEARD_SECONDS = 1.0
"""How long an entry is believed while nobody listens."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a community's log stands, in which life of the server."""

    seq: int
    epoch: str


@dataclass(slots=True)
class _Entry:
    head: Head
    at: float


class Heads:
    """The heads of the communities asked for, the newest known of each."""

    def __init__(
        self, read: Callable[[str], Head | None], ticks: Callable[[], float], seconds: float
    ) -> None:
        self._read, self._ticks, self._seconds = read, ticks, seconds
        self._entries: dict[str, _Entry] = {}
        self._lock = threading.Lock()
        self._listening = False
        self._heard_since = float("-inf")

    def remembered(self, community_id: str) -> Head | None:
        """Return the head as far as memory may be believed, or None: then ask."""
        entry = self._entries.get(community_id)
        if entry is None:
            return None
        age = self._ticks() - entry.at
        return entry.head if age < (self._seconds if self._listening else UNHEARD_SECONDS) else None

    def asked(self, community_id: str) -> Head | None:
        """Ask the database, and remember; None if there is no such community."""
        asked_at = self._ticks()
        head = self._read(community_id)
        if head is not None:
            self._keep(community_id, head, asked_at)
        return head

    def learned(self, community_id: str, seq: int, epoch: str) -> None:
        """Take in what somebody wrote, in this process or another."""
        self._keep(community_id, Head(seq, epoch), self._ticks())

    def listening(self, yes: bool) -> None:
        """Say whether news reaches this process; what was missed is asked for anew."""
        with self._lock:
            self._listening = yes
            self._heard_since = self._ticks()
            self._entries.clear()

    def _keep(self, community_id: str, head: Head, at: float) -> None:
        """Keep what lies further on in the same life; in another life the later word counts."""
        with self._lock:
            if at < self._heard_since:
                return
            known = self._entries.get(community_id)
            if known and known.head.epoch == head.epoch and known.head.seq > head.seq:
                head = known.head
            self._entries[community_id] = _Entry(head, at)
