"""Clears away what nobody needs any more (清理): old rows of the log, and files without a record.

The log is cut only behind the horizon; a desk that has been away longer reads everything anew and keeps what
it had not sent. The audit is never cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.server import upkeep
from workbench.server.blobs import sweep
from workbench.server.communities import communities
from workbench.server.database import Database

KEPT_DAYS = 180
"""How long the log is kept, which is how long a desk may be away and still go on from where it was."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was cleared away: rows of the log, and files."""

    rows: int = 0
    files: int = 0


def prune(database: Database, now: datetime, days: int = KEPT_DAYS) -> Pruned:
    """Clear away what is older than that many days, each community in a transaction of its own."""
    with database.transaction() as connection:
        ids = [line.community_id for line in communities(connection)]
    rows = files = 0
    for community_id in ids:
        with database.transaction() as connection:
            rows += upkeep.prune(connection, community_id, now, log_days=days).log_rows
            files += sweep(connection, community_id, now)
    return Pruned(rows, files)
