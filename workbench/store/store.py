"""The store: opens the encrypted file and hands out reading sessions and units of work."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from workbench.standards.clock import Clock, utc_now
from workbench.store import migrate
from workbench.store.arriving import TableShape, shape_of
from workbench.store.base import new_id
from workbench.store.capture import CONTEXT, JournalContext, install, synced_columns
from workbench.store.engine import WRITES, connect, make_engine, make_incoming_engine
from workbench.store.errors import StoreBusy, StoreDamaged, StoreFull
from workbench.store.presence import Presence
from workbench.store.receiving import AroundBulk, Receiving
from workbench.store.work import Actor, Changed, Work

_log = logging.getLogger(__name__)

Subscriber = Callable[[Changed], None]


class Store:
    """One community's records on this desk. Safe to use from several threads; one writes at a time."""

    def __init__(self, engine: Engine, incoming: Engine, path: Path, device_id: str, clock: Clock) -> None:
        self._engine, self._incoming, self._clock = engine, incoming, clock
        self.path, self.device_id = path, device_id
        self._subscribers: list[Subscriber] = []
        self._writing = threading.Lock()
        self._presence = Presence(path.parent)
        self._arriving: Mapping[str, TableShape] = {}

    @classmethod
    def open(cls, path: Path, key: bytes, *, clock: Clock = utc_now, durable: bool = True) -> Store:
        """Open the file, making or migrating it first. Raises WrongKey, StoreDamaged.

        Not durable is faster, and only for what can be made again: a power cut may lose or damage it.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        migrate.bring_up_to_date(path, key)
        device_id = _device_id(path, key)
        engine = make_engine(path, key, durable=durable)
        install(engine, device_id, clock)
        return cls(engine, make_incoming_engine(path, key, durable=durable), path, device_id, clock)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one consistent moment; whatever it writes is rolled back."""
        with _explained(), Session(self._engine, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self, actor: Actor) -> Iterator[Work]:
        """Give a unit of work; commit when the block ends well, roll back when it raises.

        Raises StoreFull, StoreBusy or StoreDamaged for what the environment causes.
        """
        context = JournalContext(actor.staff_id, actor.community_id)
        with _explained(), self._writing:
            with self._engine.connect().execution_options(**{WRITES: True}) as connection:
                connection.info[CONTEXT] = context
                try:
                    with Session(connection, expire_on_commit=False) as session:
                        # Begun even if nothing but a note follows, and holding the write lock from here on.
                        session.connection()
                        yield Work(session, actor, context, self._clock)
                        session.commit()
                finally:
                    connection.info.pop(CONTEXT, None)
        self._publish(context.changed)

    @contextmanager
    def receive(self, community_id: str, *, around_bulk: AroundBulk | None = None) -> Iterator[Receiving]:
        """Give a unit for what arrived from elsewhere; it commits and rolls back as `write` does.

        References are not checked, for what arrives may arrive in any order. `around_bulk` wraps its inserts.
        """
        with _explained(), self._writing:
            options = {WRITES: True}
            with self._incoming.connect().execution_options(**options) as connection, connection.begin():
                raw = connection.connection.driver_connection
                unit = Receiving(raw, self._shapes(raw), community_id, self._clock(), around_bulk)
                yield unit
        self._publish(unit.changed)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call `subscriber` after each commit, in the writing thread; return the way to stop it."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def close(self) -> None:
        """Close every connection and fold the write-ahead log into the file."""
        self._engine.dispose()
        self._incoming.dispose()
        self._presence.end()

    def _shapes(self, raw: Any) -> Mapping[str, TableShape]:
        if not self._arriving:
            self._arriving = {table: shape_of(raw, table) for table in synced_columns(raw)}
        return self._arriving

    def _publish(self, changed: Mapping[str, set[str]]) -> None:
        for entity, ids in changed.items():
            change = Changed(entity, frozenset(ids))
            for subscriber in tuple(self._subscribers):
                subscriber(change)


def _device_id(path: Path, key: bytes) -> str:
    raw = connect(path, key)
    try:
        raw.execute("INSERT OR IGNORE INTO store_fact VALUES ('device_id', ?)", (new_id(),))
        return str(raw.execute("SELECT value FROM store_fact WHERE name = 'device_id'").fetchone()[0])
    finally:
        raw.close()


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what the disk and other programs do to us into errors a person can act on."""
    try:
        yield
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        words = str(error)
        if "disk is full" in words or "disk I/O error" in words:
            raise StoreFull(
                "磁盘已满或不可写，本次未保存任何内容；请清理磁盘后重试，已保存的数据不受影响。"
            ) from error
        if "is locked" in words:
            raise StoreBusy("数据库正被其他程序占用，本次未保存；请稍后重试。") from error
        if "malformed" in words or "not a database" in words:
            raise StoreDamaged("数据库文件已损坏；请停止使用并从备份恢复（workbench restore）。") from error
        raise
