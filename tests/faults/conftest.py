"""A computer of a community, as the cases of access find it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from tests.faults.machines import Machine, use_keyring
from tests.store_fixtures import SettableClock


@pytest.fixture(params=["keyring", "password"])
def machine(request: pytest.FixtureRequest, tmp_path: Path, clock: SettableClock) -> Iterator[Machine]:
    """A machine whose keyring holds the key, and one where only passwords open it."""
    before = keyring.get_keyring()
    use_keyring(request.param)
    made = Machine(tmp_path / "data", clock)
    yield made
    made.close()
    keyring.set_keyring(before)
