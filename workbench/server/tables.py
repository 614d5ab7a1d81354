"""The server's tables. Every key begins with the community, by which they are partitioned and may be spread.

JSON is kept as `json`, which PostgreSQL stores as it came, and not as `jsonb`, which would rewrite numbers
and the order of fields and break what desks hash.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)
from sqlalchemy.schema import SchemaItem

PARTITIONS = 16
"""Into how many parts each table is split on one machine."""

metadata = MetaData()
_ID = Text(collation="C")
# By bytes: ids are compared often, and no update of the system may change their order.


def _table(name: str, *parts: SchemaItem) -> Table:
    return Table(name, metadata, _key(), *parts, postgresql_partition_by="HASH (community_id)")


def _key(name: str = "community_id") -> Column[str]:
    return Column(name, _ID, primary_key=True)


def _moment(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, DateTime(timezone=True), nullable=nullable)


def _text(name: str, default: str | None = None) -> Column[str]:
    return Column(name, _ID, nullable=False, server_default=default)


def _number(name: str, default: str = "0") -> Column[int]:
    return Column(name, BigInteger, nullable=False, server_default=default)


community = _table(
    "community",
    _text("name"),
    _number("seq"),
    _text("epoch"),
    _number("horizon_seq"),
    _number("born_seq"),
    _number("moved_seq"),
    _text("address_key"),
    Column("settings", JSON, nullable=False, server_default=text("'{}'")),
    _moment("created_at"),
)
"""One row a community: `seq` is the counter whose lock orders all writing.

`horizon_seq` is the last number pruned from the log; `born_seq` the number at which this life of the
server began, higher than 0 after a restore; `moved_seq` the last change that moved a record between areas.
"""

device = _table(
    "device",
    _key("device_id"),
    _key("incarnation"),
    _text("token_sha256"),
    _number("chain_seq"),
    _text("chain_hash"),
    _text("schema_version", ""),
    _text("app_version", ""),
    _text("staff_id", ""),
    _moment("enrolled_at"),
    _moment("last_seen", nullable=True),
    _moment("retired_at", nullable=True),
    Index("ix_device_token", "token_sha256"),
)
"""One row a life of a device: its token and the head of its chain. What it may see is its `desk_device`."""

change_log = _table(
    "change_log",
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    _number("pack"),
    _text("device"),
    _text("entity"),
    _text("subject"),
    _text("record_id"),
    _text("kind"),
    Column("area_id", _ID),
    Column("wire", JSON, nullable=False),
    _moment("received_at"),
)
"""What was applied, in order, ready to send. `pack` is the first number of the push it came in; `subject` is
the kind of record that decides who may see it: a dispute's is that of the record it is about."""

record = _table(
    "record",
    Column("bucket", SmallInteger, primary_key=True, autoincrement=False),
    _key("record_id"),
    _key("entity"),
    _number("seq"),
    Column("deleted", Boolean, nullable=False, server_default=text("false")),
    _text("subject"),
    Column("area_id", _ID),
    Column("natural_key", _ID),
    _text("content_hash"),
    _number("fingerprint"),
    Column("body", JSON, nullable=False),
    Column("versions", JSON, nullable=False),
    Column("created", JSON, nullable=False),
    _moment("changed_at"),
    Index(
        "ix_record_natural_key",
        "community_id",
        "entity",
        "natural_key",
        postgresql_where=text("natural_key IS NOT NULL"),
    ),
)
"""Every record as it stands; of a deleted one, what it was."""

audit = _table(
    "audit",
    _key("op_id"),
    Column("relayed", Boolean, primary_key=True, server_default=text("false")),
    _text("device_id"),
    _text("incarnation"),
    _number("device_seq"),
    _text("hash"),
    _text("body"),
    _text("answer"),
    _moment("received_at"),
)
"""Every change received, whole and with its answer; rows are only ever added. `hash` is of the chain."""

refused_create = _table("refused_create", _key("record_id"), _text("entity"))
"""Records that a desk made and the server did not take, so that what hangs on them is answered alike."""

recent_delete = _table(
    "recent_delete",
    _key("op_id"),
    _text("device_id"),
    _moment("written_at"),
    _moment("received_at"),
)
"""Deletes of the last while, counted by the guard against mass deletion."""

incident = _table(
    "incident",
    _key("incident_id"),
    _text("device_id"),
    _text("fault"),
    Column("facts", JSON, nullable=False),
    _moment("at"),
)
"""Requests that were refused as a whole in a way somebody should look into."""

blob = _table(
    "blob",
    _key("address"),
    _number("length"),
    _number("received"),
    Column("complete", Boolean, nullable=False, server_default=text("false")),
    _text("sha256", ""),
    _moment("touched_at"),
)
"""A file of the vault, under its keyed address; `received` bytes of `length` are there."""

blob_part = _table(
    "blob_part",
    _key("address"),
    Column("start", BigInteger, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
"""A stretch of a file, from byte `start` on."""

escrow = _table(
    "escrow",
    _key("escrow_id"),
    _text("device_id"),
    _text("sha256", ""),
    Column("size", Integer, nullable=False, server_default=text("0")),
    Column("content", LargeBinary, nullable=False),
    _moment("received_at"),
    _moment("opened_at", nullable=True),
)
"""What a lost device still had to hand in, sealed."""
