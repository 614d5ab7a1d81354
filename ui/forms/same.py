"""The same as before (同上): where the value comes from that F7 repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.forms.course import instance_of, questions_below

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.forms.engine.node import Node


def same_as_before(node: Node, previous: Mapping[str, str]) -> str | None:
    """Return the value of the same field of the previous member, else of the previous record; None without.

    ``previous`` are the previous record's values by path with positions.
    """
    member = instance_of(node)
    if member is not None and member.position > 1 and member.parent is not None:
        before = member.parent.instances[member.position - 2]
        same = (each for each in questions_below(before) if each.definition is node.definition)
        return next((each.value for each in same), None)
    return previous.get(node.path)


def values_by_path(root: Node) -> dict[str, str]:
    """Return a record's values by path, as the next record may repeat them."""
    return {node.path: node.value for node in questions_below(root) if node.value and node.relevant}
