"""Exchanges with the server on behalf of one desk, and gets over what the two may have come apart by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from workbench.standards.clock import Clock, utc_now
from workbench.store.base import new_id
from workbench.store.migrate import head_revision
from workbench.sync import facts
from workbench.sync.blobs import Blobs, BlobVault
from workbench.sync.errors import (
    ChainBroken,
    EpochChanged,
    IncarnationConflict,
    NotJoined,
    ScopeChanged,
    SyncError,
    TooFarBehind,
)
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.shapes import Shape
from workbench.sync.recovering import Recovery
from workbench.sync.round import Round, Tools
from workbench.sync.state import RoundReport, Watch

if TYPE_CHECKING:
    from workbench.store.receiving import AroundBulk
    from workbench.store.store import Store
    from workbench.sync.tokens import Tokens
    from workbench.sync.transport import Transport

__all__ = ["Exchanger", "RoundReport", "Watch"]

_ATTEMPTS = 5
"""How often one round may begin, for restore, scope and identity may all have changed at once."""


class Exchanger:
    """Exchanges with the server on behalf of one desk; one round at a time.

    `around_bulk` wraps bulks of inserts, by which the register defers its search index.
    """

    def __init__(
        self,
        store: Store,
        transport: Transport,
        tokens: Tokens,
        *,
        vault: BlobVault | None = None,
        clock: Clock = utc_now,
        shapes: Mapping[str, Shape] = SHAPES,
        around_bulk: AroundBulk | None = None,
        new_name: Callable[[], str] = new_id,
    ) -> None:
        self._store = store
        self._recovery = Recovery(store, transport, tokens, new_name)
        self.blobs = None if vault is None else Blobs(store, transport, vault)
        self._tools = Tools(store, transport, shapes, around_bulk, self.blobs, clock, head_revision())

    def round(self, watch: Watch | None = None) -> RoundReport:
        """Do one round. Raises SyncError or StoreFull; what was done by then is kept."""
        watch = watch or Watch()
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                self._attempt(watch)
                break
            except SyncError as error:
                if attempt == _ATTEMPTS or not self._recovered(error):
                    raise
        return watch.report

    def _attempt(self, watch: Watch) -> None:
        known = facts.read_facts(self._store)
        place = facts.place_in(known)
        if place is None:
            raise NotJoined
        Round(self._tools, place, facts.progress_in(known), watch).run()

    def _recovered(self, error: SyncError) -> bool:
        """Put in order what stood in the way; False if it cannot be."""
        match error:
            case EpochChanged():
                self._recovery.take_epoch(error.facts)
            case ScopeChanged():
                self._recovery.take_scope(error.facts)
            case TooFarBehind():
                self._recovery.compare_everything(error.fault.value)
            case IncarnationConflict():
                self._recovery.begin_incarnation()
            case ChainBroken():
                return self._recovery.mend_chain(error.facts)
            case _:
                return False
        return True
