"""A desk as people sit at it: a real encrypted store, written as services write it, and read whole."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import select, text

from tests.store_fixtures import KEY, SettableClock
from workbench.desk.models import Base
from workbench.security.model import StaffAccount
from workbench.security.session import Session, session_of
from workbench.store import Actor, Store, Synced, Work
from workbench.store.capture import document_sql, synced_columns
from workbench.store.engine import connect
from workbench.store.journal import JournalEntry, JournalKind
from workbench.store.opened import Opened, opened
from workbench.store.verify import verify
from workbench.sync.choices import Take
from workbench.sync.disputes import Disputes
from workbench.sync.model import SyncDispute

MODELS: Mapping[str, type[Any]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Synced)
}
"""Every kind of synced record by its table's name."""


@dataclass
class Seat:
    """Who sits at a desk, in which community."""

    staff_id: str
    community_id: str

    @property
    def actor(self) -> Actor:
        """The person as the journal names them."""
        return Actor(self.staff_id, self.community_id)


@dataclass
class Bench:
    """One desk's store and whoever sits there."""

    name: str
    path: Path
    seat: Seat
    clock: SettableClock
    store: Store = field(init=False)

    def __post_init__(self) -> None:
        self.store = Store.open(self.path, KEY, clock=self.clock, durable=False)

    # What people do.

    @contextmanager
    def write(self) -> Iterator[Work]:
        """Give a unit of work of whoever sits here."""
        with self.store.write(self.seat.actor) as work:
            yield work

    def add(self, record: Synced) -> str:
        """Make a record and return its id."""
        with self.write() as work:
            return work.add(record).id

    def open(self, entity: str, record_id: str) -> Opened:
        """Open a record's form. Raises LookupError where the desk has no such living record."""
        with self.store.read() as session:
            record = session.get(MODELS[entity], record_id)
            if record is None or record.deleted_at is not None:
                raise LookupError(f"{self.name} has no {entity} {record_id}")
            return opened(record)

    def save(self, form: Opened, **values: Any) -> None:
        """Save a form that was opened before."""
        with self.write() as work:
            record = work.get(MODELS[form.entity], form.record_id)
            work.amend(record, values, form)

    def edit(self, entity: str, record_id: str, **values: Any) -> None:
        """Open a form, change it and save it at once."""
        self.save(self.open(entity, record_id), **values)

    def remove(self, entity: str, record_id: str) -> None:
        """Delete a record."""
        with self.write() as work:
            work.remove(work.get(MODELS[entity], record_id))

    def restore(self, entity: str, record_id: str) -> None:
        """Bring a deleted record back."""
        with self.write() as work:
            record = work.session.get(MODELS[entity], record_id)
            if record is not None and record.deleted_at is not None:
                record.deleted_at = None

    def note(self, entity: str, record_id: str) -> None:
        """Journal that somebody looked."""
        with self.write() as work:
            work.note(JournalKind.VIEW, entity, record_id, {})

    def resolve(self, dispute_id: str, take: Take) -> None:
        """Settle a dispute on one side."""
        self.inbox().settle(dispute_id, take)

    def inbox(self) -> Disputes:
        """Return the inbox of whoever sits here."""
        return Disputes(self.store, self.session())

    def session(self) -> Session:
        """Return whoever sits here as signed in."""
        with self.store.read() as session:
            account = session.get(StaffAccount, self.seat.staff_id)
            assert account is not None, f"{self.name} does not know its own worker"
            return session_of(account, self.clock())

    # What lies here.

    def record(self, entity: str, record_id: str) -> dict[str, Any]:
        """Return a record's fields as the journal writes them, empty where there is none."""
        return self.records().get((entity, record_id), {})

    def records(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Return every synced record by kind and id, without empty fields; what has no column here too."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        with self.store.read() as session:
            raw = session.connection().connection.driver_connection
            for table, columns in synced_columns(raw).items():
                rows = raw.execute(f"SELECT t.id, {document_sql(columns, 't')} FROM {table} t")
                for record_id, document in rows:
                    fields = json.loads(document)
                    found[table, record_id] = {k: v for k, v in fields.items() if v is not None}
            for entity, record_id, extra in raw.execute("SELECT entity, record_id, fields FROM sync_extra"):
                found.setdefault((entity, record_id), {}).update(json.loads(extra))
        return found

    def journal(self) -> list[JournalEntry]:
        """Return the rows written here, in order."""
        query = select(JournalEntry).where(JournalEntry.origin_id.is_(None)).order_by(JournalEntry.device_seq)
        with self.store.read() as session:
            return list(session.scalars(query))

    def received(self) -> list[JournalEntry]:
        """Return the rows that came from elsewhere, in order."""
        query = select(JournalEntry).where(JournalEntry.origin_id.is_not(None)).order_by(JournalEntry.seq)
        with self.store.read() as session:
            return list(session.scalars(query))

    def unsent(self) -> int:
        """Return how many rows wait."""
        return sum(row.sent_at is None for row in self.journal())

    def disputes(self, *, open_only: bool = False) -> list[SyncDispute]:
        """Return the disputes that lie here, the oldest first."""
        with self.store.read() as session:
            found = session.scalars(select(SyncDispute).order_by(SyncDispute.id))
            return [row for row in found if not open_only or row.state.value == "open"]

    def facts(self) -> dict[str, str]:
        """Return what the desk remembers of the exchange."""
        with self.store.read() as session:
            return dict(session.execute(text("SELECT name, value FROM store_fact")).all())

    def fault(self) -> str | None:
        """Return the first thing a verification finds wrong, None if nothing."""
        found = verify(self.path, KEY).fault
        return None if found is None else str(found)

    def has(self, entity: str, record_id: str) -> bool:
        """Tell whether a living record lies here."""
        with self.store.read() as session:
            record = session.get(MODELS[entity], record_id)
            return record is not None and record.deleted_at is None

    # What a newer version, or a bad disk, writes past the mappings.

    def add_column(self, entity: str, name: str, kind: str) -> None:
        """Make this desk's schema one newer than everybody else's."""
        self._run(f"ALTER TABLE {entity} ADD COLUMN {name} {kind}")
        self.reopen()

    def has_column(self, entity: str, name: str) -> bool:
        """Tell whether this desk's schema knows a field."""
        return bool(self._run(f"SELECT 1 FROM pragma_table_info('{entity}') WHERE name = '{name}'"))

    def write_column(self, entity: str, record_id: str, name: str, value: object) -> None:
        """Write a field that only this desk's schema knows."""
        with self.write() as work:
            statement = text(f"UPDATE {entity} SET {name} = :value WHERE id = :id")
            work.session.execute(statement, {"value": value, "id": record_id})

    def corrupt(self, entity: str, record_id: str, name: str, value: object) -> None:
        """Change a field behind the back of everybody."""
        self._run(f"UPDATE {entity} SET {name} = ? WHERE id = ?", value, record_id)

    def _run(self, statement: str, *values: object) -> list[Any]:
        raw = connect(self.path, KEY)
        try:
            return list(raw.execute(statement, values).fetchall())
        finally:
            raw.close()

    # Ends and beginnings.

    def reopen(self) -> None:
        """Start the program again, whatever became of the last one."""
        with suppress(sqlcipher.Error):
            self.store.close()
        gc.collect()
        self.store = Store.open(self.path, KEY, clock=self.clock, durable=False)

    def close(self) -> None:
        """End the program."""
        self.store.close()
