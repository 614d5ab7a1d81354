"""The operating system's keyring, used only where it really encrypts what it keeps."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "community-workbench"
TRUSTED = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.Windows",
        "keyring.backends.kwallet",
        "keyring.backends.libsecret",
        "keyring.backends.macOS",
    }
)
"""Modules of the backends known to encrypt. A list of those allowed, because a backend that is not
known may well be a plain file (Signal's desktop lost its keys to such a fallback)."""

_CHAINER = "keyring.backends.chainer"


class NoSafeKeyring(WorkbenchError):
    """The machine has no keyring that encrypts; the key was not entrusted to one."""


class SystemKeyring:
    """Keeps database keys in the operating system's keyring, by the key's id."""

    def __init__(self, trusted: frozenset[str] = TRUSTED) -> None:
        self._trusted = trusted

    def is_safe(self) -> bool:
        """Say whether the keyring in use encrypts what it keeps."""
        import keyring

        return is_trusted(keyring.get_keyring(), self._trusted)

    def save(self, key_id: str, key: bytes) -> None:
        """Keep the key and make sure it can be read back. Raises NoSafeKeyring."""
        from keyring.errors import KeyringError

        backend = self._backend("密钥改由密码和恢复口令保护")
        try:
            backend.set_password(SERVICE, key_id, key.hex())
            kept = backend.get_password(SERVICE, key_id)
        except (KeyringError, OSError) as error:
            raise NoSafeKeyring("系统钥匙串未能保存密钥，将改用密码保护密钥。") from error
        if kept != key.hex():
            raise NoSafeKeyring("系统钥匙串没有留住密钥，将改用密码保护密钥。")

    def load(self, key_id: str) -> bytes | None:
        """Return the key, or None where the keyring has none or a damaged one. Raises NoSafeKeyring."""
        from keyring.errors import KeyringError

        backend = self._backend("打不开这个数据文件夹；请用恢复口令打开")
        try:
            kept = backend.get_password(SERVICE, key_id)
            return None if kept is None else bytes.fromhex(kept)
        except ValueError:
            return None
        except (KeyringError, OSError) as error:
            raise NoSafeKeyring("系统钥匙串已锁定或无法读取，请解锁后重试，或使用恢复口令。") from error

    def remove(self, key_id: str) -> None:
        """Let the keyring lose the key; one that has none, or that cannot be reached, is left as it is."""
        from keyring.errors import KeyringError

        with suppress(NoSafeKeyring, KeyringError, OSError):
            self._backend("没有密钥可删").delete_password(SERVICE, key_id)

    def remember(self, name: str, text: str) -> None:
        """Keep a small text beside the keys. Raises NoSafeKeyring."""
        from keyring.errors import KeyringError

        try:
            self._backend("没有保存").set_password(SERVICE, name, text)
        except (KeyringError, OSError) as error:
            raise NoSafeKeyring("系统钥匙串已锁定或无法写入，没有保存。") from error

    def recall(self, name: str) -> str | None:
        """Return a small text kept beside the keys, or None. Raises NoSafeKeyring."""
        from keyring.errors import KeyringError

        try:
            return self._backend("没有读取").get_password(SERVICE, name)
        except (KeyringError, OSError) as error:
            raise NoSafeKeyring("系统钥匙串已锁定或无法读取。") from error

    def _backend(self, consequence: str) -> KeyringBackend:
        import keyring

        backend = keyring.get_keyring()
        if not is_trusted(backend, self._trusted):
            raise NoSafeKeyring(f"这台电脑没有可加密的系统钥匙串，{consequence}。")
        return backend


def is_trusted(backend: KeyringBackend, trusted: frozenset[str] = TRUSTED) -> bool:
    """Say whether the backend encrypts; a chain of backends is as safe as its weakest member."""
    module = type(backend).__module__
    if module == _CHAINER:
        members = tuple(getattr(backend, "backends", ()))
        return bool(members) and all(is_trusted(member, trusted) for member in members)
    return module in trusted
