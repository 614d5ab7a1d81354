"""A community in the field, its round ready to be planned."""

from __future__ import annotations

import pytest

from tests.census.field import Field, settle
from tests.sync.protocol.replaying import allowed_elsewhere  # noqa: F401 - for every test of this room


@pytest.fixture
def field(store, clock) -> Field:
    settle(store)
    return Field(store, clock)
