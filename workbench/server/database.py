"""The way to PostgreSQL: a pool of connections with strict time limits, and the schema brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from psycopg import Connection, OperationalError
from psycopg.errors import LockNotAvailable
from psycopg_pool import ConnectionPool, PoolTimeout

from workbench.server.faults import RequestRefused
from workbench.sync.protocol.wire import Fault

if TYPE_CHECKING:
    from sqlalchemy import Engine

LOCK_SECONDS = 5
"""How long a push waits for the community's counter before the desk is told to come back."""

_SESSION = (
    f"-c lock_timeout={LOCK_SECONDS}s -c idle_in_transaction_session_timeout=10s -c statement_timeout=60s "
    # 500 rows are planned in microseconds and compiled in hundreds of milliseconds.
    "-c jit=off -c timezone=UTC "
    # Every question is a look-up by key in one community. Before a table is first analysed PostgreSQL takes
    # it for small, reads all of the log after a number, and sorts it, for every page.
    "-c enable_bitmapscan=off -c enable_seqscan=off -c random_page_cost=1.1"
)

Rows = Connection[tuple[Any, ...]]
"""A connection that hands out plain tuples."""


class Database:
    """The connections of one server process; `transaction` is the only way in."""

    def __init__(self, url: str, *, connections: int = 8) -> None:
        self.url = libpq_url(url)
        self._pool: ConnectionPool[Rows] = ConnectionPool(
            self.url,
            min_size=1,
            max_size=connections,
            timeout=LOCK_SECONDS,
            kwargs={"options": _SESSION, "application_name": "workbench"},
            open=True,
        )

    @contextmanager
    def transaction(self) -> Iterator[Rows]:
        """Lend a connection: committed on a clean end, rolled back on any error.

        Raises RequestRefused BUSY when the database has no connection or no lock to give in time.
        """
        try:
            with self._pool.connection() as connection:
                yield connection
        except (PoolTimeout, LockNotAvailable) as error:
            raise RequestRefused(Fault.BUSY, "服务器正忙，改动已保留在本机，稍后会自动再试。") from error
        except OperationalError as error:
            raise RequestRefused(
                Fault.BUSY, "服务器暂时连不上数据库，改动已保留在本机，稍后会自动再试。"
            ) from error

    def listener(self) -> Rows:
        """Return a connection of one's own that commits by itself, to listen on; the caller closes it."""
        return Connection.connect(self.url, autocommit=True, application_name="workbench listener")

    def is_ready(self) -> bool:
        """Tell whether the database answers."""
        try:
            with self.transaction() as connection:
                connection.execute("SELECT 1")
        except RequestRefused:
            return False
        return True

    def close(self) -> None:
        """Let go of every connection."""
        self._pool.close()


def migrate(url: str, *, citus: bool = False) -> None:
    """Bring a database to the present schema; with `citus` a new one is spread over machines.

    Several servers may start at once: an advisory lock lets one of them do it.
    """
    from alembic import command
    from alembic.config import Config

    with as_file(files("migrations").joinpath("server")) as scripts, engine(url).begin() as connection:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7203401)")
        config = Config()
        config.set_main_option("script_location", str(scripts))
        config.attributes.update(connection=connection, citus=citus)
        command.upgrade(config, "head")


def engine(url: str) -> Engine:
    """Return an SQLAlchemy engine for migrations and administration, which keeps no connection."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    return create_engine(
        libpq_url(url).replace("postgresql://", "postgresql+psycopg://", 1), poolclass=NullPool
    )


def libpq_url(url: str) -> str:
    """Return the URL as PostgreSQL's own library reads it, whatever driver SQLAlchemy was to use."""
    scheme, _, rest = url.partition("://")
    return f"postgresql://{rest}" if scheme.startswith("postgres") else url
