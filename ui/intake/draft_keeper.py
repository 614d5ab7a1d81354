"""Saves the draft of the counter while it is typed, and forgets it when the talk is over."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.intake.drafting import PLACE, Reopened, is_worth_keeping, reopen

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page

SAVE_AFTER = 400
"""Milliseconds after the last keystroke; a power cut loses less than a second."""


class DraftKeeper(QObject):
    """Keeps what ``content`` returns; ``found`` carries a draft that a power cut left behind, or None."""

    found = Signal(object)

    def __init__(self, page: Page, content: Callable[[], dict[str, Any]]) -> None:
        super().__init__(page)
        self._page, self._desk, self._content = page, page.desk, content
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER, timeout=self._save)
        self._lock, self._turn = Lock(), 0

    def save_soon(self) -> None:
        """Save when the keys have rested for a moment."""
        self._timer.start()

    def look(self) -> None:
        """Look for a draft."""
        self._page.ask(self._find, self.found.emit)

    def forget(self) -> None:
        """Forget the draft; a save that is still on its way does not bring it back."""
        self._timer.stop()
        self._turn += 1
        self._run(self._discard)

    def _save(self) -> None:
        content, turn = self._content(), self._turn
        if is_worth_keeping(content):
            self._run(lambda: self._write(content, turn))

    def _write(self, content: dict[str, Any], turn: int) -> None:
        with self._lock:
            if turn == self._turn:
                self._desk.drafts.save(PLACE, content)

    def _discard(self) -> None:
        with self._lock:
            self._desk.drafts.discard(PLACE)

    def _find(self) -> Reopened | None:
        draft = self._desk.drafts.load(PLACE)
        return None if draft is None else reopen(self._desk, draft.content)

    def _run(self, work: Callable[[], None]) -> None:
        self._page.workspace.background.run(self._page, work, lambda _nothing: None)
