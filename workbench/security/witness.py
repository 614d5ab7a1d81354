"""Remembers wrong passwords in the system's keyring, so that an older copy of the folder forgives none."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbench.security.delay import Attempts
from workbench.security.system_keyring import NoSafeKeyring

if TYPE_CHECKING:
    from workbench.security.system_keyring import SystemKeyring

WORTH_KEEPING = 2
"""Wrong passwords in a row from which they are remembered; a slip of the finger is not."""


class Witness:
    """The wrong passwords in a row on one data folder, by account; a keyring that fails remembers nothing."""

    def __init__(self, keyring: SystemKeyring, key_id: str) -> None:
        self._keyring, self._name = keyring, f"{key_id}/attempts"

    def worse_of(self, account_id: str, known: Attempts) -> Attempts:
        """Return the attempts as the folder knows them or as remembered here, whichever are more."""
        kept = self._read().get(account_id)
        if kept is None:
            return known
        remembered = Attempts(int(kept[0]), datetime.fromisoformat(kept[1]) if kept[1] else None)
        return remembered if remembered.failures > known.failures else known

    def note(self, account_id: str, attempts: Attempts) -> None:
        """Remember the attempts from the second wrong password on."""
        if attempts.failures >= WORTH_KEEPING:
            moment = attempts.counted_from.isoformat() if attempts.counted_from else None
            self._write({**self._read(), account_id: [attempts.failures, moment]})

    def forget(self, account_id: str) -> None:
        """The right password was given."""
        kept = self._read()
        if kept.pop(account_id, None) is not None:
            self._write(kept)

    def _read(self) -> dict[str, Any]:
        with suppress(NoSafeKeyring, ValueError):
            found = json.loads(self._keyring.recall(self._name) or "{}")
            return found if isinstance(found, dict) else {}
        return {}

    def _write(self, kept: dict[str, Any]) -> None:
        with suppress(NoSafeKeyring):
            self._keyring.remember(self._name, json.dumps(kept))
