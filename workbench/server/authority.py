"""May this author write this (权限复核): asked again here of every change, by the accounts the server has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.security.roles import Permission, Role, permissions_of
from workbench.sync.protocol.shapes import Shape
from workbench.sync.protocol.wire import SERVER, Reason

STAFF = "staff_account"
SYSTEM = "system"
"""The author of what an upgrade of the workbench itself writes; it may patch what needs no permission more
than that, and never accounts, desks or disputes."""

_GUARDED = frozenset({STAFF, "desk_device", "desk_invitation", "sync_dispute"})
_ROLES = {role.value: role for role in Role}

Account = Callable[[str], Mapping[str, Any] | None]
"""Finds a staff account's fields by its id, None if there is none."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a change, as far as the server knows."""

    author_id: str
    permissions: frozenset[Permission]
    may_write: bool


class Authority:
    """Knows the authors of one community while a push is judged."""

    def __init__(self, account: Account, is_founding: Callable[[], bool]) -> None:
        self._account, self._is_founding = account, is_founding
        self._known: dict[str, Author | None] = {}

    def author(self, author_id: str) -> Author | None:
        """Return who that is, None if the server knows nobody by that id."""
        if author_id not in self._known:
            self._known[author_id] = self._found(author_id)
        return self._known[author_id]

    def forget(self, author_id: str) -> None:
        """Ask anew about somebody whose account was just changed."""
        self._known.pop(author_id, None)

    def founds(self, entity: str, record_id: str, author_id: str) -> bool:
        """Say whether this is the first account of a community, which nobody can have permitted."""
        return entity == STAFF and record_id == author_id and self._is_founding()

    def _found(self, author_id: str) -> Author | None:
        if author_id == SYSTEM:
            return Author(author_id, frozenset(), True)
        account = self._account(author_id) if author_id and author_id != SERVER else None
        if account is None:
            return None
        is_active = bool(account.get("active", True)) and account.get("deleted_at") is None
        return Author(author_id, permissions_in(account.get("roles")), is_active)


def permissions_in(roles: object) -> frozenset[Permission]:
    """Return what roles by name permit; a role this version does not know permits nothing."""
    named = roles if isinstance(roles, list) else []
    return permissions_of(_ROLES[role] for role in named if isinstance(role, str) and role in _ROLES)


def writing_fault(
    shape: Shape, author: Author | None, kind: str, record_id: str, fields: Collection[str]
) -> Reason:
    """Return what forbids an author such a change, or Reason.NONE."""
    if author is None:
        return Reason.AUTHOR_UNKNOWN
    if author.author_id == SYSTEM:
        allowed = kind == "patch" and shape.entity not in _GUARDED
        return Reason.NONE if allowed else Reason.NOT_PERMITTED
    own = shape.entity == STAFF and record_id == author.author_id
    if author.may_write and shape.permits(kind, fields, author.permissions, own=own):
        return Reason.NONE
    return Reason.NOT_PERMITTED


def demand_fault(shape: Shape, author: Author, *records: Mapping[str, Any]) -> Reason:
    """Return whether what a shape asks for these very records forbids it, or Reason.NONE."""
    if shape.demand is None:
        return Reason.NONE
    for record in records:
        asked = shape.demand(record)
        if asked and asked.isdisjoint(author.permissions):
            return Reason.NOT_PERMITTED
    return Reason.NONE
