"""What this desk wrote and the server has not answered yet: what arrives must not overwrite it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from workbench.sync.outbox import UNSENT

if TYPE_CHECKING:
    from workbench.store.receiving import Receiving

Key = tuple[str, str]
"""A record: its table and its id."""

# Record by record, for after a long time offline what waits may be much more than what a page is about.
_OF_RECORDS = (
    "SELECT entity, record_id, journal.id, device_seq, coalesce(after, before) FROM json_each(?) wanted "
    "CROSS JOIN journal INDEXED BY ix_journal_record "
    "ON entity = wanted.value ->> 0 AND record_id = wanted.value ->> 1 "
    "WHERE sent_at IS NULL AND origin_id IS NULL "
    "AND journal.kind IN ('create', 'patch', 'delete', 'restore')"
)
_ANY = f"SELECT 1 FROM {UNSENT} LIMIT 1"


@dataclass(frozen=True, slots=True)
class Written:
    """One unanswered change: its id, its number in this device's journal, and the fields it writes."""

    op_id: str
    device_seq: int
    names: set[str]


class Pending:
    """The unanswered changes of some records.

    Field by field, and not by merge group: what others wrote beside is shown at once, and if the two do not
    go together the server says so of the fields that were written here.
    """

    def __init__(self, written: dict[Key, list[Written]]) -> None:
        self._written = written

    @classmethod
    def of(cls, unit: Receiving, records: Iterable[Key]) -> Pending:
        """Read what is unanswered of some records."""
        written: dict[Key, list[Written]] = {}
        if unit.raw.execute(_ANY).fetchone():
            keys = msgspec.json.encode(sorted(set(records))).decode()
            for entity, record_id, op_id, number, text in unit.raw.execute(_OF_RECORDS, (keys,)):
                names = set(msgspec.json.decode(text))
                written.setdefault((entity, record_id), []).append(Written(op_id, number, names))
        return cls(written)

    @property
    def records(self) -> Iterable[Key]:
        """The records of which anything is unanswered."""
        return self._written.keys()

    def touches(self, key: Key, after: int = 0) -> bool:
        """Tell whether a change of the record, made after that number of the journal, is unanswered."""
        return any(change.device_seq > after for change in self._written.get(key, ()))

    def covers(self, key: Key, name: str, after: int = 0) -> bool:
        """Tell whether such a change writes a field."""
        written = self._written.get(key)
        if written is None:
            return False
        return any(change.device_seq > after and name in change.names for change in written)

    def landed(self, key: Key, op_id: str, names: Iterable[str]) -> None:
        """Let fields of a change wait no longer: the server's log shows that it has taken them.

        Its answer was lost on the way, and others may have gone on from there.
        """
        for change in self._written.get(key, ()):
            if change.op_id == op_id:
                change.names.difference_update(names)
