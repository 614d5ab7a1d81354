"""Indexes over long choice lists: the items by the value of a column, built once for a list and column."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from workbench.forms.xpath.nodes import Nodes, string_value
from workbench.forms.xpath.numbers import number_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Select = Callable[["_Element"], "list[_Element]"]
Key: TypeAlias = "str | float | Nodes"


@dataclass(slots=True)
class ColumnIndex:
    """The items of one list by one column, as texts and (built when first asked) as numbers."""

    root: _Element
    order: dict[_Element, int] = field(default_factory=dict)
    """Each item's place in the list."""
    texts: dict[str, list[_Element]] = field(default_factory=dict)
    numbers: dict[float, list[_Element]] | None = None
    members: dict[str | float, frozenset[_Element]] = field(default_factory=dict)

    def add(self, item: _Element, column: str) -> None:
        """Enter an item under each value it has in the column."""
        self.order[item] = len(self.order)
        for cell in item.iterchildren(column):
            self.texts.setdefault(string_value(cell), []).append(item)

    def equal_to(self, key: Key) -> list[_Element]:
        """Return the items whose column equals a value: a number compares by number, texts as texts."""
        if isinstance(key, float):
            return self._by_number().get(key, [])
        if isinstance(key, str):
            return self.texts.get(key, [])
        return self._merged([self.texts.get(string_value(each), []) for each in key])

    def members_equal_to(self, key: Key) -> frozenset[_Element]:
        """Return the same items for the question whether one is among them."""
        if isinstance(key, list):
            return frozenset(self.equal_to(key))
        found = self.members.get(key)
        if found is None:
            found = self.members[key] = frozenset(self.equal_to(key))
        return found

    def _merged(self, groups: list[list[_Element]]) -> list[_Element]:
        """Return the items of some groups once and in the order of the list."""
        if len(groups) == 1:
            return groups[0]
        return sorted({item for group in groups for item in group}, key=self.order.__getitem__)

    def _by_number(self) -> dict[float, list[_Element]]:
        if self.numbers is None:
            groups: dict[float, list[list[_Element]]] = {}
            for text, items in self.texts.items():
                if not math.isnan(number := number_of(text)):
                    groups.setdefault(number, []).append(items)
            self.numbers = {number: self._merged(found) for number, found in groups.items()}
        return self.numbers


def in_all(found: list[tuple[ColumnIndex, Key]]) -> list[_Element]:
    """Return the items that every one of some columns gives, looking through the shortest list only."""
    shortest = min(range(len(found)), key=lambda at: len(found[at][0].equal_to(found[at][1])))
    index, key = found[shortest]
    others = [one.members_equal_to(asked) for one, asked in found[:shortest] + found[shortest + 1 :]]
    return [item for item in index.equal_to(key) if all(item in each for each in others)]


@dataclass(slots=True)
class Lookup:
    """The indexes of a form's secondary instances."""

    indexes: dict[tuple[str, str, str], ColumnIndex] = field(default_factory=dict)

    def find(self, instance: str, root: _Element, path: str, select: Select, column: str) -> ColumnIndex:
        """Return the index of a list's column, built where there is none for this very list."""
        key = (instance, path, column)
        found = self.indexes.get(key)
        if found is None or found.root is not root:
            found = ColumnIndex(root)
            for item in select(root):
                found.add(item, column)
            self.indexes[key] = found
        return found
