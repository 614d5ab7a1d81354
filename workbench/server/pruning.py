"""Clears away what nobody needs any more (清理): old rows of the log, files without a record, old counts.

The log is cut only behind the horizon; a desk that has been away longer reads everything anew and keeps what
it had not sent. The audit is never cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.server.blobs import sweep
from workbench.server.communities import communities
from workbench.server.database import Database, Rows

KEPT_DAYS = 180
"""How long the log is kept, which is how long a desk may be away and still go on from where it was."""

_DELETES_KEPT = timedelta(days=1)
_HORIZON = "SELECT max(seq) FROM change_log WHERE community_id = %s AND received_at < %s"
_CUT = "DELETE FROM change_log WHERE community_id = %s AND seq <= %s"
_SET = "UPDATE community SET horizon_seq = greatest(horizon_seq, %s) WHERE community_id = %s"
_FORGET_DELETES = "DELETE FROM recent_delete WHERE community_id = %s AND received_at < %s"


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was cleared away: rows of the log, and files."""

    rows: int = 0
    files: int = 0

    def __add__(self, other: Pruned) -> Pruned:
        return Pruned(self.rows + other.rows, self.files + other.files)


def prune(database: Database, now: datetime, days: int = KEPT_DAYS) -> Pruned:
    """Clear away what is older than that many days, each community in a transaction of its own."""
    with database.transaction() as connection:
        ids = [line.community_id for line in communities(connection)]
    pruned = Pruned()
    for community_id in ids:
        with database.transaction() as connection:
            pruned += _pruned(connection, community_id, now, days)
    return pruned


def _pruned(connection: Rows, community_id: str, now: datetime, days: int) -> Pruned:
    connection.execute(_FORGET_DELETES, (community_id, now - _DELETES_KEPT))
    row = connection.execute(_HORIZON, (community_id, now - timedelta(days=days))).fetchone()
    horizon = row[0] if row else None
    cut = 0
    if horizon is not None:
        connection.execute(_SET, (horizon, community_id))
        cut = connection.execute(_CUT, (community_id, horizon)).rowcount
    return Pruned(cut, sweep(connection, community_id, now))
