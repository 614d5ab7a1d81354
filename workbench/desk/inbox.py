"""The inbox of sync as the screens show it: names for ids, titles for records, numbers of people masked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbench.desk.record_titles import record_title
from workbench.desk.sync_views import DisputeDetail, DisputedField, DisputeKind, DisputeLine, Revealed
from workbench.security.roles import Permission, require
from workbench.security.unmasking import LIFETIME, purpose_in_words
from workbench.standards.masking import masked
from workbench.store.journal import JournalKind
from workbench.sync.choices import Choices, Take
from workbench.sync.devices import desk_names
from workbench.sync.disputes import Dispute, Disputes
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.wire import SERVER, Reason
from workbench.sync.rewriting import present_fields
from workbench.sync.thirds import takes_third

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.desk.desk import Desk
    from workbench.security.unmasking import Purpose

_WHOLE = frozenset({Reason.EDITED_AFTER_DELETION, Reason.DELETED_AFTER_EDIT})
_FIELDS = frozenset({Reason.FIELD_CHANGED, Reason.INVALID_TOGETHER})
REMOVED = "record_ids"
"""Under which name a dispute about a mass deletion lists its records."""


class Inbox:
    """Disputes of one signed-in person; the verbs are those of `workbench.sync.disputes`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._session, self._store = desk, desk.session, desk.store
        self._disputes = Disputes(desk.store, desk.session)

    def disputes(self, resolved: bool = False) -> tuple[DisputeLine, ...]:
        """Return what waits, or what was settled, the latest first."""
        found = self._disputes.listed(settled=resolved)
        people = self._desk.staff_names()
        with self._store.read() as reading:
            desks = desk_names(reading)
            return tuple(self._line(reading, one, people, desks) for one in found)

    def dispute(self, dispute_id: str) -> DisputeDetail:
        """Return one dispute with its fields. Raises RecordNotFound."""
        found = self._disputes.one(dispute_id)
        people = self._desk.staff_names()
        with self._store.read() as reading:
            line = self._line(reading, found, people, desk_names(reading))
            current = present_fields(reading, found.entity, found.record_id)
            titles = tuple(self._title(reading, found, one) for one in _removed(found))
        fields = () if line.kind is DisputeKind.REMOVALS else _fields(found, current)
        approves = found.open and self._disputes.approves(found.entity)
        mine = found.author_id == self._session.staff_id
        return DisputeDetail(
            line,
            fields,
            titles,
            may_resolve=found.open and line.kind in (DisputeKind.FIELDS, DisputeKind.WHOLE),
            may_apply=approves and line.kind is DisputeKind.REFUSED and bool(fields),
            may_approve=approves and line.kind is DisputeKind.REMOVALS and not mine,
            may_discard=found.open and line.kind in (DisputeKind.REFUSED, DisputeKind.REMOVALS),
        )

    def resolve(self, dispute_id: str, choices: Choices) -> None:
        """Settle every field. Raises NotOpen, NotDecided, NotAValue, CannotRewrite, RecordNotFound."""
        self._disputes.resolve(dispute_id, choices)

    def settle(self, dispute_id: str, take: Take) -> None:
        """Let one side stand for the whole record. Raises NotOpen, CannotRewrite, RecordNotFound."""
        self._disputes.settle(dispute_id, take)

    def apply_refused(self, dispute_id: str) -> None:
        """Make a refused change as one's own. Raises NotPermitted, NotOpen, CannotRewrite, RecordNotFound."""
        entity = self._disputes.one(dispute_id).entity
        if not self._disputes.approves(entity):
            require(self._session, Permission.APPROVE)
        self._disputes.take_over(dispute_id)

    def discard(self, dispute_id: str, note: str) -> None:
        """Leave everything as the server has it. Raises NotOpen, RecordNotFound."""
        self._disputes.discard(dispute_id, note)

    def approve(self, dispute_id: str) -> None:
        """Let a mass deletion happen. Raises NotOpen, NeedsSecondPerson, NotPermitted, RecordNotFound."""
        self._disputes.approve(dispute_id)

    def reveal(self, dispute_id: str, field: str, purpose: Purpose, words: str) -> Revealed:
        """Return a masked field in full and journal why. Raises NotPermitted, PurposeMissing."""
        require(self._session, Permission.UNMASK)
        found = self._disputes.one(dispute_id)
        details = {"fields": [field], "seconds": int(LIFETIME.total_seconds())}
        why = purpose_in_words(purpose, words)
        with self._store.write(self._session.actor) as work:
            work.note(JournalKind.UNMASK, found.entity, found.record_id, details, why)
        with self._store.read() as reading:
            current = present_fields(reading, found.entity, found.record_id)
        sides = (found.base, found.mine, found.theirs, current)
        return Revealed(*(str(side.get(field) or "") for side in sides))

    def _line(
        self, reading: Reading, found: Dispute, people: Mapping[str, str], desks: Mapping[str, str]
    ) -> DisputeLine:
        removed = _removed(found)
        return DisputeLine(
            id=found.id,
            kind=_kind(found.reason),
            entity=found.entity,
            record_id=found.record_id,
            title="" if removed else self._title(reading, found, found.record_id),
            reason=found.reason,
            change_kind=found.change_kind,
            author=people.get(found.author_id, ""),
            desk=_desk_name(desks, found.author_device),
            written_at=found.written_at,
            mine=found.author_id == self._session.staff_id,
            count=len(removed) or len(found.mine),
            other_author=people.get(found.other_author_id or "", ""),
            other_desk=_desk_name(desks, found.other_device or ""),
            other_written_at=found.other_written_at,
            choice=found.choice or "",
            resolved_by=people.get(found.resolved_by_id or "", ""),
            resolved_at=found.resolved_at,
            note=found.note,
        )

    def _title(self, reading: Reading, found: Dispute, record_id: str) -> str:
        return record_title(reading, self._session, found.entity, record_id, found.mine)


def _kind(reason: Reason) -> DisputeKind:
    if reason is Reason.MASS_DELETE:
        return DisputeKind.REMOVALS
    if reason in _WHOLE:
        return DisputeKind.WHOLE
    return DisputeKind.FIELDS if reason in _FIELDS else DisputeKind.REFUSED


def _removed(found: Dispute) -> tuple[str, ...]:
    if found.reason is not Reason.MASS_DELETE:
        return ()
    return tuple(str(one) for one in found.mine.get(REMOVED, ()))


def _fields(found: Dispute, current: Mapping[str, Any]) -> tuple[DisputedField, ...]:
    shape = SHAPES.get(found.entity)
    groups = {name: shape.group_of(name) if shape else name for name in found.mine}
    shared = {group for group in groups.values() if list(groups.values()).count(group) > 1}
    return tuple(
        _field(found, name, groups[name] if groups[name] in shared else "", current) for name in found.mine
    )


def _field(found: Dispute, name: str, group: str, current: Mapping[str, Any]) -> DisputedField:
    sides = (found.base, found.mine, found.theirs, current)
    plain = tuple(side.get(name) for side in sides)
    base, mine, theirs, now = shown = tuple(masked(name, value) for value in plain)
    return DisputedField(
        name, base, mine, theirs, now, group, shown != plain, takes_third(found.entity, name)
    )


def _desk_name(desks: Mapping[str, str], device: str) -> str:
    """Return a desk's name by "device/incarnation"."""
    device_id = device.partition("/")[0]
    return "服务器" if device_id == SERVER else desks.get(device_id, "")
