"""The journal: one row per record and transaction, chained by hash; outbox, history and audit in one."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.base import Base, LocalOnly


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
    kept as text because the hash is over these very bytes. Rows that another desk wrote carry where they
    came from and are chained apart, under the device id `RECEIVED`. `log_seq` is the number the server gave
    the change, 0 until it did; `outcome` what the server said of a change sent from here.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_record", "entity", "record_id", "seq"),
        Index("ix_journal_device", "device_id", "device_seq", unique=True),
        Index("ix_journal_kind", "kind", "seq"),
        Index("ix_journal_id", "id"),
        Index("ix_journal_origin", "origin_id"),
        Index("ix_journal_unsent", "device_seq", sqlite_where=text("sent_at IS NULL AND origin_id IS NULL")),
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
    origin_id: Mapped[str | None] = mapped_column(String(36))
    origin_device: Mapped[str | None] = mapped_column(String(80))
    origin_hlc: Mapped[int | None]
    log_seq: Mapped[int] = mapped_column(default=0, server_default="0")
    sent_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(16))


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where a device's chain stands: number and hash of its last row, and its clock."""

    device_seq: int
    hash: bytes
    hlc: int
