"""The history of a record as anybody may read it: what the pages mask is masked in the past as well."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.standards.identity import mask_identity_number, mask_phone
from workbench.store.history import FieldChange, HistoryEntry, history_of

if TYPE_CHECKING:
    from workbench.store import Store

_COVERED = "********"
_IDENTITY_NUMBER = re.compile(r"(?<![0-9A-Za-z-])\d{17}[\dXx](?![0-9A-Za-z-])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z-])1[3-9]\d{9}(?![0-9A-Za-z-])")


def masked_history(store: Store, entity: str, record_id: str) -> list[HistoryEntry]:
    """Return everything the journal knows of one record, the latest first, numbers masked."""
    with store.read() as session:
        entries = history_of(session, entity, record_id)
    return [replace(entry, changes=tuple(map(_masked_change, entry.changes))) for entry in entries]


def _masked_change(change: FieldChange) -> FieldChange:
    before, after = masked(change.field, change.before), masked(change.field, change.after)
    return FieldChange(change.field, before, after)


def masked(field: str, value: Any) -> Any:
    """Return a field's value without full numbers, in whatever depth of lists and records they stand."""
    match value:
        case str() if field == "password_hash":
            return _COVERED
        case str() if field.endswith("id_number"):
            return mask_identity_number(value)
        case str() if field.endswith("phone"):
            return mask_phone(value)
        case str():
            hidden = _IDENTITY_NUMBER.sub(lambda found: mask_identity_number(found[0]), value)
            return _MOBILE.sub(lambda found: mask_phone(found[0]), hidden)
        case list():
            return [masked(field, each) for each in value]
        case dict():
            return {name: masked(name, each) for name, each in value.items()}
        case _:
            return value
