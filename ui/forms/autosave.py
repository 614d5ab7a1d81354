"""Keeps the draft of a form while it is typed: off the GUI thread, one at a time, within half a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.background import Background

WITHIN = 400
"""Milliseconds from the first keystroke that is not kept; later ones do not put it off."""


class AutoSaver(QObject):
    """Keeps what ``content`` returns; ``failed`` carries the error of a draft that could not be kept."""

    kept = Signal()
    failed = Signal(object)

    def __init__(
        self,
        parent: QObject,
        background: Background,
        content: Callable[[], dict[str, Any]],
        keep: Callable[[dict[str, Any]], object],
    ) -> None:
        super().__init__(parent)
        self._background, self._content, self._keep = background, content, keep
        self._busy = self._again = False
        self._then: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=WITHIN, timeout=self.save_now)

    def save_soon(self) -> None:
        """Keep the draft within half a second."""
        if not self._timer.isActive():
            self._timer.start()

    def save_now(self) -> None:
        """Keep the draft at once, or right after the one being kept."""
        self._timer.stop()
        if self._busy:
            self._again = True
            return
        self._busy, content = True, self._content()
        self._background.run(self, lambda: self._keep(content), self._done, self._failed)

    def stop(self, then: Callable[[], object]) -> None:
        """Keep nothing more, then go on: a draft still on its way must not outlive the finished form."""
        self._timer.stop()
        self._again = False
        if self._busy:
            self._then = then
        else:
            then()

    def _done(self, _nothing: object) -> None:
        self._rest()
        self.kept.emit()

    def _failed(self, error: Exception) -> None:
        # What is typed stays on the screen; the next keystroke tries again.
        self._again = False
        self._rest()
        self.failed.emit(error)

    def _rest(self) -> None:
        self._busy, then, self._then = False, self._then, None
        if then is not None:
            then()
        elif self._again:
            self._again = False
            self.save_now()
