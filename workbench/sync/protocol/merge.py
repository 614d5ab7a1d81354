"""Merges one write into a record, group by group, against what others wrote meanwhile. Pure.

Nothing is decided by a clock: a write names the number of the record it was made on, every group of fields
knows the number of its last write, and a device never stands in its own way.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

import msgspec

from workbench.security.roles import Permission
from workbench.sync.protocol.course import may_begin, step_fault
from workbench.sync.protocol.shapes import Check, Shape
from workbench.sync.protocol.wire import Outcome, Reason

DELETED_AT = "deleted_at"
"""The field that marks a soft delete; it is a merge group of its own."""

Version = tuple[int, str, int]
"""The last write of a group: its number, its device and incarnation, and its number before a restore."""


class Document(msgspec.Struct, frozen=True, gc=False):
    """A record as the server has it; a group without a version has that of `created`.

    Fields without a value are left out of `fields`.
    """

    entity: str
    record_id: str
    seq: int
    fields: Mapping[str, Any]
    versions: Mapping[str, Version]
    created: Version

    @property
    def deleted(self) -> bool:
        """Whether somebody deleted it, softly."""
        return self.fields.get(DELETED_AT) is not None

    def version_of(self, group: str) -> Version:
        """Return the last write of a merge group."""
        return self.versions.get(group, self.created)


class Write(msgspec.Struct, frozen=True, gc=False):
    """What somebody wants written to a record.

    `base_seq` is the number of the record the form was opened on, `device` the device and incarnation.
    `was_seq` is its number before a restore, and `relayed` says that another desk hands it in.
    `permissions` are its author's.
    """

    entity: str
    record_id: str
    fields: Mapping[str, Any]
    base_seq: int
    device: str
    was_seq: int = 0
    relayed: bool = False
    permissions: frozenset[Permission] = frozenset()


class Merged(msgspec.Struct, frozen=True, gc=False):
    """What became of a write.

    `document` is the record afterwards, None when there is none. `applied` are the fields that were
    written, `contested` those that were not taken, `rivals` the numbers of the writes they met.
    """

    outcome: Outcome
    document: Document | None
    applied: Mapping[str, Any] = msgspec.field(default_factory=dict)
    contested: tuple[str, ...] = ()
    reason: Reason = Reason.NONE
    rivals: tuple[int, ...] = ()


def merge(document: Document | None, write: Write, seq: int, shape: Shape, *, born: int = 0) -> Merged:
    """Merge a write into a record, or make the record; `seq` becomes its number if anything is applied.

    `born` is the number at which the server began this life, after a restore.
    """
    if document is None:
        return _make(write, seq, shape)
    if write.fields.get(DELETED_AT) is not None:
        return _delete(document, write, seq, shape, born)
    if document.deleted and DELETED_AT not in write.fields:
        return _edit_gone(document, write, DELETED_AT, born)
    if _was_retired(document, write, shape, born):
        return _edit_gone(document, write, shape.group_of(shape.retired_by or ""), born)
    return _patch(document, write, seq, shape, born)


def refused(document: Document | None, write: Write, reason: Reason) -> Merged:
    """Return the answer that takes nothing of a write, for good."""
    return Merged(Outcome.REFUSED, document, contested=tuple(write.fields), reason=reason)


def holds(check: Check, fields: Mapping[str, Any]) -> bool:
    """Say whether a check holds; values it cannot even compare do not."""
    try:
        return check(fields)
    except (TypeError, ValueError, LookupError, AttributeError):
        return False


class _Stand(Enum):
    """How a group's last write stands to a new one."""

    BEFORE = auto()
    """The author had seen it, or made it."""
    BESIDE = auto()
    """Somebody else made it meanwhile."""
    AFTER = auto()
    """It came later in the course that a restore interrupted."""


def _stand(version: Version, write: Write, born: int) -> _Stand:
    number, device, was_seq = version
    if write.was_seq and was_seq:
        return _Stand.AFTER if was_seq > write.was_seq else _Stand.BEFORE
    # A number from before a restore tells what its author saw only by numbers of that time.
    if number <= write.base_seq or (write.base_seq < born and 0 < was_seq <= write.base_seq):
        return _Stand.BEFORE
    if device != write.device:
        return _Stand.BESIDE
    # A chain comes in order, but what others hand in of it may come after what its own device did since.
    return _Stand.AFTER if write.relayed and number >= born else _Stand.BEFORE


def _make(write: Write, seq: int, shape: Shape) -> Merged:
    fields = _filled(write.fields)
    if shape.checks and not all(holds(check, fields) for check in shape.checks.values()):
        return refused(None, write, Reason.INVALID)
    if shape.course is not None and not may_begin(shape.course, fields):
        return refused(None, write, Reason.WRONG_STATE)
    created = (seq, write.device, write.was_seq)
    made = Document(write.entity, write.record_id, seq, fields, {}, created)
    return Merged(Outcome.ACCEPTED, made, write.fields)


