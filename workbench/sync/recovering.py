"""Puts this desk in order when the server says they have parted: a restore, a cloned disk, a missing row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.standards.chain import GENESIS
from workbench.sync import facts
from workbench.sync.errors import EpochChanged
from workbench.sync.transport import push_body

if TYPE_CHECKING:
    from workbench.store.receiving import Receiving
    from workbench.store.store import Store
    from workbench.sync.tokens import Tokens
    from workbench.sync.transport import Transport

# Of a change that was in dispute only a part had been taken: it comes without the number it once had, for
# that would have all of it taken now.
_AGAIN = (
    "UPDATE journal SET sent_at = NULL, outcome = NULL, "
    "log_seq = CASE WHEN outcome = 'conflict' THEN 0 ELSE log_seq END "
    "WHERE origin_id IS NULL AND device_seq > ? AND sent_at IS NOT NULL"
)
_LAST_RECEIVED = "SELECT coalesce(max(log_seq), 0) FROM journal WHERE origin_id IS NOT NULL"
_ROW = "SELECT lower(hex(hash)) FROM journal WHERE device_id = ? AND device_seq = ?"
_SHARED = (
    "SELECT device_seq, lower(hex(hash)) FROM journal WHERE origin_id IS NULL AND sent_at IS NOT NULL "
    "AND device_seq < coalesce((SELECT min(device_seq) FROM journal "
    "WHERE origin_id IS NULL AND sent_at IS NULL), 1 << 62) ORDER BY device_seq DESC LIMIT 1"
)


class Recovery:
    """What a desk does on its own when an exchange cannot go on as it was."""

    def __init__(
        self, store: Store, transport: Transport, tokens: Tokens, new_name: Callable[[], str]
    ) -> None:
        self._store, self._transport, self._tokens, self._new_name = store, transport, tokens, new_name

    def take_epoch(self, told: Mapping[str, Any]) -> None:
        """Follow a restored server: offer again what it may have lost, then compare everything.

        `told` are the facts of EPOCH_CHANGED: the new epoch, the last number of its log that survived, and
        the last row of this device's chain that it still has.
        """
        told = self._whole(told)
        with self._store.receive("") as unit:
            last = unit.raw.execute(_LAST_RECEIVED).fetchone()[0]
            restored = int(told.get("restored_seq", last))
            unit.set_fact(facts.EPOCH, str(told["epoch"]))
            unit.set_fact(facts.RELAY, f"{restored}:{last}" if last > restored else None)
            unit.set_fact(facts.CURSOR, None)
            unit.set_fact(facts.REPAIR, "epoch_changed")
            send_again(unit, int(told.get("device_seq", 0)))

    def _whole(self, told: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what a server says of its restore; to whoever only reads it does not say all."""
        if "device_seq" in told:
            return told
        known = facts.read_facts(self._store)
        try:
            self._transport.push(push_body(known[facts.EPOCH], known[facts.INCARNATION], "", []))
        except EpochChanged as error:
            return error.facts
        return told

    def take_scope(self, told: Mapping[str, Any]) -> None:
        """Follow a changed scope by comparing everything; a desk that never knew its scope just learns it."""
        with self._store.receive("") as unit:
            if unit.fact(facts.SCOPE_EPOCH) is None and "scope_epoch" in told:
                unit.set_fact(facts.SCOPE_EPOCH, str(int(told["scope_epoch"])))
            else:
                unit.set_fact(facts.REPAIR, "scope_changed")

    def compare_everything(self, why: str) -> None:
        """Have the next round compare everything with the server."""
        with self._store.receive("") as unit:
            unit.set_fact(facts.REPAIR, why)

    def begin_incarnation(self) -> None:
        """Go on under another name: a second machine speaks as this desk. The outbox stays as it is."""
        incarnation = self._new_name()
        with self._store.read() as session:
            row = session.connection().exec_driver_sql(_SHARED).fetchone()
        number, digest = row if row else (0, GENESIS.hex())
        token = self._transport.new_incarnation(
            {
                "device_id": self._store.device_id, "incarnation": incarnation,
                "chain_seq": number, "chain_hash": digest,
            }
        )  # fmt: skip
        with self._store.receive("") as unit:
            unit.set_fact(facts.INCARNATION, incarnation)
        self._tokens.save(token)

    def mend_chain(self, told: Mapping[str, Any]) -> bool:
        """Go on where the server's chain of this device ends; False if nothing can be done about it.

        `told` are the facts of CHAIN_BROKEN: number and hash of the last row the server has. Where the row
        of that number is another one here, another machine has gone on from a copy of this disk.
        """
        head, digest = told.get("device_seq"), told.get("hash")
        if not isinstance(head, int):
            return False
        with self._store.read() as session:
            row = session.connection().exec_driver_sql(_ROW, (self._store.device_id, head)).fetchone()
        if row is not None and row[0] != digest:
            self.begin_incarnation()
            return True
        with self._store.receive("") as unit:
            return send_again(unit, head) > 0


def send_again(unit: Receiving, after: int) -> int:
    """Take everything written here after a number of the journal as not yet sent; return how much that is."""
    again = unit.raw.execute(_AGAIN, (after,)).rowcount
    row = unit.raw.execute(
        "SELECT min(device_seq) FROM journal WHERE origin_id IS NULL AND sent_at IS NULL"
    ).fetchone()
    if row[0] is not None:
        unit.set_fact(facts.SENT_THROUGH, str(row[0] - 1))
    return int(again)
