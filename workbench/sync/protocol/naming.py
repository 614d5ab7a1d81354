"""By what a living record is known among its kind, so that no two are the same. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.sync.protocol.shapes import Shape
from workbench.sync.protocol.wire import Reason, to_json

DISPUTE = "sync_dispute"


def natural_key(shape: Shape, fields: Mapping[str, Any]) -> str | None:
    """Return a record's natural key as text, None where it has none or is not living."""
    if fields.get("deleted_at") is not None:
        return None
    if shape.entity == DISPUTE:
        return _open_dispute(fields)
    if not shape.natural_key or (shape.retired_by and fields.get(shape.retired_by) is not None):
        return None
    values = [fields.get(name) for name in shape.natural_key]
    return None if any(value in (None, "") for value in values) else to_json(values).decode()


def dispute_key(entity: str, record_id: str, device: str, reason: Reason) -> str:
    """Return what an open dispute is known by: the record and the author's device.

    Deletes that wait for a second person share one, by the kind of record.
    """
    about = "" if reason is Reason.MASS_DELETE else record_id
    return f"{entity}/{about}/{device}"


def _open_dispute(fields: Mapping[str, Any]) -> str | None:
    if fields.get("state") != "open":
        return None
    reason = Reason.MASS_DELETE if fields.get("reason") == Reason.MASS_DELETE else Reason.NONE
    return dispute_key(
        str(fields.get("entity")), str(fields.get("record_id")), str(fields.get("author_device")), reason
    )
