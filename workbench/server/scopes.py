"""What one desk may see (终端可见范围): which records, and what of them; the server never sends more.

An outside desk works for the census only; it and any other may be limited to some areas; a desk may be
denied full numbers. A dispute may be seen where the record it is about may be seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from workbench.standards.identity import mask_identity_number, mask_phone
from workbench.standards.masking import masked
from workbench.sync.protocol.merge import holds
from workbench.sync.protocol.shapes import Masking, Realm, Scope, Shape

_HIDDEN_NUMBER = re.compile(r"\d\*{4,8}\d{3}[\dXx]")
"""How a masked number looks wherever it stands."""

_SIDES = ("base", "mine", "theirs")
"""The fields of a dispute that hold fields of the record it is about."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a record lies: the kind of record that decides who may see it, and its area of the census."""

    subject: str
    area_id: str | None = None


class Sight:
    """The eyes of one desk."""

    def __init__(self, scope: Scope, shapes: Mapping[str, Shape]) -> None:
        self._scope, self._shapes = scope, shapes
        kinds = [name for name, shape in shapes.items() if self._holds(shape)]
        self.everywhere = [name for name in kinds if not _by_area(scope, shapes[name])]
        self.in_areas = [name for name in kinds if _by_area(scope, shapes[name])]
        self.areas = sorted(scope.areas or ())
        self.altered = sorted(name for name, shape in shapes.items() if self._alters(shape))

    @property
    def is_whole(self) -> bool:
        """Whether the desk sees everything as it is."""
        return self._scope.is_whole

    @property
    def sees_all(self) -> bool:
        """Whether the desk holds every record, be it with numbers masked."""
        return not self._scope.outside and self._scope.areas is None

    def sees(self, place: Place) -> bool:
        """Say whether the desk may hold a record that lies there."""
        if self.sees_all:
            return True
        shape = self._shapes.get(place.subject)
        if shape is None or not self._holds(shape):
            return False
        return not _by_area(self._scope, shape) or place.area_id in (self._scope.areas or ())

    def alters(self, entity: str) -> bool:
        """Say whether the desk sees records of this kind otherwise than they are."""
        return entity in self.altered

    def needs_whole(self, entity: str) -> bool:
        """Say whether what the desk may see of a change hangs on the rest of the record."""
        shape = self._shapes.get(entity)
        if self._scope.is_whole or shape is None:
            return False
        return shape.reveals is not None or shape.realm is Realm.DISPUTE

    def fields(
        self, entity: str, fields: Mapping[str, Any], whole: Mapping[str, Any] | None = None
    ) -> Mapping[str, Any]:
        """Return fields of a record as the desk may see them.

        `whole` is the record that they are only some fields of.
        """
        shape = self._shapes.get(entity)
        if self._scope.is_whole or shape is None:
            return fields
        record = fields if whole is None else whole
        if shape.realm is Realm.DISPUTE:
            return self._dispute(fields, str(record.get("entity")))
        return self._seen(shape, fields, record) if self._alters(shape) else fields

    def smuggles(self, entity: str, fields: Mapping[str, Any]) -> bool:
        """Say whether a desk that sees masked numbers is about to write one of them back."""
        shape = self._shapes.get(entity)
        if not self._scope.masked or shape is None:
            return False
        written_back = any("*" in str(fields.get(name, "")) for name in shape.masked)
        return written_back or any(_HIDDEN_NUMBER.search(str(value)) for value in fields.values())

    def _holds(self, shape: Shape) -> bool:
        return not self._scope.outside or shape.realm in (Realm.COMMON, Realm.CENSUS)

    def _alters(self, shape: Shape) -> bool:
        if self._scope.is_whole:
            return False
        return bool(shape.masked) or shape.realm is Realm.DISPUTE or self._masks_within(shape)

    def _masks_within(self, shape: Shape) -> bool:
        """Say whether numbers are looked for in every field: forms, notes and answers hold them as well."""
        return self._scope.masked and shape.realm is not Realm.COMMON

    def _dispute(self, fields: Mapping[str, Any], entity: str) -> Mapping[str, Any]:
        sides = {name: fields[name] for name in _SIDES if isinstance(fields.get(name), dict)}
        return {**fields, **{name: self.fields(entity, side) for name, side in sides.items()}}

    def _seen(self, shape: Shape, fields: Mapping[str, Any], record: Mapping[str, Any]) -> Mapping[str, Any]:
        seen = {**fields, **self._revealed(shape, record)}
        for name, masking in shape.masked.items():
            if masking is Masking.HIDDEN and self._scope.outside and not _reveals(shape, record):
                seen.pop(name, None)
            elif self._scope.masked and isinstance(seen.get(name), str):
                seen[name] = _MASKS[masking](seen[name])
        if self._masks_within(shape):
            return {name: masked(name, value) for name, value in seen.items()}
        return seen

    def _revealed(self, shape: Shape, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return hidden fields that the desk may see now, though not when they were written."""
        if not self._scope.outside or shape.reveals is None or not _reveals(shape, record):
            return {}
        hidden = (name for name, masking in shape.masked.items() if masking is Masking.HIDDEN)
        return {name: record[name] for name in hidden if name in record}


def scope_of(desk: Mapping[str, Any]) -> Scope:
    """Return the scope that a `desk_device` record gives its desk."""
    areas = desk.get("areas")
    return Scope(
        outside=bool(desk.get("outside")),
        areas=None if areas is None else frozenset(map(str, areas)),
        masked=bool(desk.get("masked")),
    )


def _by_area(scope: Scope, shape: Shape) -> bool:
    return scope.areas is not None and shape.realm is Realm.CENSUS and shape.area is not None


def _reveals(shape: Shape, record: Mapping[str, Any]) -> bool:
    return shape.reveals is not None and holds(shape.reveals, record)


def _as_it_is(text: str) -> str:
    return text


_MASKS = {
    Masking.IDENTITY: mask_identity_number,
    Masking.PHONE: mask_phone,
    Masking.HIDDEN: _as_it_is,
}
