"""Tables of sync: disputes, desks and invitations travel like all records; the others stay on this desk."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store import Base, LocalOnly, Synced


class DisputeState(StrEnum):
    """Whether a dispute still waits for somebody."""

    OPEN = "open"
    RESOLVED = "resolved"


class DeviceState(StrEnum):
    """Whether a desk may still exchange with the server."""

    ACTIVE = "active"
    LOST = "lost"
    REVOKED = "revoked"


class SyncDispute(Synced, Base):
    """A change the server did not take, whole or in part (待处理的同步问题); made by the server only.

    `mine` is what the author wrote, `theirs` what the server kept, `base` what both had before, each by
    field. `reason` is a value of `wire.Reason`, `change_kind` the kind of the change. `choice` tells how it
    ended: mine, theirs, third, approve, discard.
    """

    __tablename__ = "sync_dispute"
    __table_args__ = (
        Index("ix_sync_dispute_state", "state", "author_id"),
        Index("ix_sync_dispute_record", "entity", "record_id"),
    )

    entity: Mapped[str] = mapped_column(String(48))
    record_id: Mapped[str] = mapped_column(String(64))
    op_id: Mapped[str] = mapped_column(String(36))
    change_kind: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(String(32))
    base: Mapped[dict[str, Any]]
    mine: Mapped[dict[str, Any]]
    theirs: Mapped[dict[str, Any]]
    author_id: Mapped[str] = mapped_column(String(36))
    author_device: Mapped[str] = mapped_column(String(80))
    written_at: Mapped[datetime]
    other_author_id: Mapped[str | None] = mapped_column(String(36))
    other_device: Mapped[str | None] = mapped_column(String(80))
    other_written_at: Mapped[datetime | None]
    state: Mapped[DisputeState] = mapped_column(default=DisputeState.OPEN)
    choice: Mapped[str | None] = mapped_column(String(16))
    resolved_by_id: Mapped[str | None] = mapped_column(String(36))
    resolved_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text, default="")


class DeskDevice(Synced, Base):
    """A desk that exchanges with the server (终端); `id` is its device id, `number` its desk number.

    `areas` None means all of the census. `offline_hours` is how long it may work without contact.
    """

    __tablename__ = "desk_device"

    name: Mapped[str] = mapped_column(String(64))
    number: Mapped[int]
    state: Mapped[DeviceState] = mapped_column(default=DeviceState.ACTIVE)
    outside: Mapped[bool] = mapped_column(default=False)
    areas: Mapped[list[str] | None]
    masked: Mapped[bool] = mapped_column(default=False)
    offline_hours: Mapped[int] = mapped_column(default=72)
    enrolled_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text, default="")


class DeskInvitation(Synced, Base):
    """A code by which a new desk joins, once and for a while; only its SHA-256 is kept."""

    __tablename__ = "desk_invitation"
    __table_args__ = (Index("ix_desk_invitation_code", "code_sha256"),)

    code_sha256: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(64))
    outside: Mapped[bool] = mapped_column(default=False)
    areas: Mapped[list[str] | None]
    masked: Mapped[bool] = mapped_column(default=False)
    offline_hours: Mapped[int] = mapped_column(default=72)
    expires_at: Mapped[datetime]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    used_at: Mapped[datetime | None]
    device_id: Mapped[str | None] = mapped_column(String(36))


class SyncExtra(LocalOnly, Base):
    """What a newer version of the workbench knows of a record and this one has no column for."""

    __tablename__ = "sync_extra"

    entity: Mapped[str] = mapped_column(String(48), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    seq: Mapped[int] = mapped_column(default=0)
    fields: Mapped[dict[str, Any]]


class BlobTask(LocalOnly, Base):
    """A file of the vault that has yet to go to the server, or come from it."""

    __tablename__ = "blob_task"

    address: Mapped[str] = mapped_column(String(64), primary_key=True)
    upload: Mapped[bool]
    size: Mapped[int]
    done: Mapped[int] = mapped_column(default=0)
