"""A real PostgreSQL, a real server on a free port, communities in it and desks that joined them.

`server_database` is the URL of a fresh database at the present schema; `running_server` serves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.server.postgres import Databases, make_fast
from workbench.server.embedded import EmbeddedPostgres

if TYPE_CHECKING:
    from tests.server.running import RunningServer, ServedDesk


def _migrate(url: str) -> None:
    from workbench.server.database import migrate

    migrate(url)


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """An embedded PostgreSQL, started once a session.

    Not below pytest's own folder: each new session shuts that to others, and run as root, PostgreSQL is one.
    """
    with TemporaryDirectory(prefix="workbench-pg-") as folder:
        postgres = EmbeddedPostgres(Path(folder) / "data")
        url = postgres.start()
        make_fast(url)
        yield Databases(url, _migrate)
        postgres.stop()


@pytest.fixture
def server_database(databases: Databases) -> Iterator[str]:
    """The URL of a fresh database of the server, at the present schema."""
    url = databases.fresh()
    yield url
    databases.drop(url)


@pytest.fixture
def running_server(server_database: str, tmp_path: Path) -> Iterator[RunningServer]:
    """A server on a free port, with an empty database."""
    # Only tests that want a server wait for the libraries of one to load.
    from tests.server.running import RunningServer

    server = RunningServer(server_database, tmp_path)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def shared_server(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server for a module whose tests each found a community of their own and ask of no other."""
    from tests.server.running import RunningServer

    url = databases.fresh()
    server = RunningServer(url, tmp_path_factory.mktemp("server"))
    yield server
    server.stop()
    databases.drop(url)


@pytest.fixture
def found_desk(running_server: RunningServer) -> ServedDesk:
    """The desk that brought its community to the running server, with a supervisor at it."""
    return running_server.found()
