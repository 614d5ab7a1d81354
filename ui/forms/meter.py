"""What is measured while a form is typed: keystrokes, corrections, and time without the pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.census.keying import KeyingFacts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class KeyMeter:
    """Counts the keystrokes of one sitting; a gap of ``pause`` seconds and more is no working time."""

    def __init__(self, clock: Callable[[], datetime], pause: float) -> None:
        self._clock, self._pause = clock, pause
        self._started = self._last = clock()
        self._active, self._keystrokes, self._corrections = 0.0, 0, 0

    def press(self, *, correction: bool = False) -> None:
        """Count one keystroke; ``correction`` where it takes something back."""
        now = self._clock()
        gap = (now - self._last).total_seconds()
        if gap < self._pause:
            self._active += gap
        self._last = now
        self._keystrokes += 1
        self._corrections += correction

    def facts(self) -> KeyingFacts:
        """Return what was measured up to the last keystroke."""
        return KeyingFacts(
            self._started, self._last, round(self._active, 3), self._keystrokes, self._corrections
        )
