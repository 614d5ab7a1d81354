"""Communities on the server: making one, listing them, and giving one a new life after a restore."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from workbench.server.database import Rows
from workbench.server.news import announce
from workbench.standards.clock import utc_now

RESTORE_STEP = 1_000_000
"""How far the counter jumps at a new life, so that no number is ever given twice."""

_MAKE = """
INSERT INTO community (community_id, name, seq, epoch, address_key, created_at) VALUES (%s, %s, 0, %s, %s, %s)
"""
_LIST = """
SELECT c.community_id, c.name, c.seq, c.epoch, c.created_at,
  (SELECT count(DISTINCT device_id) FROM device d WHERE d.community_id = c.community_id),
  (SELECT max(last_seen) FROM device d WHERE d.community_id = c.community_id)
FROM community c ORDER BY c.created_at
"""


@dataclass(frozen=True, slots=True)
class CommunityLine:
    """A community in the list; `seq` is how far its log has come."""

    community_id: str
    name: str
    seq: int
    epoch: str
    created_at: datetime
    desks: int
    last_seen: datetime | None


def make_community(connection: Rows, community_id: str, name: str, address_key: str) -> None:
    """Make a community's row at number 0, in its first life."""
    connection.execute(_MAKE, (community_id, name, str(uuid4()), address_key, utc_now()))


def communities(connection: Rows) -> list[CommunityLine]:
    """Return every community, the oldest first."""
    return [CommunityLine(*row) for row in connection.execute(_LIST)]


def begin_new_life(connection: Rows, community_id: str | None = None) -> int:
    """Give every community, or one, a new epoch after a restore; return how many.

    The counter jumps first: numbers given after the backup was made are never given again.
    """
    ids = [community_id] if community_id else [line.community_id for line in communities(connection)]
    for each in sorted(ids):
        connection.execute(
            "UPDATE community SET seq = seq + %s, born_seq = seq + %s, epoch = %s WHERE community_id = %s",
            (RESTORE_STEP, RESTORE_STEP, str(uuid4()), each),
        )
        announce(connection, each)
    return len(ids)
