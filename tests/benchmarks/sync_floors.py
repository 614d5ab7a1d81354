"""How fast PostgreSQL alone takes the same records: the floors under every way of syncing.

Nothing is authorised, merged or audited here. `copied` is the fastest way there is into one table;
`with_one_parameter` locks a counter, writes a log and the current records, as a server must at least.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter

import psycopg

from tests.benchmarks.sync_records import Record, batches

BATCH = 500
_SCHEMA = "benchmark_floor"
_TABLES = f"""
DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE;
CREATE SCHEMA {_SCHEMA};
SET search_path = {_SCHEMA};
CREATE TABLE counter (community_id text PRIMARY KEY, seq bigint NOT NULL);
CREATE TABLE log (community_id text, seq bigint, record_id text, body text, PRIMARY KEY (community_id, seq));
CREATE TABLE current (community_id text, record_id text, seq bigint, body jsonb,
    PRIMARY KEY (community_id, record_id));
INSERT INTO counter VALUES ('c', 0);
"""
_LOCK = "UPDATE counter SET seq = seq + %s WHERE community_id = 'c' RETURNING seq"
_LOG = (
    "INSERT INTO log SELECT 'c', %s + row_number() OVER (), item->>'id', item->>'body' "
    "FROM jsonb_array_elements(%s::jsonb) item"
)
_CURRENT = (
    "INSERT INTO current SELECT 'c', item->>'id', %s, (item->>'body')::jsonb "
    "FROM jsonb_array_elements(%s::jsonb) item "
    "ON CONFLICT (community_id, record_id) DO UPDATE SET seq = excluded.seq, body = excluded.body"
)


def copied(address: str, records: Sequence[Record]) -> float:
    """Return the seconds of one COPY of all records."""
    with _tables(address) as connection, _clock() as took, connection.transaction():
        with connection.cursor().copy("COPY log FROM STDIN") as copy:
            for seq, record in enumerate(records):
                copy.write_row(("c", seq, record.id, record.body))
    return took()


def with_one_parameter(address: str, records: Sequence[Record]) -> float:
    """Return the seconds of batches with lock, log and upsert, each passed as one jsonb parameter."""
    with _tables(address) as connection, _clock() as took:
        for batch in batches(records, BATCH):
            parameter = json.dumps([{"id": record.id, "body": record.body} for record in batch])
            with connection.transaction():
                (seq,) = connection.execute(_LOCK, [len(batch)]).fetchone() or (0,)
                connection.execute(_LOG, [seq - len(batch), parameter])
                connection.execute(_CURRENT, [seq, parameter])
    return took()


@contextmanager
def _tables(address: str) -> Iterator[psycopg.Connection]:
    """Give a connection to empty tables, which are gone afterwards."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(_TABLES)
        yield connection
        connection.execute(f"DROP SCHEMA {_SCHEMA} CASCADE")


@contextmanager
def _clock() -> Iterator[Callable[[], float]]:
    begun, ended = perf_counter(), 0.0
    yield lambda: ended - begun
    ended = perf_counter()
