"""Custody of the database key: made once, held by the keyring or under passwords, always recoverable."""

from __future__ import annotations

import hmac
import secrets
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.security.accounts import WrongPassword, account_name
from workbench.security.custody_errors import (
    KeyAlreadyMade,
    KeyLocked,
    KeyNotInKeyring,
    KeyWithdrawn,
    WrongPassphrase,
)
from workbench.security.durable import FileNotSaved, replace_file
from workbench.security.guesses import GuessBook
from workbench.security.keys import KEY_BYTES, Entropy, SealedKey, fingerprint, seal, unseal
from workbench.security.keys_file import KeysFile, KeysFileDamaged, read_keys_file, write_keys_file
from workbench.security.passphrase import new_passphrase, read_passphrase
from workbench.security.passwords import Cost
from workbench.security.system_keyring import NoSafeKeyring, SystemKeyring
from workbench.security.turns import in_turn
from workbench.security.witness import Witness

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

KEYS_FILE = "keys.json"
_RECOVERY = "recovery passphrase"
_SEALS_KEPT = 2


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made, with the recovery passphrase that is shown this once."""

    key: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    in_keyring: bool


class KeyCustody:
    """Holds the key of one data folder; the key is in memory from the first unlocking on."""

    def __init__(
        self,
        folder: Path,
        keyring: SystemKeyring | None = None,
        cost: Cost | None = None,
        entropy: Entropy = secrets.token_bytes,
    ) -> None:
        self._path = folder / KEYS_FILE
        self._guesses = GuessBook(self._path)
        self.turn = threading.RLock()
        self._keyring = keyring or SystemKeyring()
        self._cost = cost or Cost()
        self._entropy = entropy
        self._key: bytes | None = None
        self._opened_with = b""
        self._failures = 0

    @property
    def exists(self) -> bool:
        """Whether this data folder has been set up."""
        return self._path.exists()

    @property
    def asks_password(self) -> bool:
        """Whether the key opens with an account's password, no safe keyring having been there."""
        return not self._read().in_keyring

    @property
    def key(self) -> bytes:
        """The key, once it has been unlocked."""
        return self._held()

    def account_names(self) -> tuple[str, ...]:
        """Return the accounts whose password opens the key, for the sign-in window; sorted."""
        return tuple(sorted(self._read().accounts))

    def create(self) -> NewKey:
        """Make this folder's key. Raises KeyAlreadyMade, FileNotSaved."""
        if self.exists:
            raise KeyAlreadyMade("这个数据文件夹已经设置过，不会重新生成密钥；请直接登录。")
        key, key_id = self._entropy(KEY_BYTES), self._entropy(8).hex()
        in_keyring = self._entrust(key_id, key)
        passphrase = new_passphrase(self._entropy)
        sealed = self._seal(key, read_passphrase(passphrase), f"{key_id}/{_RECOVERY}")
        write_keys_file(self._path, KeysFile(key_id, fingerprint(key), in_keyring, sealed))
        self._key = key
        return NewKey(key, passphrase, in_keyring)

    def unlock_with_keyring(self) -> bytes:
        """Return the key the keyring holds. Raises NoSafeKeyring, KeyNotInKeyring, KeyWithdrawn."""
        keys = self._not_withdrawn()
        key = self._keyring.load(keys.key_id)
        if key is None or fingerprint(key) != keys.fingerprint:
            raise KeyNotInKeyring("系统钥匙串中没有这个数据文件夹的密钥，请用恢复口令打开。")
        return self._open(key)

    @in_turn
    def unlock_with_password(self, account: str, password: str, now: datetime) -> bytes:
        """Return the key sealed for an account.

        Raises WrongPassword, TooManyAttempts, OnlineUnlockOnly, KeyWithdrawn.
        """
        name, keys = account_name(account), self._not_withdrawn()
        keys = self._guesses.book(name, now, limited=True) if name in keys.accounts else keys
        for sealed in keys.accounts.get(name, ()):
            key = unseal(sealed, password, f"{keys.key_id}/{name}")
            if key is not None:
                self._failures = keys.attempts[name].failures - 1
                self._guesses.clear(name)
                self._opened_with = self._token(key, name, password)
                return self._open(key)
        raise WrongPassword

    def take_failures(self) -> int:
        """Return, once, how many wrong passwords came before the right one, for the journal."""
        failures, self._failures = self._failures, 0
        return failures

    @in_turn
    def recover(self, passphrase: str, now: datetime) -> bytes:
        """Return the key sealed under the passphrase, and entrust it to the keyring again.

        Raises PassphraseMistyped, WrongPassphrase, TooManyAttempts.
        """
        plain = read_passphrase(passphrase)
        keys = self._guesses.book(_RECOVERY, now)
        key = unseal(keys.recovery, plain, f"{keys.key_id}/{_RECOVERY}")
        if key is None:
            raise WrongPassphrase("恢复口令不是这个数据文件夹的口令，请核对抄写的口令。")
        self._guesses.clear(_RECOVERY)
        in_keyring = self._entrust(keys.key_id, key)
        self._write(replace(self._read(), in_keyring=in_keyring, withdrawn=False))
        return self._open(key)

    @in_turn
    def renew_passphrase(self) -> str:
        """Replace the recovery passphrase and return the new one, shown this once."""
        keys, passphrase = self._read(), new_passphrase(self._entropy)
        sealed = self._seal(self._held(), read_passphrase(passphrase), f"{keys.key_id}/{_RECOVERY}")
        self._write(replace(keys, recovery=sealed))
        return passphrase

    @in_turn
    def admit(self, account: str, password: str) -> None:
        """Let this password open the key too, before the store learns of it.

        The seal of the former password stays until `settle`, so that a power cut between the two
        leaves an account that opens with either.
        """
        keys, name = self._read(), account_name(account)
        if keys.in_keyring:
            return
        sealed = self._seal(self._held(), password, f"{keys.key_id}/{name}")
        seals = (sealed, *keys.accounts.get(name, ()))[:_SEALS_KEPT]
        self._write(replace(keys, accounts={**keys.accounts, name: seals}))

    @in_turn
    def settle(self, account: str, password: str) -> None:
        """Let this password, which the store has just found right, be the account's only one."""
        keys, name = self._read(), account_name(account)
        if name in keys.attempts:
            self._guesses.clear(name)
            keys = self._read()
        if keys.in_keyring or keys.withdrawn or self._is_settled(keys, name, password):
            return
        sealed = self._seal(self._held(), password, f"{keys.key_id}/{name}")
        self._write(replace(keys, accounts={**keys.accounts, name: (sealed,)}))
        self._opened_with = self._token(self._held(), name, password)

    @in_turn
    def expel(self, account: str) -> None:
        """Destroy the account's seals: its password no longer opens this folder."""
        keys, name = self._read(), account_name(account)
        if name in keys.accounts:
            others = {other: seals for other, seals in keys.accounts.items() if other != name}
            self._write(replace(keys, accounts=others))

    @in_turn
    def forget(self) -> None:
        """Let this machine lose the key; nothing of the records is lost, for the passphrase brings it back.

        The keyring's entry goes first: killed in between, the machine has lost the key already.
        """
        keys = self._read()
        self._keyring.remove(keys.key_id)
        self._write(replace(keys, accounts={}, withdrawn=True))
        self._key = None

    @in_turn
    def destroy(self) -> None:
        """Lose the key for good: keyring, seals and the passphrase's seal. Nothing opens the folder again."""
        if self.exists:
            with suppress(KeysFileDamaged):
                self._keyring.remove(self._read().key_id)
            # Emptied before it is unlinked, so that what lingers on the disk is not the seals' last place.
            with suppress(FileNotSaved):
                replace_file(self._path, b"")
            self._path.unlink(missing_ok=True)
        self._key = None

    @in_turn
    def limit_guesses(self) -> None:
        """From now on, after many wrong passwords nothing but contact with the server helps."""
        keys = self._read()
        if not keys.limited:
            self._write(replace(keys, limited=True))

    def witness(self) -> Witness | None:
        """Return what remembers wrong passwords outside of the data folder, where the machine has it."""
        keys = self._read()
        return Witness(self._keyring, keys.key_id) if keys.in_keyring else None

    def _not_withdrawn(self) -> KeysFile:
        """Return the keys; where the machine was to lose its key, see that it did. Raises KeyWithdrawn."""
        keys = self._read()
        if keys.withdrawn:
            self._keyring.remove(keys.key_id)
            raise KeyWithdrawn
        return keys

    def _is_settled(self, keys: KeysFile, name: str, password: str) -> bool:
        token = self._token(self._held(), name, password)
        return len(keys.accounts.get(name, ())) == 1 and hmac.compare_digest(token, self._opened_with)

    def _entrust(self, key_id: str, key: bytes) -> bool:
        try:
            self._keyring.save(key_id, key)
        except NoSafeKeyring:
            return False
        return True

    def _seal(self, key: bytes, secret: str, label: str) -> SealedKey:
        return seal(key, secret, label, self._cost, self._entropy)

    def _token(self, key: bytes, name: str, password: str) -> bytes:
        return hmac.digest(key, f"{name}\0{password}".encode(), "sha256")

    def _open(self, key: bytes) -> bytes:
        self._key = key
        return key

    def _held(self) -> bytes:
        if self._key is None:
            raise KeyLocked("the key must be unlocked first")
        return self._key

    def _read(self) -> KeysFile:
        return read_keys_file(self._path)

    def _write(self, keys: KeysFile) -> KeysFile:
        write_keys_file(self._path, keys)
        return keys
