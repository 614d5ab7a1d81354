"""Fetches what others wrote, page after page; a page is applied while the next one is on its way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.sync.answers import Page, read_answer
from workbench.sync.errors import EpochChanged, ScopeChanged
from workbench.sync.pipeline import asking
from workbench.sync.protocol.wire import Fault

if TYPE_CHECKING:
    from workbench.sync.receiving import PageReader, Received
    from workbench.sync.transport import Transport


@dataclass(frozen=True, slots=True)
class Puller:
    """Reads the log on from the cursor, in one life of the server and one scope of this desk."""

    transport: Transport
    reader: PageReader
    epoch: str
    scope_epoch: int

    def run(self, cursor: int, stopped: Callable[[], bool]) -> Iterator[Received]:
        """Apply all there is after the cursor and give what each page brought. Raises SyncError."""
        with asking() as thread:
            body = thread.submit(self._ask, cursor)
            while True:
                page = read_answer(body.result(), Page)
                self._check(page)
                if more := not page.complete and not stopped():
                    body = thread.submit(self._ask, page.to_seq)
                received = self.reader.apply(page, cursor)
                if received is None:
                    # Somebody else has read on meanwhile; the next round goes on from there.
                    return
                yield received
                cursor = page.to_seq
                if not more:
                    return

    def _ask(self, after: int) -> bytes:
        return self.transport.pull(after, self.epoch, self.scope_epoch)

    def _check(self, page: Page) -> None:
        if page.epoch != self.epoch:
            raise EpochChanged(Fault.EPOCH_CHANGED, {"epoch": page.epoch})
        if page.scope_epoch != self.scope_epoch:
            raise ScopeChanged(Fault.SCOPE_CHANGED, {"scope_epoch": page.scope_epoch})
