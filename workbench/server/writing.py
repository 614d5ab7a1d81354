"""Writes what a push comes to, in as few statements as there are tables, whatever the number of changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice

import msgspec

from workbench.server.database import Rows
from workbench.server.places import Places
from workbench.server.plan import Deletion, Line, Noted, Plan
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
_PIECE = 100
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
        made = [held for held in changed if held.fresh]
        self._copy(_LOG, len(plan.log), (self._line(plan.first, line) for line in plan.log))
        self._copy(_AUDIT, len(plan.audit), (self._noted(noted, incarnation) for noted in plan.audit))
        self._copy(_MAKE, len(made), (self._made(held) for held in made))
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

    def _line(self, first: int, line: Line) -> str:
        seq, origin, (entity, record_id), kind, place, wire = line
        return (
            f"{self._community_id}\t{seq}\t{first}\t{origin.device}\t{entity}\t{_cell(place.subject)}\t"
            f"{record_id}\t{kind}\t{_maybe(place.area_id)}\t{_cell(wire)}\t{self._now}\n"
        )

    def _noted(self, noted: Noted, incarnation: str) -> str:
        change, body, answer = noted
        relayed = "t" if change.relayed else "f"
        return (
            f"{self._community_id}\t{change.op_id}\t{relayed}\t{change.device_id}\t{incarnation}\t"
            f"{change.device_seq}\t{change.hash}\t{_cell(body.decode())}\t"
            f"{_cell(_encode(answer).decode())}\t{self._now}\n"
        )

    def _made(self, held: Held) -> str:
        document, place = held.document, held.place
        entity, record_id, seq = document.entity, document.record_id, document.seq
        content = content_hash(document.fields)
        mark = fingerprint(entity, record_id, seq, content)
        deleted = "t" if document.deleted else "f"
        versions = _cell(_encode(document.versions).decode()) if document.versions else "{}"
        return (
            f"{self._community_id}\t{bucket_of(record_id)}\t{record_id}\t{entity}\t{seq}\t{deleted}\t"
            f"{_cell(place.subject)}\t{_maybe(place.area_id)}\t{_maybe(held.natural_key)}\t{content}\t{mark}\t"
            f"{_cell(held.text or _encode(document.fields).decode())}\t{versions}\t"
            f"{_encode(document.created).decode()}\t{self._now}\n"
        )

    def _change(self, changed: list[Held]) -> None:
        if changed:
            records = _encode([_changed(held) for held in changed]).decode()
            values = {"records": records, "community": self._community_id, "now": self._now}
            self._connection.execute(_CHANGE, values)

    def _remember(self, plan: Plan) -> None:
        deletions = plan.deletions
        self._copy(_DELETIONS, len(deletions), (self._deletion(each) for each in deletions))
        if plan.refused:
            refused = _encode([{"r": each, "e": entity} for each, entity in plan.refused.items()]).decode()
            self._connection.execute(_REFUSED, (self._community_id, refused))
        if plan.made_after_all:
            made = _encode(list(plan.made_after_all)).decode()
            self._connection.execute(_FORGIVEN, (self._community_id, made))

    def _deletion(self, deletion: Deletion) -> str:
        op_id, device_id, written_at = deletion
        return f"{self._community_id}\t{op_id}\t{device_id}\t{written_at.isoformat()}\t{self._now}\n"

    def _copy(self, statement: str, count: int, rows: Iterator[str]) -> None:
        """Send rows a piece at a time, so that PostgreSQL stores some while others are being written."""
        if not count:
            return
        with self._connection.cursor().copy(statement) as copy:
            while piece := "".join(islice(rows, _PIECE)):
                copy.write(piece)


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


def _maybe(text: str | None) -> str:
    return "\\N" if text is None else _cell(text)


def _cell(text: str) -> str:
    """Return a text as COPY reads it, with the signs that have a meaning there written out."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    # JSON that was written compactly has no such signs, and most of what comes is.
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return text
