"""The two kinds of table there are: synced ones, which the journal follows, and local ones."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from uuid_utils import uuid7

from workbench.store.columns import CHOICE, UtcDateTime

_NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """Return a fresh UUIDv7: unique without a server, and sortable by its time."""
    return str(uuid7())


class Base(DeclarativeBase):
    """Root of every mapped table of the local store."""

    metadata = MetaData(naming_convention=_NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        enum.Enum: CHOICE,
        enum.StrEnum: CHOICE,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
    }


class Synced:
    """Mixin of every table whose rows travel: the journal notices each write to it.

    `server_seq` is the server's number of the last change this desk has seen of the record, 0 before
    the first sync; `deleted_at` marks a soft delete.
    """

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    community_id: Mapped[str] = mapped_column(String(36))
    deleted_at: Mapped[datetime | None]
    server_seq: Mapped[int] = mapped_column(default=0)


class LocalOnly:
    """Mixin of tables that stay on this desk: drafts, counters, sign-in delays, the journal itself."""
