"""What these tests do to the server's database from outside: read it, break it, copy it, put it back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import psycopg

from tests.faults.sync.fuzz.evidence import Answered, Copy, Logged, filled
from tests.server.postgres import named
from workbench.server.pruning import prune_community
from workbench.server.verifying import flaws_of

_FAULTS = """
CREATE SEQUENCE fault_clock;
CREATE TABLE fault_plan (at bigint NOT NULL);
INSERT INTO fault_plan VALUES (0);
CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('fault_clock') = (SELECT at FROM fault_plan) THEN
        PERFORM pg_terminate_backend(pg_backend_pid());
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER fault_before_log BEFORE INSERT ON change_log FOR EACH STATEMENT EXECUTE FUNCTION fault();
CREATE TRIGGER fault_after_log AFTER INSERT ON change_log FOR EACH STATEMENT EXECUTE FUNCTION fault();
CREATE TRIGGER fault_after_record AFTER INSERT OR UPDATE ON record
    FOR EACH STATEMENT EXECUTE FUNCTION fault();
CREATE TRIGGER fault_after_audit AFTER INSERT ON audit FOR EACH STATEMENT EXECUTE FUNCTION fault();
CREATE CONSTRAINT TRIGGER fault_at_commit AFTER INSERT ON audit DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION fault();
"""
"""Ends the connection at the nth step of a push: the server sees what it would see of a crashed PostgreSQL.

A sequence counts, because it does not forget when the transaction does.
"""

FAULT_STEPS = 5
"""How many steps a push of one change has that can be interrupted."""


@dataclass(frozen=True, slots=True)
class ServerBooks:
    """The server's database seen from outside, for one community."""

    url: str
    community_id: str

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a statement of the test's own."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

    def log(self) -> tuple[Logged, ...]:
        """Return the change log in order."""
        query = "SELECT seq, device, wire FROM change_log WHERE community_id = %s ORDER BY seq"
        return tuple(
            Logged(seq, wire[1], device, wire[2], wire[3], wire[4], wire[5])
            for seq, device, wire in self.rows(query, self.community_id)
        )

    def answers(self) -> tuple[Answered, ...]:
        """Return what was answered to each change its own desk handed in."""
        query = "SELECT op_id, answer FROM audit WHERE community_id = %s AND NOT relayed ORDER BY received_at"
        return tuple(
            Answered(op_id, json.loads(answer)[1], json.loads(answer)[3])
            for op_id, answer in self.rows(query, self.community_id)
        )

    def records(self) -> Copy:
        """Return every record, deleted ones too."""
        query = "SELECT entity, record_id, body FROM record WHERE community_id = %s"
        found = self.rows(query, self.community_id)
        return Copy({(entity, record_id): filled(body) for entity, record_id, body in found})

    def seq(self) -> int:
        """Return the number of the last change."""
        return int(self.rows("SELECT seq FROM community WHERE community_id = %s", self.community_id)[0][0])

    def count(self, table: str) -> int:
        """Return how many rows a table has of this community."""
        query = f"SELECT count(*) FROM {table} WHERE community_id = %s"
        return int(self.rows(query, self.community_id)[0][0])

    def flaw(self) -> str | None:
        """Return the first thing that the server's own verification finds wrong."""
        with psycopg.connect(self.url) as connection:
            flaw = next(flaws_of(connection, self.community_id), None)
        return None if flaw is None else str(flaw)

    def prune(self, now: datetime) -> None:
        """Forget what nobody needs any more at that moment."""
        with psycopg.connect(self.url) as connection:
            prune_community(connection, self.community_id, now)

    def install_faults(self) -> None:
        """Make the database one that can be told to fail."""
        self.rows(_FAULTS)

    def fail_at(self, step: int) -> None:
        """End the connection that takes the nth step from now, counted from 1; 0 never."""
        ahead = "(SELECT last_value + is_called::int - 1 FROM fault_clock)"
        self.rows(f"UPDATE fault_plan SET at = CASE WHEN %s > 0 THEN {ahead} + %s ELSE 0 END", step, step)


def backup_of(url: str) -> str:
    """Return the URL of the copy of a database."""
    return named(url, _database(url) + "_backup")


def copy_database(source: str, target: str) -> None:
    """Put a copy of one database in the place of another; nobody may be connected to the source."""
    name = _database(target)
    with psycopg.connect(named(source, "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {_database(source)} STRATEGY FILE_COPY")


def _database(url: str) -> str:
    return urlsplit(url).path.strip("/")
