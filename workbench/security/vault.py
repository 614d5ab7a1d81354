"""The vault: attached files, encrypted one by one beside the store and found by a keyed hash."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.security.content import made_safe
from workbench.security.durable import replace_file
from workbench.security.file_names import clean_file_name
from workbench.security.keys import NONCE_BYTES, Entropy, subkey
from workbench.security.model import Attachment
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.store import Work

_HEAD = b"CWV1"
_ADDRESS = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the vault: where it lies, the name to show, its type, and its size in bytes."""

    address: str
    file_name: str
    media_type: str
    size: int


class VaultFileMissing(WorkbenchError):
    """The file is not in the vault."""


class VaultFileDamaged(WorkbenchError):
    """The file in the vault is not what was put there."""


def address_key_of(key: bytes) -> bytes:
    """Return the key of addresses that a data folder has of its own.

    The desk that founds a community on a server gives it to the others, so that all of them, and the
    server, know a file by the same address; what a file is encrypted with stays each desk's own.
    """
    return subkey(key, "vault/address")


class Vault:
    """The files of one data folder. The address tells nothing of a file to those without its key.

    `address_key` is the community's, where there are several desks.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        entropy: Entropy = secrets.token_bytes,
        *,
        address_key: bytes | None = None,
    ) -> None:
        self._folder, self._entropy = folder, entropy
        self._cipher_key = subkey(key, "vault/content")
        self._address_key = address_key or address_key_of(key)

    def put(self, content: bytes, name: str) -> StoredFile:
        """Keep a photo or PDF, its metadata stripped; the same content is kept once.

        Raises FileRefused, FileNotSaved.
        """
        safe = made_safe(content)
        address = self._address_of(safe.content)
        self._keep(address, safe.content)
        return StoredFile(address, clean_file_name(name, safe.media_type), safe.media_type, len(safe.content))

    def take_in(self, address: str, content: bytes) -> None:
        """Keep content that came from another desk, if it is what its address says.

        Raises VaultFileDamaged, VaultFileMissing for what is no address, FileNotSaved.
        """
        if not hmac.compare_digest(address, self._address_of(content)):
            raise VaultFileDamaged("收到的附件与其地址不符，未保存；请稍后重新同步。")
        self._keep(address, content)

    def get(self, address: str) -> bytes:
        """Return the content kept there. Raises VaultFileMissing, VaultFileDamaged."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            sealed = self._path(address).read_bytes()
        except OSError as error:
            raise VaultFileMissing("附件文件不在数据文件夹中，请从备份恢复。") from error
        nonce, body = sealed[len(_HEAD) : len(_HEAD) + NONCE_BYTES], sealed[len(_HEAD) + NONCE_BYTES :]
        try:
            if not sealed.startswith(_HEAD):
                raise InvalidTag
            return AESGCM(self._cipher_key).decrypt(nonce, body, address.encode())
        except (InvalidTag, ValueError) as error:
            raise VaultFileDamaged("附件文件已损坏或被改动，请从备份恢复。") from error

    def forget(self, address: str) -> None:
        """Take a file away for good; one that is not here is no fault. Raises OSError where it is in use."""
        self._path(address).unlink(missing_ok=True)

    def verify(self, addresses: Iterable[str]) -> Iterator[tuple[str, WorkbenchError]]:
        """Read every file named and give those that are missing or damaged, each with its error."""
        for address in addresses:
            try:
                self.get(address)
            except (VaultFileMissing, VaultFileDamaged) as error:
                yield address, error

    def _keep(self, address: str, content: bytes) -> None:
        if not self._is_whole(address):
            self._write(address, content)

    def _write(self, address: str, content: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = self._entropy(NONCE_BYTES)
        body = AESGCM(self._cipher_key).encrypt(nonce, content, address.encode())
        replace_file(self._path(address), _HEAD + nonce + body)

    def _is_whole(self, address: str) -> bool:
        return not list(self.verify([address]))

    def _address_of(self, content: bytes) -> str:
        return hmac.digest(self._address_key, content, "sha256").hex()

    def _path(self, address: str) -> Path:
        """Return where the file lies; what is not an address never becomes a path."""
        if not _ADDRESS.fullmatch(address):
            raise VaultFileMissing("附件地址无效，请从备份恢复。")
        return self._folder / address[:2] / address[2:]


def attach(work: Work, stored: StoredFile, owner_entity: str, owner_id: str) -> Attachment:
    """Record, in the unit of work, that a file in the vault belongs to a record."""
    return work.add(
        Attachment(
            address=stored.address,
            file_name=stored.file_name,
            media_type=stored.media_type,
            size=stored.size,
            owner_entity=owner_entity,
            owner_id=owner_id,
        )
    )
