"""Shows a masked number in full to somebody who says why, for a minute, and journals that they did."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.security.roles import Permission, require
from workbench.standards.clock import Clock, utc_now
from workbench.standards.errors import WorkbenchError
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from workbench.security.session import Session
    from workbench.store import Store

LIFETIME = timedelta(seconds=60)
SHORTEST_REASON = 4
_RESIDENT = "resident"


class Purpose(StrEnum):
    """Why somebody needs to see a number in full (查看事由)."""

    MATTER = "matter"
    CALL = "call"
    VISIT = "visit"
    VERIFY = "verify"
    REQUEST = "request"
    EMERGENCY = "emergency"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Chinese words for the purpose, as the journal keeps them."""
        return _LABELS[self]


_LABELS = {
    Purpose.MATTER: "办理事项核对",
    Purpose.CALL: "电话回访",
    Purpose.VISIT: "走访入户",
    Purpose.VERIFY: "信息核实更正",
    Purpose.REQUEST: "居民本人要求",
    Purpose.EMERGENCY: "应急处置",
    Purpose.OTHER: "其他",
}

Reader = Callable[[str, str], str | None]
"""Reads one field of one resident in full; the desk hands it in, for people are a storey up."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Leave to see some fields of one resident in full, from one moment to another (UTC)."""

    resident_id: str
    fields: frozenset[str]
    purpose: str
    since: datetime
    until: datetime

    def covers(self, field: str, now: datetime) -> bool:
        """Say whether the field may be shown now; a clock set back before the grant ends it."""
        return field in self.fields and self.since <= now < self.until


class PurposeMissing(WorkbenchError):
    """Nobody sees a number in full without saying why; nothing was shown."""


class NotUnmasked(WorkbenchError):
    """There is no grant for that field, or its minute is over; nothing was shown."""

    def __init__(self) -> None:
        super().__init__("完整信息的查看时限已过或未申请，请重新选择事由后查看。")


class Unmasking:
    """What one signed-in person may see in full at the moment; forgotten when they leave the desk."""

    def __init__(self, store: Store, session: Session, read: Reader, clock: Clock = utc_now) -> None:
        self._store, self._session, self._read, self._clock = store, session, read, clock
        self._grants: dict[str, Grant] = {}

    def grant(self, resident_id: str, fields: Iterable[str], purpose: Purpose, reason: str = "") -> Grant:
        """Open the fields for a minute and journal it before anything is shown.

        Raises NotPermitted, PurposeMissing.
        """
        require(self._session, Permission.UNMASK)
        why = purpose_in_words(purpose, reason)
        now, chosen = self._clock(), frozenset(fields)
        details = {"fields": sorted(chosen), "seconds": int(LIFETIME.total_seconds())}
        with self._store.write(self._session.actor) as work:
            work.note(JournalKind.UNMASK, _RESIDENT, resident_id, details, why)
        opened = Grant(resident_id, chosen, why, now, now + LIFETIME)
        self._grants[resident_id] = opened
        return opened

    def reveal(self, resident_id: str, field: str) -> str | None:
        """Return the field in full while its grant lasts. Raises NotUnmasked."""
        found = self._grants.get(resident_id)
        if found is None or not found.covers(field, self._clock()):
            raise NotUnmasked
        return self._read(resident_id, field)

    def remaining(self, resident_id: str) -> timedelta:
        """Return how long the resident's fields stay open, zero where they are not."""
        found, now = self._grants.get(resident_id), self._clock()
        if found is None or not found.since <= now < found.until:
            return timedelta(0)
        return found.until - now

    def close(self) -> None:
        """End every grant: the desk was locked, or another person took over."""
        self._grants.clear()


def purpose_in_words(purpose: Purpose, reason: str = "") -> str:
    """Return the purpose as the journal keeps it; 其他 must be explained. Raises PurposeMissing."""
    words = " ".join(reason.split())
    if purpose is Purpose.OTHER and len(words) < SHORTEST_REASON:
        raise PurposeMissing(f"选择“其他”时，请用至少 {SHORTEST_REASON} 个字说明查看事由。")
    return f"{purpose.label}：{words}" if words else purpose.label
