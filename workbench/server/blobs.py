"""Files of the vault on the server (附件): they arrive in parts, whole or not at all, and only one at a time.

An address is a keyed hash, known only within a community; what another community has is not there. A file
is served and referred to only when every byte has come and its SHA-256 is what the desk said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.server.database import Database, Rows
from workbench.server.known import KnownDevice
from workbench.server.refusals import malformed, refused
from workbench.server.scopes import Place, Sight
from workbench.standards.clock import Clock
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.wire import Fault

GRACE = timedelta(days=30)
"""How long a file is kept that no living record refers to."""

_STANDING = "SELECT length, received, complete, sha256 FROM blob WHERE community_id = %s AND address = %s"
_BEGIN = """
INSERT INTO blob (community_id, address, length, touched_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (community_id, address) DO NOTHING
"""
_PART = "INSERT INTO blob_part (community_id, address, start, content) VALUES (%s, %s, %s, %s)"
_GROW = "UPDATE blob SET received = %s, touched_at = %s WHERE community_id = %s AND address = %s"
_FINISH = "UPDATE blob SET complete = true, sha256 = %s WHERE community_id = %s AND address = %s"
_PARTS = """
SELECT start, content FROM blob_part WHERE community_id = %s AND address = %s
AND start < %s AND start + octet_length(content) > %s ORDER BY start
"""
_WHOLE = "SELECT address FROM blob WHERE community_id = %s AND complete AND address = ANY(%s)"
_REFERRED = """
SELECT subject, area_id FROM record WHERE community_id = %s AND entity = 'attachment'
AND body ->> 'address' = %s AND NOT deleted
"""
_TOUCH_REFERRED = """
UPDATE blob b SET touched_at = %(now)s WHERE community_id = %(community)s AND EXISTS (
  SELECT FROM record r WHERE r.community_id = b.community_id AND r.entity = 'attachment'
  AND NOT r.deleted AND r.body ->> 'address' = b.address)
"""
_LEFT_OVER = "SELECT address FROM blob WHERE community_id = %s AND touched_at < %s"


@dataclass(frozen=True, slots=True)
class BlobStanding:
    """How much of a file is there, in bytes."""

    length: int
    received: int
    complete: bool
    sha256: str


class Blobs:
    """The files of all communities, each found only from within its own."""

    def __init__(self, database: Database, clock: Clock, part_limit: int, blob_limit: int) -> None:
        self._database, self._clock = database, clock
        self._part_limit, self._blob_limit = part_limit, blob_limit

    def standing(self, device: KnownDevice, address: str) -> BlobStanding:
        """Return how much of a file is there. Raises RequestRefused not_found."""
        with self._database.transaction() as connection:
            found = _standing(connection, device.community_id, address)
        if found is None:
            raise refused(Fault.NOT_FOUND)
        return found

    def take(
        self, device: KnownDevice, address: str, offset: int, length: int, part: bytes, sha256: str | None
    ) -> BlobStanding:
        """Take a part in at its offset; the last must bring the SHA-256 of the whole, 64 hexadecimal digits.

        A file whose hash is another is dropped at once and has to come again. Raises RequestRefused:
        malformed with `offset`, the place to go on from, when the part does not fit.
        """
        self._check(offset, length, part)
        community_id = device.community_id
        with self._database.transaction() as connection:
            standing = self._begun(connection, community_id, address, length)
            if standing.complete:
                return standing
            if standing.received != offset:
                raise refused(
                    Fault.MALFORMED, what="offset", offset=standing.received, length=standing.length
                )
            self._append(connection, community_id, address, offset, part)
            received = offset + len(part)
            kept = received < length or self._finish(connection, community_id, address, sha256)
        if not kept:
            raise malformed("content_sha256")
        return BlobStanding(length, received, received == length, sha256 or "")

    def read(self, device: KnownDevice, address: str, start: int, stop: int) -> bytes:
        """Return the bytes from `start` up to `stop` of a whole file.

        Raises RequestRefused not_found, also where no record that the desk may see refers to the file.
        """
        with self._database.transaction() as connection:
            standing = _standing(connection, device.community_id, address)
            if standing is None or not standing.complete or not _may_see(connection, device, address):
                raise refused(Fault.NOT_FOUND)
            return b"".join(_stretch(connection, device.community_id, address, start, stop))

    def _check(self, offset: int, length: int, part: bytes) -> None:
        if length > self._blob_limit or len(part) > self._part_limit:
            raise refused(Fault.TOO_LARGE, limit=self._blob_limit, part_limit=self._part_limit)
        if offset < 0 or length < 0 or offset + len(part) > length:
            raise malformed("offset")

    def _begun(self, connection: Rows, community_id: str, address: str, length: int) -> BlobStanding:
        """Return the file as it stands, locked: of two machines that send it, one goes on and one sees it."""
        connection.execute(_BEGIN, (community_id, address, length, self._clock()))
        standing = _standing(connection, community_id, address, lock=True)
        if standing is None:
            raise refused(Fault.BUSY)
        if standing.complete or standing.length == length:
            return standing
        # Begun with another length, which no end of this file could ever meet: begin anew.
        _drop(connection, community_id, address)
        connection.execute(_BEGIN, (community_id, address, length, self._clock()))
        return BlobStanding(length, 0, False, "")

    def _append(self, connection: Rows, community_id: str, address: str, offset: int, part: bytes) -> None:
        if part:
            connection.execute(_PART, (community_id, address, offset, part), binary=True)
        connection.execute(_GROW, (offset + len(part), self._clock(), community_id, address))

    def _finish(self, connection: Rows, community_id: str, address: str, sha256: str | None) -> bool:
        """Compare the whole with its hash; keep it or drop it. Returns whether it was kept."""
        digest = hashlib.sha256()
        for piece in _stretch(connection, community_id, address, 0, self._blob_limit):
            digest.update(piece)
        if sha256 is None or digest.hexdigest() != sha256.lower():
            _drop(connection, community_id, address)
            return False
        connection.execute(_FINISH, (sha256.lower(), community_id, address))
        return True


def whole(connection: Rows, community_id: str, addresses: Iterable[str]) -> frozenset[str]:
    """Return those of the addresses whose files have arrived whole; for whoever checks a reference."""
    rows = connection.execute(_WHOLE, (community_id, list(addresses)))
    return frozenset(address for (address,) in rows)


def sweep(connection: Rows, community_id: str, now: datetime) -> int:
    """Drop files that no living record has referred to for the days of grace; return how many.

    What is referred to is marked as touched now, so grace runs from the last sweep that saw a reference.
    """
    connection.execute(_TOUCH_REFERRED, {"community": community_id, "now": now})
    left = connection.execute(_LEFT_OVER, (community_id, now - GRACE)).fetchall()
    for (address,) in left:
        _drop(connection, community_id, address)
    return len(left)


def _standing(
    connection: Rows, community_id: str, address: str, *, lock: bool = False
) -> BlobStanding | None:
    row = connection.execute(_STANDING + (" FOR UPDATE" if lock else ""), (community_id, address)).fetchone()
    return None if row is None else BlobStanding(*row)


def _may_see(connection: Rows, device: KnownDevice, address: str) -> bool:
    if device.scope.is_whole:
        return True
    sight = Sight(device.scope, SHAPES)
    places = connection.execute(_REFERRED, (device.community_id, address))
    return any(sight.sees(Place(*place)) for place in places)


def _stretch(connection: Rows, community_id: str, address: str, start: int, stop: int) -> Iterator[bytes]:
    """Give the stored parts from `start` to `stop`, the first and last cut to measure."""
    rows = connection.cursor(binary=True).execute(_PARTS, (community_id, address, stop, start))
    for begin, content in rows:
        yield bytes(content[max(0, start - begin) : stop - begin])


def _drop(connection: Rows, community_id: str, address: str) -> None:
    connection.execute(
        "DELETE FROM blob_part WHERE community_id = %s AND address = %s", (community_id, address)
    )
    connection.execute("DELETE FROM blob WHERE community_id = %s AND address = %s", (community_id, address))
