"""Scans and photos of one desk: kept in the vault and recorded in the store, under one id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from workbench.forms.confidence import of_census
from workbench.security.content import FileRefused, check_size
from workbench.security.model import Attachment
from workbench.security.roles import Permission, require
from workbench.security.vault import Vault, VaultFileMissing, attach
from workbench.standards.errors import reason_of
from workbench.store.errors import RecordNotFound
from workbench.store.journal import JournalEntry, JournalKind
from workbench.store.local import StoreFact
from workbench.sync.facts import ADDRESS_KEY
from workbench.sync.model import BlobTask

if TYPE_CHECKING:
    from workbench.security.session import Session
    from workbench.store import Store
    from workbench.store.verify import Fault

Fetch = Callable[[str], bytes]
"""Brings a file that lies at another desk here, by its address. Raises what the exchange raises."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file taken in: the id records refer to, the name to show, its type and size in bytes."""

    id: str
    file_name: str
    media_type: str
    size: int


def vault_of(store: Store, folder: Path, key: bytes) -> Vault:
    """Return the vault of a data folder, its files known by the addresses of the community."""
    with store.read() as session:
        fact = session.get(StoreFact, ADDRESS_KEY)
    return Vault(folder, key, address_key=None if fact is None else bytes.fromhex(fact.value))


class Attachments:
    """Takes files in and gives them back; `fetch` brings those of other desks here when asked for."""

    def __init__(
        self, store: Store, session: Session, folder: Path, key: bytes, fetch: Fetch | None = None
    ) -> None:
        self._store, self._session = store, session
        self._folder, self._key, self._fetch = folder, key, fetch

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
        stored = self._vault().put(content, name)
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
        try:
            return self._vault().get(found.address)
        except VaultFileMissing:
            if self._fetch is None:
                raise
            return self._fetch(found.address)

    def _require(self, owner_entity: str, of_the_census: Permission) -> None:
        """Ask for the register's permission, and of files of the census for the census's instead."""
        require(self._session, of_the_census if of_census(owner_entity) else Permission.SEE_REGISTER)

    def faults(self) -> Iterator[Fault]:
        """Read every file that should be here and tell which are missing or damaged."""
        from workbench.store.verify import Fault

        for address, error in self._vault().verify(self._expected()):
            yield Fault(f"vault {address}", str(error))

    def count(self) -> int:
        """Return how many files should be here."""
        return len(self._expected())

    def _expected(self) -> tuple[str, ...]:
        """Return the addresses of files kept at this desk, or fetched to it; others lie elsewhere."""
        made_here = exists().where(
            JournalEntry.entity == Attachment.__tablename__,
            JournalEntry.record_id == Attachment.id,
            JournalEntry.kind == JournalKind.CREATE,
            JournalEntry.origin_id.is_(None),
        )
        fetched = select(BlobTask.address).where(
            BlobTask.upload.is_(False), BlobTask.size > 0, BlobTask.done == BlobTask.size
        )
        chosen = select(Attachment.address).where(made_here | Attachment.address.in_(fetched)).distinct()
        with self._store.read() as session:
            return tuple(session.scalars(chosen.order_by(Attachment.address)))

    def _vault(self) -> Vault:
        # Asked each time: joining a community settles by which key its files are addressed.
        return vault_of(self._store, self._folder, self._key)
