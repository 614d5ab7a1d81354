"""Ways through the nodes of a form."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.forms.engine.node import Node, NodeKind


def walk(top: Node) -> Iterator[Node]:
    """Yield a node and all below it in the data, in document order."""
    yield top
    for part in top.parts:
        yield from walk(part)


def everything(root: Node) -> Iterator[Node]:
    """Yield all nodes, also the groups that only the body has."""
    for node in walk(root):
        yield node
        yield from _shown_only(node)


def _shown_only(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.definition.shown_only:
            yield child
            yield from _shown_only(child)


def chain_of(node: Node) -> tuple[str, ...]:
    """Return the repeats around a node; a repeat's place is not inside itself."""
    chain = node.definition.chain
    return chain[:-1] if node.kind is NodeKind.REPEAT else chain


def in_the_tree(node: Node) -> bool:
    """Say whether the instances around a node are all in the tree."""
    frame = node.frame
    while frame.owner is not None:
        if frame.element is None or frame.element.getparent() is None:
            return False
        frame = frame.owner.frame
    return True
