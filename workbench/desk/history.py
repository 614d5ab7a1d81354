"""The history of a record as anybody may read it: masked as its page is, and across desks by their names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.standards.masking import masked
from workbench.store.history import FieldChange, HistoryEntry, history_of
from workbench.sync.model import DeskDevice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session as Reading

    from workbench.store import Store

_COVERED = "********"


def masked_history(store: Store, entity: str, record_id: str) -> list[HistoryEntry]:
    """Return everything the journal knows of one record, the latest first, numbers masked."""
    with store.read() as session:
        entries = history_of(session, entity, record_id)
        names = _desk_names(session)
    return [_shown_entry(entry, names) for entry in entries]


def _desk_names(session: Reading) -> dict[str, str]:
    """Return what each desk is called, also those that were revoked."""
    return {row.id: row.name for row in session.execute(select(DeskDevice.id, DeskDevice.name))}


def _shown_entry(entry: HistoryEntry, names: Mapping[str, str]) -> HistoryEntry:
    device = "" if entry.received_at is None else names.get(entry.device_id, "")
    return replace(entry, changes=tuple(map(_masked_change, entry.changes)), device=device)


def _masked_change(change: FieldChange) -> FieldChange:
    return FieldChange(change.field, _shown(change.field, change.before), _shown(change.field, change.after))


def _shown(field: str, value: Any) -> Any:
    return _COVERED if field == "password_hash" and value else masked(field, value)
