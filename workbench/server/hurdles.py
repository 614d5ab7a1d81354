"""What a change must pass before it is merged: known kind, scope, permission, parents, a name not taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from workbench.security.roles import Permission
from workbench.server.authority import Author, Authority, demand_fault, writing_fault
from workbench.server.incoming import Incoming
from workbench.server.places import Places
from workbench.server.scopes import Sight
from workbench.server.shelf import Held, Shelf
from workbench.sync.protocol.merge import DELETED_AT
from workbench.sync.protocol.naming import DISPUTE, natural_key
from workbench.sync.protocol.shapes import Shape
from workbench.sync.protocol.wire import SERVER, Reason

ATTACHMENT = "attachment"
_SETTLERS = frozenset({Permission.APPROVE, Permission.MANAGE_CENSUS})
"""Who settles what others wrote, as a rule."""

_MADE_BY_SERVER = frozenset({DISPUTE, "desk_device", "desk_invitation"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What judging goes by beside the records.

    `device` is the device and incarnation that pushes, `now` the server's time as desks write moments.
    `restored` is the last number that survived a restore and `born` the number the new life began at, both
    0 without one. `massed` are deletes, by op_id, that wait for a second person.
    """

    device: str
    sight: Sight
    now: str
    restored: int = 0
    born: int = 0
    massed: frozenset[str] = frozenset()


class Case(msgspec.Struct, frozen=True, gc=False):
    """A change to be judged: what it writes, to what, by whom."""

    change: Incoming
    shape: Shape
    kind: str
    fields: Mapping[str, Any]
    held: Held | None
    author: Author | None

    @property
    def present(self) -> Mapping[str, Any]:
        """The record's fields as they are."""
        return self.held.document.fields if self.held else {}


class Hurdles:
    """Says what stands in the way of a change."""

    def __init__(
        self, shelf: Shelf, places: Places, authority: Authority, circumstances: Circumstances
    ) -> None:
        self._shelf, self._places, self._authority = shelf, places, authority
        self._here = circumstances
        self._checks: tuple[Callable[[Case], Reason], ...] = (
            self._existence,
            self._scope,
            self._relaying,
            self._mass,
            self._permission,
            self._parents,
            self._name,
            self._file,
        )

    def fault(self, case: Case) -> Reason:
        """Return the first thing that stands in the way, or Reason.NONE."""
        for check in self._checks:
            fault = check(case)
            if fault is not Reason.NONE:
                return fault
        return Reason.NONE

    def _existence(self, case: Case) -> Reason:
        if case.held is not None or case.change.kind == "create":
            return Reason.NONE
        refused = self._shelf.is_refused(case.change.record_id)
        return Reason.PARENT_REFUSED if refused else Reason.UNKNOWN_RECORD

    def _scope(self, case: Case) -> Reason:
        sight = self._here.sight
        if sight.smuggles(case.change.entity, case.fields):
            return Reason.INVALID
        if sight.sees_all:
            return Reason.NONE
        if case.held is not None and not sight.sees(case.held.place):
            return Reason.OUT_OF_SCOPE
        whole = {**case.present, **case.fields}
        place = self._places.place(case.change.entity, case.change.record_id, whole, self._shelf.place)
        return Reason.NONE if sight.sees(place) else Reason.OUT_OF_SCOPE

    def _relaying(self, case: Case) -> Reason:
        """Let others' changes be handed in only if the server can have lost them in a restore."""
        lost = self._here.restored < case.change.was_seq < self._here.born
        return Reason.NOT_PERMITTED if case.change.relayed and not lost else Reason.NONE

    def _mass(self, case: Case) -> Reason:
        return Reason.MASS_DELETE if case.change.op_id in self._here.massed else Reason.NONE

    def _permission(self, case: Case) -> Reason:
        change, author = case.change, case.author
        if author is None:
            return self._without_author(case)
        fault = writing_fault(case.shape, author, case.kind, change.record_id, case.fields)
        if fault is not Reason.NONE:
            return fault
        if change.entity == DISPUTE and not _may_settle(case.present, case.fields, author):
            return Reason.NOT_PERMITTED
        if case.shape.demand is None:
            return Reason.NONE
        return demand_fault(case.shape, author, case.present, {**case.present, **case.fields})

    def _without_author(self, case: Case) -> Reason:
        change = case.change
        if self._authority.founds(change.entity, change.record_id, change.author_id):
            return Reason.NONE
        by_server = change.relayed and change.author_id == SERVER and change.entity in _MADE_BY_SERVER
        return Reason.NONE if by_server else Reason.AUTHOR_UNKNOWN

    def _parents(self, case: Case) -> Reason:
        for name, kind in case.shape.parents.items():
            value = case.fields.get(name)
            if isinstance(value, str) and value and self._shelf.place(kind, value) is None:
                refused = self._shelf.is_refused(value)
                return Reason.PARENT_REFUSED if refused else Reason.PARENT_MISSING
        return Reason.NONE

    def _file(self, case: Case) -> Reason:
        """Let nothing refer to a file that is not whole here; after a restore files come when they come."""
        address = file_of(case.change.entity, case.fields)
        if address is None or case.change.relayed or self._shelf.has_file(address):
            return Reason.NONE
        return Reason.BLOB_MISSING

    def _name(self, case: Case) -> Reason:
        if not case.shape.natural_key and case.change.entity != DISPUTE:
            return Reason.NONE
        name = natural_key(case.shape, {**case.present, **case.fields})
        if name is None or (case.held is not None and case.held.natural_key == name):
            return Reason.NONE
        holder = self._shelf.holder(case.change.entity, name)
        return Reason.NONE if holder in (None, case.change.record_id) else Reason.NAME_TAKEN


def file_of(entity: str, fields: Mapping[str, Any]) -> str | None:
    """Return the address of the file that a change refers to, None if it refers to none."""
    address = fields.get("address") if entity == ATTACHMENT else None
    return address if isinstance(address, str) else None


def kind_of(change: Incoming, fields: Mapping[str, Any], held: Held | None) -> str:
    """Return what a change does to the record as it is, whatever it calls itself."""
    if held is None:
        return "create"
    if DELETED_AT not in fields:
        return "patch"
    return "restore" if fields[DELETED_AT] is None else "delete"


def _may_settle(dispute: Mapping[str, Any], fields: Mapping[str, Any], author: Author) -> bool:
    """Say whether a dispute is somebody's to settle: its author's, but never to approve, or a superior's."""
    is_own = dispute.get("author_id") == author.author_id
    if fields.get("choice") == "approve":
        return not is_own
    return is_own or not author.permissions.isdisjoint(_SETTLERS)
