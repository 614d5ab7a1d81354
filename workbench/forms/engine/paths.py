"""Paths with positions, as in ``/data/member[2]/age``: read, found, and made where instances are missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from workbench.forms.engine.draft import MOST_INSTANCES
from workbench.forms.engine.errors import NoSuchNode
from workbench.forms.engine.node import Node, NodeKind

_STEP = re.compile(r"/\s*(@?[\w.\-]+(?::[\w.\-]+)?)\s*(?:\[\s*(?:position\(\)\s*=\s*)?(\d+)\s*\])?\s*")


def find(root: Node, path: str) -> Node:
    """Return the node of a path; a repeat inside it without a position means its first instance.

    Raises NoSuchNode.
    """
    node = root
    for name, position in _steps_below(root, path):
        node = _part(_inside(node, path), name, path)
        if position is not None:
            node = _instance(node, position, path)
    return node


def reach(root: Node, path: str, add: Callable[[Node], Node]) -> Node:
    """Return the node of a path; the instances of repeats that are missing up to it are added.

    Only where their number is free; also where the repeat is not asked now, for answers are kept there too.
    Raises NoSuchNode.
    """
    node = root
    for name, position in _steps_below(root, path):
        _grow(node, 1, add)
        node = _part(_inside(node, path), name, path)
        if position is not None:
            _grow(node, position, add)
            node = _instance(node, position, path)
    return node


def _grow(node: Node, count: int, add: Callable[[Node], Node]) -> None:
    if node.kind is NodeKind.REPEAT and node.definition.count_is_free and count <= MOST_INSTANCES:
        while len(node.parts) < count:
            add(node)


def _steps_below(root: Node, path: str) -> Iterator[tuple[str, int | None]]:
    steps = [(found[1], int(found[2]) if found[2] else None) for found in _STEP.finditer(path)]
    name = root.definition.name
    if _STEP.sub("", path.strip()) or not steps or steps[0] not in ((name, None), (name, 1)):
        raise NoSuchNode(path)
    yield from steps[1:]


def _inside(node: Node, path: str) -> Node:
    return _instance(node, 1, path) if node.kind is NodeKind.REPEAT else node


def _part(node: Node, name: str, path: str) -> Node:
    for part in node.parts:
        if part.definition.name == name:
            return part
    raise NoSuchNode(path)


def _instance(place: Node, position: int, path: str) -> Node:
    if place.kind is not NodeKind.REPEAT:
        if position == 1:
            return place
        raise NoSuchNode(path)
    if not 1 <= position <= len(place.parts):
        raise NoSuchNode(path)
    return place.parts[position - 1]
