"""How far a form is: questions asked and answered, and those whose answer cannot stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.forms.asked import is_stop
from workbench.forms.engine.node import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.forms.engine.node import Node


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions are asked now, how many of them are answered, how many answers are wrong."""

    asked: int
    answered: int
    problems: int


class Tally:
    """Keeps count by looking only at what changed."""

    def __init__(self) -> None:
        self._answered: dict[Node, bool] = {}
        self._wrong: set[Node] = set()
        self._seen: set[Node] = set()

    def recount(self, questions: Iterable[Node]) -> None:
        """Count anew."""
        self._seen = set(questions)
        self._answered = {node: bool(node.value) for node in self._seen if is_stop(node)}

    def keep_to(self, questions: Mapping[Node, int]) -> None:
        """Forget the questions that are no longer there, and count those that came."""
        for gone in self._answered.keys() - questions.keys():
            del self._answered[gone]
        self._wrong &= questions.keys()
        for came in questions.keys() - self._seen:
            self.follow((came,))
        self._seen = set(questions)

    def follow(self, changed: Iterable[Node]) -> None:
        """Count again what may have changed."""
        for node in changed:
            if node.kind is not NodeKind.QUESTION or node.control is None:
                continue
            if is_stop(node):
                self._answered[node] = bool(node.value)
                self._judge(node)
            else:
                self._answered.pop(node, None)
                self._wrong.discard(node)

    def found(self, wrong: Iterable[Node]) -> None:
        """Take in every problem of the whole form."""
        self._wrong = set(wrong)

    def progress(self) -> Progress:
        """Return the counts."""
        return Progress(len(self._answered), sum(self._answered.values()), len(self._wrong))

    def is_wrong(self, node: Node) -> bool:
        """Whether a question is known to have an answer that cannot stand."""
        return node in self._wrong

    def _judge(self, node: Node) -> None:
        # A question nobody has come to yet is not wrong for being empty.
        touched = node.value or node.typed is not None or node in self._wrong
        if touched and node.problem is not None:
            self._wrong.add(node)
        else:
            self._wrong.discard(node)
