"""Applies what the server sends down: a page of the log, one transaction with the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.store.receiving import Origin, Step
from workbench.sync.answered import present_of
from workbench.sync.extras import Extras
from workbench.sync.facts import CURSOR
from workbench.sync.pending import Key, Pending

if TYPE_CHECKING:
    from workbench.store.receiving import AroundBulk, Present, Receiving
    from workbench.store.store import Store
    from workbench.sync.answers import LogRow, Page

# The plus keeps SQLite from taking the index of origins for the rows that have none.
_KNOWN = (
    "SELECT id, 1 FROM journal WHERE id IN (SELECT value FROM json_each(?1)) AND +origin_id IS NULL "
    "UNION ALL SELECT origin_id, 0 FROM journal "
    "WHERE origin_id IN (SELECT value FROM json_each(?1)) AND log_seq > 0"
)
_HELD = "SELECT max(log_seq) FROM journal WHERE entity = ? AND record_id = ? AND origin_id IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Received:
    """What a page brought: rows that others wrote, and how many were about records that are not here."""

    rows: int = 0
    missing: int = 0

    def __add__(self, other: Received) -> Received:
        return Received(self.rows + other.rows, self.missing + other.missing)


class PageReader:
    """Applies pages to one desk's store."""

    def __init__(self, store: Store, community_id: str, around_bulk: AroundBulk | None = None) -> None:
        self._store, self._community_id, self._around_bulk = store, community_id, around_bulk

    def apply(self, page: Page, after: int) -> Received | None:
        """Apply a page asked for `after` the cursor; None, and nothing done, if the cursor is elsewhere."""
        with self._store.receive(self._community_id, around_bulk=self._around_bulk) as unit:
            if unit.fact(CURSOR) != str(after):
                return None
            received = _Page(unit, page.rows).apply()
            unit.set_fact(CURSOR, str(page.to_seq))
        return received


class _Page:
    """The rows of one page, against what lies here of their records."""

    def __init__(self, unit: Receiving, rows: list[LogRow]) -> None:
        self._unit, self._rows, self._extras = unit, rows, Extras(unit.raw)
        self._pending = Pending.of(unit, ((row[2], row[3]) for row in rows))
        self._here = present_of(unit, ((row[2], row[3]) for row in rows if row[2] in unit.shapes))
        self._known = self._known_ops()
        self._held = {key for key in self._pending.records if self._was_held(key)}
        self._made: set[Key] = set()
        self._missing = 0

    def apply(self) -> Received:
        """Take every row that is new, and raise the versions that were seen."""
        steps = [step for row in self._rows for step in self._step(row)]
        self._unit.apply(steps, self._here)
        return Received(sum(1 for step in steps if step.told), self._missing)

    def _known_ops(self) -> dict[str, int]:
        ids = msgspec.json.encode([row[1] for row in self._rows]).decode()
        return dict(self._unit.raw.execute(_KNOWN, (ids,)).fetchall())

    def _was_held(self, key: Key) -> bool:
        """Tell whether something of the record was seen and had to wait for this desk's own change."""
        if key[0] not in self._here or key[1] not in self._here[key[0]]:
            return False
        seen = self._unit.raw.execute(_HELD, key).fetchone()[0] or 0
        return bool(seen > self._here[key[0]][key[1]].seq)

    def _step(self, row: LogRow) -> Iterable[Step]:
        seq, op_id, entity, record_id, kind, fields, author_id, device, hlc, _ = row
        if entity not in self._unit.shapes:
            self._keep_unknown(entity, record_id, seq, fields)
            return
        key, origin = (entity, record_id), Origin(op_id, seq, author_id, device, hlc)
        here: Present | None = self._here[entity].get(record_id)
        absent = here is None and key not in self._made
        if absent and (kind != "create" or op_id in self._known):
            self._missing += 1
        elif here is not None and seq <= here.seq:
            return
        elif op_id in self._known:
            # An echo of this desk's own change, or a row seen before: only its version is new.
            self._pending.landed(key, op_id, fields)
            yield Step(entity, record_id, {}, self._version(key, seq), origin)
        else:
            self._made.add(key)
            yield self._news(key, seq, fields, origin)

    def _news(self, key: Key, seq: int, fields: Mapping[str, Any], origin: Origin) -> Step:
        """Take the fields that nothing of this desk's own waits for; the others are held back."""
        free = {name: value for name, value in fields.items() if not self._pending.covers(key, name)}
        if len(free) < len(fields):
            self._held.add(key)
        known, others = self._unit.shapes[key[0]].parted(free)
        if others:
            self._extras.merge(*key, seq, others)
        return Step(*key, known, self._version(key, seq), origin, told=True)

    def _version(self, key: Key, seq: int) -> int | None:
        """Return the version the record has from now on; none while something of it is held back.

        What this desk writes next must count as written without having seen what is held back.
        """
        return None if key in self._held else seq

    def _keep_unknown(self, entity: str, record_id: str, seq: int, fields: Mapping[str, Any]) -> None:
        if seq > self._extras.seq(entity, record_id):
            self._extras.merge(entity, record_id, seq, fields)
