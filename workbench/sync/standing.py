"""What lies here, told as the server tells it: digests by bucket, and which records are in which bucket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.sync.extras import Extras
from workbench.sync.protocol.digest import BUCKETS, bucket_of, content_hash, fingerprint

if TYPE_CHECKING:
    from workbench.store.receiving import Receiving
    from workbench.sync.pending import Key

Bucket = tuple[int, int]
"""How many records a bucket holds, and the XOR of their fingerprints."""

EMPTY: Bucket = (0, 0)
_decode = msgspec.json.Decoder(dict[str, Any]).decode


def digest_here(unit: Receiving) -> list[Bucket]:
    """Return count and fingerprint of each bucket, in one pass over everything that lies here."""
    counts, xors = [0] * BUCKETS, [0] * BUCKETS
    for entity, record_id, seq, fields in records_here(unit):
        bucket = bucket_of(record_id)
        counts[bucket] += 1
        xors[bucket] ^= fingerprint(entity, record_id, seq, content_hash(fields))
    return list(zip(counts, xors, strict=True))


def ids_here(unit: Receiving, buckets: frozenset[int]) -> dict[int, set[Key]]:
    """Return which records lie here in some buckets, by bucket."""
    found: dict[int, set[Key]] = {bucket: set() for bucket in buckets}
    for entity in unit.shapes:
        for (record_id,) in unit.raw.execute(f"SELECT id FROM {entity}"):
            if (bucket := bucket_of(record_id)) in buckets:
                found[bucket].add((entity, record_id))
    for entity, record_id in Extras(unit).all():
        if entity not in unit.shapes and (bucket := bucket_of(record_id)) in buckets:
            found[bucket].add((entity, record_id))
    return found


def records_here(unit: Receiving) -> Iterator[tuple[str, str, int, dict[str, Any]]]:
    """Give every record with what is kept of it beside its table: entity, id, version, fields."""
    extras = {} if Extras(unit).is_empty else Extras(unit).all()
    for entity, shape in unit.shapes.items():
        for record_id, seq, text in unit.raw.execute(shape.select("")):
            fields = _decode(text)
            if extras and (extra := extras.pop((entity, record_id), None)):
                fields |= extra[1]
            yield entity, record_id, seq, fields
    for (entity, record_id), (seq, fields) in extras.items():
        if entity not in unit.shapes:
            yield entity, record_id, seq, fields
