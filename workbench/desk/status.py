"""How things stand at this desk, for the status bar: who waits, and what the server has not seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.store.journal import JournalEntry
from workbench.store.local import StoreFact
from workbench.sync.disputes import Disputes
from workbench.sync.facts import LAST_SYNC, SENT_THROUGH

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Status:
    """Residents waiting, the last exchange with the server (UTC), changes unsent and disputed."""

    waiting: int
    last_sync: datetime | None
    unsent: int
    conflicts: int


def status_of(desk: Desk) -> Status:
    """Read how things stand; cheap enough to be asked after every change."""
    mine = JournalEntry.device_id == desk.store.device_id
    with desk.store.read() as session:
        last = session.scalar(select(func.max(JournalEntry.device_seq)).where(mine)) or 0
        sent, moment = session.get(StoreFact, SENT_THROUGH), session.get(StoreFact, LAST_SYNC)
    return Status(
        waiting=desk.matters.counts().tickets_waiting,
        last_sync=datetime.fromisoformat(moment.value) if moment else None,
        unsent=last - int(sent.value) if sent else last,
        conflicts=Disputes(desk.store, desk.session).count(),
    )
