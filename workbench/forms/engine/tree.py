"""How the answers lie in the primary instance, the XML tree that XPath reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.forms.engine.node import Node, NodeKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_control_characters(text: str) -> str:
    """Return the text without characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def stored(node: Node) -> str:
    """Return what the tree now holds for a question."""
    element = node.element
    if element is None:
        return ""
    if node.definition.attribute:
        return element.get(node.definition.name[1:]) or ""
    return element.text or ""


def show(node: Node) -> None:
    """Let XPath see a question's answer, or nothing while the question is not relevant."""
    text = node.value if node.relevant else ""
    element = node.element
    if element is None:
        return
    if node.definition.attribute:
        element.set(node.definition.name[1:], text)
    else:
        element.text = text or None


def put_in(place: Node, index: int, instance: Node) -> None:
    """Insert an instance into its repeat, at an index from 0, in the data and in the tree."""
    element = instance.element
    assert element is not None
    if index:
        before = place.parts[index - 1].element
        assert before is not None
        before.addnext(element)
    else:
        insert_first(place, element)
    place.parts.insert(index, instance)


def take_out(place: Node, index: int) -> Node:
    """Remove the instance at an index from 0 from the data and from the tree."""
    instance = place.parts.pop(index)
    element = instance.element
    assert element is not None
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return instance


def insert_first(place: Node, element: _Element) -> None:
    """Insert an element where the first instance of a repeat stands."""
    assert place.owner is not None
    parent = place.owner.element
    assert parent is not None
    siblings = place.owner.parts
    for sibling in reversed(siblings[: siblings.index(place)]):
        last = (
            sibling.parts[-1].element
            if sibling.kind is NodeKind.REPEAT and sibling.parts
            else sibling.element
        )
        if last is not None and not sibling.definition.attribute:
            last.addnext(element)
            return
    parent.insert(0, element)


@contextmanager
def standing_at(node: Node) -> Iterator[_Element]:
    """Give the element where a node's expressions are evaluated.

    A repeat's place stands at its first instance; without one, an empty one stands in for the moment.
    """
    if node.element is not None:
        yield node.element
    elif node.kind is NodeKind.REPEAT:
        if node.parts and node.parts[0].element is not None:
            yield node.parts[0].element
            return
        yield from _standing_in(node)
    else:
        assert node.owner is not None
        with standing_at(node.owner) as element:
            yield element


def _standing_in(place: Node) -> Iterator[_Element]:
    assert place.owner is not None
    parent = place.owner.element
    assert parent is not None
    element = parent.makeelement(place.definition.name.rpartition(":")[2])
    insert_first(place, element)
    try:
        yield element
    finally:
        parent.remove(element)
