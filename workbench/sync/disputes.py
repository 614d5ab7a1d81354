"""The inbox (待处理的同步问题): what the server did not take, and how people settle it.

Settling is an ordinary write: a patch of the record, made on top of what the server has now, and a patch of
the dispute. Both travel like everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, or_, select

from workbench.security.roles import NotPermitted, Permission, may
from workbench.standards.errors import WorkbenchError
from workbench.store.errors import RecordNotFound
from workbench.store.journal import JournalKind
from workbench.sync.choices import Choices, Take
from workbench.sync.model import DisputeState, SyncDispute
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.shapes import Realm
from workbench.sync.protocol.wire import Reason
from workbench.sync.rewriting import rewrite
from workbench.sync.thirds import follows, third_value

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.security.session import Session
    from workbench.store import Store, Work

_SHOWN = 500
"""How many settled disputes are listed, the latest first; open ones are all listed."""


class Ending(StrEnum):
    """How a dispute ended (values of `SyncDispute.choice`)."""

    MINE = "mine"
    THEIRS = "theirs"
    THIRD = "third"
    APPROVE = "approve"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute as it is kept; moments in UTC, values by field in journal form."""

    id: str
    entity: str
    record_id: str
    reason: Reason
    change_kind: str
    base: Mapping[str, Any]
    mine: Mapping[str, Any]
    theirs: Mapping[str, Any]
    author_id: str
    author_device: str
    written_at: datetime
    other_author_id: str | None
    other_device: str | None
    other_written_at: datetime | None
    open: bool
    choice: str | None
    resolved_by_id: str | None
    resolved_at: datetime | None
    note: str


class NotOpen(WorkbenchError):
    """The dispute was settled meanwhile, perhaps at another desk; nothing was changed."""


class NotDecided(WorkbenchError):
    """A disputed field has no decision yet; nothing was changed."""


class NeedsSecondPerson(WorkbenchError):
    """Whoever deleted cannot approve the deletion."""


