"""What the server must know of a kind of record: what belongs together, who may write it, where it may lie.

The rules of a matter or a census live in their rooms; here stands only what must hold when the writes of
several desks meet. `tests/sync/protocol/test_entities.py` proves that the two agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from workbench.security.roles import Permission

Check = Callable[[Mapping[str, Any]], bool]
"""Says whether a whole record makes sense."""

Demand = Callable[[Mapping[str, Any]], frozenset[Permission]]
"""Names the permissions of which writing this very record takes one, beside the shape's; none: no more."""


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

    Who may write it: `writers` are the permissions of which an author needs one, none meaning whoever has an
    account; `creators` and `removers` stand in their place where making or removing takes something else.
    `field_writers` are further permissions that are enough for a field alone, `own` the fields that an
    account's holder may write of the account. `fixed` fields stand once the record is made; one that is
    `append_only` is never changed or removed, one `by_server` is made by the server alone. `demand` asks
    more of certain records.

    What it hangs together with: `groups` names, field by field, the merge group of fields that only make
    sense together; a field not named is a group of its own. `natural_key` must be unique among the
    community's living records. `parents` names the kind of record that a field points to and that must be
    there; `references` the kinds of those that may come later or be elsewhere. `retired_by` is a field that,
    once filled, ends the record like a deletion.

    Where it may lie: `area` is the field that holds the census area, or that points to the record that
    does; `about` the two fields that name the kind and id of the record it belongs to, whose realm and area
    are then its own, and `realm` only where it belongs to none. Of `masked` fields, those marked HIDDEN
    never reach an outside desk, unless `reveals` says so of the record.
    """

    entity: str
    realm: Realm
    writers: frozenset[Permission] = frozenset()
    creators: frozenset[Permission] | None = None
    removers: frozenset[Permission] | None = None
    field_writers: Mapping[str, frozenset[Permission]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    append_only: bool = False
    by_server: bool = False
    demand: Demand | None = None
    groups: Mapping[str, str] = field(default_factory=dict)
    natural_key: tuple[str, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    retired_by: str | None = None
    area: str | None = None
    about: tuple[str, str] | None = None
    masked: Mapping[str, Masking] = field(default_factory=dict)
    reveals: Check | None = None
    course: Course | None = None
    checks: Mapping[str, Check] = field(default_factory=dict)

    def group_of(self, name: str) -> str:
        """Return the merge group of a field; one that this version does not know stands alone."""
        return self.groups.get(name, name)

    def permits(
        self, kind: str, fields: Collection[str], permissions: frozenset[Permission], *, own: bool = False
    ) -> bool:
        """Say whether an author with these permissions may make such a change; never asked of the server.

        `kind` is create, patch, delete or restore; `own` says that the record is the author's own account.
        What `demand` asks comes on top.
        """
        if kind == "create":
            return not self.by_server and _suffices(permissions, self.creators, self.writers)
        if self.append_only:
            return False
        if kind != "patch":
            return _suffices(permissions, self.removers, self.writers)
        return self.fixed.isdisjoint(fields) and (
            _suffices(permissions, None, self.writers)
            or all(self._permits_field(name, permissions, own) for name in fields)
        )

    def _permits_field(self, name: str, permissions: frozenset[Permission], own: bool) -> bool:
        return (own and name in self.own) or not permissions.isdisjoint(self.field_writers.get(name, ()))


def _suffices(
    held: frozenset[Permission], asked: frozenset[Permission] | None, otherwise: frozenset[Permission]
) -> bool:
    """Say whether one of the permissions asked is held; `otherwise` counts where nothing else is asked."""
    needed = otherwise if asked is None else asked
    return not needed or not needed.isdisjoint(held)


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
