"""A record as a form showed it, by which the journal tells what a change was based on.

Hours may lie between opening a form and saving it, and other desks write meanwhile. Only what the person
changed against what they saw is written, and it counts as based on what they saw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

if TYPE_CHECKING:
    from workbench.store.base import Synced


@dataclass(frozen=True, slots=True)
class Opened:
    """What a form was opened with: the record, the server's number then seen of it, and the fields shown."""

    entity: str
    record_id: str
    seq: int
    values: Mapping[str, Any] = field(default_factory=dict, repr=False, hash=False)

    def touched(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return those of the values handed in that are not what the form showed."""
        return {
            name: value
            for name, value in values.items()
            if name not in self.values or self.values[name] != value
        }

    def base(self) -> dict[str, Any]:
        """Return what a draft keeps of it; what was shown is in the draft itself."""
        return {"entity": self.entity, "record_id": self.record_id, "seq": self.seq}

    @classmethod
    def from_base(cls, base: Mapping[str, Any]) -> Opened:
        """Return what a draft kept, without the fields shown."""
        return cls(str(base["entity"]), str(base["record_id"]), int(base["seq"]))


def opened(record: Synced, *names: str) -> Opened:
    """Return a record as a form is opened with it; `names` are the fields shown, all if none are named."""
    shown = names or tuple(inspect(type(record)).columns.keys())
    values = {name: getattr(record, name) for name in shown}
    return Opened(record.__tablename__, record.id, record.server_seq, values)  # type: ignore[attr-defined]
