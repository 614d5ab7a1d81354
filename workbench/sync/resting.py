"""How sync stands while nothing runs: what the store says of moments and of what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.sync import facts
from workbench.sync.outbox import Outbox
from workbench.sync.state import Phase, SyncState

if TYPE_CHECKING:
    from workbench.store.store import Store


def resting_state(store: Store) -> SyncState:
    """Return the state of a desk at rest: off, paused or idle."""
    known = facts.read_facts(store)
    if facts.place_in(known) is None:
        return SyncState()
    return SyncState(
        phase=Phase.PAUSED if facts.SYNC_PAUSED in known else Phase.IDLE,
        last_sync=facts.progress_in(known).last_sync,
        unsent=Outbox(store).count(),
    )
