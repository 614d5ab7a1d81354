"""Founding invitations (首次接入): made by the administrator, each lets one desk bring its community."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, DateTime, Table, Text

from workbench.server.database import Rows
from workbench.server.tables import metadata
from workbench.sync.protocol.codes import Entropy, code_hash, new_code

FOUNDING_DAYS = 14
"""How long a founding code can be used, unless said otherwise."""

founding = Table(
    "founding",
    metadata,
    Column("code_sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("used_at", DateTime(timezone=True)),
    Column("community_id", Text),
    Column("device_id", Text),
)
"""Not keyed by community, for there is none yet; where the server is spread, every machine has it."""


@dataclass(frozen=True, slots=True)
class FoundingInvitation:
    """One founding invitation; `device_id` is that of the desk that used it."""

    code_sha256: str
    name: str
    expires_at: datetime
    used_at: datetime | None
    community_id: str | None
    device_id: str | None


def make(connection: Rows, name: str, now: datetime, entropy: Entropy, days: int = FOUNDING_DAYS) -> str:
    """Make a founding invitation for a community and return its code, which nobody can ask for again."""
    code = new_code(entropy)
    connection.execute(
        "INSERT INTO founding (code_sha256, name, created_at, expires_at) VALUES (%s, %s, %s, %s)",
        (code_hash(code), name, now, now + timedelta(days=days)),
    )
    return code


def find(connection: Rows, code_sha256: str) -> FoundingInvitation | None:
    """Return the founding invitation of a code, locked until the transaction ends."""
    row = connection.execute(
        "SELECT code_sha256, name, expires_at, used_at, community_id, device_id FROM founding "
        "WHERE code_sha256 = %s FOR UPDATE",
        (code_sha256,),
    ).fetchone()
    return None if row is None else FoundingInvitation(*row)


def pending(connection: Rows, now: datetime) -> list[FoundingInvitation]:
    """Return the founding invitations that can still be used, the latest first."""
    rows = connection.execute(
        "SELECT code_sha256, name, expires_at, used_at, community_id, device_id FROM founding "
        "WHERE used_at IS NULL AND expires_at > %s ORDER BY created_at DESC",
        (now,),
    )
    return [FoundingInvitation(*row) for row in rows]


def use(connection: Rows, code_sha256: str, community_id: str, device_id: str, now: datetime) -> None:
    """Mark a founding invitation as used by a desk."""
    connection.execute(
        "UPDATE founding SET used_at = %s, community_id = %s, device_id = %s WHERE code_sha256 = %s",
        (now, community_id, device_id, code_sha256),
    )
