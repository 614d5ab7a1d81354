"""What one deed changed, piece by piece, so that it can be taken back exactly and done again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from workbench.forms.engine.node import Node
from workbench.forms.engine.tree import put_in, show, take_out

_KEPT = 1000
"""How many deeds can be taken back."""


class Change(Protocol):
    """One elementary change of the state."""

    def play(self, forward: bool) -> None:
        """Do it again, or take it back."""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A question's answer became another."""

    node: Node
    before: str
    after: str

    def play(self, forward: bool) -> None:
        """Write the one or the other answer."""
        self.node.value = self.after if forward else self.before
        show(self.node)


@dataclass(frozen=True, slots=True)
class TypedChange:
    """The text that could not be taken as an answer became another."""

    node: Node
    before: str | None
    after: str | None

    def play(self, forward: bool) -> None:
        """Set the one or the other text."""
        self.node.typed = self.after if forward else self.before


@dataclass(frozen=True, slots=True)
class RelevanceChange:
    """A node came to be asked, or ceased to be."""

    node: Node
    before: tuple[bool, bool]
    """Its own relevance, and the one its groups considered."""
    after: tuple[bool, bool]

    def play(self, forward: bool) -> None:
        """Set the one or the other relevance."""
        self.node.own_relevant, self.node.relevant = self.after if forward else self.before
        if self.node.definition.leaf:
            show(self.node)


@dataclass(frozen=True, slots=True)
class InstanceChange:
    """An instance of a repeat came or went."""

    place: Node
    index: int
    instance: Node
    came: bool

    def play(self, forward: bool) -> None:
        """Put it in or take it out."""
        if self.came is forward:
            put_in(self.place, self.index, self.instance)
        else:
            take_out(self.place, self.index)


@dataclass(frozen=True, slots=True)
class SpareChange:
    """The instances kept for a fixed count's return became others."""

    place: Node
    before: tuple[Node, ...]
    after: tuple[Node, ...]

    def play(self, forward: bool) -> None:
        """Keep the one or the other instances."""
        self.place.spare = self.after if forward else self.before


@dataclass(slots=True)
class Deed:
    """Everything that followed from one answer, addition or removal."""

    changes: list[Change] = field(default_factory=list)
    touched: set[Node] = field(default_factory=set)
    """Every node that may look different."""

    def do(self, change: Change) -> None:
        """Make a change and remember it."""
        change.play(forward=True)
        self.changes.append(change)

    def touch(self, node: Node) -> None:
        """Let everything about a node be worked out anew when asked."""
        node.cache = None
        self.touched.add(node)

    def doubt(self, node: Node) -> None:
        """Let what is wrong with a node's own answer be looked at again; its texts and choices stand."""
        if node.cache is not None:
            node.cache.pop("problem", None)
        self.touched.add(node)

    def play(self, forward: bool) -> None:
        """Do all of it again, or take all of it back."""
        for change in self.changes if forward else reversed(self.changes):
            change.play(forward)
        forget(self.touched)


class Journal:
    """The deeds that can be taken back, and those that were."""

    def __init__(self) -> None:
        self._done: deque[Deed] = deque(maxlen=_KEPT)
        self._undone: list[Deed] = []

    def keep(self, deed: Deed) -> None:
        """Remember a deed; what was taken back before can no longer be done again."""
        if deed.changes:
            self._done.append(deed)
            self._undone.clear()

    def undo(self) -> frozenset[Node] | None:
        """Take back the last deed; return what may look different, None where there is none."""
        if not self._done:
            return None
        deed = self._done.pop()
        deed.play(forward=False)
        self._undone.append(deed)
        return frozenset(deed.touched)

    def redo(self) -> frozenset[Node] | None:
        """Do again what was last taken back; return what may look different, None where there is none."""
        if not self._undone:
            return None
        deed = self._undone.pop()
        deed.play(forward=True)
        self._done.append(deed)
        return frozenset(deed.touched)


def forget(nodes: Iterable[Node]) -> None:
    """Drop what was worked out about nodes, so that it is worked out again when asked."""
    for node in nodes:
        node.cache = None
