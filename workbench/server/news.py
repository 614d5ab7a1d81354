"""News between server processes: what one of them wrote, the others hear through PostgreSQL (LISTEN/NOTIFY).

It is sent after the commit and from a thread of its own: a NOTIFY inside a push would make every commit of
the whole server wait for every other. A word that is lost costs a desk a minute's patience and nothing else.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from psycopg import Error, OperationalError

from workbench.server.database import Database, Rows
from workbench.server.heads import Heads

CHANNEL = "workbench_news"

_SECONDS = 1.0
_RETRY_SECONDS = 2.0
_MOST_AT_ONCE = 50

_Item = tuple[str, int, str]
"""A community, where its log stands, in which epoch; an empty community says that rights have changed."""

_RIGHTS: _Item = ("", 0, "")


def announce(connection: Rows, community_id: str) -> None:
    """Say with the commit of this transaction that a community moved on and somebody's rights with it.

    For the administrator's rare acts, which come from no server process.
    """
    row = connection.execute(
        "SELECT seq, epoch FROM community WHERE community_id = %s", (community_id,)
    ).fetchone()
    items = [_RIGHTS] if row is None else [(community_id, row[0], row[1]), _RIGHTS]
    connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, json.dumps(items)))


class News:
    """Tells the other processes, and hears from them."""

    def __init__(self, database: Database, heads: Heads, rights_changed: Callable[[], None]) -> None:
        self._database, self._heads, self._rights_changed = database, heads, rights_changed
        self._waiting: SimpleQueue[_Item] = SimpleQueue()
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=self._listen, name="news-in", daemon=True),
            threading.Thread(target=self._speak, name="news-out", daemon=True),
        ]

    def start(self) -> None:
        """Begin to listen and to speak."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End both, and wait for them; a last word wakes whoever sleeps."""
        self._ended.set()
        self._waiting.put(_RIGHTS)
        for thread in self._threads:
            thread.join()

    def wrote(self, community_id: str, seq: int, epoch: str) -> None:
        """Say how far a community's log has come."""
        self._heads.learned(community_id, seq, epoch)
        self._waiting.put((community_id, seq, epoch))

    def rights_moved(self) -> None:
        """Say that a desk or an account was changed, so that nobody goes on from memory."""
        self._rights_changed()
        self._waiting.put(_RIGHTS)

    def _listen(self) -> None:
        while not self._ended.is_set():
            try:
                with self._database.listener() as connection:
                    self._hear(connection)
            except OperationalError:
                self._heads.listening(False)
                self._ended.wait(_RETRY_SECONDS)

    def _hear(self, connection: Rows) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        self._heads.listening(True)
        self._rights_changed()
        while not self._ended.is_set():
            for note in connection.notifies(timeout=_SECONDS, stop_after=1):
                self._take(note.payload)

    def _take(self, payload: str) -> None:
        for community_id, seq, epoch in json.loads(payload):
            if community_id:
                self._heads.learned(community_id, seq, epoch)
            else:
                self._rights_changed()

    def _speak(self) -> None:
        while not self._ended.is_set():
            try:
                with self._database.listener() as connection:
                    self._tell(connection)
            except Error:
                self._ended.wait(_RETRY_SECONDS)

    def _tell(self, connection: Rows) -> None:
        while True:
            items = self._next()
            if items:
                connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, json.dumps(items)))
            if self._ended.is_set():
                return

    def _next(self) -> list[_Item]:
        """Return what waits to be said, of each community the latest only."""
        latest: dict[str, _Item] = {}
        try:
            item = self._waiting.get(timeout=_SECONDS)
            latest[item[0]] = item
            while len(latest) < _MOST_AT_ONCE:
                item = self._waiting.get_nowait()
                latest[item[0]] = item
        except Empty:
            pass
        return list(latest.values())
