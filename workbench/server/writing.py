"""Writes what a push comes to, in as few statements as there are tables, whatever the number of changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from workbench.server.database import Rows
from workbench.server.places import Places
from workbench.server.plan import Plan
from workbench.server.scopes import Place
from workbench.server.shelf import Held, Key, Shelf
from workbench.sync.protocol.digest import bucket_of, content_hash, fingerprint
from workbench.sync.protocol.shapes import Shape

_LOG = """
COPY change_log (community_id, seq, pack, device, entity, subject, record_id, kind, area_id, wire,
                 received_at) FROM STDIN
"""
_AUDIT = """
COPY audit (community_id, op_id, relayed, device_id, incarnation, device_seq, hash, body, answer,
            received_at) FROM STDIN
"""
_MAKE = """
COPY record (community_id, bucket, record_id, entity, seq, deleted, subject, area_id, natural_key,
             content_hash, fingerprint, body, versions, created, changed_at) FROM STDIN
"""
_CHANGE = """
UPDATE record r SET seq = n.seq, deleted = n.deleted, subject = n.subject, area_id = n.area_id,
  natural_key = n.natural_key, content_hash = n.content_hash, fingerprint = n.fingerprint, body = n.body,
  versions = n.versions, changed_at = %(now)s
FROM json_to_recordset(%(records)s::json) AS n(b smallint, r text, e text, seq bigint, deleted boolean,
  subject text, area_id text, natural_key text, content_hash text, fingerprint bigint, body json,
  versions json)
WHERE r.community_id = %(community)s AND r.bucket = n.b AND r.record_id = n.r AND r.entity = n.e
"""
_COUNT = """
UPDATE community SET seq = %s, moved_seq = CASE WHEN %s THEN %s ELSE moved_seq END WHERE community_id = %s
"""
_DELETIONS = "COPY recent_delete (community_id, op_id, device_id, written_at, received_at) FROM STDIN"
_REFUSED = """
INSERT INTO refused_create (community_id, record_id, entity)
SELECT %s, r, e FROM json_to_recordset(%s::json) AS n(r text, e text) ON CONFLICT DO NOTHING
"""
_FORGIVEN = """
DELETE FROM refused_create WHERE community_id = %s
AND record_id IN (SELECT json_array_elements_text(%s::json))
"""
_FOLLOW = """
UPDATE record SET area_id = %s
WHERE community_id = %s AND entity = %s AND body ->> %s = %s AND area_id IS DISTINCT FROM %s
RETURNING record_id, subject
"""
_ESCAPES = (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))
_encode = msgspec.json.Encoder().encode


def write_plan(
    connection: Rows,
    community_id: str,
    now: datetime,
    plan: Plan,
    shelf: Shelf,
    shapes: Mapping[str, Shape],
    incarnation: str = "",
) -> None:
    """Write a plan and move the community's counter, inside the transaction that holds its lock."""
    writer = Writer(connection, community_id, now)
    writer.write(plan, shelf.changed(), incarnation)
    writer.move(plan.moved, Places(shapes))
    if plan.log:
        connection.execute(_COUNT, (plan.seq, bool(plan.moved), plan.seq, community_id))


class Writer:
    """Writes the plan of one community's push, inside the transaction that holds its counter."""

    def __init__(self, connection: Rows, community_id: str, now: datetime) -> None:
        self._connection, self._community_id = connection, community_id
        self._now = now.isoformat()

    def write(self, plan: Plan, records: Iterable[Held], incarnation: str) -> None:
        """Write all of it; what a table gets nothing of costs nothing."""
        changed = list(records)
        self._copy(_LOG, [self._line(plan, at) for at in range(len(plan.log))])
        self._copy(_AUDIT, [self._noted(plan, at, incarnation) for at in range(len(plan.audit))])
        self._copy(_MAKE, [self._made(held) for held in changed if held.fresh])
        self._change([held for held in changed if not held.fresh])
        self._remember(plan)

    def move(self, moved: Iterable[tuple[Key, Place]], places: Places) -> None:
        """Let what hangs on moved records follow them into their areas, and what hangs on that."""
        waiting = list(moved)
        while waiting:
            (entity, record_id), place = waiting.pop()
            for child, name in places.children(entity):
                values = (place.area_id, self._community_id, child, name, record_id, place.area_id)
                followed = self._connection.execute(_FOLLOW, values).fetchall()
                waiting.extend(((child, each), Place(subject, place.area_id)) for each, subject in followed)

    def _line(self, plan: Plan, at: int) -> str:
        line = plan.log[at]
        entity, record_id = line.key
        return _row(
            self._community_id, line.seq, plan.first, line.origin.device, entity, line.place.subject,
            record_id, line.kind, line.place.area_id, line.wire, self._now,
        )  # fmt: skip

    def _noted(self, plan: Plan, at: int, incarnation: str) -> str:
        change, body, answer = plan.audit[at]
        relayed = "t" if change.relayed else "f"
        return _row(
            self._community_id, change.op_id, relayed, change.device_id, incarnation, change.device_seq,
            change.hash, body.decode(), _encode(answer).decode(), self._now,
        )  # fmt: skip

    def _made(self, held: Held) -> str:
        document, place = held.document, held.place
        content = content_hash(document.fields)
        body = held.text or _encode(document.fields).decode()
        return _row(
            self._community_id, bucket_of(document.record_id), document.record_id, document.entity,
            document.seq, "t" if document.deleted else "f", place.subject, place.area_id, held.natural_key,
            content, fingerprint(document.entity, document.record_id, document.seq, content), body,
            _encode(document.versions).decode(), _encode(document.created).decode(), self._now,
        )  # fmt: skip

    def _change(self, changed: list[Held]) -> None:
        if changed:
            records = _encode([_changed(held) for held in changed]).decode()
            values = {"records": records, "community": self._community_id, "now": self._now}
            self._connection.execute(_CHANGE, values)

    def _remember(self, plan: Plan) -> None:
        self._copy(_DELETIONS, [_row(self._community_id, *each, self._now) for each in plan.deletions])
        if plan.refused:
            refused = _encode([{"r": each, "e": entity} for each, entity in plan.refused.items()]).decode()
            self._connection.execute(_REFUSED, (self._community_id, refused))
        if plan.made_after_all:
            made = _encode(list(plan.made_after_all)).decode()
            self._connection.execute(_FORGIVEN, (self._community_id, made))

    def _copy(self, statement: str, rows: list[str]) -> None:
        if rows:
            with self._connection.cursor().copy(statement) as copy:
                copy.write("".join(rows))


def _changed(held: Held) -> dict[str, object]:
    document = held.document
    content = content_hash(document.fields)
    return {
        "b": bucket_of(document.record_id), "r": document.record_id, "e": document.entity,
        "seq": document.seq, "deleted": document.deleted, "subject": held.place.subject,
        "area_id": held.place.area_id, "natural_key": held.natural_key, "content_hash": content,
        "fingerprint": fingerprint(document.entity, document.record_id, document.seq, content),
        "body": document.fields, "versions": document.versions,
    }  # fmt: skip


def _row(*values: object) -> str:
    """Return a row as COPY reads it, with what has a meaning there escaped."""
    return "\t".join([_cell(value) for value in values]) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return "\\N"
    text = str(value)
    for sign, written in _ESCAPES:
        if sign in text:
            text = text.replace(sign, written)
    return text
