"""The access log (访问日志): who saw, unmasked, exported, printed, came and failed, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, select

from workbench.security.model import StaffAccount
from workbench.security.roles import Permission, require
from workbench.standards.chain import next_hlc
from workbench.store.history import written_at
from workbench.store.journal import JournalEntry, JournalKind

if TYPE_CHECKING:
    from workbench.security.session import Session
    from workbench.store import Store

ACCESS_KINDS = frozenset(kind for kind in JournalKind if not kind.changes_record)
"""The kinds of journal rows that changed no record."""

PAGE = 200


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """Which rows of the access log to show; an empty filter shows the latest of all.

    `before` is the `seq` of the last row already shown, to turn the page.
    """

    staff_id: str | None = None
    record_id: str | None = None
    kinds: frozenset[JournalKind] = ACCESS_KINDS
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One thing somebody did without changing a record, and why; `at` is in UTC."""

    seq: int
    at: datetime
    kind: JournalKind
    staff_id: str
    staff_name: str | None
    entity: str
    record_id: str
    details: Mapping[str, Any]
    purpose: str | None


class AccessLog:
    """What a supervisor reads to see that personal data are looked at for a reason."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store, self._session = store, session

    def rows(self, chosen: AccessFilter | None = None, limit: int = PAGE) -> tuple[AccessRow, ...]:
        """Return the rows of the filter, latest first. Raises NotPermitted."""
        require(self._session, Permission.SEE_ACCESS_LOG)
        query = (
            select(JournalEntry, StaffAccount.display_name)
            .outerjoin(StaffAccount, StaffAccount.id == JournalEntry.author_id)
            .where(*_conditions(chosen or AccessFilter()))
            .order_by(JournalEntry.seq.desc())
            .limit(limit)
        )
        with self._store.read() as reading:
            return tuple(_row(entry, name) for entry, name in reading.execute(query))


def _conditions(chosen: AccessFilter) -> Iterator[ColumnElement[bool]]:
    written = func.coalesce(JournalEntry.origin_hlc, JournalEntry.hlc)
    yield JournalEntry.kind.in_(chosen.kinds & ACCESS_KINDS)
    if chosen.staff_id is not None:
        yield JournalEntry.author_id == chosen.staff_id
    if chosen.record_id is not None:
        yield JournalEntry.record_id == chosen.record_id
    if chosen.since is not None:
        yield written >= next_hlc(chosen.since, 0)
    if chosen.until is not None:
        yield written < next_hlc(chosen.until, 0)
    if chosen.before is not None:
        yield JournalEntry.seq < chosen.before


def _row(entry: JournalEntry, staff_name: str | None) -> AccessRow:
    return AccessRow(
        seq=entry.seq,
        at=written_at(entry),
        kind=entry.kind,
        staff_id=entry.author_id,
        staff_name=staff_name,
        entity=entry.entity,
        record_id=entry.record_id,
        details=json.loads(entry.after or "{}"),
        purpose=entry.purpose,
    )
