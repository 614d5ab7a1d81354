"""Merges two entries of one person, with everything that hangs on them, and takes a merge back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from workbench.people.merge_rules import MERGED_FIELDS, Side, merged_values, merging_values, plan_merge
from workbench.people.model import (
    HeldDocument,
    Household,
    Kinship,
    MergeRecord,
    ResidenceEvent,
    Resident,
    ResidentTag,
)
from workbench.people.service.base import Reference, Verbs, resident_to_change
from workbench.people.service.ledger import Ledger, take_back
from workbench.security.roles import Permission
from workbench.standards.errors import WorkbenchError
from workbench.standards.pinyin import reading_of_name

if TYPE_CHECKING:
    from workbench.store import Work

_OWN_REFERENCES = (
    Reference(ResidentTag, "resident_id"),
    Reference(HeldDocument, "resident_id"),
    Reference(ResidenceEvent, "resident_id"),
    Reference(Kinship, "resident_id"),
    Reference(Kinship, "relative_id"),
    Reference(Household, "head_id"),
)


class CannotMerge(WorkbenchError):
    """The two entries cannot become one; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("不能把一份档案与它自己合并，未作改动。")


class AlreadyUndone(WorkbenchError):
    """The merge was taken back before, or the kept entry has been merged on since."""

    def __init__(self) -> None:
        super().__init__("这次合并已经撤销，或保留的档案后来又合并到了别处；请先撤销后面的合并。")


@dataclass(frozen=True, slots=True)
class UndoneMerge:
    """A merge taken back: how many changes were restored, and the fields kept as edited since."""

    restored: int
    overtaken: tuple[str, ...]


class Merging(Verbs):
    """Verbs on duplicates."""

    def merge(self, keep_id: str, retire_id: str, choices: Mapping[str, Side] | None = None) -> str:
        """Make one of two entries, `choices` going before the plan, and return the merge's id.

        The retired entry stays with its history, out of search. Raises CannotMerge, RetiredResident.
        """
        with self._writing(Permission.MERGE_PEOPLE) as work:
            keep, retire = _pair(work, keep_id, retire_id)
            ledger = Ledger()
            _merge_fields(ledger, keep, retire, choices or {})
            for reference in (*_OWN_REFERENCES, *self._references):
                _repoint(work, ledger, reference, retire_id, keep_id)
            _drop_doubled(work, ledger, keep_id)
            ledger.write(retire, "merged_into_id", keep_id)
            record = MergeRecord(
                keep_id=keep_id,
                retire_id=retire_id,
                changes=ledger.changes,
                merged_at=work.now,
                merged_by=work.actor.staff_id,
            )
            return work.add(record).id

    def undo_merge(self, merge_id: str) -> UndoneMerge:
        """Take a merge back: both entries and all that was moved are as before, but for later edits.

        Raises AlreadyUndone.
        """
        with self._writing(Permission.MERGE_PEOPLE) as work:
            record = work.get(MergeRecord, merge_id)
            keep = work.get(Resident, record.keep_id)
            if record.undone_at is not None or keep.merged_into_id is not None:
                raise AlreadyUndone
            overtaken = take_back(work.session, record.changes)
            record.undone_at, record.undone_by = work.now, work.actor.staff_id
            names = tuple(MERGED_FIELDS.get(change["field"], change["field"]) for change in overtaken)
            return UndoneMerge(len(record.changes) - len(overtaken), names)


def _pair(work: Work, keep_id: str, retire_id: str) -> tuple[Resident, Resident]:
    if keep_id == retire_id:
        raise CannotMerge
    return resident_to_change(work, keep_id), resident_to_change(work, retire_id)


def _merge_fields(ledger: Ledger, keep: Resident, retire: Resident, choices: Mapping[str, Side]) -> None:
    mine, theirs = merging_values(keep), merging_values(retire)
    for name, value in merged_values(mine, theirs, plan_merge(mine, theirs), choices).items():
        ledger.write(keep, name, value)
    reading = reading_of_name(keep.name)
    ledger.write(keep, "full_pinyin", reading.full)
    ledger.write(keep, "initials", reading.initials)


def _repoint(work: Work, ledger: Ledger, reference: Reference, from_id: str, to_id: str) -> None:
    column = getattr(reference.model, reference.field)
    for record in work.session.scalars(select(reference.model).where(column == from_id)):
        ledger.write(record, reference.field, to_id)


def _drop_doubled(work: Work, ledger: Ledger, keep_id: str) -> None:
    """Of two open tags of a kind the older stays; nobody is their own relative."""
    work.session.flush()
    seen = set()
    tags = select(ResidentTag).where(
        ResidentTag.resident_id == keep_id, ResidentTag.deleted_at.is_(None), ResidentTag.until.is_(None)
    )
    for tag in work.session.scalars(tags.order_by(ResidentTag.since, ResidentTag.id)):
        if tag.kind in seen:
            ledger.write(tag, "deleted_at", work.now)
        seen.add(tag.kind)
    own = select(Kinship).where(
        or_(Kinship.resident_id == keep_id, Kinship.relative_id == keep_id),
        Kinship.resident_id == Kinship.relative_id,
        Kinship.deleted_at.is_(None),
    )
    for tie in work.session.scalars(own):
        ledger.write(tie, "deleted_at", work.now)
