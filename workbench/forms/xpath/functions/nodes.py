"""Functions over sets of nodes and instances (节点与数据表函数)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.nodes import Item, Nodes, Value, string_value
from workbench.forms.xpath.scope import scope_in_force
from workbench.forms.xpath.values import nodes_in, number_in

if TYPE_CHECKING:
    from lxml.etree import _Element


def _pulldata(name: str, wanted: str, column: str, key: str) -> str:
    """Return a cell of a table: from the first row whose column has the key."""
    scope = scope_in_force()
    name = name if name in scope.instances else name.removesuffix(".csv")
    root = scope.instances.get(name)
    if root is None:
        return ""
    rows = scope.lookup.find(name, root, "item", _rows, column).equal_to(key)
    cell = rows[0].find(wanted) if rows else None
    return "" if cell is None else string_value(cell)


def _rows(root: _Element) -> list[_Element]:
    return list(root.iterchildren("item"))


def _indexed_repeat(targets: Nodes, *pairs: Value) -> Nodes:
    """Return the targets that lie in the instances named by pairs of repeat and position."""
    chosen = {id(item): item for item in targets}
    for repeats, position in zip(pairs[::2], pairs[1::2], strict=False):
        wanted = number_in(position)
        holders = [each for each in nodes_in(repeats) if _place(each) == wanted]
        chosen = {key: item for key, item in chosen.items() if any(_holds(each, item) for each in holders)}
    return list(chosen.values())


def _place(item: Item) -> int:
    if isinstance(item, str):
        return 0
    return 1 + sum(1 for _ in item.itersiblings(item.tag, preceding=True))


def _holds(holder: Item, item: Item) -> bool:
    return not isinstance(item, str) and any(each is holder for each in item.iterancestors())


def _version() -> str:
    return scope_in_force().root.get("version", "")


def _property(name: str) -> str:
    """Return what is known of person and device: ``username``, ``deviceid``, ``phonenumber``, ``email``."""
    return scope_in_force().user.get(name, "")


def _depend(first: Value, *_others: Value) -> Value:
    return first


FUNCTIONS = (
    declared("pulldata", Kind.STRING, "ssss", _pulldata),
    declared("indexed-repeat", Kind.NODES, "pvv", _indexed_repeat, more=True),
    declared("version", Kind.STRING, "", _version),
    declared("property", Kind.STRING, "s", _property),
    declared("depend", Kind.ANY, "v", _depend, more=True),
)
