"""Writes what arrived from elsewhere: past the triggers, chained apart in the journal, many at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from itertools import groupby, repeat
from typing import Any

import msgspec

from workbench.standards.chain import GENESIS, RECEIVED, RECEIVED_HASHED, chain_hash, next_hlc
from workbench.store.arriving import Document, TableShape
from workbench.store.base import new_id
from workbench.store.journal import JournalKind
from workbench.store.steps import Fold, Line, Origin, Present, Record, Step, json_text

__all__ = ["AroundBulk", "Origin", "Present", "Receiving", "Step"]

Run = Callable[..., Any]
AroundBulk = Callable[[Run], AbstractContextManager[None]]
"""Wraps a bulk of inserts; it is handed what executes SQL on their connection."""

_decode = msgspec.json.Decoder().decode
_COLUMNS = (*RECEIVED_HASHED, "log_seq", "prev_hash", "hash")
_INSERT = f"INSERT INTO journal ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


class Receiving:
    """What sync holds while its transaction is open; made by `Store.receive`."""

    def __init__(
        self,
        raw: Any,
        shapes: Mapping[str, TableShape],
        community_id: str,
        now: datetime,
        around_bulk: AroundBulk | None,
    ) -> None:
        self.raw, self.now, self.shapes = raw, now, shapes
        self.changed: dict[str, set[str]] = {}
        self._community_id = community_id
        self._around: AroundBulk = around_bulk or (lambda _: nullcontext())

    def fact(self, name: str) -> str | None:
        """Return a fact of this desk's store, or None."""
        row = self.raw.execute("SELECT value FROM store_fact WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_fact(self, name: str, value: str | None) -> None:
        """Keep a fact, or forget it."""
        if value is None:
            self.raw.execute("DELETE FROM store_fact WHERE name = ?", (name,))
        else:
            self.raw.execute("INSERT OR REPLACE INTO store_fact VALUES (?, ?)", (name, value))

    def existing(self, entity: str, ids: Iterable[str]) -> set[str]:
        """Return the ids of those records that lie here, whatever is in them."""
        sql = f"SELECT t.id FROM json_each(?) wanted CROSS JOIN {entity} t ON t.id = wanted.value"
        return {row[0] for row in self.raw.execute(sql, (json_text(list(ids)),))}

    def present(self, entity: str, ids: Iterable[str]) -> dict[str, Present]:
        """Return those of the records that lie here, by id; asked at once for all of them."""
        shape = self.shapes[entity]
        where = "JOIN json_each(?) wanted ON t.id = wanted.value"
        rows = self.raw.execute(shape.select(where), (json_text(list(ids)),))
        return {record_id: Present(seq, _decode(text)) for record_id, seq, text in rows}

    def apply(self, steps: Sequence[Step], present: Mapping[str, Mapping[str, Present]]) -> None:
        """Take the steps in order; `present` is what lies here of their records, by table and id.

        Fields without a column here must have been parted off before.
        """
        fold = Fold(self.shapes, present)
        lines = [line for step in steps for line in fold.take(step)]
        with self._around(self.raw.execute):
            for entity, records in fold.records.items():
                _Writer(self.raw, self.shapes[entity], self._community_id).write(records)
        self._journal(lines)
        for line in lines:
            self.changed.setdefault(line.entity, set()).add(line.record_id)

    def insert(self, entity: str, records: Iterable[tuple[str, int, Document]], origin: Origin) -> bool:
        """Make many records that are not here, given by id, version and fields; their origin is the same.

        False, and nothing done, if anything of them does not fit as it is: then `apply` takes them.
        """
        shape, ordered = self.shapes[entity], sorted(records)
        columns = shape.columns([fields for _, _, fields in ordered])
        if columns is None:
            return False
        ids, versions = [row[0] for row in ordered], [row[1] for row in ordered]
        with self._around(self.raw.execute):
            _Writer(self.raw, shape, self._community_id).insert(ids, versions, columns)
        op_id, _, author_id, device, hlc = origin
        self._journal(
            Line(entity, record_id, JournalKind.CREATE, None, json_text(fields),
                 Origin(op_id, seq, author_id, device, hlc))
            for record_id, seq, fields in ordered
        )  # fmt: skip
        self.changed.setdefault(entity, set()).update(ids)
        return True

    def _journal(self, lines: Iterable[Line]) -> None:
        number, previous, last = self._head()
        hlc = next_hlc(self.now, last)
        community_id = self._community_id
        rows = []
        for entity, record_id, kind, before, after, (op_id, seq, author_id, device, origin_hlc) in lines:
            number += 1
            values = (
                new_id(), community_id, entity, record_id, kind, before, after, seq, author_id, RECEIVED,
                number, hlc, None, op_id, device, origin_hlc,
            )  # fmt: skip
            digest = chain_hash(values, previous)
            rows.append((*values, seq, previous, digest))
            previous, hlc = digest, hlc + 1
        self.raw.executemany(_INSERT, rows)

    def _head(self) -> tuple[int, bytes, int]:
        row = self.raw.execute(
            "SELECT device_seq, hash, hlc FROM journal WHERE device_id = ? ORDER BY device_seq DESC LIMIT 1",
            (RECEIVED,),
        ).fetchone()
        return (0, GENESIS, 0) if row is None else row


class _Writer:
    """Writes where records ended up into one table, as few statements as there are kinds of change."""

    def __init__(self, raw: Any, shape: TableShape, community_id: str) -> None:
        self._raw, self._shape, self._community_id = raw, shape, community_id

    def write(self, records: Mapping[str, Record]) -> None:
        """Insert, update and delete."""
        ordered = sorted(records.items())
        gone = [(record_id,) for record_id, record in ordered if record.existed and record.fields is None]
        self._raw.executemany(f"DELETE FROM {self._shape.name} WHERE id = ?", gone)
        self._insert([item for item in ordered if not item[1].existed and item[1].fields is not None])
        self._update([item for item in ordered if item[1].existed and item[1].fields is not None])

    def _insert(self, records: Sequence[tuple[str, Record]]) -> None:
        if records:
            documents = [record.fields or {} for _, record in records]
            columns = [self._shape.column(name, documents) for name in self._shape.kinds]
            ids, versions = [record_id for record_id, _ in records], [record.seq for _, record in records]
            self.insert(ids, versions, columns)

    def insert(self, ids: list[str], versions: list[int], columns: list[list[Any]]) -> None:
        """Insert records, given by id, version and the columns of the table's fields in order."""
        shape = self._shape
        names = ", ".join(f'"{name}"' for name in ("id", "community_id", "server_seq", *shape.kinds))
        places = ", ".join("?" * (len(columns) + 3))
        statement = f"INSERT INTO {shape.name} ({names}) VALUES ({places})"
        rows = zip(ids, repeat(self._community_id), versions, *columns, strict=False)
        self._raw.executemany(statement, list(rows))
        if shape.retold:
            same = ", ".join(f'"{name}" = "{name}"' for name in shape.kinds)
            again = f"UPDATE {shape.name} SET {same} WHERE id = ?"
            self._raw.executemany(again, [(record_id,) for record_id in ids])

    def _update(self, records: Sequence[tuple[str, Record]]) -> None:
        def touched(item: tuple[str, Record]) -> list[str]:
            return sorted(item[1].touched)

        for names, group in groupby(sorted(records, key=touched), key=touched):
            self._update_alike(names, list(group))

    def _update_alike(self, names: Sequence[str], records: Sequence[tuple[str, Record]]) -> None:
        documents = [record.fields or {} for _, record in records]
        columns = [self._shape.column(name, documents) for name in names]
        columns.append([record.seq for _, record in records])
        columns.append([record_id for record_id, _ in records])
        changes = ", ".join(f'"{name}" = ?' for name in (*names, "server_seq"))
        statement = f"UPDATE {self._shape.name} SET {changes} WHERE id = ?"
        self._raw.executemany(statement, list(zip(*columns, strict=True)))
