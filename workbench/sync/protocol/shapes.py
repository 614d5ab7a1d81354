"""What the server must know of a kind of record: what belongs together, who may write it, where it may lie.

The rules of a matter or a census live in their rooms; here stands only what must hold when the writes of
several desks meet. `tests/sync/test_entities.py` proves that the two agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from workbench.security.roles import Permission

Check = Callable[[Mapping[str, Any]], bool]
"""Says whether a whole record makes sense."""


class Realm(StrEnum):
    """Which desks hold a kind of record."""

    COMMON = "common"
    """Every desk: the community, its buildings, forms, staff."""
    REGISTER = "register"
    """Desks of the community's own people: residents, matters."""
    CENSUS = "census"
    """Desks of the community, and outside desks for the areas assigned to them."""
    DISPUTE = "dispute"
    """Wherever the record it is about may lie."""


class Masking(StrEnum):
    """How a field looks on a desk that may not see it whole."""

    IDENTITY = "identity"
    PHONE = "phone"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Transition:
    """A named step from one state to another: who may take it, and what must be filled in after it."""

    name: str
    permissions: frozenset[Permission]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The states of a record (状态机): the field that holds them, and every step there is."""

    field: str
    first: frozenset[str]
    steps: Mapping[tuple[str, str], Transition]


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of record.

    `groups` names, field by field, the merge group of fields that only make sense together; a field not
    named is a group of its own. `writers` are the permissions of which an author needs one, for every
    write or by kind of change; none means whoever has an account. `own` are fields an account's own
    holder may write. `natural_key` must be unique among the community's living records. `parents` names
    the kind of record a field points to. `area` is the field that holds the census area, or that points
    to the record that does. Of `masked` fields, those marked HIDDEN never reach an outside desk.
    """

    entity: str
    realm: Realm
    writers: frozenset[Permission] = frozenset()
    removers: frozenset[Permission] | None = None
    groups: Mapping[str, str] = field(default_factory=dict)
    natural_key: tuple[str, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    area: str | None = None
    masked: Mapping[str, Masking] = field(default_factory=dict)
    course: Course | None = None
    checks: Mapping[str, Check] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def group_of(self, name: str) -> str:
        """Return the merge group of a field; one that this version does not know stands alone."""
        return self.groups.get(name, name)


@dataclass(frozen=True, slots=True)
class Scope:
    """What one desk may hold: everything, or for the census only, and of it only some areas.

    `areas` None means all; `masked` hides numbers from a desk that may not see them.
    """

    outside: bool = False
    areas: frozenset[str] | None = None
    masked: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the desk holds every record as it is."""
        return not self.outside and self.areas is None and not self.masked
