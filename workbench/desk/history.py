"""The history of a record as anybody may read it: masked as its page is, and across desks by their names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.standards.masking import masked
from workbench.store.history import FieldChange, HistoryEntry, history_of
from workbench.sync.devices import desk_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.store import Store

_COVERED = "********"


def masked_history(store: Store, entity: str, record_id: str) -> list[HistoryEntry]:
    """Return everything the journal knows of one record, the latest first, numbers masked."""
    with store.read() as session:
        entries = history_of(session, entity, record_id)
        names = desk_names(session)
    return [_shown_entry(entry, names) for entry in entries]


def _shown_entry(entry: HistoryEntry, names: Mapping[str, str]) -> HistoryEntry:
    device = "" if entry.received_at is None else names.get(entry.device_id, "")
    return replace(entry, changes=tuple(map(_masked_change, entry.changes)), device=device)


def _masked_change(change: FieldChange) -> FieldChange:
    return FieldChange(change.field, _shown(change.field, change.before), _shown(change.field, change.after))


def _shown(field: str, value: Any) -> Any:
    return _COVERED if field == "password_hash" and value else masked(field, value)
