"""Keeps a desk and its server in step by itself: soon after a change, every minute, and never in the way."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError
from workbench.sync import facts
from workbench.sync.errors import CertificateRefused, RequestRefused, ServerBusy, ServerUnreachable, SyncError
from workbench.sync.resting import resting_state
from workbench.sync.state import Phase, SyncState, Watch

if TYPE_CHECKING:
    from workbench.store.store import Store
    from workbench.store.work import Changed
    from workbench.sync.exchange import Exchanger
    from workbench.sync.state import RoundReport

_log = logging.getLogger(__name__)

AFTER_CHANGE = 2.0
"""Seconds between a change and its sending, so that several saved in a row go together."""
EVERY = 60.0
"""Seconds between rounds when nothing happens here."""
LONGEST_WAIT = 600.0
"""Seconds between tries while the server cannot be reached."""
_JITTER = 0.2

OnState = Callable[[SyncState], None]
OnError = Callable[[SyncError], None]


class Runner:
    """A thread that exchanges with the server; nothing it meets is ever raised into the application.

    `on_error` is told of every round that failed, by its named error: whoever it concerns (a disabled
    account, a revoked desk) acts on it.
    """

    def __init__(
        self,
        store: Store,
        exchanger: Exchanger,
        *,
        chance: Callable[[], float] = random.random,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._exchanger, self._chance, self._ticks = store, exchanger, chance, ticks
        self._wake = threading.Condition()
        self._due: float | None = None
        self._stopping = self._asked = self._by_hand = self._changes = False
        self._failures = 0
        self._paused = facts.SYNC_PAUSED in facts.read_facts(store)
        self._state = self._resting(SyncState())
        self._watchers: list[OnState] = []
        self._on_error: list[OnError] = []
        self._thread: threading.Thread | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def state(self) -> SyncState:
        """How sync stands now."""
        return self._state

    def subscribe(self, watcher: OnState) -> Callable[[], None]:
        """Call `watcher` whenever the state changes, in whatever thread; return the way to stop it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def on_error(self, told: OnError) -> Callable[[], None]:
        """Call `told` with the error of each round that fails; return the way to stop it."""
        self._on_error.append(told)
        return lambda: self._on_error.remove(told)

    def start(self) -> None:
        """Begin, with a round at once."""
        if self._thread is None:
            self._unsubscribe = self._store.subscribe(self._changed)
            self._due = self._ticks()
            self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
            self._thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """End after the page in hand, and wait for it so many seconds at most."""
        self._unsubscribe()
        self._unsubscribe = lambda: None
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)
            self._thread = None

    def sync_now(self) -> None:
        """Begin a round at once, unless one is under way; also while paused."""
        with self._wake:
            self._asked = True
            self._wake.notify_all()

    def pause(self) -> None:
        """Let no round begin by itself until `resume`, also after a restart; one under way ends soon."""
        self._set_paused(True)

    def resume(self) -> None:
        """Go on, with a round at once."""
        self._set_paused(False)
        self.sync_now()

    def _set_paused(self, paused: bool) -> None:
        with self._store.receive("") as unit:
            unit.set_fact(facts.SYNC_PAUSED, "1" if paused else None)
        with self._wake:
            self._paused = paused
            self._wake.notify_all()
        if self._state.phase in _AT_REST:
            self._show(self._resting(self._state))

    def _changed(self, change: Changed) -> None:
        """Have a change sent soon; what this thread itself brought in is none."""
        if threading.current_thread() is self._thread:
            return
        with self._wake:
            self._changes = True
            soon = self._ticks() + AFTER_CHANGE
            if self._failures == 0 and (self._due is None or self._due > soon):
                self._due = soon
            self._wake.notify_all()

    def _run(self) -> None:
        ended = False
        try:
            while self._wait():
                self._round()
            ended = True
        finally:
            if not ended:
                # A fault of ours, which the hook for threads writes down; the person must know of it.
                words = "同步意外停止，内容都在本地；请重新打开工作台，并告诉维护人员。"
                self._show(replace(self._state, phase=Phase.REFUSED, progress=None, error=words))

    def _wait(self) -> bool:
        """Wait until a round is due; False when it is time to end."""
        with self._wake:
            while not self._stopping:
                now = self._ticks()
                if self._asked or (not self._paused and self._due is not None and self._due <= now):
                    self._by_hand, self._asked, self._changes = self._asked, False, False
                    return True
                self._wake.wait(None if self._paused or self._due is None else max(0.0, self._due - now))
        return False

    def _round(self) -> None:
        watch = Watch(self._phase, self._progress, self._is_to_end)
        error: WorkbenchError | None = None
        try:
            self._exchanger.round(watch)
            self._failures = 0
        except WorkbenchError as failure:
            error, self._failures = failure, self._failures + 1
            _log.warning("a round of sync failed: %s", type(failure).__name__)
        with self._wake:
            self._due = self._ticks() + self._pause_after(error)
        self._show(self._after(watch.report, error))
        if isinstance(error, SyncError):
            for told in tuple(self._on_error):
                told(error)

    def _is_to_end(self) -> bool:
        return self._stopping or (self._paused and not self._by_hand)

    def _pause_after(self, error: WorkbenchError | None) -> float:
        """Return how many seconds to wait: longer after each failure, and never the same for all desks."""
        seconds = AFTER_CHANGE if self._changes and not self._failures else EVERY
        if self._failures > 1:
            seconds = min(LONGEST_WAIT, EVERY * 2.0 ** min(self._failures - 1, 8))
        if isinstance(error, ServerBusy):
            seconds = max(seconds, float(error.facts.get("retry_after", 0)))
        return seconds * (1 + _JITTER * (2 * self._chance() - 1))

    def _after(self, report: RoundReport, error: WorkbenchError | None) -> SyncState:
        state = self._resting(replace(self._state, last=report, progress=None, error=str(error or "")))
        match error:
            case ServerUnreachable() | ServerBusy():
                return replace(state, phase=Phase.UNREACHABLE)
            case RequestRefused() | CertificateRefused():
                return replace(state, phase=Phase.REFUSED)
            case _:
                return state

    def _resting(self, state: SyncState) -> SyncState:
        """Return the state with what the store says: moments and counts."""
        now = resting_state(self._store)
        return replace(state, phase=now.phase, last_sync=now.last_sync, unsent=now.unsent)

    def _phase(self, phase: Phase) -> None:
        self._show(replace(self._state, phase=phase, progress=None))

    def _progress(self, done: int, of: int) -> None:
        self._show(replace(self._state, progress=(done, of)))

    def _show(self, state: SyncState) -> None:
        self._state = state
        for watcher in tuple(self._watchers):
            watcher(state)


_AT_REST = frozenset({Phase.OFF, Phase.IDLE, Phase.PAUSED, Phase.UNREACHABLE, Phase.REFUSED})
