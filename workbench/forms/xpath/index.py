"""Indexes over long choice lists: the items by the value of a column, built once for a list and column."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.forms.xpath.nodes import Nodes, Value, string_value
from workbench.forms.xpath.numbers import number_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Select = Callable[["_Element"], "list[_Element]"]


@dataclass(slots=True)
class ColumnIndex:
    """The items of one list by one column, as texts and (built when first asked) as numbers."""

    root: _Element
    texts: dict[str, list[_Element]] = field(default_factory=dict)
    numbers: dict[float, list[_Element]] | None = None

    def add(self, item: _Element, column: str) -> None:
        """Enter an item under each value it has in the column."""
        for cell in item.iterchildren(column):
            self.texts.setdefault(string_value(cell), []).append(item)

    def equal_to(self, key: Value) -> list[_Element]:
        """Return the items whose column equals a value: a number compares by number, texts as texts."""
        if isinstance(key, bool):
            items = _once(item for found in self.texts.values() for item in found)
            return items if key else []
        if isinstance(key, float):
            return self._by_number().get(key, [])
        if isinstance(key, list):
            return self._equal_to_any(key)
        return self.texts.get(key, [])

    def _equal_to_any(self, keys: Nodes) -> list[_Element]:
        if len(keys) == 1:
            return self.texts.get(string_value(keys[0]), [])
        return _once(item for key in keys for item in self.texts.get(string_value(key), []))

    def _by_number(self) -> dict[float, list[_Element]]:
        if self.numbers is None:
            self.numbers = {}
            for text, items in self.texts.items():
                if not math.isnan(number := number_of(text)):
                    self.numbers.setdefault(number, []).extend(items)
        return self.numbers


def _once(items: Iterable[_Element]) -> list[_Element]:
    return list(dict.fromkeys(items))


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
