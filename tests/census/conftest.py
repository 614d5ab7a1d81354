"""A community in the field, its round ready to be planned."""

import pytest

from tests.census.field import Field, settle


@pytest.fixture
def field(store, clock) -> Field:
    settle(store)
    return Field(store, clock)
