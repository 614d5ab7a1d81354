"""Brings what sync tells, in whichever thread, into the GUI thread."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class SyncRelay(QObject):
    """Listens to a desk's sync as long as its parent lives; ``changed`` carries a SyncState."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject, desk: Any) -> None:
        super().__init__(parent)
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        # A function and no method: a method would be gone before the signal that it is to answer.
        self.stop = _once(desk.sync.subscribe(self._told))
        self.destroyed.connect(self.stop)

    def _told(self, state: object) -> None:
        # The window may be closing while sync runs on; then nobody waits for the news.
        with suppress(RuntimeError):
            self._heard.emit(state)


def _once(stop: Callable[[], object]) -> Callable[[], None]:
    """Return the way to stop listening; asked again, nothing happens."""
    left = [stop]

    def stopped() -> None:
        while left:
            left.pop()()

    return stopped
