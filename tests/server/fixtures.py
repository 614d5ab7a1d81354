"""A real PostgreSQL, a real server on a free port, communities in it and desks that joined them.

`server_database` is the URL of a fresh database at the present schema; `running_server` serves it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.postgres import Databases, make_fast
from workbench.server.embedded import EmbeddedPostgres


def _migrate(url: str) -> None:
    from workbench.server.database import migrate

    migrate(url)


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """An embedded PostgreSQL, started once a session."""
    postgres = EmbeddedPostgres(tmp_path_factory.mktemp("pg") / "data")
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
