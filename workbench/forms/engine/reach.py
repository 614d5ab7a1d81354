"""Which nodes follow from a change: the way from an instance to the nodes of another definition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.forms.engine.graph import Dependent, Reach
from workbench.forms.engine.node import Node, NodeKind
from workbench.forms.form import Path


def followers(dependent: Dependent, origin: Node, root: Node) -> list[Node]:
    """Return the dependent's nodes that follow from a node's value."""
    if dependent.reach is Reach.ALL:
        return _down([root], dependent.chain, dependent.definition.path)
    frame = origin.frame
    if frame.definition.chain == dependent.chain:
        frames = [frame]
        if dependent.reach is Reach.PREVIOUS:
            frames += _next(frame)
        return _members(frames, dependent.definition.path)
    return within(frame, dependent.chain, dependent.definition.path)


def within(frame: Node, chain: Sequence[Path], path: Path) -> list[Node]:
    """Return the nodes of a path in the nearest instance that a frame shares with them."""
    own = frame.definition.chain
    shared = 0
    while shared < min(len(own), len(chain)) and own[shared] == chain[shared]:
        shared += 1
    for _ in range(len(own) - shared):
        assert frame.owner is not None
        frame = frame.owner.frame
    return _down([frame], chain[shared:], path)


def followers_of_instance(dependent: Dependent, place: Node, index: int, root: Node) -> list[Node]:
    """Return the dependent's nodes that follow from an instance coming or going at an index from 0."""
    chain, path = dependent.chain, dependent.definition.path
    if dependent.reach is Reach.ALL:
        return _down([root], chain, path)
    repeat = place.definition.path
    if repeat not in chain:
        return within(place.frame, chain, path)
    return _down(place.parts[index:], chain[chain.index(repeat) + 1 :], path)


def _down(frames: Sequence[Node], chain: Sequence[Path], path: Path) -> list[Node]:
    for repeat in chain:
        places = _members(frames, repeat)
        frames = [instance for place in places for instance in place.parts]
    return _members(frames, path)


def _members(frames: Iterable[Node], path: Path) -> list[Node]:
    found = (frame.members.get(path) for frame in frames)
    return [node for node in found if node is not None]


def _next(instance: Node) -> list[Node]:
    if instance.kind is not NodeKind.INSTANCE or instance.owner is None:
        return []
    after = instance.position
    return instance.owner.parts[after : after + 1]
