"""Reads the journal as a person asks it: what happened to this record, by whom and when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.standards.chain import moment_of
from workbench.store.journal import JournalEntry, JournalKind

_SKEW = timedelta(minutes=10)
"""By how much the clocks of two desks may differ without anybody being told."""

_FIRST_YEAR = 2020
"""No desk worked before; a clock that says so was never set."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; `before` is None where the record was made."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One journal row in readable form; `details` belongs to views and exports.

    `at` is the moment, in UTC, at which it was written, by the clock of the desk that wrote it, whose
    `device_id` is; `clock_wrong` says that this clock cannot be believed. `received_at` is when it came here
    from another desk, None for what was written here; `device` that desk's name, where it is known.
    """

    seq: int
    kind: JournalKind
    entity: str
    record_id: str
    at: datetime
    author_id: str
    device_id: str
    changes: tuple[FieldChange, ...]
    details: Mapping[str, Any]
    purpose: str | None
    received_at: datetime | None = None
    clock_wrong: bool = False
    device: str = ""


def history_of(session: Session, entity: str, record_id: str) -> list[HistoryEntry]:
    """Return everything the journal knows of one record, the latest first."""
    rows = session.scalars(
        select(JournalEntry)
        .where(JournalEntry.entity == entity, JournalEntry.record_id == record_id)
        .order_by(JournalEntry.seq.desc())
    )
    return [readable(row) for row in rows]


def readable(row: JournalEntry) -> HistoryEntry:
    """Turn a journal row into a readable entry."""
    changes, details = _parts(row)
    at, received_at = written_at(row), None if row.origin_id is None else moment_of(row.hlc)
    return HistoryEntry(
        seq=row.seq,
        kind=row.kind,
        entity=row.entity,
        record_id=row.record_id,
        at=at,
        author_id=row.author_id,
        device_id=written_on(row),
        changes=changes,
        details=details,
        purpose=row.purpose,
        received_at=received_at,
        clock_wrong=_is_wrong(at, received_at),
    )


def written_at(row: JournalEntry) -> datetime:
    """Return when a row was written, by the clock of whoever wrote it, in UTC."""
    return moment_of(row.hlc if row.origin_hlc is None else row.origin_hlc)


def written_on(row: JournalEntry) -> str:
    """Return the id of the desk that wrote a row, whichever of its lives it was in."""
    return row.device_id if row.origin_device is None else row.origin_device.partition("/")[0]


def _is_wrong(at: datetime, received_at: datetime | None) -> bool:
    if at.year < _FIRST_YEAR:
        return True
    return received_at is not None and at > received_at + _SKEW


def _parts(row: JournalEntry) -> tuple[tuple[FieldChange, ...], Mapping[str, Any]]:
    after = json.loads(row.after) if row.after else {}
    if not row.kind.changes_record:
        return (), after
    before = json.loads(row.before) if row.before else {}
    names = list(after) or list(before)
    return tuple(FieldChange(name, before.get(name), after.get(name)) for name in names), {}
