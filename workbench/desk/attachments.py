"""Scans and photos of one desk: kept in the vault and recorded in the store, under one id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.forms.confidence import of_census
from workbench.security.content import FileRefused, check_size
from workbench.security.model import Attachment
from workbench.security.queries import SecurityQueries
from workbench.security.roles import Permission, require
from workbench.security.vault import Vault, attach
from workbench.standards.errors import reason_of
from workbench.store.errors import RecordNotFound

if TYPE_CHECKING:
    from workbench.security.session import Session
    from workbench.store import Store
    from workbench.store.verify import Fault


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file taken in: the id records refer to, the name to show, its type and size in bytes."""

    id: str
    file_name: str
    media_type: str
    size: int


class Attachments:
    """Takes files in and gives them back."""

    def __init__(self, store: Store, session: Session, folder: Path, key: bytes) -> None:
        self._store, self._session = store, session
        self._vault = Vault(folder, key)

    def keep_file(self, path: Path, owner_entity: str, owner_id: str) -> KeptFile:
        """Take a photo or PDF from the disk. Raises NotPermitted, FileRefused, FileNotSaved."""
        try:
            check_size(path.stat().st_size)
            content = path.read_bytes()
        except OSError as error:
            raise FileRefused(
                f"读不了“{path.name}”（{reason_of(error)}），未保存；请重新选择文件。"
            ) from error
        return self.keep(content, path.name, owner_entity, owner_id)

    def keep(self, content: bytes, name: str, owner_entity: str, owner_id: str) -> KeptFile:
        """Take content in, for a record that may be saved later under its id.

        Raises NotPermitted, FileRefused.
        """
        self._require(owner_entity, Permission.ENTER_CENSUS)
        stored = self._vault.put(content, name)
        with self._store.write(self._session.actor) as work:
            record = attach(work, stored, owner_entity, owner_id)
            return KeptFile(record.id, stored.file_name, stored.media_type, stored.size)

    def content(self, attachment_id: str) -> bytes:
        """Return what was kept. Raises NotPermitted, RecordNotFound, VaultFileMissing, VaultFileDamaged."""
        with self._store.read() as session:
            found = session.get(Attachment, attachment_id)
        self._require(found.owner_entity if found else "", Permission.MANAGE_CENSUS)
        if found is None or found.deleted_at is not None:
            raise RecordNotFound("找不到这个附件，它可能已被删除。")
        return self._vault.get(found.address)

    def _require(self, owner_entity: str, of_the_census: Permission) -> None:
        """Ask for the register's permission, and of files of the census for the census's instead."""
        require(self._session, of_the_census if of_census(owner_entity) else Permission.SEE_REGISTER)

    def faults(self) -> Iterator[Fault]:
        """Read every file that the store knows and tell which are missing or damaged."""
        from workbench.store.verify import Fault

        addresses = SecurityQueries(self._store).vault_addresses()
        for address, error in self._vault.verify(addresses):
            yield Fault(f"vault {address}", str(error))

    def count(self) -> int:
        """Return how many files the store knows."""
        return len(SecurityQueries(self._store).vault_addresses())
