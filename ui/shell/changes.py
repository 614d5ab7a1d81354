"""Brings the store's change notice from whichever thread wrote to the pages in the GUI thread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class ChangeRelay(QObject):
    """Subscribe ``told`` to the store; ``changed`` arrives in the GUI thread with the entity's name."""

    changed = Signal(str)
    _heard = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)

    def told(self, notice: Any) -> None:
        """Take a notice ``Changed(entity, ids)`` in any thread."""
        self._heard.emit(notice.entity)
