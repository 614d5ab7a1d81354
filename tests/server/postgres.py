"""One PostgreSQL a test session, and from it a fresh database for every test, copied from a template."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import psycopg

_TEMPLATE = "template_server"


def named(url: str, database: str) -> str:
    """Return the URL with another database in it."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def make_fast(url: str) -> None:
    """Let the server forget on a power cut: no test cuts the power, and each saves a disk's patience."""
    with psycopg.connect(url, autocommit=True) as connection:
        for setting, value in (
            ("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off"),
            ("max_wal_size", "'4GB'"), ("file_copy_method", "clone"),
        ):  # fmt: skip
            connection.execute(f"ALTER SYSTEM SET {setting} = {value}")
        connection.execute("SELECT pg_reload_conf()")


class Databases:
    """Fresh databases of a running PostgreSQL, each a copy of one that was migrated once."""

    def __init__(self, url: str, migrate: Callable[[str], None]) -> None:
        self._url, self._migrate = url, migrate
        self._numbers = itertools.count(1)
        self._has_template = False

    def fresh(self) -> str:
        """Return the URL of a new database at the present schema."""
        if not self._has_template:
            self._run(f"CREATE DATABASE {_TEMPLATE}")
            self._migrate(named(self._url, _TEMPLATE))
            self._has_template = True
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")
        return named(self._url, name)

    def drop(self, url: str) -> None:
        """Remove a database, whoever still holds a connection."""
        self._run(f"DROP DATABASE IF EXISTS {urlsplit(url).path.strip('/')} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(statement)
