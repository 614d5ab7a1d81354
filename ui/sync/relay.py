"""Brings what sync tells, in whichever thread, into the GUI thread."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class SyncRelay(QObject):
    """Listens to a desk's sync as long as its parent lives; ``changed`` carries a SyncState."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject, desk: Any) -> None:
        super().__init__(parent)
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self.stop = desk.sync.subscribe(self._told)
        self.destroyed.connect(self.stop)

    def _told(self, state: object) -> None:
        # The window may be closing while sync runs on; then nobody waits for the news.
        with suppress(RuntimeError):
            self._heard.emit(state)