class Disputes:
    """The inbox as one person sees it: their own disputes, and everybody's for whoever approves."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store, self._session = store, session

    def count(self) -> int:
        """Return how many open disputes wait for this person."""
        with self._store.read() as reading:
            query = select(func.count()).select_from(SyncDispute)
            return reading.scalar(query.where(_open(), self._seen())) or 0

    def listed(self, *, settled: bool = False) -> tuple[Dispute, ...]:
        """Return the open disputes or those settled, the latest first."""
        query = select(SyncDispute).where(self._seen())
        if settled:
            ended = query.where(SyncDispute.state == DisputeState.RESOLVED)
            query = ended.order_by(SyncDispute.resolved_at.desc()).limit(_SHOWN)
        else:
            query = query.where(_open()).order_by(SyncDispute.written_at.desc())
        with self._store.read() as reading:
            return tuple(_dispute(row) for row in reading.scalars(query))

    def one(self, dispute_id: str) -> Dispute:
        """Return one dispute. Raises RecordNotFound also for what this person may not see."""
        with self._store.read() as reading:
            return _dispute(self._visible(reading, dispute_id))

    def approves(self, entity: str) -> bool:
        """Say whether this person settles what others wrote to records of that kind."""
        shape = SHAPES.get(entity)
        of_census = shape is not None and shape.realm is Realm.CENSUS
        return may(self._session, Permission.MANAGE_CENSUS if of_census else Permission.APPROVE)

    def resolve(self, dispute_id: str, choices: Choices) -> None:
        """Settle every field. Raises NotOpen, NotDecided, NotAValue, CannotRewrite, RecordNotFound."""
        with self._store.write(self._session.actor) as work:
            row = self._opened(work, dispute_id)
            if missing := row.mine.keys() - choices.keys():
                raise NotDecided(f"还有 {len(missing)} 项没有选择，未作任何改动；请逐项选择后再保存。")
            wanted = {name: _wanted(row, name, choices) for name in row.mine}
            for name in (name for name in row.mine if choices[name].take is Take.THIRD):
                wanted |= follows(row.entity, name, wanted[name])
            rewrite(work, row.entity, row.record_id, row.change_kind, wanted)
            self._end(work, row, _ending(choice.take for choice in choices.values()))

    def settle(self, dispute_id: str, take: Take) -> None:
        """Let one side stand for the whole record. Raises NotOpen, CannotRewrite, RecordNotFound."""
        with self._store.write(self._session.actor) as work:
            row = self._opened(work, dispute_id)
            side = row.mine if take is Take.MINE else row.theirs
            rewrite(work, row.entity, row.record_id, row.change_kind, _whole(row, take, side))
            self._end(work, row, Ending(take.value))

    def take_over(self, dispute_id: str) -> None:
        """Make a refused change again as this person's own. Raises NotOpen, CannotRewrite, RecordNotFound."""
        with self._store.write(self._session.actor) as work:
            row = self._opened(work, dispute_id)
            rewrite(work, row.entity, row.record_id, row.change_kind, dict(row.mine))
            self._end(work, row, Ending.MINE)

    def discard(self, dispute_id: str, note: str) -> None:
        """Leave everything as the server has it. Raises NotOpen, RecordNotFound."""
        with self._store.write(self._session.actor) as work:
            self._end(work, self._opened(work, dispute_id), Ending.DISCARD, note)

    def approve(self, dispute_id: str) -> None:
        """Let a mass deletion happen, as its second person.

        Raises NotOpen, NeedsSecondPerson, NotPermitted.
        """
        with self._store.write(self._session.actor) as work:
            row = self._opened(work, dispute_id)
            if row.author_id == self._session.staff_id:
                raise NeedsSecondPerson("批量删除须由另一位负责人批准，未作任何改动。")
            if not self.approves(row.entity):
                raise NotPermitted(Permission.APPROVE)
            self._end(work, row, Ending.APPROVE)

    def _seen(self) -> ColumnElement[bool]:
        """Limit to what concerns this person."""
        census = [name for name, shape in SHAPES.items() if shape.realm is Realm.CENSUS]
        seen = [SyncDispute.author_id == self._session.staff_id]
        if may(self._session, Permission.APPROVE):
            seen.append(SyncDispute.entity.not_in(census))
        if may(self._session, Permission.MANAGE_CENSUS):
            seen.append(SyncDispute.entity.in_(census))
        return or_(*seen) & SyncDispute.deleted_at.is_(None)

    def _visible(self, reading: Reading, dispute_id: str) -> SyncDispute:
        row = reading.scalar(select(SyncDispute).where(SyncDispute.id == dispute_id, self._seen()))
        if row is None:
            raise RecordNotFound("找不到这条同步问题，它可能已被处理，或不归您处理。")
        return row

    def _opened(self, work: Work, dispute_id: str) -> SyncDispute:
        row = self._visible(work.session, dispute_id)
        if row.state is not DisputeState.OPEN:
            raise NotOpen("这条同步问题已经处理过，未作任何改动；请刷新列表。")
        return row

    def _end(self, work: Work, row: SyncDispute, ending: Ending, note: str = "") -> None:
        row.state, row.choice = DisputeState.RESOLVED, ending.value
        row.resolved_by_id, row.resolved_at = self._session.staff_id, work.now
        row.note = note.strip()


def _open() -> ColumnElement[bool]:
    return SyncDispute.state == DisputeState.OPEN


def _dispute(row: SyncDispute) -> Dispute:
    return Dispute(
        id=row.id,
        entity=row.entity,
        record_id=row.record_id,
        reason=Reason(row.reason),
        change_kind=row.change_kind,
        base=row.base,
        mine=row.mine,
        theirs=row.theirs,
        author_id=row.author_id,
        author_device=row.author_device,
        written_at=row.written_at,
        other_author_id=row.other_author_id,
        other_device=row.other_device,
        other_written_at=row.other_written_at,
        open=row.state is DisputeState.OPEN,
        choice=row.choice,
        resolved_by_id=row.resolved_by_id,
        resolved_at=row.resolved_at,
        note=row.note,
    )


def _wanted(row: SyncDispute, name: str, choices: Choices) -> Any:
    choice = choices[name]
    match choice.take:
        case Take.MINE:
            return row.mine.get(name)
        case Take.THEIRS:
            return row.theirs.get(name)
        case Take.THIRD:
            return third_value(row.entity, name, choice.value)


def _whole(row: SyncDispute, take: Take, side: Mapping[str, Any]) -> dict[str, Any]:
    """Return what one side leaves of the record; an edit of a removed record brings it back."""
    revives = take is Take.MINE and row.reason == Reason.EDITED_AFTER_DELETION
    removal = {"deleted_at": None} if revives and row.change_kind != JournalKind.DELETE else {}
    return {**side, **removal}


def _ending(taken: Iterable[Take]) -> Ending:
    """Return how the whole dispute ended: one side if all its fields went there, else a third way."""
    sides = set(taken)
    return Ending(sides.pop().value) if len(sides) == 1 else Ending.THIRD
