"""What this desk wrote and the server has not answered yet: what arrives must not overwrite it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from workbench.sync.outbox import UNSENT
from workbench.sync.protocol.shapes import Shape

if TYPE_CHECKING:
    from workbench.store.receiving import Receiving

Key = tuple[str, str]
"""A record: its table and its id."""

# Record by record, for after a long time offline what waits may be much more than what a page is about.
_OF_RECORDS = (
    "SELECT entity, record_id, device_seq, coalesce(after, before) FROM json_each(?) wanted "
    "CROSS JOIN journal INDEXED BY ix_journal_record "
    "ON entity = wanted.value ->> 0 AND record_id = wanted.value ->> 1 "
    "WHERE sent_at IS NULL AND origin_id IS NULL "
    "AND journal.kind IN ('create', 'patch', 'delete', 'restore')"
)
_ANY = f"SELECT 1 FROM {UNSENT} LIMIT 1"


@dataclass(frozen=True, slots=True)
class Written:
    """One unanswered change: its number in this device's journal and the merge groups it touches."""

    device_seq: int
    groups: frozenset[str]


class Pending:
    """The unanswered changes of some records."""

    def __init__(self, written: Mapping[Key, list[Written]], shapes: Mapping[str, Shape]) -> None:
        self._written, self._shapes = written, shapes

    @classmethod
    def of(cls, unit: Receiving, records: Iterable[Key], shapes: Mapping[str, Shape]) -> Pending:
        """Read what is unanswered of some records."""
        written: dict[Key, list[Written]] = {}
        if unit.raw.execute(_ANY).fetchone():
            keys = msgspec.json.encode(sorted(set(records))).decode()
            for entity, record_id, device_seq, text in unit.raw.execute(_OF_RECORDS, (keys,)):
                groups = _groups(shapes.get(entity), msgspec.json.decode(text))
                written.setdefault((entity, record_id), []).append(Written(device_seq, groups))
        return cls(written, shapes)

    @property
    def records(self) -> Iterable[Key]:
        """The records of which anything is unanswered."""
        return self._written.keys()

    def touches(self, key: Key, after: int = 0) -> bool:
        """Tell whether a change of the record, made after that number of the journal, is unanswered."""
        return any(change.device_seq > after for change in self._written.get(key, ()))

    def covers(self, key: Key, name: str, after: int = 0) -> bool:
        """Tell whether such a change touches a field, or one that belongs together with it."""
        written = self._written.get(key)
        if written is None:
            return False
        group = group_of(self._shapes.get(key[0]), name)
        return any(change.device_seq > after and group in change.groups for change in written)


def group_of(shape: Shape | None, name: str) -> str:
    """Return a field's merge group; of a kind of record not known here every field stands alone."""
    return name if shape is None else shape.group_of(name)


def _groups(shape: Shape | None, names: Iterable[str]) -> frozenset[str]:
    return frozenset(group_of(shape, name) for name in names)
