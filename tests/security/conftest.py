"""Keyrings a test may put in place of the machine's own; the machine's is put back afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from tests.security.desk import StaffedDesk
from tests.security.fakes import CHEAP, SafeKeyring
from workbench.security.passwords import PasswordHasher
from workbench.store import Store


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """No test reads the keyring of the machine it runs on."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def safe_keyring() -> SafeKeyring:
    backend = SafeKeyring()
    keyring.set_keyring(backend)
    return backend


@pytest.fixture(scope="session")
def hasher() -> PasswordHasher:
    return PasswordHasher(CHEAP)


@pytest.fixture
def staffed(store: Store, hasher: PasswordHasher) -> StaffedDesk:
    return StaffedDesk(store, hasher)
