"""What a lost desk still had to hand in (遗失终端): sealed by the desk, opened by the administrator only.

A desk that is lost or sent away may do nothing but this, a few times, and is told nothing in return.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from workbench.server.database import Database, Rows
from workbench.server.known import KnownDevice
from workbench.server.refusals import refused
from workbench.server.signing import ServerKeys
from workbench.standards.clock import Clock
from workbench.standards.errors import WorkbenchError
from workbench.sync.protocol.sealing import escrow_context, open_sealed
from workbench.sync.protocol.wire import Fault

MOST_PARCELS = 20
"""How many sealed parcels one desk may leave; what is handed in twice counts once."""

_INSERT = """
INSERT INTO escrow (community_id, escrow_id, device_id, sha256, size, content, received_at)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (community_id, escrow_id) DO NOTHING
"""
_LIST = """
SELECT community_id, escrow_id, device_id, size, received_at, opened_at FROM escrow ORDER BY received_at
"""


class NoSuchParcel(WorkbenchError):
    """There is no sealed parcel of that number."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A sealed parcel as far as it is known without opening it; `size` in bytes."""

    community_id: str
    escrow_id: str
    device_id: str
    size: int
    received_at: datetime
    opened_at: datetime | None


class Escrow:
    """Takes sealed parcels in."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def take(self, device: KnownDevice, content: bytes) -> str:
        """Keep a sealed parcel and return its number; the same one handed in again is kept once.

        Raises RequestRefused too_many.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        escrow_id = hashlib.sha256(f"{device.device_id}/{sha256}".encode()).hexdigest()[:32]
        with self._database.transaction() as connection:
            if _others(connection, device, escrow_id) >= MOST_PARCELS:
                raise refused(Fault.TOO_MANY)
            values = (device.community_id, escrow_id, device.device_id, sha256, len(content), content)
            connection.execute(_INSERT, (*values, self._clock()))
        return escrow_id


def parcels(connection: Rows) -> list[Parcel]:
    """Return every sealed parcel, the oldest first."""
    return [Parcel(*row) for row in connection.execute(_LIST)]


def opened(connection: Rows, keys: ServerKeys, escrow_id: str, now: datetime) -> bytes:
    """Open a parcel and note when. Raises NoSuchParcel, CannotOpen."""
    row = connection.execute(
        "UPDATE escrow SET opened_at = %s WHERE escrow_id = %s RETURNING community_id, device_id, content",
        (now, escrow_id),
    ).fetchone()
    if row is None:
        raise NoSuchParcel(f"没有编号为 {escrow_id} 的封存内容，未作任何改动；请用 escrow list 查看。")
    community_id, device_id, content = row
    return open_sealed(keys.escrow, bytes(content), escrow_context(community_id, device_id))


def _others(connection: Rows, device: KnownDevice, escrow_id: str) -> int:
    row = connection.execute(
        "SELECT count(*) FROM escrow WHERE community_id = %s AND device_id = %s AND escrow_id <> %s",
        (device.community_id, device.device_id, escrow_id),
    ).fetchone()
    return int(row[0]) if row else 0
