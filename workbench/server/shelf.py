"""What a push must know of a community before it is judged, fetched in few questions and then remembered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from workbench.server.blobs import whole
from workbench.server.database import Rows
from workbench.server.scopes import Place
from workbench.sync.protocol.digest import bucket_of
from workbench.sync.protocol.merge import Document

Key = tuple[str, str]
"""Kind and id of a record."""

_KEYS = "json_to_recordset(%s::json) AS k(b smallint, r text, e text)"
# OFFSET 0 keeps each key's look-up a look-up: joined plainly, a table that was not analysed yet is taken for
# empty, and all of a community's records are read to find a few.
_FOUND = """
CROSS JOIN LATERAL (
  SELECT * FROM record c WHERE c.community_id = %s AND c.bucket = k.b AND c.record_id = k.r AND c.entity = k.e
  OFFSET 0
) AS r
"""
_DOCUMENTS = f"""
SELECT r.entity, r.record_id, r.seq, r.body::text, r.versions::text, r.created::text, r.subject, r.area_id,
       r.natural_key
FROM {_KEYS} {_FOUND}
"""
_PLACES = f"SELECT r.entity, r.record_id, r.subject, r.area_id FROM {_KEYS} {_FOUND}"
_HOLDERS = """
SELECT r.entity, r.natural_key, r.record_id
FROM json_to_recordset(%s::json) AS k(e text, n text)
CROSS JOIN LATERAL (
  SELECT * FROM record c WHERE c.community_id = %s AND c.entity = k.e AND c.natural_key = k.n OFFSET 0
) AS r
"""
_REFUSED = """
SELECT r.record_id FROM json_array_elements_text(%s::json) AS k(i)
JOIN refused_create r ON r.community_id = %s AND r.record_id = k.i
"""
_ANY = "SELECT EXISTS (SELECT FROM record WHERE community_id = %s AND entity = %s)"
_ROWS = """
SELECT r.seq, r.wire FROM json_array_elements_text(%s::json) AS k(i)
CROSS JOIN LATERAL (
  SELECT seq, wire::text FROM change_log c WHERE c.community_id = %s AND c.seq = k.i::bigint OFFSET 0
) AS r
"""
_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode


class Held(msgspec.Struct, gc=False):
    """A record in the hands of a push.

    `text` is its body where that is known word for word; `fresh` says that the push made it.
    """

    document: Document
    place: Place
    natural_key: str | None = None
    text: str | None = None
    changed: bool = False
    fresh: bool = False


class Shelf:
    """The records of one community that a push looks at, as the database has them.

    `has_refused` says whether the server ever refused a record that was made; mostly it has not.
    """

    def __init__(self, connection: Rows, community_id: str, *, has_refused: bool) -> None:
        self._connection, self._community_id = connection, community_id
        self._has_refused = has_refused
        self._documents: dict[Key, Held | None] = {}
        self._places: dict[Key, Place | None] = {}
        self._holders: dict[tuple[str, str], str | None] = {}
        self._refused: dict[str, bool] = {}
        self._files: dict[str, bool] = {}
        self._written: dict[int, tuple[str, str, int] | None] = {}

    def fetch(self, keys: Iterable[Key]) -> None:
        """Take several records off the shelf at once."""
        wanted = [key for key in dict.fromkeys(keys) if key not in self._documents]
        if not wanted:
            return
        self._documents.update(dict.fromkeys(wanted))
        for row in self._connection.execute(_DOCUMENTS, (_keys(wanted), self._community_id)):
            self._documents[row[0], row[1]] = _held(row)

    def assume_absent(self, keys: Iterable[Key]) -> None:
        """Take for granted that there are no such records; the tables' keys refuse to be wrong about it."""
        self._documents.update(dict.fromkeys(keys))

    def look(self, keys: Iterable[Key]) -> None:
        """Find out where several records lie, at once."""
        wanted = [
            key for key in dict.fromkeys(keys) if key not in self._documents and key not in self._places
        ]
        if not wanted:
            return
        self._places.update(dict.fromkeys(wanted))
        for entity, record_id, *place in self._connection.execute(
            _PLACES, (_keys(wanted), self._community_id)
        ):
            self._places[entity, record_id] = Place(*place)

    def ask_names(self, names: Iterable[tuple[str, str]]) -> None:
        """Find out who holds several natural keys, each given with its kind."""
        wanted = [name for name in dict.fromkeys(names) if name not in self._holders]
        if not wanted:
            return
        self._holders.update(dict.fromkeys(wanted))
        asked = _encode([{"e": entity, "n": name} for entity, name in wanted]).decode()
        for entity, name, record_id in self._connection.execute(_HOLDERS, (asked, self._community_id)):
            self._holders[entity, name] = record_id

    def ask_refused(self, record_ids: Iterable[str]) -> None:
        """Find out which records were refused when they were made."""
        wanted = [record_id for record_id in dict.fromkeys(record_ids) if record_id not in self._refused]
        if not wanted:
            return
        self._refused.update(dict.fromkeys(wanted, False))
        asked = _encode(wanted).decode()
        for (record_id,) in self._connection.execute(_REFUSED, (asked, self._community_id)):
            self._refused[record_id] = True

    def ask_files(self, addresses: Iterable[str]) -> None:
        """Find out which files have arrived whole."""
        wanted = [address for address in dict.fromkeys(addresses) if address not in self._files]
        if wanted:
            arrived = whole(self._connection, self._community_id, wanted)
            self._files.update((address, address in arrived) for address in wanted)

    def has_file(self, address: str) -> bool:
        """Say whether a file has arrived whole."""
        self.ask_files([address])
        return self._files[address]

    def held(self, key: Key) -> Held | None:
        """Return a record, fetched now if it was not."""
        if key not in self._documents:
            self.fetch([key])
        return self._documents[key]

    def place(self, entity: str, record_id: str) -> Place | None:
        """Return where a record lies, None if there is none."""
        key = (entity, record_id)
        if key in self._documents:
            held = self._documents[key]
            return None if held is None else held.place
        if key not in self._places:
            self.look([key])
        return self._places[key]

    def holder(self, entity: str, name: str) -> str | None:
        """Return the id of the living record that has a natural key."""
        if (entity, name) not in self._holders:
            self.ask_names([(entity, name)])
        return self._holders[entity, name]

    def is_refused(self, record_id: str) -> bool:
        """Say whether a record was refused when it was made."""
        if record_id not in self._refused and self._has_refused:
            self.ask_refused([record_id])
        return self._refused.get(record_id, False)

    def put(self, key: Key, held: Held) -> None:
        """Lay back a record as a change left it; later changes see it so."""
        before = self._documents.get(key)
        self._documents[key] = held
        if before is not None and before.natural_key and before.natural_key != held.natural_key:
            self._holders[key[0], before.natural_key] = None
        if held.natural_key:
            self._holders[key[0], held.natural_key] = key[1]

    def mark_refused(self, record_id: str, *, refused: bool) -> None:
        """Remember that a record was refused when it was made, or that it was made after all."""
        self._refused[record_id] = refused

    def has_any(self, entity: str) -> bool:
        """Say whether there is a record of a kind at all, be it one this push made."""
        if any(held is not None and key[0] == entity for key, held in self._documents.items()):
            return True
        found = self._connection.execute(_ANY, (self._community_id, entity)).fetchone()
        return found is not None and bool(found[0])

    def ask_written(self, numbers: Iterable[int]) -> None:
        """Find out who wrote several rows of the log."""
        wanted = [number for number in dict.fromkeys(numbers) if number not in self._written]
        if not wanted:
            return
        self._written.update(dict.fromkeys(wanted))
        for seq, text in self._connection.execute(_ROWS, (_encode(wanted).decode(), self._community_id)):
            wire = _decode(text)
            self._written[seq] = (str(wire[6]), str(wire[7]), int(wire[8]))

    def written(self, seq: int) -> tuple[str, str, int] | None:
        """Return author, device and clock of a row of the log, None if it is not there any more."""
        self.ask_written([seq])
        return self._written[seq]

    def changed(self) -> list[Held]:
        """Return the records that changes left otherwise than they found them."""
        return [held for held in self._documents.values() if held is not None and held.changed]


def _keys(keys: Iterable[Key]) -> str:
    return _encode(
        [{"b": bucket_of(record_id), "r": record_id, "e": entity} for entity, record_id in keys]
    ).decode()


def _held(row: tuple[Any, ...]) -> Held:
    entity, record_id, seq, body, versions, created, subject, area_id, natural_key = row
    last = {group: tuple(version) for group, version in _decode(versions).items()}
    document = Document(entity, record_id, seq, _decode(body), last, tuple(_decode(created)))
    return Held(document, Place(subject, area_id), natural_key)
