"""Builds the nodes of a form over its tree: in the data, and as the body shows them."""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from typing import TYPE_CHECKING

from workbench.forms.engine.node import Node, NodeKind
from workbench.forms.engine.plan import Definition, Plan, Slot, qualified_name
from workbench.forms.engine.tree import show, stored

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.forms.engine.facets import Facets


class Builder:
    """Builds the root, and new instances of repeats."""

    def __init__(self, plan: Plan, facets: Facets) -> None:
        self._plan = plan
        self._facets = facets

    def root(self, element: _Element) -> Node:
        """Return the root over a whole primary instance."""
        return self._frame(self._plan.root, NodeKind.GROUP, element, None)

    def new_instance(self, place: Node) -> Node:
        """Return a new instance for a repeat, not yet put in."""
        template = self._plan.form.repeats[place.definition.path]
        return self.instance(place, deepcopy(template))

    def instance(self, place: Node, element: _Element) -> Node:
        """Return an instance of a repeat over its element."""
        return self._frame(place.definition, NodeKind.INSTANCE, element, place)

    def _frame(self, definition: Definition, kind: NodeKind, element: _Element, owner: Node | None) -> Node:
        frame = self._node(definition, kind, element, owner)
        for slot in self._plan.shown_in(definition.path):
            self._show(slot, frame, frame)
        return frame

    def _node(
        self, definition: Definition, kind: NodeKind, element: _Element | None, owner: Node | None
    ) -> Node:
        node = Node(definition, kind, element, owner, self._facets)
        node.frame.members[definition.path] = node
        node.relevant = owner is None or owner.relevant
        if kind is NodeKind.QUESTION:
            node.value = stored(node)
            if not node.relevant:
                show(node)
        if element is not None and definition.parts:
            self._fill(node, element)
        return node

    def _fill(self, node: Node, element: _Element) -> None:
        elements: dict[str, list[_Element]] = defaultdict(list)
        for child in element.iterchildren("*"):
            elements[qualified_name(child)].append(child)
        for part in node.definition.parts:
            found = elements.get(part.name, [])
            if part.repeat:
                place = self._node(part, NodeKind.REPEAT, None, node)
                node.parts.append(place)
                place.parts.extend(self.instance(place, child) for child in found)
            elif part.attribute or found:
                kind = NodeKind.QUESTION if part.leaf else NodeKind.GROUP
                node.parts.append(self._node(part, kind, element if part.attribute else found[0], node))

    def _show(self, slot: Slot, parent: Node, frame: Node) -> None:
        definition = slot.definition
        node = frame.members.get(definition.path)
        if definition.shown_only:
            node = Node(definition, NodeKind.GROUP, None, node or frame, self._facets)
        if node is None:
            return
        node.parent = parent
        parent.children.append(node)
        for child in slot.children:
            self._show(child, node, frame)
