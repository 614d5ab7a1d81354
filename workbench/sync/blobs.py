"""Takes files of the vault to the server before anything refers to them, and fetches them when wanted.

A file goes up in parts and goes on where it was cut off; it comes down whole and is checked by its address.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from workbench.security.vault import VaultFileDamaged, VaultFileMissing
from workbench.sync.errors import PageDamaged, RequestRefused
from workbench.sync.extras import STANDING
from workbench.sync.outbox import Batch
from workbench.sync.protocol.wire import Fault

if TYPE_CHECKING:
    from workbench.store.store import Store
    from workbench.sync.transport import Transport

ATTACHMENT = "attachment"
PART = 1 << 20
"""Bytes of one part: on a slow line, about as much as is worth losing."""

_WANTED = """
SELECT DISTINCT address FROM attachment a WHERE deleted_at IS NULL
AND NOT EXISTS (SELECT 1 FROM blob_task t WHERE t.address = a.address AND t.done = t.size AND NOT t.upload)
"""
_TAKEN_AWAY = (
    "SELECT before FROM journal WHERE kind = 'delete' AND entity = 'attachment' AND after IS NULL "
    "AND origin_id = ?"
)
_DONE = "INSERT OR REPLACE INTO blob_task (address, upload, size, done) VALUES (?, 0, ?, ?)"


class BlobVault(Protocol):
    """Where the files lie on this desk."""

    def get(self, address: str) -> bytes:
        """Return the content kept there. Raises VaultFileMissing, VaultFileDamaged."""
        ...

    def forget(self, address: str) -> None:
        """Take a file away for good. Raises OSError where it is in use."""
        ...

    def take_in(self, address: str, content: bytes) -> None:
        """Keep content that came from another desk. Raises VaultFileDamaged if it is other content."""
        ...


class Blobs:
    """The files of one desk, on their way."""

    def __init__(self, store: Store, transport: Transport, vault: BlobVault) -> None:
        self._store, self._transport, self._vault = store, transport, vault
        self.sent = self.fetched = 0

    def before(self, batch: Batch) -> None:
        """Hand in the files that a batch of changes refers to. Raises SyncError."""
        for change in batch.changes:
            if change[2] == ATTACHMENT and change[4] == "create":
                self.hand_in(json.loads(str(change[6]))["address"])

    def hand_in(self, address: str) -> None:
        """Hand in a file, from where the server has it on. Raises SyncError.

        One that is not here any more is left out: the server will refuse what refers to it, and say so.
        """
        try:
            content = self._vault.get(address)
        except (VaultFileMissing, VaultFileDamaged):
            return
        offset = self._transport.blob_offset(address)
        if offset == len(content):
            return
        self._send(address, content, offset if offset and offset < len(content) else 0)
        self.sent += 1

    def fetch(self, address: str) -> bytes:
        """Return a file, from the server if it is not here. Raises SyncError, VaultFileMissing."""
        try:
            return self._vault.get(address)
        except (VaultFileMissing, VaultFileDamaged):
            content = self._fetched(address)
        self._vault.take_in(address, content)
        self.fetched += 1
        return content

    def fetch_wanted(self, limit: int) -> int:
        """Fetch some of the files that records here refer to; return how many. Raises SyncError."""
        with self._store.read() as session:
            rows = session.connection().exec_driver_sql(f"{_WANTED} LIMIT {limit}").fetchall()
        for (address,) in rows:
            self._fetch_quietly(address)
        return len(rows)

    def forget_unseen(self) -> int:
        """Take away the files of attachments that left this desk's scope; return how many went."""
        with self._store.read() as session:
            rows = session.connection().exec_driver_sql(_TAKEN_AWAY, (STANDING,)).fetchall()
            kept = set(session.connection().exec_driver_sql("SELECT address FROM attachment").scalars())
        unseen = {json.loads(text)["address"] for (text,) in rows} - kept
        for address in unseen:
            # One that is open in a viewer goes the next time.
            with suppress(OSError, VaultFileMissing):
                self._vault.forget(address)
        return len(unseen)

    def _fetch_quietly(self, address: str) -> None:
        """Fetch a file nobody waits for; one the server does not have is asked for when needed."""
        try:
            size = len(self.fetch(address))
        except (VaultFileMissing, VaultFileDamaged):
            size = 0
        with self._store.receive("") as unit:
            unit.raw.execute(_DONE, (address, size, size))

    def _fetched(self, address: str) -> bytes:
        try:
            return self._transport.blob(address)
        except RequestRefused as error:
            if error.fault is not Fault.NOT_FOUND:
                raise
            raise VaultFileMissing("附件还没有从原终端上传，暂时看不到；请稍后再试。") from error

    def _send(self, address: str, content: bytes, offset: int) -> None:
        whole = hashlib.sha256(content).hexdigest()
        while offset < len(content):
            part = content[offset : offset + PART]
            last = offset + len(part) == len(content)
            after = self._transport.send_blob(address, offset, len(content), part, whole if last else None)
            if after <= offset:
                raise PageDamaged("附件上传没有进展，已停下；内容在本地，会自动重试。")
            offset = after