def _delete(document: Document, write: Write, seq: int, shape: Shape, born: int) -> Merged:
    """Delete a record, unless others wrote to it since: that somebody must see first."""
    if document.deleted:
        return Merged(Outcome.MERGED, document)
    stands = {version: _stand(version, write, born) for version in _last_writes(document)}
    if _Stand.AFTER in stands.values():
        return Merged(Outcome.SUPERSEDED, document)
    rivals = tuple(version[0] for version, stand in stands.items() if stand is _Stand.BESIDE)
    if rivals:
        return _contested(document, write, Reason.DELETED_AFTER_EDIT, rivals)
    return Merged(Outcome.ACCEPTED, _written(document, write, write.fields, seq, shape), write.fields)


def _was_retired(document: Document, write: Write, shape: Shape, born: int) -> bool:
    """Say whether somebody else gave the record up for another one meanwhile, as two residents are merged."""
    name = shape.retired_by
    if name is None or document.fields.get(name) is None or name in write.fields:
        return False
    return _stand(document.version_of(shape.group_of(name)), write, born) is _Stand.BESIDE


def _edit_gone(document: Document, write: Write, group: str, born: int) -> Merged:
    """Contest an edit of a record that is gone by the last write of a group."""
    if all(document.fields.get(name) == value for name, value in write.fields.items()):
        return Merged(Outcome.MERGED, document)
    version = document.version_of(group)
    if _stand(version, write, born) is _Stand.AFTER:
        return Merged(Outcome.SUPERSEDED, document)
    return _contested(document, write, Reason.EDITED_AFTER_DELETION, (version[0],))


def _patch(document: Document, write: Write, seq: int, shape: Shape, born: int) -> Merged:
    """Write the groups that nobody else wrote meanwhile, and contest the others."""
    present = document.fields
    differing = [name for name, value in write.fields.items() if present.get(name) != value]
    stands = {
        group: _stand(document.version_of(group), write, born)
        for group in {shape.group_of(name) for name in differing}
    }
    applied = {n: write.fields[n] for n in differing if stands[shape.group_of(n)] is _Stand.BEFORE}
    merged = _written(document, write, applied, seq, shape) if applied else document
    fault = _fault(document, merged, write, shape)
    if fault is not Reason.NONE:
        return _unfit(document, write, fault, born)
    contested = tuple(n for n in differing if stands[shape.group_of(n)] is _Stand.BESIDE)
    if contested:
        rivals = {document.version_of(shape.group_of(name))[0] for name in contested}
        return Merged(
            Outcome.CONFLICT, merged, applied, contested, Reason.FIELD_CHANGED, tuple(sorted(rivals))
        )
    if not applied and _Stand.AFTER in stands.values():
        return Merged(Outcome.SUPERSEDED, document)
    return Merged(_agreed(document, write, born), merged, applied)


def _fault(old: Document, new: Document, write: Write, shape: Shape) -> Reason:
    """Return what is wrong with the record after the write that was not wrong before."""
    if new is old:
        return Reason.NONE
    for check in shape.checks.values():
        if not holds(check, new.fields) and holds(check, old.fields):
            return Reason.INVALID_TOGETHER
    if shape.course is None:
        return Reason.NONE
    return step_fault(shape.course, old.fields, new.fields, write.permissions)


def _unfit(document: Document, write: Write, fault: Reason, born: int) -> Merged:
    if fault is not Reason.INVALID_TOGETHER:
        return refused(document, write, fault)
    rivals = _rivals(document, write, born)
    # Without anybody else's part in it the author alone made it so.
    return _contested(document, write, fault, rivals) if rivals else refused(document, write, Reason.INVALID)


def _contested(document: Document, write: Write, reason: Reason, rivals: tuple[int, ...]) -> Merged:
    return Merged(Outcome.CONFLICT, document, {}, tuple(write.fields), reason, rivals)


def _agreed(document: Document, write: Write, born: int) -> Outcome:
    if document.seq <= write.base_seq or not _rivals(document, write, born):
        return Outcome.ACCEPTED
    return Outcome.MERGED


def _rivals(document: Document, write: Write, born: int) -> tuple[int, ...]:
    writes = (version for version in _last_writes(document) if _stand(version, write, born) is _Stand.BESIDE)
    return tuple(sorted({version[0] for version in writes}))


def _last_writes(document: Document) -> tuple[Version, ...]:
    return (document.created, *document.versions.values())


def _written(
    document: Document, write: Write, applied: Mapping[str, Any], seq: int, shape: Shape
) -> Document:
    version = (seq, write.device, write.was_seq)
    versions = {**document.versions, **{shape.group_of(name): version for name in applied}}
    fields = _filled({**document.fields, **applied})
    return Document(document.entity, document.record_id, seq, fields, versions, document.created)


def _filled(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    if None not in fields.values():
        return fields
    return {name: value for name, value in fields.items() if value is not None}
