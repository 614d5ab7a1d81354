"""A community in the field, its round ready to be planned."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.census.field import Field, settle
from tests.sync.protocol.replaying import replay


@pytest.fixture
def field(store, clock) -> Field:
    settle(store)
    return Field(store, clock)


@pytest.fixture(autouse=True)
def allowed_elsewhere(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test does with this room's verbs, a server would have let through."""
    # Asked for first, so that it is still open when the test is over.
    store = request.getfixturevalue("store") if "store" in request.fixturenames else None
    yield
    if store is not None:
        assert replay(store, strict=False).faults == []
