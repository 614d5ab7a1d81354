"""What lies here, told as the server tells it: digests by bucket, and which records are in which bucket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.store.arriving import TableShape, shape_of
from workbench.store.capture import synced_columns
from workbench.sync.extras import Extras
from workbench.sync.protocol.digest import BUCKETS, bucket_of, content_hash, fingerprint
from workbench.sync.protocol.shapes import Masking, Shape

if TYPE_CHECKING:
    from workbench.sync.pending import Key

Bucket = tuple[int, int]
"""How many records a bucket holds, and the XOR of their fingerprints."""

EMPTY: Bucket = (0, 0)
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class Here:
    """Everything that lies here, as one connection sees it."""

    def __init__(self, raw: Any, shapes: Mapping[str, Shape]) -> None:
        self._raw, self._shapes = raw, shapes
        self._tables = {name: shape_of(raw, name) for name in synced_columns(raw)}

    def digest(self) -> list[Bucket]:
        """Return count and fingerprint of each bucket, in one pass."""
        counts, xors = [0] * BUCKETS, [0] * BUCKETS
        for entity, record_id, seq, fields in self.records():
            bucket = bucket_of(record_id)
            counts[bucket] += 1
            xors[bucket] ^= fingerprint(entity, record_id, seq, content_hash(fields))
        return list(zip(counts, xors, strict=True))

    def ids(self, buckets: frozenset[int]) -> dict[int, set[Key]]:
        """Return which records lie here in some buckets, by bucket."""
        found: dict[int, set[Key]] = {bucket: set() for bucket in buckets}
        if not buckets:
            return found
        for entity, record_id in self._keys():
            if (bucket := bucket_of(record_id)) in buckets:
                found[bucket].add((entity, record_id))
        return found

    def records(self) -> Iterator[tuple[str, str, int, dict[str, Any]]]:
        """Give every record with what is kept of it beside its table: entity, id, version, fields."""
        extras = self._extras()
        outside = self._is_outside()
        for entity, table in self._tables.items():
            unseen = _unseen(table, self._shapes.get(entity)) if outside else {}
            for record_id, seq, text in self._raw.execute(table.select("")):
                fields = _without(_decode(text), unseen)
                if extras and (extra := extras.pop((entity, record_id), None)):
                    fields |= extra[1]
                yield entity, record_id, seq, fields
        for (entity, record_id), (seq, fields) in extras.items():
            if entity not in self._tables:
                yield entity, record_id, seq, fields

    def _keys(self) -> Iterator[Key]:
        for entity in self._tables:
            for (record_id,) in self._raw.execute(f"SELECT id FROM {entity}"):
                yield entity, record_id
        yield from (key for key in self._extras() if key[0] not in self._tables)

    def _extras(self) -> dict[Key, tuple[int, dict[str, Any]]]:
        extras = Extras(self._raw)
        return {} if extras.is_empty else extras.all()

    def _is_outside(self) -> bool:
        row = self._raw.execute(
            "SELECT outside FROM desk_device "
            "WHERE id = (SELECT value FROM store_fact WHERE name = 'device_id')"
        ).fetchone()
        return row is not None and bool(row[0])


def _unseen(table: TableShape, shape: Shape | None) -> Mapping[str, Any]:
    """Return what stands in the columns of fields that are kept from an outside desk."""
    masked = {} if shape is None else shape.masked
    return {name: value for name, value in table.required.items() if masked.get(name) is Masking.HIDDEN}


def _without(fields: dict[str, Any], unseen: Mapping[str, Any]) -> dict[str, Any]:
    for name, neutral in unseen.items():
        if fields.get(name) == neutral:
            del fields[name]
    return fields
