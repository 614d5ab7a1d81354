"""Everything one server process works with, put together once and taken down in order."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Any

from anyio import CapacityLimiter

from workbench.server.auth import Doorman
from workbench.server.blobs import Blobs
from workbench.server.communities import make_community
from workbench.server.database import Database
from workbench.server.enrolment import Enrolment
from workbench.server.escrow import Escrow
from workbench.server.exchange import Exchange
from workbench.server.exchange import News as Written
from workbench.server.heads import Head, Heads
from workbench.server.logs import server_log
from workbench.server.metrics import Metrics
from workbench.server.news import News
from workbench.server.own import write_own
from workbench.server.patience import Patience
from workbench.server.settings import Settings
from workbench.server.signing import Signer, keys_in
from workbench.standards.clock import Clock, utc_now
from workbench.sync.protocol.entities import SHAPES


class Service:
    """The rooms of one server process."""

    def __init__(
        self,
        settings: Settings,
        clock: Clock = utc_now,
        ticks: Callable[[], float] = time.monotonic,
        entropy: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self.settings, self.clock, self.entropy = settings, clock, entropy
        self.log: Any = server_log()
        self.metrics = Metrics()
        self.keys = keys_in(settings.keys)
        self.signer = Signer(self.keys)
        self.database = Database(settings.database, connections=settings.connections)
        self.patience = Patience(ticks)
        self.doorman = Doorman(self.database, self.patience, ticks, settings.token_seconds)
        self.heads = Heads(self._head, ticks, settings.state_seconds)
        self.news = News(self.database, self.heads, self.doorman.forget)
        self.exchange = Exchange(self.database, SHAPES, clock=clock, tell=self._tell)
        self.enrolment = Enrolment(self.database, write_own, make_community, clock, entropy)
        self.blobs = Blobs(self.database, clock, settings.part_limit, settings.blob_limit)
        self.escrow = Escrow(self.database, clock)
        self._limiter: CapacityLimiter | None = None

    @property
    def limiter(self) -> CapacityLimiter:
        """As many requests at work as there are connections; the others wait without holding a thread."""
        if self._limiter is None:
            self._limiter = CapacityLimiter(self.settings.connections)
        return self._limiter

    def start(self) -> None:
        """Begin to hear from the other processes."""
        self.news.start()

    def stop(self) -> None:
        """Let go of everything."""
        self.news.stop()
        self.database.close()

    def _tell(self, written: Written) -> None:
        self.news.wrote(written.community_id, written.seq, written.epoch)
        if written.rights:
            self.news.rights_moved()

    def _head(self, community_id: str) -> Head | None:
        with self.database.transaction() as connection:
            row = connection.execute(
                "SELECT seq, epoch FROM community WHERE community_id = %s", (community_id,)
            ).fetchone()
        return Head(*row) if row else None
