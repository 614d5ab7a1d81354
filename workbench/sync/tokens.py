"""Where a desk keeps the token that proves it to the server: in the system's keyring where that is safe."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from workbench.security.system_keyring import NoSafeKeyring, SystemKeyring
from workbench.sync import facts

if TYPE_CHECKING:
    from workbench.store import Store


class Tokens:
    """The token of one desk; without a safe keyring it lies in the encrypted store."""

    def __init__(self, store: Store, keyring: SystemKeyring | None = None) -> None:
        self._store, self._keyring = store, keyring or SystemKeyring()
        self._name = f"device-token/{store.device_id}"
        self._held: str | None = None

    def save(self, token: str) -> None:
        """Keep a token in place of the former one."""
        self._held = token
        try:
            self._keyring.remember(self._name, token)
        except NoSafeKeyring:
            self._put(token)
        else:
            self._put(None)

    def load(self) -> str | None:
        """Return the token, or None if this desk has none or its keyring is locked."""
        if self._held is None:
            self._held = facts.read_facts(self._store).get(facts.DEVICE_TOKEN) or self._recalled()
        return self._held

    def forget(self) -> None:
        """Let nobody speak as this desk any more."""
        self._held = None
        with suppress(NoSafeKeyring):
            self._keyring.remember(self._name, "")
        self._put(None)

    def _recalled(self) -> str | None:
        with suppress(NoSafeKeyring):
            return self._keyring.recall(self._name) or None
        return None

    def _put(self, token: str | None) -> None:
        with self._store.receive("") as unit:
            unit.set_fact(facts.DEVICE_TOKEN, token)
