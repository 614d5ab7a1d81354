"""Counts the wrong passwords tried on the seals of `keys.json`, before the store is open to count them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.security.delay import Attempts, after_failure, check_wait, observed
from workbench.security.keys_file import KeysFile, read_keys_file, write_keys_file
from workbench.security.limits import check_limit

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class GuessBook:
    """The wrong passwords in a row, by account, in one keys file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def book(self, name: str, now: datetime, *, limited: bool = False) -> KeysFile:
        """Count a wrong attempt before it is tried, so that killing the program does not undo it.

        Return the file as it then is. Raises TooManyAttempts and, where the folder is limited,
        OnlineUnlockOnly: with the store closed nobody can know of a contact.
        """
        keys = read_keys_file(self._path)
        before = keys.attempts.get(name, Attempts())
        seen = observed(before, now)
        if seen != before:
            keys = self._keep(keys, name, seen)
        check_wait(seen, now)
        if limited and keys.limited:
            check_limit(seen, None)
        return self._keep(keys, name, after_failure(seen, now))

    def clear(self, name: str) -> None:
        """Forgive the account, for the right password was given."""
        keys = read_keys_file(self._path)
        others = {other: tried for other, tried in keys.attempts.items() if other != name}
        write_keys_file(self._path, replace(keys, attempts=others))

    def _keep(self, keys: KeysFile, name: str, attempts: Attempts) -> KeysFile:
        kept = replace(keys, attempts={**keys.attempts, name: attempts})
        write_keys_file(self._path, kept)
        return kept
