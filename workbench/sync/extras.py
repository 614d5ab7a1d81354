"""Keeps what a newer version knows of a record and this one has no column for, until it has one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.store.receiving import Origin, Step
from workbench.sync.pending import Pending
from workbench.sync.protocol.wire import SERVER

if TYPE_CHECKING:
    from workbench.store.receiving import Receiving

ADOPTED = "adopted"
"""The origin of what was kept here and has found its column."""

STANDING = "standing"
"""The origin of what was received as it stands rather than change by change."""

_PUT = "INSERT OR REPLACE INTO sync_extra (entity, record_id, seq, fields) VALUES (?, ?, ?, ?)"
_DROP = "DELETE FROM sync_extra WHERE entity = ? AND record_id = ?"
_ONE = "SELECT seq, fields FROM sync_extra WHERE entity = ? AND record_id = ?"
_ALL = "SELECT entity, record_id, seq, fields FROM sync_extra ORDER BY entity, record_id"


class Extras:
    """The fields without a place, by record; of a kind of record not known here, whole records."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def merge(self, entity: str, record_id: str, seq: int, fields: Mapping[str, Any]) -> None:
        """Change some of the fields kept of a record; those that are now empty go."""
        row = self._raw.execute(_ONE, (entity, record_id)).fetchone()
        kept = msgspec.json.decode(row[1]) if row else {}
        self.replace(entity, record_id, max(seq, row[0] if row else 0), {**kept, **fields})

    def replace(self, entity: str, record_id: str, seq: int, fields: Mapping[str, Any]) -> None:
        """Keep these fields of a record and no others."""
        filled = {name: value for name, value in fields.items() if value is not None}
        if filled:
            self._raw.execute(_PUT, (entity, record_id, seq, msgspec.json.encode(filled).decode()))
        else:
            self.drop(entity, record_id)

    def drop(self, entity: str, record_id: str) -> None:
        """Forget a record that is gone."""
        self._raw.execute(_DROP, (entity, record_id))

    def seq(self, entity: str, record_id: str) -> int:
        """Return the version kept of a record of an unknown kind, 0 if there is none."""
        row = self._raw.execute(_ONE, (entity, record_id)).fetchone()
        return row[0] if row else 0

    def all(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        """Return everything kept: version and fields by record."""
        return {
            (entity, record_id): (seq, msgspec.json.decode(text))
            for entity, record_id, seq, text in self._raw.execute(_ALL)
        }

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept, which is so unless others use a newer version."""
        return self._raw.execute("SELECT 1 FROM sync_extra LIMIT 1").fetchone() is None


def adopt(unit: Receiving) -> int:
    """Give what was kept its columns, as far as the store has them by now; return of how many records.

    What somebody has written into a new column since is later than what was kept.
    """
    extras = Extras(unit.raw)
    kept = extras.all()
    pending = Pending.of(unit, kept)
    steps = []
    for key, (seq, fields) in kept.items():
        shape = unit.shapes.get(key[0])
        known, others = shape.parted(fields) if shape else ({}, fields)
        if not known:
            continue
        free = {name: value for name, value in known.items() if not pending.covers(key, name)}
        here = unit.present(key[0], [key[1]]).get(key[1])
        steps.append(Step(*key, free, None if here else seq, Origin(ADOPTED, seq, SERVER, SERVER)))
        extras.replace(*key, seq, others)
    tables = {step.entity for step in steps}
    present = {
        table: unit.present(table, [s.record_id for s in steps if s.entity == table]) for table in tables
    }
    unit.apply(steps, present)
    return len(steps)
