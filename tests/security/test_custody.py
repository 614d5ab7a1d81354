"""The database key is made once, opens for the right people only, and can always be recovered."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest

from tests.security.fakes import CHEAP, TRUSTED, PlaintextKeyring, SafeKeyring
from workbench.security.accounts import WrongPassword
from workbench.security.custody import KEYS_FILE, KeyAlreadyMade, KeyCustody, KeyNotInKeyring, WrongPassphrase
from workbench.security.delay import TooManyAttempts
from workbench.security.passphrase import PassphraseMistyped, new_passphrase
from workbench.security.system_keyring import NoSafeKeyring, SystemKeyring

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
PASSWORD = "tulip-7-kettle"


def custody_of(folder: Path) -> KeyCustody:
    """The custody as a freshly started program sees it."""
    return KeyCustody(folder, SystemKeyring(TRUSTED), CHEAP)


def try_in_vain(folder: Path, times: int, now: datetime = NOW) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            custody_of(folder).unlock_with_password("zhang", "not the password", now)


@pytest.fixture
def key(tmp_path: Path) -> bytes:
    """A folder set up on a machine without a keyring, where Zhang may open it."""
    custody = custody_of(tmp_path)
    made = custody.create()
    custody.admit("zhang", PASSWORD)
    return made.key


def test_the_keyring_opens_the_folder_after_a_restart(tmp_path: Path, safe_keyring: SafeKeyring) -> None:
    made = custody_of(tmp_path).create()
    assert made.in_keyring and len(made.key) == 32
    assert not custody_of(tmp_path).asks_password
    assert custody_of(tmp_path).unlock_with_keyring() == made.key


def test_with_a_safe_keyring_no_password_seals_the_key(tmp_path: Path, safe_keyring: SafeKeyring) -> None:
    custody = custody_of(tmp_path)
    custody.create()
    custody.admit("zhang", PASSWORD)
    custody.settle("zhang", PASSWORD)
    assert custody_of(tmp_path).account_names() == ()


def test_a_plaintext_keyring_is_passed_over_for_passwords(tmp_path: Path) -> None:
    plaintext = PlaintextKeyring()
    keyring.set_keyring(plaintext)
    assert not custody_of(tmp_path).create().in_keyring
    assert plaintext.kept == {}
    assert custody_of(tmp_path).asks_password


def test_a_folder_is_never_given_a_second_key(tmp_path: Path, key: bytes) -> None:
    before = (tmp_path / KEYS_FILE).read_bytes()
    with pytest.raises(KeyAlreadyMade):
        custody_of(tmp_path).create()
    assert (tmp_path / KEYS_FILE).read_bytes() == before


def test_neither_key_nor_password_nor_passphrase_lies_in_the_folder(tmp_path: Path) -> None:
    custody = custody_of(tmp_path)
    made = custody.create()
    custody.admit("zhang", PASSWORD)
    assert made.passphrase not in repr(made) and repr(made.key) not in repr(made)
    for path in tmp_path.rglob("*"):
        text = path.read_bytes()
        for secret in (made.key, made.key.hex().encode(), made.passphrase.encode(), PASSWORD.encode()):
            assert secret not in text
        assert made.passphrase.replace("-", "").encode() not in text


def test_the_keys_file_is_for_its_owner_only(tmp_path: Path, key: bytes) -> None:
    assert (tmp_path / KEYS_FILE).stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == [KEYS_FILE]


def test_without_a_keyring_the_account_s_password_opens_it(tmp_path: Path, key: bytes) -> None:
    assert custody_of(tmp_path).account_names() == ("zhang",)
    assert custody_of(tmp_path).unlock_with_password(" ＺＨＡＮＧ", PASSWORD, NOW) == key


def test_another_account_or_password_does_not(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(WrongPassword):
        custody_of(tmp_path).unlock_with_password("zhang", PASSWORD + "x", NOW)
    with pytest.raises(WrongPassword):
        custody_of(tmp_path).unlock_with_password("wang", PASSWORD, NOW)


def test_the_wait_after_wrong_passwords_grows_across_restarts(tmp_path: Path, key: bytes) -> None:
    try_in_vain(tmp_path, 4)
    with pytest.raises(TooManyAttempts, match="5 秒"):
        custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW)
    try_in_vain(tmp_path, 1, NOW + timedelta(seconds=5))
    with pytest.raises(TooManyAttempts, match="15 秒"):
        custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW + timedelta(seconds=5))


def test_a_clock_set_back_does_not_shorten_the_wait(tmp_path: Path, key: bytes) -> None:
    for hours in range(6):
        try_in_vain(tmp_path, 1, NOW + timedelta(hours=hours))
    last_year = NOW - timedelta(days=365)
    with pytest.raises(TooManyAttempts):
        custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, last_year)
    with pytest.raises(TooManyAttempts):
        custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, last_year + timedelta(seconds=59))
    served = last_year + timedelta(seconds=60)
    assert custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, served) == key


def test_the_right_password_forgives_the_wrong_ones(tmp_path: Path, key: bytes) -> None:
    try_in_vain(tmp_path, 3)
    custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW)
    try_in_vain(tmp_path, 3)
    assert custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW) == key


def test_between_changing_and_settling_either_password_opens(tmp_path: Path, key: bytes) -> None:
    custody = custody_of(tmp_path)
    custody.unlock_with_password("zhang", PASSWORD, NOW)
    custody.admit("zhang", "violet-9-teapot")
    assert custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW) == key
    assert custody_of(tmp_path).unlock_with_password("zhang", "violet-9-teapot", NOW) == key
    custody.settle("zhang", "violet-9-teapot")
    assert custody_of(tmp_path).unlock_with_password("zhang", "violet-9-teapot", NOW) == key
    with pytest.raises(WrongPassword):
        custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW)


def test_settling_the_password_one_came_in_with_writes_nothing(tmp_path: Path, key: bytes) -> None:
    custody = custody_of(tmp_path)
    custody.unlock_with_password("zhang", PASSWORD, NOW)
    before = (tmp_path / KEYS_FILE).read_bytes()
    custody.settle("zhang", PASSWORD)
    assert (tmp_path / KEYS_FILE).read_bytes() == before
    custody.settle("zhang", "violet-9-teapot")
    assert custody_of(tmp_path).unlock_with_password("zhang", "violet-9-teapot", NOW) == key


def test_an_expelled_account_opens_nothing(tmp_path: Path, key: bytes) -> None:
    custody_of(tmp_path).expel("zhang")
    with pytest.raises(WrongPassword):
        custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW)


def test_the_recovery_passphrase_opens_it_however_typed(tmp_path: Path) -> None:
    made = custody_of(tmp_path).create()
    typed = made.passphrase.lower().replace("-", " ")
    assert custody_of(tmp_path).recover(typed, NOW) == made.key


def test_a_mistyped_passphrase_costs_no_attempt(tmp_path: Path) -> None:
    made = custody_of(tmp_path).create()
    for _ in range(10):
        with pytest.raises(PassphraseMistyped):
            custody_of(tmp_path).recover(made.passphrase[:-2], NOW)
    assert custody_of(tmp_path).recover(made.passphrase, NOW) == made.key


def test_the_passphrase_of_another_folder_is_told_so_and_then_has_to_wait(tmp_path: Path) -> None:
    custody_of(tmp_path).create()
    other = new_passphrase(bytes)
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            custody_of(tmp_path).recover(other, NOW)
    with pytest.raises(TooManyAttempts):
        custody_of(tmp_path).recover(other, NOW)


def test_a_keyring_that_lost_the_key_is_given_it_again_by_recovery(
    tmp_path: Path, safe_keyring: SafeKeyring
) -> None:
    made = custody_of(tmp_path).create()
    safe_keyring.kept.clear()
    with pytest.raises(KeyNotInKeyring):
        custody_of(tmp_path).unlock_with_keyring()
    custody_of(tmp_path).recover(made.passphrase, NOW)
    assert custody_of(tmp_path).unlock_with_keyring() == made.key


def test_a_keyring_holding_another_key_is_noticed(tmp_path: Path, safe_keyring: SafeKeyring) -> None:
    custody_of(tmp_path).create()
    (entry,) = safe_keyring.kept
    safe_keyring.kept[entry] = bytes(32).hex()
    with pytest.raises(KeyNotInKeyring):
        custody_of(tmp_path).unlock_with_keyring()


def test_where_the_keyring_is_gone_recovery_goes_over_to_passwords(tmp_path: Path) -> None:
    keyring.set_keyring(SafeKeyring())
    made = custody_of(tmp_path).create()
    keyring.set_keyring(PlaintextKeyring())
    with pytest.raises(NoSafeKeyring):
        custody_of(tmp_path).unlock_with_keyring()
    custody = custody_of(tmp_path)
    custody.recover(made.passphrase, NOW)
    custody.settle("zhang", PASSWORD)
    assert custody_of(tmp_path).asks_password
    assert custody_of(tmp_path).unlock_with_password("zhang", PASSWORD, NOW) == made.key


def test_a_renewed_passphrase_replaces_the_former(tmp_path: Path) -> None:
    custody = custody_of(tmp_path)
    made = custody.create()
    renewed = custody.renew_passphrase()
    assert custody_of(tmp_path).recover(renewed, NOW) == made.key
    with pytest.raises(WrongPassphrase):
        custody_of(tmp_path).recover(made.passphrase, NOW)


def test_an_account_expelled_while_its_password_is_being_sealed_stays_out(tmp_path: Path, key: bytes) -> None:
    custody = custody_of(tmp_path)
    custody.unlock_with_password("zhang", PASSWORD, NOW)
    seal_slowly, sealing = custody._seal, threading.Event()

    def seal(*args: object) -> object:
        sealing.set()
        time.sleep(0.05)
        return seal_slowly(*args)

    custody._seal = seal  # type: ignore[method-assign,assignment]
    settling = threading.Thread(target=lambda: custody.settle("zhang", "another-password-9"))
    settling.start()
    assert sealing.wait(5)
    custody.expel("zhang")
    settling.join(5)
    assert custody.account_names() == ()
