"""Opens the SQLCipher file: raw key, write-ahead log, foreign keys, and one writer at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from workbench.store.errors import StoreDamaged, WrongKey

KEY_BYTES = 32
BUSY_MILLISECONDS = 10_000
WRITES = "workbench_writes"
"""Execution option of a connection that will write, so that it takes the write lock at once."""


def connect(path: Path, key: bytes, *, durable: bool = True) -> Any:
    """Return a raw DBAPI connection to an encrypted file. Raises WrongKey, StoreDamaged."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a store key has {KEY_BYTES} bytes, not {len(key)}")
    connection = sqlcipher.connect(
        str(path), check_same_thread=False, isolation_level=None, cached_statements=256
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        connection.close()
        if "malformed" in str(error):
            raise StoreDamaged(f"{path.name} 已损坏；请停止使用并从备份恢复。") from error
        raise WrongKey(f"{path.name} 不能用这把密钥打开，或不是工作台的数据库。") from error
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'OFF'}")
    return connection


_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
    "PRAGMA cipher_memory_security = OFF",
)


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def make_engine(path: Path, key: bytes, *, durable: bool = True) -> Engine:
    """Return an engine over the encrypted file; transactions begin as reading or as writing ones."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key, durable=durable),
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=8,
        json_serializer=_json_text,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def make_incoming_engine(path: Path, key: bytes, *, durable: bool = True) -> Engine:
    """Return an engine for what arrived from elsewhere: no capture on it, and references not checked."""
    engine = make_engine(path, key, durable=durable)

    @event.listens_for(engine, "connect")
    def unchecked(raw: Any, record: object) -> None:
        raw.execute("PRAGMA foreign_keys = OFF")
        # Bulks touch the same pages of the indexes again and again: fold them into the file less often.
        raw.execute("PRAGMA wal_autocheckpoint = 8000")

    return engine
