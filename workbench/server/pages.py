"""Pages of the log (下载): the changes after a number, ready to send, as far as a desk may see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from workbench.server.database import Rows
from workbench.server.faults import RequestRefused
from workbench.server.known import KnownDevice
from workbench.server.refusals import refused
from workbench.server.scopes import Sight
from workbench.server.shelf import Shelf
from workbench.sync.protocol.wire import Fault, to_json

PAGE_CHARACTERS = 8 * 1024 * 1024
"""About the most text in one page: a page of forms is cut before a page of people."""

_TOO_FAR_BEHIND = "本终端离线较久，较早的变更已不再逐条保存，正在整体核对；未上传的内容都在本地。"
_PRESENT = "SELECT epoch, seq, horizon_seq, moved_seq FROM community WHERE community_id = %s"
_SEEN = """
(%(all)s OR subject = ANY(%(everywhere)s) OR (subject = ANY(%(in_areas)s) AND area_id = ANY(%(areas)s)))
"""
_ROWS = f"""
SELECT seq, pack, entity, record_id, wire::text FROM change_log
WHERE community_id = %(community)s AND seq > %(after)s AND seq <= %(upto)s AND {_SEEN}
ORDER BY seq LIMIT %(limit)s
"""
_REST = f"""
SELECT seq, pack, entity, record_id, wire::text FROM change_log
WHERE community_id = %(community)s AND seq > %(after)s AND seq <= %(upto)s AND {_SEEN}
AND pack = %(pack)s ORDER BY seq
"""
_decode = msgspec.json.Decoder().decode

Line = tuple[int, int, str, str, str]
"""Number, first number of its push, kind and id of its record, and the text to send."""


@dataclass(frozen=True, slots=True)
class Page:
    """An answer ready to send: `body` is its JSON."""

    body: bytes
    rows: int
    to_seq: int


@dataclass(frozen=True, slots=True)
class Present:
    """Where a community's log stands, and by which numbers a desk's scope is known."""

    epoch: str
    scope_epoch: int
    seq: int
    horizon: int

    def as_json(self) -> dict[str, Any]:
        """Return what a desk is told of it."""
        return {"epoch": self.epoch, "scope_epoch": self.scope_epoch, "seq": self.seq}

    def check(self, epoch: str, scope_epoch: int, after: int) -> None:
        """Let a desk read on from a number, or raise RequestRefused.

        A number that was never given belongs to another life of the server, whatever the desk says.
        """
        if epoch != self.epoch or after > self.seq:
            raise refused(Fault.EPOCH_CHANGED, **self.as_json())
        if scope_epoch != self.scope_epoch:
            raise refused(Fault.SCOPE_CHANGED, scope_epoch=self.scope_epoch)
        if after < self.horizon:
            raise RequestRefused(Fault.TOO_FAR_BEHIND, _TOO_FAR_BEHIND, horizon=self.horizon)


def present_of(connection: Rows, device: KnownDevice) -> Present:
    """Ask where the log stands; what is read after it in the same transaction may be newer, never older.

    A desk that is limited to areas has another scope also when a record moved between them.
    """
    row = connection.execute(_PRESENT, (device.community_id,)).fetchone()
    if row is None:
        raise refused(Fault.NOT_FOUND)
    epoch, seq, horizon, moved = row
    scope_epoch = device.scope_epoch if device.scope.areas is None else max(device.scope_epoch, moved)
    return Present(epoch, scope_epoch, seq, horizon)


def page_after(
    connection: Rows, device: KnownDevice, sight: Sight, present: Present, after: int, limit: int
) -> Page:
    """Return the changes after a number; a page may be longer than asked so as not to cut a push."""
    values = {
        "community": device.community_id, "after": after, "upto": present.seq, "limit": limit,
        **seen_values(sight),
    }  # fmt: skip
    lines: list[Line] = connection.execute(_ROWS, values).fetchall()
    is_full = len(lines) == limit
    if is_full:
        last = lines[-1]
        lines += connection.execute(_REST, {**values, "after": last[0], "pack": last[1]}).fetchall()
    kept = _within_bounds(lines)
    to_seq = kept[-1][0] if is_full or len(kept) < len(lines) else present.seq
    texts = _texts(kept, sight, Shelf(connection, device.community_id, has_refused=False))
    facts = {"to_seq": to_seq, "complete": to_seq >= present.seq}
    return Page(body_of(present, facts, "rows", texts), len(texts), to_seq)


def seen_values(sight: Sight) -> dict[str, Any]:
    """Return what the condition `SEEN` asks for."""
    return {
        "all": sight.sees_all, "everywhere": sight.everywhere, "in_areas": sight.in_areas,
        "areas": sight.areas,
    }  # fmt: skip


SEEN = _SEEN


def body_of(present: Present, facts: Mapping[str, Any], name: str, texts: Sequence[str]) -> bytes:
    """Return the JSON of an answer whose rows are text already."""
    head = to_json({"epoch": present.epoch, "scope_epoch": present.scope_epoch, **facts})
    return b'%s,"%s":[%s]}' % (head[:-1], name.encode(), ",".join(texts).encode())


def _within_bounds(lines: Sequence[Line]) -> Sequence[Line]:
    size = 0
    for at, line in enumerate(lines):
        size += len(line[4])
        if size > PAGE_CHARACTERS:
            return lines[: at + 1]
    return lines


def _texts(lines: Sequence[Line], sight: Sight, shelf: Shelf) -> list[str]:
    if sight.is_whole:
        return [line[4] for line in lines]
    shelf.fetch((line[2], line[3]) for line in lines if sight.needs_whole(line[2]))
    return [_seen(line, sight, shelf) for line in lines]


def _seen(line: Line, sight: Sight, shelf: Shelf) -> str:
    """Return a row as the desk may see it; one that nothing is hidden of goes out word for word."""
    _, _, entity, record_id, text = line
    if not sight.alters(entity):
        return text
    held = shelf.held((entity, record_id)) if sight.needs_whole(entity) else None
    wire = _decode(text)
    wire[5] = sight.fields(entity, wire[5], held.document.fields if held else None)
    return to_json(wire).decode()
