"""Watches the grace of one desk: counts in its store, and has the machine lose the key when it is over."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workbench.sync.facts import LAST_CONTACT, OFFLINE_HOURS, SERVER_URL, facts_of
from workbench.sync.grace import Grace, OfflineTooLong, allowed_of, begun, looked
from workbench.sync.model import DeskDevice

if TYPE_CHECKING:
    from workbench.security.custody import KeyCustody
    from workbench.standards.clock import Clock
    from workbench.store import Store

GRACE = "grace"
"""Name of the store fact that holds since when the grace counts and the latest moment seen (JSON)."""

WORTH_WRITING = timedelta(seconds=30)
"""How far the latest moment seen may run ahead of what is written down."""


class OfflineGrace:
    """Asked at the door and every minute while the desk is open; silent where there is no server."""

    def __init__(
        self,
        store: Store,
        custody: KeyCustody,
        clock: Clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._custody, self._clock, self._monotonic = store, custody, clock, monotonic
        self._last_look = monotonic()
        self._written: datetime | None = None

    def look(self) -> Grace | None:
        """Return how much time is left, None at a desk without a server.

        When it is over the machine loses the key before anything else happens. Raises OfflineTooLong.
        """
        kept = self._kept()
        if kept is None:
            return None
        contact, grace = kept
        self._custody.limit_guesses()
        grace = looked(grace, self._clock(), self._ran())
        if grace.is_over:
            self._custody.forget()
            raise OfflineTooLong(grace.allowed)
        if grace.seen - kept[1].seen >= WORTH_WRITING or grace.since != self._written:
            self._keep(contact, grace)
        return grace

    def begin_again(self) -> None:
        """Give another grace: the recovery passphrase was typed, which is kept away from this machine."""
        kept = self._kept()
        if kept is not None:
            contact, grace = kept
            now = max(self._clock(), grace.seen)
            self._keep(contact, begun(now, grace.allowed))

    def _ran(self) -> timedelta:
        before, self._last_look = self._last_look, self._monotonic()
        return timedelta(seconds=self._last_look - before)

    def _kept(self) -> tuple[str, Grace] | None:
        """Return the last contact as it is written, and the grace that counts from it."""
        with self._store.read() as reading:
            facts = facts_of(reading)
            device = reading.get(DeskDevice, self._store.device_id)
        if SERVER_URL not in facts:
            return None
        told = facts.get(OFFLINE_HOURS)
        allowed = allowed_of(device.offline_hours if device else int(told) if told else None)
        contact = facts.get(LAST_CONTACT, "")
        return contact, _grace_of(contact, json.loads(facts.get(GRACE, "{}")), allowed, self._clock())

    def _keep(self, contact: str, grace: Grace) -> None:
        self._written = grace.since
        body = {"contact": contact, "since": grace.since.isoformat(), "seen": grace.seen.isoformat()}
        with self._store.receive("") as unit:
            unit.set_fact(GRACE, json.dumps(body))


def _grace_of(contact: str, kept: dict[str, str], allowed: timedelta, now: datetime) -> Grace:
    """Return the grace as it was kept, or begun anew where the desk has heard from the server since.

    Whether it has is told by the text of the last contact alone and not by which moment is later: a
    clock that once stood in the future must not end, nor lengthen, what begins after it was put right.
    """
    if kept.get("contact") == contact:
        return Grace(datetime.fromisoformat(kept["since"]), allowed, datetime.fromisoformat(kept["seen"]))
    return begun(datetime.fromisoformat(contact) if contact else now, allowed)
