"""What belongs together when it is taken back: all answers given at one visit of a question are one step."""

from __future__ import annotations


class Steps:
    """Counts the session's deeds by visits; ``back`` and ``again`` say how many deeds one step is."""

    def __init__(self) -> None:
        self._done: list[int] = [0]
        self._undone: list[int] = []

    def note(self) -> None:
        """A deed was done; what was taken back before can no longer be done again."""
        self._done[-1] += 1
        self._undone.clear()

    def part(self) -> None:
        """What follows is another step."""
        if self._done[-1]:
            self._done.append(0)

    def back(self) -> int:
        """Return how many deeds the last step is, and forget it."""
        while len(self._done) > 1 and not self._done[-1]:
            self._done.pop()
        count, self._done[-1] = self._done[-1], 0
        if count:
            self._undone.append(count)
        return count

    def again(self) -> int:
        """Return how many deeds the step taken back last was, and count it again."""
        count = self._undone.pop() if self._undone else 0
        if count:
            self.part()
            self._done[-1] = count
        return count
