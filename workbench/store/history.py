"""Reads the journal as a person asks it: what happened to this record, by whom and when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.standards.chain import moment_of
from workbench.store.journal import JournalEntry, JournalKind


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; `before` is None where the record was made."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One journal row in readable form; `at` is UTC; `details` belongs to views and exports."""

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
    return HistoryEntry(
        row.seq,
        row.kind,
        row.entity,
        row.record_id,
        moment_of(row.hlc),
        row.author_id,
        row.device_id,
        changes,
        details,
        row.purpose,
    )


def _parts(row: JournalEntry) -> tuple[tuple[FieldChange, ...], Mapping[str, Any]]:
    after = json.loads(row.after) if row.after else {}
    if not row.kind.changes_record:
        return (), after
    before = json.loads(row.before) if row.before else {}
    names = list(after) or list(before)
    return tuple(FieldChange(name, before.get(name), after.get(name)) for name in names), {}
