"""The journal: one row per record and transaction, chained by hash; outbox, history and audit in one."""

from __future__ import annotations

import enum
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.base import Base, LocalOnly

GENESIS = bytes(32)
"""The previous hash of a device's first row."""

_COUNTER_BITS = 16
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class JournalKind(enum.StrEnum):
    """What a journal row tells: the first four changed a record, the others only concern it."""

    CREATE = "create"
    PATCH = "patch"
    DELETE = "delete"
    RESTORE = "restore"
    VIEW = "view"
    UNMASK = "unmask"
    EXPORT = "export"
    PRINT = "print"
    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_OUT = "sign_out"

    @property
    def changes_record(self) -> bool:
        """Tell whether such a row carries field values to send to the server."""
        return self in _CHANGES


_CHANGES = frozenset({JournalKind.CREATE, JournalKind.PATCH, JournalKind.DELETE, JournalKind.RESTORE})


class JournalEntry(LocalOnly, Base):
    """One row of the journal.

    `before` and `after` are JSON texts of the changed fields only (a create has no `before`); they are
    kept as text because the hash is over these very bytes. `hlc` is a hybrid logical clock: Unix
    milliseconds shifted left by 16 bits, plus a counter, never running backwards on one device.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_record", "entity", "record_id", "seq"),
        Index("ix_journal_device", "device_id", "device_seq", unique=True),
        Index("ix_journal_kind", "kind", "seq"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(36))
    community_id: Mapped[str] = mapped_column(String(36))
    entity: Mapped[str] = mapped_column(String(48))
    record_id: Mapped[str] = mapped_column(String(64))
    kind: Mapped[JournalKind]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    base_seq: Mapped[int] = mapped_column(default=0)
    author_id: Mapped[str] = mapped_column(String(36))
    device_id: Mapped[str] = mapped_column(String(36))
    device_seq: Mapped[int]
    hlc: Mapped[int]
    purpose: Mapped[str | None] = mapped_column(Text)
    prev_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    sent_at: Mapped[datetime | None]


HASHED = (
    "id", "community_id", "entity", "record_id", "kind", "before", "after", "base_seq", "author_id",
    "device_id", "device_seq", "hlc", "purpose",
)  # fmt: skip
"""The columns under the hash, in order; `seq` is this desk's own and `sent_at` changes later."""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where a device's chain stands: number and hash of its last row, and its clock."""

    device_seq: int
    hash: bytes
    hlc: int


def chain_hash(values: tuple[object, ...], previous: bytes) -> bytes:
    """Return SHA-256 over the row's values in the order of `HASHED` and the previous row's hash."""
    return hashlib.sha256(previous + _encode(values).encode()).digest()


def next_hlc(now: datetime, last: int) -> int:
    """Return a clock value after `last`, at `now` when the wall clock has moved on."""
    physical = int(now.timestamp() * 1000) << _COUNTER_BITS
    return max(physical, last + 1)


def moment_of(hlc: int) -> datetime:
    """Return the wall-clock part of a hybrid clock value, in UTC."""
    return datetime.fromtimestamp((hlc >> _COUNTER_BITS) / 1000, UTC)
