"""The hash chain and the clock of journals, in which every desk and the server agree."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import msgspec

GENESIS = bytes(32)
"""The previous hash of a chain's first row."""

HASHED = (
    "id", "community_id", "entity", "record_id", "kind", "before", "after", "base_seq", "author_id",
    "device_id", "device_seq", "hlc", "purpose",
)  # fmt: skip
"""The columns under the hash of a row written here, in order; what changes later is not among them."""

RECEIVED_HASHED = (*HASHED, "origin_id", "origin_device", "origin_hlc")
"""The columns under the hash of a row that came from elsewhere."""

RECEIVED = "received"
"""The device id under which a desk chains what it received, apart from what it wrote itself."""

_COUNTER_BITS = 16
_encode = msgspec.json.Encoder().encode


def chain_hash(values: tuple[object, ...], previous: bytes) -> bytes:
    """Return SHA-256 over the row's values in the order of `HASHED` and the previous row's hash."""
    return hashlib.sha256(previous + _encode(values)).digest()


def next_hlc(now: datetime, last: int) -> int:
    """Return a hybrid clock value after `last`, at `now` when the wall clock has moved on.

    Unix milliseconds shifted left by 16 bits, plus a counter, never running backwards on one device.
    """
    physical = int(now.timestamp() * 1000) << _COUNTER_BITS
    return max(physical, last + 1)


def moment_of(hlc: int) -> datetime:
    """Return the wall-clock part of a hybrid clock value, in UTC."""
    return datetime.fromtimestamp((hlc >> _COUNTER_BITS) / 1000, UTC)
