"""Only a keyring that encrypts is given the key."""

from __future__ import annotations

import secrets

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from tests.security.fakes import TRUSTED, Chain, PlaintextKeyring, SafeKeyring
from workbench.security import system_keyring
from workbench.security.system_keyring import NoSafeKeyring, SystemKeyring, is_trusted

KEY = secrets.token_bytes(32)


@pytest.mark.parametrize(
    "backend",
    [
        FailKeyring(),
        NullKeyring(),
        PlaintextKeyring(),
        Chain(),
        Chain(PlaintextKeyring()),
        Chain(SafeKeyring(), PlaintextKeyring()),
        Chain(Chain(SafeKeyring(), NullKeyring())),
    ],
)
def test_a_keyring_that_does_not_surely_encrypt_is_refused_and_gets_nothing(backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)
    guarded = SystemKeyring(TRUSTED)
    assert not guarded.is_safe()
    with pytest.raises(NoSafeKeyring, match="改由密码"):
        guarded.save("id", KEY)
    with pytest.raises(NoSafeKeyring, match="请用恢复口令打开"):
        guarded.load("id")
    members = getattr(backend, "backends", [backend])
    assert not any(getattr(member, "kept", None) for member in members)


def test_a_keyring_nobody_vouches_for_is_refused() -> None:
    assert not is_trusted(SafeKeyring())


@pytest.mark.parametrize("module", sorted(system_keyring.TRUSTED))
def test_the_keyrings_of_windows_mac_and_linux_desktops_are_trusted(module: str) -> None:
    known = type("Keyring", (SafeKeyring,), {"__module__": module})()
    assert is_trusted(known)
    assert is_trusted(Chain(known))


def test_a_key_comes_back_as_it_was_kept(safe_keyring: SafeKeyring) -> None:
    guarded = SystemKeyring(TRUSTED)
    guarded.save("id", KEY)
    assert guarded.load("id") == KEY
    assert guarded.load("another id") is None


def test_a_keyring_that_forgets_at_once_is_not_relied_on(safe_keyring: SafeKeyring) -> None:
    safe_keyring.forgetful = True
    with pytest.raises(NoSafeKeyring, match="没有留住"):
        SystemKeyring(TRUSTED).save("id", KEY)


def test_a_locked_keyring_says_so(safe_keyring: SafeKeyring) -> None:
    safe_keyring.locked = True
    with pytest.raises(NoSafeKeyring, match="锁定"):
        SystemKeyring(TRUSTED).load("id")


def test_a_damaged_entry_counts_as_none(safe_keyring: SafeKeyring) -> None:
    safe_keyring.set_password(system_keyring.SERVICE, "id", "not hexadecimal")
    assert SystemKeyring(TRUSTED).load("id") is None
