"""The exchange with desks: takes changes in, hands changes out, and helps a desk find out what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.errors import UniqueViolation
from uuid_utils import uuid7

from workbench.server.database import Database
from workbench.server.digests import digest_of, standing_of
from workbench.server.faults import RequestRefused
from workbench.server.incidents import keep_incident
from workbench.server.incoming import PushRequest
from workbench.server.known import KnownDevice
from workbench.server.pages import Page, page_after, present_of
from workbench.server.push import Push, Taken
from workbench.server.scopes import Sight
from workbench.standards.chain import moment_of
from workbench.standards.clock import utc_now
from workbench.sync.protocol.shapes import Shape

__all__ = ["Exchange", "News", "Page", "Pushed"]


@dataclass(frozen=True, slots=True)
class News:
    """What others should know of a push: how far the log has come, and whether somebody's rights changed."""

    community_id: str
    seq: int
    epoch: str
    rights: bool


@dataclass(frozen=True, slots=True)
class Pushed:
    """The answer to a push; `answers` as arrays, the device's chain head as hexadecimal hash.

    `skew` is by how many seconds the desk's clock was ahead at its last change; it is noted, and decides
    nothing. `news` is None where nothing was logged.
    """

    epoch: str
    seq: int
    answers: list[list[Any]]
    device_seq: int
    hash: str
    news: News | None
    skew: float


class Exchange:
    """What a server does for desks that have proved who they are; safe to share between threads.

    Every verb raises RequestRefused.
    """

    def __init__(
        self,
        database: Database,
        shapes: Mapping[str, Shape],
        *,
        clock: Callable[[], datetime] = utc_now,
        tell: Callable[[News], None] = lambda news: None,
        new_id: Callable[[], str] = lambda: str(uuid7()),
    ) -> None:
        self._database, self._shapes, self._clock, self._tell = database, shapes, clock, tell
        self._new_id = new_id

    def push(self, device: KnownDevice, request: PushRequest) -> Pushed:
        """Take in a batch of changes: authorise, merge, number, log; all of it or nothing."""
        now = self._clock()
        try:
            taken = self._taken(device, request, now)
        except RequestRefused as error:
            keep_incident(self._database, device, error, self._new_id(), now)
            raise
        pushed = _pushed(device, taken, request, now)
        if pushed.news is not None:
            self._tell(pushed.news)
        return pushed

    def _taken(self, device: KnownDevice, request: PushRequest, now: datetime) -> Taken:
        try:
            with self._database.transaction() as connection:
                return Push(connection, self._shapes, device, now, self._new_id).take(request)
        except UniqueViolation:
            with self._database.transaction() as connection:
                push = Push(connection, self._shapes, device, now, self._new_id, thorough=True)
                return push.take(request)

    def pull(self, device: KnownDevice, *, after: int, limit: int, epoch: str, scope_epoch: int) -> Page:
        """Return the changes after a number, as far as the desk may see them."""
        with self._database.transaction() as connection:
            present = present_of(connection, device)
            present.check(epoch, scope_epoch, after)
            return page_after(connection, device, Sight(device.scope, self._shapes), present, after, limit)

    def state(self, device: KnownDevice) -> Mapping[str, Any]:
        """Return epoch, scope epoch and the last number, asked of the database."""
        with self._database.transaction() as connection:
            return present_of(connection, device).as_json()

    def digest(self, device: KnownDevice) -> Page:
        """Return the fingerprint of every bucket of what the desk may see."""
        with self._database.transaction() as connection:
            present = present_of(connection, device)
            return digest_of(connection, device, Sight(device.scope, self._shapes), present)

    def standing(self, device: KnownDevice, first: int, last: int) -> Page:
        """Return the records of a range of buckets as they stand, as far as the desk may see them."""
        with self._database.transaction() as connection:
            present = present_of(connection, device)
            sight = Sight(device.scope, self._shapes)
            return standing_of(connection, device, sight, present, first, last)


def _pushed(device: KnownDevice, taken: Taken, request: PushRequest, now: datetime) -> Pushed:
    news = News(device.community_id, taken.seq, taken.epoch, taken.rights) if taken.logged else None
    ahead = moment_of(request.changes[-1].hlc) - now if request.changes else None
    return Pushed(
        taken.epoch,
        taken.seq,
        taken.answers,
        taken.head.device_seq,
        taken.head.hash,
        news,
        ahead.total_seconds() if ahead else 0.0,
    )
