"""Hands in what this desk wrote, batch after batch, while the answers to the batch before are taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from workbench.sync.answered import Tally, settle
from workbench.sync.errors import RequestRefused
from workbench.sync.facts import COUNTERSIGNED
from workbench.sync.outbox import Batch, Outbox
from workbench.sync.pipeline import ahead
from workbench.sync.protocol.wire import PUSH_LIMIT, Fault
from workbench.sync.transport import push_body

if TYPE_CHECKING:
    from workbench.store.store import Store
    from workbench.sync.answers import Pushed
    from workbench.sync.transport import Transport

_LESS_AT_ONCE = frozenset({Fault.TOO_LARGE, Fault.INCARNATION_CONFLICT, Fault.CHAIN_BROKEN})
"""What fewer changes at once may get past. Two machines made from one disk may both hold changes that had
not been sent when they parted; the last of those must be found before the second begins a life of its own."""

Prepare = Callable[[Batch], None]
"""Does what must be done before a batch may go, such as handing in the files it refers to."""


class Pusher:
    """Empties the outbox of one desk."""

    def __init__(
        self,
        store: Store,
        transport: Transport,
        community_id: str,
        schema_version: str,
        prepare: Prepare = lambda batch: None,
    ) -> None:
        self._store, self._transport, self._outbox = store, transport, Outbox(store)
        self._community_id, self._schema_version = community_id, schema_version
        self._prepare = prepare
        self._largest = 0

    def run(self, epoch: str, incarnation: str, stopped: Callable[[], bool]) -> Iterator[Tally]:
        """Hand in all that waits and give what became of each batch. Raises SyncError."""
        limit = PUSH_LIMIT
        while True:
            try:
                yield from self._run(epoch, incarnation, limit, stopped)
                return
            except RequestRefused as error:
                if error.fault not in _LESS_AT_ONCE or limit == 1:
                    raise
                limit = max(1, min(limit, self._largest) // 2)

    def _run(self, epoch: str, incarnation: str, limit: int, stopped: Callable[[], bool]) -> Iterator[Tally]:
        def body(batch: Batch) -> bytes:
            return push_body(epoch, incarnation, self._schema_version, batch.changes)

        ready = ((batch, body(batch)) for batch in self._batches(limit, stopped))
        for (batch, _), pushed in ahead(ready, lambda item: self._transport.push(item[1])):
            yield self._take(batch, pushed)

    def _batches(self, limit: int, stopped: Callable[[], bool]) -> Iterable[Batch]:
        """Read on from the last batch, which is not yet answered when the next one is read."""
        after = 0
        while not stopped() and (batch := self._outbox.next(after, limit)) is not None:
            self._largest = max(self._largest, len(batch.sent))
            self._prepare(batch)
            yield batch
            after = batch.last

    def _take(self, batch: Batch, pushed: Pushed) -> Tally:
        with self._store.receive(self._community_id) as unit:
            if pushed.head is not None:
                unit.set_fact(COUNTERSIGNED, msgspec.json.encode(pushed.head).decode())
            return settle(unit, batch.sent, pushed.answers, pushed.seq)
