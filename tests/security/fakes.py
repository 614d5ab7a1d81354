"""A keyring that encrypts, as far as the workbench can tell, and kinds that must not be trusted."""

from __future__ import annotations

import keyring.backend
import keyring.errors
from keyring.backends import chainer

from workbench.security.passwords import Cost

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
TRUSTED = frozenset({__name__})


class SafeKeyring(keyring.backend.KeyringBackend):
    """Keeps passwords in memory; stands for Windows Credential Manager or the Secret Service."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.forgetful = False

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        if not self.forgetful:
            self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)

    def _check(self) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")


class PlaintextKeyring(SafeKeyring):
    """Like `keyrings.alt.file.PlaintextKeyring`, which writes passwords to a file as they are."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


class Chain(SafeKeyring):
    """A chain of several keyrings, as `keyring` makes when it finds more than one."""

    def __init__(self, *backends: keyring.backend.KeyringBackend) -> None:
        super().__init__()
        self.backends = backends


Chain.__module__ = chainer.__name__
