"""How a desk finds out what it lacks: fingerprints by bucket of what it may see, and records whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from workbench.server.database import Rows
from workbench.server.known import KnownDevice
from workbench.server.pages import SEEN, Page, Present, body_of, seen_values
from workbench.server.scopes import Sight
from workbench.sync.protocol.digest import content_hash, fingerprint
from workbench.sync.protocol.wire import to_json

_BUCKETS = f"""
SELECT bucket, count(*), bit_xor(fingerprint) FROM record
WHERE community_id = %(community)s AND {SEEN} AND entity <> ALL(%(altered)s) GROUP BY bucket ORDER BY bucket
"""
_ALTERED = f"""
SELECT bucket, entity, record_id, seq, body::text FROM record
WHERE community_id = %(community)s AND {SEEN} AND entity = ANY(%(altered)s)
"""
_STANDING = f"""
SELECT entity, record_id, seq, body::text FROM record
WHERE community_id = %(community)s AND bucket BETWEEN %(first)s AND %(last)s AND {SEEN}
"""
_decode = msgspec.json.Decoder().decode


def digest_of(connection: Rows, device: KnownDevice, sight: Sight, present: Present) -> Page:
    """Return number, count and XOR of every bucket that is not empty.

    The database adds up the fingerprints it keeps; only of records that the desk sees otherwise than they
    are is one made anew.
    """
    values = {"community": device.community_id, "altered": sight.altered, **seen_values(sight)}
    buckets = {bucket: (count, xor) for bucket, count, xor in connection.execute(_BUCKETS, values)}
    if sight.altered:
        for bucket, mark in _altered(connection, sight, values):
            count, xor = buckets.get(bucket, (0, 0))
            buckets[bucket] = (count + 1, xor ^ mark)
    texts = [f"[{bucket},{count},{xor}]" for bucket, (count, xor) in sorted(buckets.items())]
    return Page(body_of(present, {"seq": present.seq}, "buckets", texts), len(texts), present.seq)


def standing_of(
    connection: Rows, device: KnownDevice, sight: Sight, present: Present, first: int, last: int
) -> Page:
    """Return the records of a range of buckets, whole."""
    values = {"community": device.community_id, "first": first, "last": last, **seen_values(sight)}
    texts = [_record(row, sight) for row in connection.execute(_STANDING, values)]
    return Page(body_of(present, {"seq": present.seq}, "records", texts), len(texts), present.seq)


def _altered(connection: Rows, sight: Sight, values: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for bucket, entity, record_id, seq, body in connection.execute(_ALTERED, values):
        seen = sight.fields(entity, _decode(body))
        yield bucket, fingerprint(entity, record_id, seq, content_hash(seen))


def _record(row: tuple[Any, ...], sight: Sight) -> str:
    entity, record_id, seq, body = row
    if sight.alters(entity):
        body = to_json(sight.fields(entity, _decode(body))).decode()
    return f"[{to_json(entity).decode()},{to_json(record_id).decode()},{seq},{body}]"
