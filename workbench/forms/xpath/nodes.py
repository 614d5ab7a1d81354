"""The values of expressions, and the string value of a node."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

Item: TypeAlias = "_Element | str"
"""A node of a node set: an element, or the text of an attribute or text node."""
Nodes: TypeAlias = "list[Item]"
Value: TypeAlias = "str | float | bool | Nodes"
"""What an expression yields."""

_TEXT_BELOW = etree.XPath("string()", smart_strings=False)


def string_value(item: Item) -> str:
    """Return a node's string value: the text below it."""
    if isinstance(item, str):
        return item
    if len(item) == 0:
        return item.text or ""
    return str(_TEXT_BELOW(item))
