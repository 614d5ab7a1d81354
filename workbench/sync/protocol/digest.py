"""Fingerprints by which a desk and the server find out which records differ, without sending them.

A record's fingerprint covers its id, its version and its content; a bucket's is the XOR of its records', so
that neither order nor paging matters. Fields without a value do not count, so a field that one side does
not know yet changes nothing until it is filled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

BUCKETS = 256

_encode = msgspec.json.Encoder(order="deterministic").encode


def bucket_of(record_id: str) -> int:
    """Return the bucket a record falls into, by the tail of its id, which is random in a UUIDv7."""
    tail = record_id[-2:]
    try:
        return int(tail, 16)
    except ValueError:
        return sum(record_id.encode()) % BUCKETS


def content_hash(fields: Mapping[str, Any]) -> str:
    """Return 32 hexadecimal digits over the fields that hold something, whatever their order."""
    filled = {name: value for name, value in fields.items() if value is not None}
    return hashlib.sha256(_encode(filled)).hexdigest()[:32]


def fingerprint(entity: str, record_id: str, seq: int, content: str) -> int:
    """Return a record's fingerprint as a signed 64-bit number, as PostgreSQL and SQLite hold it."""
    digest = hashlib.md5(f"{entity}/{record_id}/{seq}/{content}".encode(), usedforsecurity=False).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
