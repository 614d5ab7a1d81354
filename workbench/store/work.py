"""The unit of work: one transaction, by one person, that commits whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import text
from sqlalchemy.orm import Session

from workbench.standards.clock import Clock, local_date
from workbench.store.base import Base, Synced, new_id
from workbench.store.bulk import insert_rows
from workbench.store.capture import JournalContext, Notice
from workbench.store.errors import RecordNotFound
from workbench.store.journal import JournalKind
from workbench.store.opened import Opened

R = TypeVar("R", bound=Base)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the staff account and the community it acts in."""

    staff_id: str
    community_id: str


@dataclass(frozen=True, slots=True)
class Changed:
    """After a commit: the records of one entity (its table's name) that are not what they were."""

    entity: str
    ids: frozenset[str]


class Work:
    """What a service holds while its transaction is open; made by `Store.write`."""

    def __init__(self, session: Session, actor: Actor, context: JournalContext, clock: Clock) -> None:
        self.session = session
        self.actor = actor
        self.now: datetime = clock()
        self._context = context

    @property
    def today(self) -> date:
        """The date in Shanghai at the start of the transaction."""
        return local_date(self.now)

    def add(self, record: R) -> R:
        """Add a new record, giving it an id and the actor's community where it has none."""
        if isinstance(record, Synced):
            record.id = record.id or new_id()
            record.community_id = record.community_id or self.actor.community_id
        self.session.add(record)
        return record

    def get(self, model: type[R], record_id: str) -> R:
        """Return the living record with that id. Raises RecordNotFound."""
        record = self.session.get(model, record_id)
        if record is None or (isinstance(record, Synced) and record.deleted_at is not None):
            raise RecordNotFound(f"找不到这条记录（{model.__tablename__}），它可能已被删除或合并。")
        return record

    def amend(
        self, record: Synced, values: Mapping[str, Any], opened: Opened | None = None
    ) -> frozenset[str]:
        """Write what a person changed in a form, and return the names of the fields written.

        `opened` is the record as the form showed it: what was left alone stays as it is now, whoever wrote
        it meanwhile, and the change counts as based on what was shown. Without it, every value is written.
        """
        wanted = values if opened is None else opened.touched(values)
        changed = {name: value for name, value in wanted.items() if getattr(record, name) != value}
        for name, value in changed.items():
            setattr(record, name, value)
        self.base_on(record, opened)
        return frozenset(changed)

    def base_on(self, record: Synced, opened: Opened | None) -> None:
        """Let changes of a record count as based on what a form showed of it, None for what it is now."""
        if opened is None:
            return
        if opened.record_id != record.id:
            raise ValueError(f"a form opened on {opened.record_id} cannot be saved into {record.id}")
        self._context.bases[opened.entity, opened.record_id] = opened.seq

    def remove(self, record: Synced) -> None:
        """Delete softly: the record stays, marked with the moment of its removal."""
        record.deleted_at = self.now

    def insert_many(self, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        """Insert many rows at once; synced ones get id and community where they lack them."""
        if not rows:
            return
        if issubclass(model, Synced):
            for row in rows:
                row.setdefault("id", new_id())
                row.setdefault("community_id", self.actor.community_id)
        self.session.flush()
        insert_rows(self.session.connection(), model, rows)

    def next_number(self, counter: str) -> int:
        """Return the next number of a counter of this desk, starting at 1; undone with the transaction."""
        found = self.session.execute(
            text(
                "INSERT INTO counter (name, value) VALUES (:name, 1) "
                "ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"
            ),
            {"name": counter},
        )
        return int(found.scalar_one())

    def note(
        self,
        kind: JournalKind,
        entity: str,
        record_id: str,
        details: Mapping[str, Any],
        purpose: str | None = None,
    ) -> None:
        """Journal something that changed no record: a view, an export, a print, a sign-in."""
        body = json.dumps(details, ensure_ascii=False, separators=(",", ":"))
        self._context.notices.append(Notice(kind, entity, record_id, body, purpose))
