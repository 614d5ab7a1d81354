"""The exchange with desks: takes changes in, hands changes out, and helps a desk find out what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.server.database import Database
from workbench.server.incoming import PushRequest
from workbench.server.known import KnownDevice
from workbench.standards.clock import utc_now
from workbench.sync.protocol.shapes import Shape


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

    `skew` is by how many seconds the desk's clock was ahead; it is noted and decides nothing.
    """

    epoch: str
    seq: int
    answers: list[list[Any]]
    device_seq: int
    hash: str
    news: News | None
    skew: float


@dataclass(frozen=True, slots=True)
class Page:
    """An answer ready to send: `body` is its JSON."""

    body: bytes
    rows: int
    to_seq: int


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
    ) -> None:
        self._database, self._shapes, self._clock, self._tell = database, shapes, clock, tell

    def push(self, device: KnownDevice, request: PushRequest) -> Pushed:
        """Take in a batch of changes: authorise, merge, number, log."""
        raise NotImplementedError

    def pull(self, device: KnownDevice, *, after: int, limit: int, epoch: str, scope_epoch: int) -> Page:
        """Return the changes after a number, as far as the desk may see them."""
        raise NotImplementedError

    def state(self, device: KnownDevice) -> Mapping[str, Any]:
        """Return epoch, scope epoch and the last number, asked of the database."""
        raise NotImplementedError

    def digest(self, device: KnownDevice) -> Page:
        """Return the fingerprint of every bucket of what the desk may see."""
        raise NotImplementedError

    def standing(self, device: KnownDevice, first: int, last: int) -> Page:
        """Return the records of a range of buckets as they stand, as far as the desk may see them."""
        raise NotImplementedError
