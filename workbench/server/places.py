"""Where a record lies, by its own fields or by the record it belongs to or is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from workbench.server.scopes import Place
from workbench.sync.protocol.shapes import Shape

Lookup = Callable[[str, str], Place | None]
"""Finds where another record lies, by its kind and id."""

ITS_OWN = "id"
"""As a shape's `area`: the record is an area itself."""


class Places:
    """Finds where records lie."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self._shapes = shapes

    def place(self, entity: str, record_id: str, fields: Mapping[str, Any], lookup: Lookup) -> Place:
        """Return where a record lies."""
        shape = self._shapes.get(entity)
        if shape is None:
            return Place(entity)
        if shape.about is not None:
            kind, other = fields.get(shape.about[0]), fields.get(shape.about[1])
            if isinstance(kind, str) and isinstance(other, str) and kind:
                return self._beside(kind, other, fields, lookup)
        return Place(entity, self._area(shape, record_id, fields, lookup))

    def hangs_on(self, entity: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield the records, by kind and id, that must be looked at before a change can be judged."""
        shape = self._shapes.get(entity)
        if shape is None:
            return
        for name, kind in shape.parents.items():
            value = fields.get(name)
            if isinstance(value, str) and value:
                yield kind, value
        if shape.about is not None:
            about, other = fields.get(shape.about[0]), fields.get(shape.about[1])
            if isinstance(about, str) and isinstance(other, str):
                yield about, other

    def children(self, entity: str) -> Iterator[tuple[str, str]]:
        """Yield kind and field of the records whose area is that of a record of this kind."""
        for shape in self._shapes.values():
            if shape.area is not None and shape.parents.get(shape.area) == entity:
                yield shape.entity, shape.area
            if shape.about is not None:
                yield shape.entity, shape.about[1]

    def _beside(self, kind: str, other: str, fields: Mapping[str, Any], lookup: Lookup) -> Place:
        found = lookup(kind, other)
        if found is not None:
            return found
        # What is not here may still say itself where it would lie: a refused form of a household.
        return self.place(kind, other, fields.get("mine") or {}, lookup) if "mine" in fields else Place(kind)

    def _area(self, shape: Shape, record_id: str, fields: Mapping[str, Any], lookup: Lookup) -> str | None:
        if shape.area is None or shape.area == ITS_OWN:
            return record_id if shape.area else None
        value = fields.get(shape.area)
        if not isinstance(value, str):
            return None
        parent = shape.parents.get(shape.area)
        if parent is None or self._is_area(parent):
            return value
        found = lookup(parent, value)
        return None if found is None else found.area_id

    def _is_area(self, entity: str) -> bool:
        shape = self._shapes.get(entity)
        return shape is not None and shape.area == ITS_OWN
