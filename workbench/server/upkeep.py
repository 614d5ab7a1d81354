"""Upkeep of a community (维护): prunes a log that nobody needs any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.server.database import Rows

LOG_DAYS = 90
"""How long the log is kept, unless said otherwise; a desk that was away longer compares everything."""

TOMBSTONE_DAYS = 180
"""How long it stays known that a record was deleted: longer than any desk may be away."""

_HORIZON = "SELECT coalesce(max(seq), 0) FROM change_log WHERE community_id = %s AND received_at < %s"
_CUT = "DELETE FROM change_log WHERE community_id = %s AND seq <= %s"
_MARK = "UPDATE community SET horizon_seq = greatest(horizon_seq, %s) WHERE community_id = %s"
_BURY = "DELETE FROM record WHERE community_id = %s AND deleted AND changed_at < %s AND seq <= %s"
_FORGET = "DELETE FROM recent_delete WHERE community_id = %s AND received_at < %s"


@dataclass(frozen=True, slots=True)
class Pruned:
    """What pruning took away: rows of the log, and marks of records deleted long ago."""

    log_rows: int
    tombstones: int


def prune(connection: Rows, community_id: str, now: datetime, *, log_days: int = LOG_DAYS) -> Pruned:
    """Cut the log before a day and bury records deleted long ago; the audit stays whole."""
    connection.execute("SELECT FROM community WHERE community_id = %s FOR UPDATE", (community_id,))
    row = connection.execute(_HORIZON, (community_id, now - timedelta(days=log_days))).fetchone()
    horizon = int(row[0]) if row else 0
    if not horizon:
        return Pruned(0, 0)
    cut = connection.execute(_CUT, (community_id, horizon)).rowcount
    connection.execute(_MARK, (horizon, community_id))
    long_ago = now - timedelta(days=max(TOMBSTONE_DAYS, log_days))
    # Only what lies before the horizon: a desk still reading the log must find what it reads about.
    buried = connection.execute(_BURY, (community_id, long_ago, horizon)).rowcount
    connection.execute(_FORGET, (community_id, now - timedelta(days=1)))
    return Pruned(cut, buried)
