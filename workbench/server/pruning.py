"""Clears away what nobody needs any more (清理): old rows of the log, old tombstones, files without a record.

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

TOMBSTONE_DAYS = 180
"""How long it stays known that a record was deleted: longer than any desk may be away."""

_HORIZON = "SELECT coalesce(max(seq), 0) FROM change_log WHERE community_id = %s AND received_at < %s"
_CUT = "DELETE FROM change_log WHERE community_id = %s AND seq <= %s"
_MARK = "UPDATE community SET horizon_seq = greatest(horizon_seq, %s) WHERE community_id = %s"
_BURY = "DELETE FROM record WHERE community_id = %s AND deleted AND changed_at < %s AND seq <= %s"
_FORGET = "DELETE FROM recent_delete WHERE community_id = %s AND received_at < %s"


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was cleared away: rows of the log, marks of records deleted long ago, and files."""

    log_rows: int = 0
    tombstones: int = 0
    files: int = 0

    def __add__(self, other: Pruned) -> Pruned:
        return Pruned(
            self.log_rows + other.log_rows, self.tombstones + other.tombstones, self.files + other.files
        )


def prune(database: Database, now: datetime, days: int = KEPT_DAYS) -> Pruned:
    """Clear away what is older than that many days, each community in a transaction of its own."""
    with database.transaction() as connection:
        ids = [line.community_id for line in communities(connection)]
    pruned = Pruned()
    for community_id in ids:
        with database.transaction() as connection:
            pruned += prune_community(connection, community_id, now, days)
            pruned += Pruned(files=sweep(connection, community_id, now))
    return pruned


def prune_community(connection: Rows, community_id: str, now: datetime, days: int = KEPT_DAYS) -> Pruned:
    """Cut the log before a day and bury records deleted long ago; the audit stays whole."""
    connection.execute("SELECT FROM community WHERE community_id = %s FOR UPDATE", (community_id,))
    row = connection.execute(_HORIZON, (community_id, now - timedelta(days=days))).fetchone()
    horizon = int(row[0]) if row else 0
    if not horizon:
        return Pruned()
    cut = connection.execute(_CUT, (community_id, horizon)).rowcount
    connection.execute(_MARK, (horizon, community_id))
    long_ago = now - timedelta(days=max(TOMBSTONE_DAYS, days))
    # Only what lies before the horizon: a desk still reading the log must find what it reads about.
    buried = connection.execute(_BURY, (community_id, long_ago, horizon)).rowcount
    connection.execute(_FORGET, (community_id, now - timedelta(days=1)))
    return Pruned(cut, buried)
