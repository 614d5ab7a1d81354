"""Notices every write to a synced table, by triggers, and turns them into journal rows at commit.

The triggers are temporary ones of each connection and write into a temporary table held in memory, so
that ORM, Core, bulk and raw SQL are noticed alike, nothing unencrypted reaches the disk, and a new
column needs no migration of triggers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event

from workbench.standards.chain import GENESIS, HASHED, chain_hash, next_hlc
from workbench.standards.clock import Clock
from workbench.store.base import new_id
from workbench.store.errors import UnattributedWrite
from workbench.store.journal import ChainHead, JournalKind

CONTEXT = "workbench_journal"
"""Key in a connection's `info` under which the unit of work leaves its context."""

_UNJOURNALLED = frozenset({"id", "community_id", "server_seq"})
_INSERT = (
    f"INSERT INTO journal ({', '.join(HASHED)}, prev_hash, hash) "
    f"VALUES ({', '.join('?' * (len(HASHED) + 2))})"
)


@dataclass(slots=True)
class Notice:
    """A journal row that changes nothing: somebody saw, exported, printed or signed in."""

    kind: JournalKind
    entity: str
    record_id: str
    details: str
    purpose: str | None


@dataclass(slots=True)
class JournalContext:
    """Who writes in this transaction, and what the journal learnt of it.

    `bases` holds the server's number that the form was opened with, of records edited in a form.
    """

    author_id: str
    community_id: str
    notices: list[Notice] = field(default_factory=list)
    bases: dict[tuple[str, str], int] = field(default_factory=dict)
    changed: dict[str, set[str]] = field(default_factory=dict)


def install(engine: Engine, device_id: str, clock: Clock) -> None:
    """Make every connection of the engine notice writes, and every commit journal them."""
    triggers: list[str] = []

    @event.listens_for(engine, "connect")
    def watch(raw: Any, record: object) -> None:
        raw.execute(
            "CREATE TEMP TABLE captured (entity TEXT, record_id TEXT, community_id TEXT, "
            "base_seq INTEGER, before TEXT, after TEXT)"
        )
        if not triggers:
            triggers.extend(_triggers(raw))
        for sql in triggers:
            raw.execute(sql)

    @event.listens_for(engine, "commit")
    def fold(connection: Connection) -> None:
        raw = connection.connection.driver_connection
        _journal(raw, connection.info.get(CONTEXT), device_id, clock)


def synced_columns(raw: Any) -> dict[str, dict[str, str]]:
    """Return the columns (name to declared type) of every synced table that the file has.

    A table is synced when it has `server_seq`; asking the file rather than the mappings means that no
    module left unimported can leave a table unwatched.
    """
    names = raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    tables = {
        name: {row[1]: row[2] for row in raw.execute(f'PRAGMA main.table_info("{name}")')}
        for (name,) in names
    }
    return {name: columns for name, columns in tables.items() if "server_seq" in columns}


def document_sql(columns: dict[str, str], side: str) -> str:
    """Return the SQL that makes one JSON object of a row; `side` is NEW, OLD or a table's alias."""
    pairs = ", ".join(
        f"'{name}', {_value(side, name, kind)}" for name, kind in columns.items() if name not in _UNJOURNALLED
    )
    return f"json_object({pairs})"


def _filled_sql(columns: dict[str, str]) -> str:
    """Return the SQL of a new row's object without the empty fields, of which wide tables have many."""
    parts = " || ".join(
        f"""iif(NEW."{name}" IS NULL, '', ',"{name}":' || {_json_text(name, kind)})"""
        for name, kind in columns.items()
        if name not in _UNJOURNALLED
    )
    return f"'{{' || substr({parts}, 2) || '}}'"


def _triggers(raw: Any) -> Iterator[str]:
    for table, columns in synced_columns(raw).items():
        old, new = document_sql(columns, "OLD"), document_sql(columns, "NEW")
        for verb, side, before, after in (
            ("INSERT", "NEW", "NULL", _filled_sql(columns)),
            ("UPDATE", "NEW", old, new),
            ("DELETE", "OLD", old, "NULL"),
        ):
            yield (
                f"CREATE TEMP TRIGGER capture_{table}_{verb.lower()} AFTER {verb} ON main.{table} "
                f"BEGIN INSERT INTO captured VALUES ('{table}', {side}.id, {side}.community_id, "
                f"{side}.server_seq, {before}, {after}); END"
            )


