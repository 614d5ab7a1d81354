"""A desk that was reported lost or sent away (遗失终端) gives up its key, then its files; its outbox is kept.

What had not been sent is sealed for the server first, for afterwards nobody can read it here. From then on
each step may be cut off: whoever starts the program next goes on where it stopped, the key first.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from workbench.security.durable import replace_file
from workbench.sync.errors import SyncError
from workbench.sync.outbox import Outbox
from workbench.sync.protocol.sealing import Entropy, escrow_context, seal
from workbench.sync.protocol.wire import to_json

if TYPE_CHECKING:
    from workbench.security.custody import KeyCustody
    from workbench.security.system_keyring import SystemKeyring
    from workbench.store import Store

MARK = "leaving.json"
"""Says, from the first moment on, that this folder is to be emptied."""

WAITS = "leaving-waits.json"
"""Takes the mark's place in a folder that is empty: only a parcel is still to be handed in."""

PARCEL = "leaving.sealed"

TOKEN = "device-token"
"""How the keyring calls a desk's token, as `Tokens` keeps it."""

DOOMED = (
    "*.db-wal", "*.db-shm", "*.db", "vault", "preferences.json*", ".keys.json.*", ".setting-up", ".joining",
    "*.lock",
)  # fmt: skip
"""What is removed, in order: the write-ahead log holds what was typed last. Nothing else is touched, for
somebody may have put the data folder where other things lie."""


@dataclass(frozen=True, slots=True)
class Parting:
    """What is still needed when nothing else can be read any more: where to, as whom.

    The token opens nothing any more but the server's door for sealed parcels.
    """

    url: str
    ca_file: str | None
    device_id: str
    token: str = field(repr=False)


HandOver = Callable[[Parting, bytes], None]
"""Takes a sealed parcel to the server. Raises SyncError."""


def sealed_outbox(
    store: Store, community_id: str, recipient: bytes, entropy: Entropy = secrets.token_bytes
) -> bytes | None:
    """Return what this desk had not sent, sealed for the server alone; None if there is nothing."""
    changes = list(_unsent(Outbox(store)))
    if not changes:
        return None
    content = to_json({"device_id": store.device_id, "changes": changes})
    return seal(recipient, content, escrow_context(community_id, store.device_id), entropy)


class Leaving:
    """Empties one data folder."""

    def __init__(
        self, folder: Path, custody: KeyCustody, keyring: SystemKeyring, hand_over: HandOver | None = None
    ) -> None:
        self._folder, self._custody, self._keyring = folder, custody, keyring
        self._hand_over = hand_over or take_to_server

    @property
    def has_begun(self) -> bool:
        """Whether this folder is to be emptied, or has been and a parcel waits to be handed in."""
        return (self._folder / MARK).exists() or (self._folder / WAITS).exists()

    def begin(self, parting: Parting, parcel: bytes | None) -> None:
        """Write down that the folder is to be emptied; from here on there is no way back."""
        if parcel is not None:
            replace_file(self._folder / PARCEL, parcel)
        replace_file(self._folder / MARK, json.dumps(asdict(parting)).encode())

    def finish(self) -> bool:
        """Empty the folder, the key first; say whether all that was unsent has reached the server.

        May be called again and again: a parcel that could not be handed in waits, sealed, for the next
        time, also where another community has moved in meanwhile.
        """
        mark = self._folder / MARK
        if not mark.exists():
            return self._hand_in(self._folder / WAITS)
        self._custody.destroy()
        parting = _parting_in(mark)
        if parting is not None:
            self._keyring.remove(f"{TOKEN}/{parting.device_id}")
        handed_over = self._hand_in(mark, keep=True)
        for pattern in DOOMED:
            for path in sorted(self._folder.glob(pattern)):
                _remove(path)
        if handed_over:
            self._forget(mark)
        else:
            mark.replace(self._folder / WAITS)
        return handed_over

    def _hand_in(self, mark: Path, *, keep: bool = False) -> bool:
        parting, parcel = _parting_in(mark), self._folder / PARCEL
        if parting is not None and parcel.exists():
            try:
                self._hand_over(parting, parcel.read_bytes())
            except (SyncError, OSError):
                return False
        if not keep:
            self._forget(mark)
        return True

    def _forget(self, mark: Path) -> None:
        (self._folder / PARCEL).unlink(missing_ok=True)
        mark.unlink(missing_ok=True)


def take_to_server(parting: Parting, parcel: bytes) -> None:
    """Hand a parcel in. Raises SyncError."""
    from workbench.sync.http import HttpClient
    from workbench.sync.transport import Transport

    transport = Transport(HttpClient(parting.url, parting.ca_file), lambda: parting.token)
    try:
        transport.escrow(parcel)
    finally:
        transport.close()


def _unsent(outbox: Outbox) -> Iterator[list[object]]:
    after = 0
    while (batch := outbox.next(after)) is not None:
        yield from batch.changes
        after = batch.last


def _parting_in(mark: Path) -> Parting | None:
    try:
        return Parting(**json.loads(mark.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _remove(path: Path) -> None:
    """Remove a file or folder; what another program holds is gone through again the next time."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            rmtree(path)
        else:
            path.unlink(missing_ok=True)
