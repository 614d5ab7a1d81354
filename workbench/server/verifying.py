"""Proves that the server's books are what was written: no gaps, chains unbroken, records and files whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.server.communities import RESTORE_STEP, communities
from workbench.server.database import Database, Rows
from workbench.standards.chain import GENESIS
from workbench.sync.protocol.digest import bucket_of, content_hash, fingerprint

_LOG = "SELECT seq FROM change_log WHERE community_id = %s ORDER BY seq"
_COMMUNITY = "SELECT seq, horizon_seq, born_seq FROM community WHERE community_id = %s"
_AUDIT = """
SELECT device_id, incarnation, device_seq, hash, body FROM audit
WHERE community_id = %s AND NOT relayed ORDER BY device_id, device_seq, incarnation
"""
_HEADS = "SELECT device_id, chain_seq, chain_hash FROM device WHERE community_id = %s"
_RECORDS = """
SELECT entity, record_id, bucket, seq, body, content_hash, fingerprint FROM record WHERE community_id = %s
"""
_FILES = "SELECT address, sha256, length FROM blob WHERE community_id = %s AND complete ORDER BY address"
_PARTS = "SELECT content FROM blob_part WHERE community_id = %s AND address = %s ORDER BY start"
_PAGE = 2000


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something found wrong: where, and what; record ids only, never what is in a record."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}：{self.what}"


def verify(database: Database) -> list[Flaw]:
    """Read everything and return what is wrong, of each community the first flaw of each kind."""
    with database.transaction() as connection:
        ids = [line.community_id for line in communities(connection)]
        return [flaw for community_id in ids for flaw in flaws_of(connection, community_id)]


def flaws_of(connection: Rows, community_id: str) -> Iterator[Flaw]:
    """Yield the first flaw of each kind of one community."""
    for check in (_log, _chains, _records, _files):
        first = next(check(connection, community_id), None)
        if first is not None:
            yield first


def _log(connection: Rows, community_id: str) -> Iterator[Flaw]:
    """Numbers follow each other from the horizon on, but for the leaps of restores."""
    row = connection.execute(_COMMUNITY, (community_id,)).fetchone()
    seq, horizon, born = row or (0, 0, 0)
    expected = horizon + 1
    for (number,) in _paged(connection, _LOG, community_id):
        if not _leapt(number - expected) or number > max(born + 1, expected):
            yield Flaw(f"{community_id} 日志", f"第 {expected} 号缺失")
        expected = number + 1
    if expected - 1 != seq and not (seq == born and _leapt(seq + 1 - expected)):
        yield Flaw(f"{community_id} 日志", f"末尾缺失，应到第 {seq} 号")


def _leapt(numbers: int) -> bool:
    """Say whether so many numbers may be missing: none, or what restores leap over, one after the other."""
    return numbers >= 0 and numbers % RESTORE_STEP == 0


def _chains(connection: Rows, community_id: str) -> Iterator[Flaw]:
    """Each row's hash covers the row before it, of the same life or of the one from which that parted."""
    heads = _heads(connection, community_id)
    here, before, now = ("", 0), {GENESIS.hex()}, set[str]()
    for device_id, incarnation, device_seq, digest, body in _paged(connection, _AUDIT, community_id):
        if (device_id, device_seq) != here:
            goes_on = (device_id, device_seq - 1) == here
            before = now if goes_on else {GENESIS.hex()} if device_seq == 1 else set()
            here, now = (device_id, device_seq), set()
        if not any(_covers(previous, body, digest) for previous in before):
            what = "内容与哈希链不符，已被改动" if before else "缺少前一行"
            yield Flaw(f"{community_id} 终端 {device_id}/{incarnation} 第 {device_seq} 行", what)
        now.add(digest)
        heads.get(device_id, set()).discard((device_seq, digest))
    for device_id, missed in heads.items():
        for device_seq, _ in sorted(missed):
            yield Flaw(f"{community_id} 终端 {device_id}", f"末尾缺失，应到第 {device_seq} 行")


def _heads(connection: Rows, community_id: str) -> dict[str, set[tuple[int, str]]]:
    """Return how far the chains of each device have come, in each of its lives."""
    heads: dict[str, set[tuple[int, str]]] = {}
    for device_id, chain_seq, digest in connection.execute(_HEADS, (community_id,)):
        if chain_seq:
            heads.setdefault(device_id, set()).add((chain_seq, digest))
    return heads


def _covers(previous: str, body: str, digest: str) -> bool:
    return hashlib.sha256(bytes.fromhex(previous) + body.encode()).hexdigest() == digest


def _records(connection: Rows, community_id: str) -> Iterator[Flaw]:
    """Each record has the hash and the fingerprint of its content, in its bucket."""
    rows = _paged(connection, _RECORDS, community_id)
    for entity, record_id, bucket, seq, body, kept_hash, mark in rows:
        content = content_hash(body)
        same = content == kept_hash and fingerprint(entity, record_id, seq, content) == mark
        if not same or bucket != bucket_of(record_id):
            yield Flaw(f"{community_id} {entity} {record_id}", "内容与其指纹不符，已被改动")


def _files(connection: Rows, community_id: str) -> Iterator[Flaw]:
    for address, sha256, length in connection.execute(_FILES, (community_id,)).fetchall():
        digest, size = hashlib.sha256(), 0
        for (content,) in _paged(connection, _PARTS, community_id, address):
            digest.update(content)
            size += len(content)
        if (digest.hexdigest(), size) != (sha256, length):
            yield Flaw(f"{community_id} 附件 {address[:12]}", "内容不全或已被改动")


def _paged(connection: Rows, statement: str, *values: str) -> Iterator[tuple[Any, ...]]:
    """Read many rows without holding them all."""
    with connection.cursor("verify") as cursor:
        cursor.itersize = _PAGE
        yield from cursor.execute(statement, values)
