"""What is still to be worked out, in an order in which nothing comes before what it reads."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.forms.engine.graph import Task
    from workbench.forms.engine.node import Node

_MOST_TURNS = 25
"""How often one thing is worked out in one deed; more is a circle that does not come to rest."""


class Worklist:
    """Tasks at nodes, each waiting once."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Task, Node]] = []
        self._waiting: set[tuple[Task, Node]] = set()
        self._turns: Counter[tuple[Task, Node]] = Counter()
        self._serial = 0

    def push(self, task: Task, node: Node) -> None:
        """Let a task wait for its turn at a node."""
        item = (task, node)
        if item in self._waiting or self._turns[item] >= _MOST_TURNS:
            return
        self._waiting.add(item)
        self._serial += 1
        heapq.heappush(self._heap, (task.rank, self._serial, task, node))

    def pop(self) -> tuple[Task, Node] | None:
        """Return what is next, None once all is worked out."""
        if not self._heap:
            self._turns.clear()
            return None
        _, _, task, node = heapq.heappop(self._heap)
        self._waiting.discard((task, node))
        self._turns[task, node] += 1
        return task, node

    def clear(self) -> None:
        """Let nothing wait any longer."""
        self._heap.clear()
        self._waiting.clear()
        self._turns.clear()
