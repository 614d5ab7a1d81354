"""The sample read once, people with and without the right to change it, and a catalogue to work on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store_fixtures import MONDAY_MORNING
from workbench.catalogue.files import read_sample
from workbench.catalogue.queries import CatalogueQueries
from workbench.catalogue.rules import Catalogue
from workbench.catalogue.service import CatalogueService
from workbench.security.roles import Role, permissions_of
from workbench.security.session import Session
from workbench.store import Store


def signed_in(role: Role) -> Session:
    return Session(
        staff_id="staff-0001",
        name="chen",
        display_name="陈站长",
        community_id="community-0001",
        roles=frozenset({role}),
        permissions=permissions_of({role}),
        posts=(),
        since=MONDAY_MORNING,
    )


@pytest.fixture(scope="session")
def sample() -> Catalogue:
    return read_sample()


@pytest.fixture
def keeper(store: Store) -> CatalogueService:
    return CatalogueService(store, signed_in(Role.SUPERVISOR))


@pytest.fixture
def worker(store: Store) -> CatalogueService:
    return CatalogueService(store, signed_in(Role.WORKER))


@pytest.fixture
def queries(store: Store) -> Iterator[CatalogueQueries]:
    reading = CatalogueQueries(store)
    yield reading
    reading.close()
