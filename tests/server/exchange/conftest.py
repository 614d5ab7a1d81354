"""A town with a founded community, on a fresh database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.exchange.town import Desk, Town


@pytest.fixture
def town(server_database: str) -> Iterator[Town]:
    town = Town(server_database)
    yield town
    town.database.close()


@pytest.fixture
def east(town: Town) -> Desk:
    """The first desk, with a supervisor at it."""
    return town.founded()


@pytest.fixture
def west(town: Town, east: Desk) -> Desk:
    """A second desk, with the same supervisor at it."""
    return town.desk(east.staff_id)
