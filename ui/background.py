"""Work off the GUI thread: a call runs in a pool, its answer comes back here, late answers are dropped."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, field, replace
from threading import Event
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)


class Cancelled(WorkbenchError):
    """The person stopped a long piece of work; nothing of it was kept."""


@dataclass(slots=True)
class CancelToken:
    """Asked by long work between steps; set by the cancel button."""

    _asked: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._asked.set()

    def is_cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._asked.is_set()

    def check(self) -> None:
        """Raise Cancelled if the work should stop."""
        if self.is_cancelled():
            raise Cancelled("Stopped as you asked. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What comes back from the pool."""

    owner: QObject
    done: Callable[[Any], object]
    failed: Callable[[WorkbenchError], object] | None
    value: Any = None
    error: BaseException | None = None
    key: tuple[int, str] | None = None
    turn: int = 0


class Background(QObject):
    """Runs work for screens; every callback is called in the GUI thread, and only while its owner lives.

    A WorkbenchError goes to ``failed`` (or to ``explained``); anything else is a fault of ours: it is logged
    and told by ``broke``.
    """

    explained = Signal(object)
    """A WorkbenchError no one asked for."""
    broke = Signal(object)
    """An unexpected exception."""
    _answered = Signal(object)
    _progressed = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._turns: dict[tuple[int, str], int] = {}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[WorkbenchError], object] | None = None,
    ) -> None:
        """Run ``work`` in the pool, then ``done(answer)`` or ``failed(error)``, unless ``owner`` is gone."""
        self._start(work, _Answer(owner, done, failed))

    def run_latest(
        self,
        owner: QObject,
        key: str,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[WorkbenchError], object] | None = None,
    ) -> None:
        """Run as ``run``; a later call with the same owner and key makes this one's answer void (search)."""
        name = (id(owner), key)
        turn = self._turns[name] = self._turns.get(name, 0) + 1
        self._start(work, _Answer(owner, done, failed, key=name, turn=turn))

    def run_with_progress(
        self,
        owner: QObject,
        work: Callable[[Callable[[int, int], None], CancelToken], Any],
        progress: Callable[[int, int], object],
        done: Callable[[Any], object],
        failed: Callable[[WorkbenchError], object] | None = None,
    ) -> CancelToken:
        """Run long work that reports ``(steps done, steps in all)``; the token returned cancels it."""
        token = CancelToken()

        def report(steps: int, total: int) -> None:
            token.check()
            self._progressed.emit((owner, progress), steps, total)

        self._start(lambda: work(report, token), _Answer(owner, done, failed))
        return token

    def wait(self, milliseconds: int = 5000) -> bool:
        """Wait until all work is done (at the end, and in tests); return whether it is."""
        return self._pool.waitForDone(milliseconds)

    def _start(self, work: Callable[[], Any], answer: _Answer) -> None:
        self._pool.start(_Job(work, answer, self._answered.emit))

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if not shiboken6.isValid(answer.owner) or self._is_stale(answer):
            return
        if answer.error is None:
            answer.done(answer.value)
        elif isinstance(answer.error, WorkbenchError):
            (answer.failed or self.explained.emit)(answer.error)
        else:
            log.error("Work in the background broke", exc_info=answer.error)
            self.broke.emit(answer.error)

    def _is_stale(self, answer: _Answer) -> bool:
        return answer.key is not None and self._turns.get(answer.key) != answer.turn

    @Slot(object, int, int)
    def _tell_progress(
        self, target: tuple[QObject, Callable[[int, int], object]], steps: int, total: int
    ) -> None:
        owner, progress = target
        if shiboken6.isValid(owner):
            progress(steps, total)


class _Job(QRunnable):
    """One call in the pool."""

    def __init__(self, work: Callable[[], Any], answer: _Answer, tell: Callable[[_Answer], None]) -> None:
        super().__init__()
        self._work, self._answer, self._tell = work, answer, tell

    def run(self) -> None:
        """Run the work and send its answer, whatever it is."""
        try:
            answer = replace(self._answer, value=self._work())
        except BaseException as error:  # noqa: BLE001 - the one place where a fault crosses threads
            answer = replace(self._answer, error=error)
        # The window may have closed while the work ran; then nobody waits for the answer.
        with suppress(RuntimeError):
            self._tell(answer)