def _value(side: str, name: str, kind: str) -> str:
    match kind:
        case "JSON":
            return f'json({side}."{name}")'
        case "BLOB":
            return f'hex({side}."{name}")'
        case _:
            return f'{side}."{name}"'


def _json_text(name: str, kind: str) -> str:
    value = _value("NEW", name, kind)
    return value if kind == "JSON" else f"json_quote({value})"


def _journal(raw: Any, context: JournalContext | None, device_id: str, clock: Clock) -> None:
    captured = raw.execute("SELECT * FROM captured ORDER BY rowid").fetchall()
    if not captured and (context is None or not context.notices):
        return
    if context is None:
        raw.execute("DELETE FROM captured")
        raise UnattributedWrite(f"{captured[0][0]} was written outside a unit of work")
    raw.execute("DELETE FROM captured")
    _Chain(raw, context, device_id, clock).write(captured)


class _Chain:
    """Appends one transaction's rows to this device's chain."""

    def __init__(self, raw: Any, context: JournalContext, device_id: str, clock: Clock) -> None:
        self._raw, self._context, self._device_id, self._now = raw, context, device_id, clock()

    def write(self, captured: list[tuple[Any, ...]]) -> None:
        """Journal what the triggers captured and what the unit of work noted."""
        head = self._head()
        number, previous, hlc = head.device_seq, head.hash, next_hlc(self._now, head.hlc)
        author, device = self._context.author_id, self._device_id
        rows: list[tuple[object, ...]] = []
        for *body, purpose in self._bodies(captured):
            number += 1
            values = (new_id(), *body, author, device, number, hlc, purpose)
            digest = chain_hash(values, previous)
            rows.append((*values, previous, digest))
            # One moment for the transaction; the clock's counter keeps its rows apart.
            previous, hlc = digest, hlc + 1
        self._raw.executemany(_INSERT, rows)

    def _head(self) -> ChainHead:
        row = self._raw.execute(
            "SELECT device_seq, hash, hlc FROM journal WHERE device_id = ? ORDER BY device_seq DESC LIMIT 1",
            (self._device_id,),
        ).fetchone()
        return ChainHead(0, GENESIS, 0) if row is None else ChainHead(*row)

    def _bodies(self, captured: list[tuple[Any, ...]]) -> Iterator[tuple[object, ...]]:
        for entity, record_id, community_id, base_seq, before, after in _merged(captured):
            kind, old, new = _change(before, after)
            if kind is None:
                continue
            self._context.changed.setdefault(entity, set()).add(record_id)
            base = min(base_seq, self._context.bases.get((entity, record_id), base_seq))
            yield community_id, entity, record_id, kind.value, old, new, base, None
        for note in self._context.notices:
            yield (
                self._context.community_id, note.entity, note.record_id, note.kind.value,
                None, note.details, 0, note.purpose,
            )  # fmt: skip
        self._context.notices.clear()


def _merged(captured: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Make one row of several writes to one record: the first `before` and the last `after`."""
    merged: dict[tuple[str, str], tuple[Any, ...]] = {}
    for row in captured:
        key = (row[0], row[1])
        first = merged.get(key)
        merged[key] = row if first is None else (*row[:3], first[3], first[4], row[5])
    return list(merged.values())


def _change(before: str | None, after: str | None) -> tuple[JournalKind | None, str | None, str | None]:
    """Return the kind of change and the JSON of the fields that differ, on either side."""
    if before is None:
        return (None, None, None) if after is None else (JournalKind.CREATE, None, after)
    if after is None:
        return JournalKind.DELETE, before, None
    old, new = json.loads(before), json.loads(after)
    names = [name for name in new if old.get(name) != new[name]]
    if not names:
        return None, None, None
    return _kind(old, new, names), _dump(old, names), _dump(new, names)


def _kind(old: dict[str, Any], new: dict[str, Any], names: list[str]) -> JournalKind:
    if "deleted_at" not in names:
        return JournalKind.PATCH
    return JournalKind.DELETE if new["deleted_at"] else JournalKind.RESTORE


def _dump(document: dict[str, Any], names: list[str]) -> str:
    return json.dumps({name: document.get(name) for name in names}, ensure_ascii=False, separators=(",", ":"))
