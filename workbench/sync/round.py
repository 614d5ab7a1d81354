"""The steps of one round: hand in, fetch, compare where there is cause, and write down that it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from workbench.sync import facts
from workbench.sync.blobs import Blobs
from workbench.sync.errors import EpochChanged, TooOld
from workbench.sync.extras import Extras, adopt
from workbench.sync.facts import Progress, ServerPlace
from workbench.sync.outbox import Batch, Outbox
from workbench.sync.protocol.shapes import Shape
from workbench.sync.protocol.wire import Fault
from workbench.sync.pulling import Puller
from workbench.sync.pushing import Pusher
from workbench.sync.receiving import PageReader
from workbench.sync.reconcile import Reconciler, differing
from workbench.sync.relaying import Relay
from workbench.sync.state import Phase, Watch

if TYPE_CHECKING:
    from workbench.standards.clock import Clock
    from workbench.store.receiving import AroundBulk
    from workbench.store.store import Store
    from workbench.sync.answers import Digest
    from workbench.sync.transport import Transport

CHECK_EVERY = timedelta(hours=24)
"""How often the digests of both sides are compared though nothing gives cause to."""

FILES_A_ROUND = 20
"""How many files that nobody waits for are fetched in one round."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a round works with."""

    store: Store
    transport: Transport
    shapes: Mapping[str, Shape]
    around_bulk: AroundBulk | None
    blobs: Blobs | None
    clock: Clock
    schema_version: str


class Round:
    """One attempt at a round, from one reading of the facts."""

    def __init__(self, tools: Tools, place: ServerPlace, progress: Progress, watch: Watch) -> None:
        self._tools, self._place, self._progress, self._watch = tools, place, progress, watch

    def run(self) -> None:
        """Do everything, or as much as there is time for. Raises SyncError."""
        # First of all: what arrives later is newer than what was kept.
        self._adopt()
        self._watch.phase(Phase.SENDING)
        self._send()
        try:
            self._receive()
        except TooOld:
            self._watch.report = replace(self._watch.report, too_old=True)
            self._write_down({facts.LAST_CONTACT: self._now()})
            return
        self._fetch_files()
        self._finish()

    def _send(self) -> None:
        """Hand in what was written here; after a restore also what others wrote."""
        tools, place = self._tools, self._place
        if self._progress.cursor == 0 and not self._progress.repair:
            # A desk that has read nothing yet: with the first rows read, what it sends need not come back.
            self._pull(0)
        pusher = Pusher(tools.store, tools.transport, place.community_id, tools.schema_version, self._prepare)
        for tally in pusher.run(self._progress.epoch, place.incarnation, self._watch.stopped):
            self._watch.count(sent=tally.sent, disputed=tally.disputed, refused=tally.refused)
        relay = Relay(tools.store, tools.transport, tools.schema_version)
        relayed = relay.run(self._progress.epoch, place.incarnation, self._watch.stopped)
        self._watch.count(relayed=relayed)

    def _prepare(self, batch: Batch) -> None:
        blobs = self._tools.blobs
        if blobs is not None:
            before = blobs.sent
            blobs.before(batch)
            self._watch.count(uploaded=blobs.sent - before)

    def _receive(self) -> None:
        """Fetch what is new; everything where there is cause to."""
        if self._watch.stopped():
            return
        # Read anew, for handing in may have moved it.
        cursor = facts.progress_in(facts.read_facts(self._tools.store)).cursor
        if cursor is None or self._progress.repair:
            self._pull(self._compare())
        elif self._has_news(cursor):
            self._watch.phase(Phase.RECEIVING)
            self._pull(cursor)
        if self._is_check_due():
            self._check()

    def _has_news(self, cursor: int) -> bool:
        progress = self._progress
        return self._tools.transport.state(cursor, progress.epoch, progress.scope_epoch) is not None

    def _pull(self, cursor: int) -> None:
        tools, progress = self._tools, self._progress
        reader = PageReader(tools.store, self._place.community_id, tools.around_bulk)
        puller = Puller(tools.transport, reader, progress.epoch, progress.scope_epoch)
        missing = 0
        for received in puller.run(cursor, self._watch.stopped):
            self._watch.count(received=received.rows)
            missing += received.missing
        if missing and not self._watch.stopped():
            # What was changed is not here: it came into this desk's scope, or was lost here.
            self._pull(self._compare())

    def _compare(self) -> int:
        """Compare everything with the server, put it right, and return where the log goes on from."""
        self._watch.phase(Phase.FIRST)
        digest = self._digest()
        tools = self._tools
        reconciler = Reconciler(
            tools.store, tools.transport, self._place.community_id, tools.shapes, tools.around_bulk
        )
        repaired = reconciler.run(digest, self._watch.progress)
        self._watch.count(repaired=repaired.changed, removed=repaired.removed)
        if repaired.removed and tools.blobs is not None:
            tools.blobs.forget_unseen()
        self._write_down(
            {
                facts.CURSOR: str(digest.seq), facts.SCOPE_EPOCH: str(digest.scope_epoch),
                facts.REPAIR: None, facts.FIRST_SYNC: "done", facts.LAST_CHECK: self._now(),
            }
        )  # fmt: skip
        self._progress = facts.progress_in(facts.read_facts(tools.store))
        return digest.seq

    def _digest(self) -> Digest:
        """Return the server's digest. Raises EpochChanged when it is another life's."""
        digest = self._tools.transport.digest()
        if digest.epoch != self._progress.epoch:
            raise EpochChanged(Fault.EPOCH_CHANGED, {"epoch": digest.epoch})
        return digest

    def _is_check_due(self) -> bool:
        last = self._progress.last_check
        # A clock that once stood in the future must not put the check off until then.
        return last is None or not timedelta(0) <= self._tools.clock() - last < CHECK_EVERY

    def _check(self) -> None:
        """Compare digests though nothing gives cause to; only where nothing is under way on either side."""
        digest = self._digest()
        known = facts.read_facts(self._tools.store)
        at_rest = known.get(facts.CURSOR) == str(digest.seq) and not Outbox(self._tools.store).count()
        if at_rest and differing(self._tools.store, digest, self._tools.shapes)[0]:
            self._pull(self._compare())
        elif at_rest:
            self._write_down({facts.LAST_CHECK: self._now()})

    def _adopt(self) -> None:
        """Give what a newer version left here its columns, where this one has them by now."""
        with self._tools.store.read() as session:
            nothing = Extras(session.connection().connection.driver_connection).is_empty
        if not nothing:
            with self._tools.store.receive(self._place.community_id) as unit:
                adopt(unit)

    def _fetch_files(self) -> None:
        blobs = self._tools.blobs
        if blobs is not None and not self._watch.stopped():
            before = blobs.fetched
            blobs.fetch_wanted(FILES_A_ROUND)
            self._watch.count(downloaded=blobs.fetched - before)

    def _finish(self) -> None:
        now = self._now()
        complete = not self._watch.stopped()
        self._write_down({facts.LAST_CONTACT: now} | ({facts.LAST_SYNC: now} if complete else {}))
        self._watch.report = replace(self._watch.report, complete=complete)

    def _write_down(self, found: Mapping[str, str | None]) -> None:
        with self._tools.store.receive("") as unit:
            for name, value in found.items():
                unit.set_fact(name, value)

    def _now(self) -> str:
        return self._tools.clock().isoformat()
