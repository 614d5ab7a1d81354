"""Upkeep of a community (维护): prunes a log nobody needs any more, and proves that nothing was altered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec

from workbench.server.database import Rows
from workbench.standards.chain import GENESIS
from workbench.sync.protocol.digest import bucket_of, content_hash, fingerprint

LOG_DAYS = 90
"""How long the log is kept, unless said otherwise; a desk that was away longer compares everything."""

TOMBSTONE_DAYS = 180
"""How long it stays known that a record was deleted: longer than any desk may be away."""

_HORIZON = "SELECT coalesce(max(seq), 0) FROM change_log WHERE community_id = %s AND received_at < %s"
_CUT = "DELETE FROM change_log WHERE community_id = %s AND seq <= %s"
_MARK = "UPDATE community SET horizon_seq = greatest(horizon_seq, %s) WHERE community_id = %s"
_BURY = "DELETE FROM record WHERE community_id = %s AND deleted AND changed_at < %s AND seq <= %s"
_FORGET = "DELETE FROM recent_delete WHERE community_id = %s AND received_at < %s"

_AUDIT = """
SELECT device_id, incarnation, device_seq, op_id, hash, body FROM audit
WHERE community_id = %s AND NOT relayed ORDER BY device_id, incarnation, device_seq
"""
_LINKS = "SELECT device_id, device_seq, hash FROM audit WHERE community_id = %s AND NOT relayed"
_RECORDS = """
SELECT entity, record_id, seq, bucket, content_hash, fingerprint, body::text FROM record
WHERE community_id = %s ORDER BY bucket, record_id
"""
_NUMBERS = """
SELECT seq, before FROM (
  SELECT seq, lag(seq, 1, %(horizon)s) OVER (ORDER BY seq) AS before FROM change_log
  WHERE community_id = %(community)s) AS gaps
WHERE seq <> before + 1 AND NOT (before < %(born)s AND seq = %(born)s + 1) ORDER BY seq LIMIT 1
"""
_COMMUNITY = "SELECT horizon_seq, born_seq, seq FROM community WHERE community_id = %s"
_decode = msgspec.json.Decoder().decode
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Pruned:
    """What pruning took away: rows of the log, and marks of records deleted long ago."""

    log_rows: int
    tombstones: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """The first thing found wrong: in which table, which row, and what."""

    table: str
    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}：{self.what}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check: how much was found in order, or the first flaw."""

    audited: int
    records: int
    flaw: Flaw | None


def prune(connection: Rows, community_id: str, now: datetime, *, log_days: int = LOG_DAYS) -> Pruned:
    """Cut the log before a day and bury records deleted long ago; the audit stays whole."""
    connection.execute("SELECT FROM community WHERE community_id = %s FOR UPDATE", (community_id,))
    row = connection.execute(_HORIZON, (community_id, now - timedelta(days=log_days))).fetchone()
    horizon = int(row[0]) if row else 0
    if not horizon:
        return Pruned(0, 0)
    cut = connection.execute(_CUT, (community_id, horizon)).rowcount
    connection.execute(_MARK, (horizon, community_id))
    long_ago = now - timedelta(days=max(TOMBSTONE_DAYS, log_days))
    # Only what lies before the horizon: a desk still reading the log must find what it reads about.
    buried = connection.execute(_BURY, (community_id, long_ago, horizon)).rowcount
    connection.execute(_FORGET, (community_id, now - timedelta(days=1)))
    return Pruned(cut, buried)


def verify(connection: Rows, community_id: str) -> Verdict:
    """Recompute every chain, every content hash and every number; stop at the first flaw."""
    counts = {"audit": 0, "record": 0}
    for check in (_chains, _records, _numbers):
        for flaw in check(connection, community_id, counts):
            return Verdict(counts["audit"], counts["record"], flaw)
    return Verdict(counts["audit"], counts["record"], None)


def _chains(connection: Rows, community_id: str, counts: dict[str, int]) -> Iterator[Flaw]:
    """Follow each life of each device from its first row; a later life begins on a row of an earlier."""
    links = {
        (device, number, digest) for device, number, digest in connection.execute(_LINKS, (community_id,))
    }
    last: tuple[str, str, int, str] = ("", "", 0, "")
    for device, incarnation, number, op_id, digest, body in _read(connection, _AUDIT, community_id):
        if (device, incarnation) != last[:2]:
            starts = {link[2] for link in links if link[:2] == (device, number - 1)}
            starts |= {GENESIS.hex()} if number == 1 else set()
        elif number != last[2] + 1:
            yield Flaw("audit", op_id, f"之前缺少 {number - last[2] - 1} 条")
            return
        else:
            starts = {last[3]}
        if not any(_linked(start, body) == digest for start in starts):
            yield Flaw("audit", op_id, "内容与哈希链不符，已被改动")
            return
        counts["audit"] += 1
        last = (device, incarnation, number, digest)


def _records(connection: Rows, community_id: str, counts: dict[str, int]) -> Iterator[Flaw]:
    for entity, record_id, seq, bucket, content, mark, body in _read(connection, _RECORDS, community_id):
        actual = content_hash(_decode(body))
        is_sound = (content, mark) == (actual, fingerprint(entity, record_id, seq, actual))
        if not is_sound or bucket != bucket_of(record_id):
            yield Flaw("record", f"{entity} {record_id}", "内容与指纹不符，已被改动")
            return
        counts["record"] += 1


def _numbers(connection: Rows, community_id: str, counts: dict[str, int]) -> Iterator[Flaw]:
    """Look for a number of the log that is missing; only a restore may leave a gap."""
    row = connection.execute(_COMMUNITY, (community_id,)).fetchone()
    if row is None:
        return
    horizon, born, _ = row
    values = {"community": community_id, "horizon": horizon, "born": born}
    gap = connection.execute(_NUMBERS, values).fetchone()
    if gap is not None:
        yield Flaw("change_log", str(gap[0]), f"之前缺少 {gap[0] - gap[1] - 1} 条")


def _linked(previous: str, body: str) -> str:
    return hashlib.sha256(bytes.fromhex(previous) + body.encode()).hexdigest()


def _read(connection: Rows, statement: str, community_id: str) -> Iterator[tuple[Any, ...]]:
    """Read a large table a piece at a time."""
    with connection.cursor(name="upkeep") as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(statement, (community_id,))
        yield from cursor
