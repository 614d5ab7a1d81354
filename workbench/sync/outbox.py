"""The outbox: this device's journal as far as the server has not answered it, cut into pushes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.standards.chain import HASHED
from workbench.sync.protocol.wire import PUSH_LIMIT

if TYPE_CHECKING:
    from workbench.store import Store

_COLUMNS = ", ".join((*HASHED, "lower(hex(hash))", "log_seq", "seq"))
# Named, for SQLite would rather read every row ever written here by its origin and sort them.
UNSENT = "journal INDEXED BY ix_journal_unsent WHERE sent_at IS NULL AND origin_id IS NULL"
"""The rows that wait, in their order."""

_NEXT = f"SELECT {_COLUMNS} FROM {UNSENT} AND device_seq > ? ORDER BY device_seq LIMIT ?"
_COUNT = f"SELECT count(*) FROM {UNSENT}"
_HLC = HASHED.index("hlc")
_NUMBER = HASHED.index("device_seq")


class Sent(NamedTuple):
    """A change on its way, as far as its answer needs it; `row` is its place in the journal."""

    op_id: str
    entity: str
    record_id: str
    kind: str
    device_seq: int
    row: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes for one push: as they go on the wire, and what their answers will need."""

    changes: list[list[object]]
    sent: tuple[Sent, ...]

    @property
    def last(self) -> int:
        """The number of its last change in this device's journal."""
        return self.sent[-1].device_seq


class Outbox:
    """Reads what is to be sent; marking it as answered is the business of `answered`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def next(self, after: int = 0, limit: int = PUSH_LIMIT) -> Batch | None:
        """Return the next changes after that number of the journal, or None; never half a transaction.

        A transaction of more than `limit` changes is cut all the same.
        """
        with self._store.read() as session:
            found = session.connection().exec_driver_sql(_NEXT, (after, limit + 1)).fetchall()
        if not found:
            return None
        rows = found[: cut([row[_HLC] for row in found], limit)]
        return Batch([_wire(row) for row in rows], tuple(_sent(row) for row in rows))

    def count(self) -> int:
        """Return how many changes wait."""
        with self._store.read() as session:
            return int(session.connection().exec_driver_sql(_COUNT).scalar_one())


def cut(clocks: Sequence[int], limit: int) -> int:
    """Return how many of the rows, told apart by their clocks, go into a batch of at most `limit`.

    Rows of one transaction have consecutive clocks. Where a clock that stands still makes everything
    look like one, the batch is simply full.
    """
    if len(clocks) <= limit:
        return len(clocks)
    for size in range(limit, 0, -1):
        if clocks[size] != clocks[size - 1] + 1:
            return size
    return limit


def _wire(row: Sequence[Any]) -> list[object]:
    *hashed, digest, log_seq, _ = row
    return [*hashed, digest, log_seq, False]


def _sent(row: Sequence[Any]) -> Sent:
    op_id, _, entity, record_id, kind = row[:5]
    return Sent(op_id, entity, record_id, kind, row[_NUMBER], row[-1])
