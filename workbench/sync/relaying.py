"""After a restore: offers what others wrote and this desk had received, for the server may have lost it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.sync.facts import RELAY, read_facts
from workbench.sync.protocol.wire import PUSH_LIMIT
from workbench.sync.transport import push_body

if TYPE_CHECKING:
    from workbench.store.receiving import Receiving
    from workbench.store.store import Store
    from workbench.sync.transport import Transport

# Applied when it got its number, a change counts as written in sight of everything before that number.
# What came as it stood rather than change by change has no id of a change, and cannot be offered as one.
_NEXT = """
SELECT origin_id, community_id, entity, record_id, kind, before, after, log_seq - 1, author_id, origin_device,
       0, coalesce(origin_hlc, 0), NULL, lower(hex(hash)), log_seq, 1
FROM journal WHERE length(origin_id) = 36 AND log_seq > ? AND log_seq <= ?
  AND kind IN ('create', 'patch', 'delete', 'restore') AND NOT (kind = 'patch' AND after = '{}')
ORDER BY log_seq, seq LIMIT ?
"""
_DONE = "UPDATE journal SET log_seq = 0 WHERE origin_id IS NOT NULL AND log_seq > ? AND log_seq <= ?"
_SEQ = 14


class Relay:
    """Hands in what others wrote, as theirs."""

    def __init__(self, store: Store, transport: Transport, schema_version: str) -> None:
        self._store, self._transport, self._schema_version = store, transport, schema_version

    def run(self, epoch: str, incarnation: str, stopped: Callable[[], bool]) -> int:
        """Offer all that is due; return how many changes. Can be cut off and goes on from there."""
        offered = 0
        while not stopped() and (due := self._due()) is not None:
            rows = self._next(*due)
            changes = [[*row[:-1], True] for row in rows]
            if changes:
                body = push_body(epoch, incarnation, self._schema_version, changes)
                self._transport.push(body)
            offered += len(rows)
            self._answered(due, rows)
        return offered

    def _due(self) -> tuple[int, int] | None:
        text = read_facts(self._store).get(RELAY)
        if text is None:
            return None
        first, last = text.split(":")
        return int(first), int(last)

    def _next(self, first: int, last: int) -> Sequence[Sequence[Any]]:
        """Return the next rows, whole numbers of the log only: one number may stand for several rows."""
        with self._store.read() as session:
            rows = session.connection().exec_driver_sql(_NEXT, (first, last, PUSH_LIMIT)).fetchall()
        if len(rows) < PUSH_LIMIT or rows[0][_SEQ] == rows[-1][_SEQ]:
            return rows
        return [row for row in rows if row[_SEQ] < rows[-1][_SEQ]]

    def _answered(self, due: tuple[int, int], rows: Sequence[Sequence[Any]]) -> None:
        """Remember how far all is offered. Numbers of the server's former life are then good for nothing."""
        first, last = due
        through = rows[-1][_SEQ] if len(rows) else last
        with self._store.receive("") as unit:
            unit.raw.execute(_DONE, (first, through))
            _keep(unit, through, last)


def _keep(unit: Receiving, through: int, last: int) -> None:
    unit.set_fact(RELAY, f"{through}:{last}" if through < last else None)
