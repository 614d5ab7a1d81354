"""Who asks: a desk by its token, and the person at it, both forgotten soon so that a refusal bites.

An answer is remembered for half a minute; a desk revoked, or a person disabled, is out within that.
"""

from __future__ import annotations

import hmac
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Generic, TypeVar

from workbench.server.database import Database
from workbench.server.known import KnownDevice
from workbench.server.patience import Patience
from workbench.server.refusals import refused
from workbench.server.tokens import Token, read_token
from workbench.sync.protocol.digest import bucket_of
from workbench.sync.protocol.shapes import Scope
from workbench.sync.protocol.wire import Fault

_REMEMBERED = 100_000
_NO_HASH = "0" * 64
_ACTIVE = "active"
_KEPT = TypeVar("_KEPT")

_DEVICE = """
SELECT d.token_sha256, r.body, r.deleted, coalesce(r.versions -> 'scope' ->> 0, r.created ->> 0, '0')
FROM device d LEFT JOIN record r
  ON r.community_id = d.community_id AND r.bucket = %(bucket)s AND r.record_id = d.device_id
  AND r.entity = 'desk_device'
WHERE d.community_id = %(community)s AND d.device_id = %(device)s AND d.incarnation = %(incarnation)s
  AND d.retired_at IS NULL
"""
_STAFF = """
SELECT body, deleted FROM record
WHERE community_id = %s AND bucket = %s AND record_id = %s AND entity = 'staff_account'
"""


@dataclass(frozen=True, slots=True)
class _Found:
    """A desk as the database knows it; `state` is active, lost or revoked."""

    device: KnownDevice
    state: str


class _Memory(Generic[_KEPT]):
    """Remembers answers for a while, and no more than there is room for."""

    def __init__(self, ticks: Callable[[], float], seconds: float) -> None:
        self._ticks, self._seconds = ticks, seconds
        self._kept: OrderedDict[tuple[str, ...], tuple[float, _KEPT]] = OrderedDict()
        self._forgotten_at = float("-inf")
        self._lock = Lock()

    def get(self, key: tuple[str, ...]) -> _KEPT | None:
        kept = self._kept.get(key)
        return kept[1] if kept and self._ticks() - kept[0] < self._seconds else None

    def put(self, key: tuple[str, ...], value: _KEPT, asked_at: float) -> None:
        with self._lock:
            if asked_at < self._forgotten_at:
                return
            self._kept[key] = (asked_at, value)
            self._kept.move_to_end(key)
            if len(self._kept) > _REMEMBERED:
                self._kept.popitem(last=False)

    def forget(self) -> None:
        """Forget all, also what is being asked at this moment and may be old when it comes."""
        with self._lock:
            self._forgotten_at = self._ticks()
            self._kept.clear()


class Doorman:
    """Lets desks in by their token; knows the persons whose account was closed."""

    def __init__(
        self, database: Database, patience: Patience, ticks: Callable[[], float], seconds: float
    ) -> None:
        self._database, self._patience, self._ticks = database, patience, ticks
        self._desks: _Memory[_Found] = _Memory(ticks, seconds)
        self._closed: _Memory[bool] = _Memory(ticks, seconds)

    def remembered(self, header: str) -> KnownDevice | None:
        """Return an active desk as memory has it, without asking anybody; None if it has not."""
        token = read_token(header)
        found = self._desks.get(_key(token)) if token else None
        return found.device if found and found.state == _ACTIVE else None

    def is_closed(self, device: KnownDevice, staff_id: str) -> bool | None:
        """Tell from memory whether a person's account is closed; None if memory does not know."""
        return self._closed.get((device.community_id, staff_id))

    def let_in(self, header: str, staff_id: str, address: str) -> KnownDevice:
        """Return the desk and person that ask. Raises RequestRefused."""
        found = self._found(header, address)
        if found.state != _ACTIVE:
            raise refused(Fault.DEVICE_REVOKED, state=found.state)
        if staff_id and self._account_closed(found.device.community_id, staff_id):
            raise refused(Fault.STAFF_DISABLED)
        return replace(found.device, staff_id=staff_id or None)

    def let_hand_in(self, header: str, address: str) -> KnownDevice:
        """Return a desk that may hand in what it has sealed: any whose token was ever good."""
        return self._found(header, address).device

    def forget(self) -> None:
        """Ask anew about everybody: somebody's rights have changed."""
        self._desks.forget()
        self._closed.forget()

    def _found(self, header: str, address: str) -> _Found:
        token = read_token(header)
        if token is None:
            raise refused(Fault.SIGN_IN)
        remembered = self._desks.get(_key(token))
        return remembered or self._asked(token, address)

    def _asked(self, token: Token, address: str) -> _Found:
        asked_at = self._ticks()
        found = self._looked_up(token)
        if found is None:
            # Nobody guesses 256 bits; the wait is for whoever tries, and the right token never meets it.
            tried = f"{address} {token.community_id} {token.device_id}"
            self._patience.hear(tried)
            self._patience.failed(tried)
            raise refused(Fault.SIGN_IN)
        self._desks.put(_key(token), found, asked_at)
        return found

    def _looked_up(self, token: Token) -> _Found | None:
        values = {
            "community": token.community_id, "device": token.device_id, "incarnation": token.incarnation,
            "bucket": bucket_of(token.device_id),
        }  # fmt: skip
        with self._database.transaction() as connection:
            row = connection.execute(_DEVICE, values).fetchone()
        # An unknown desk and a wrong secret take the same way and the same time.
        kept, body, deleted, scope_epoch = row or (_NO_HASH, None, True, "0")
        if not hmac.compare_digest(kept, token.sha256) or row is None:
            return None
        return _found(token, body or {}, bool(deleted), int(scope_epoch))

    def _account_closed(self, community_id: str, staff_id: str) -> bool:
        remembered = self._closed.get((community_id, staff_id))
        if remembered is not None:
            return remembered
        asked_at = self._ticks()
        with self._database.transaction() as connection:
            row = connection.execute(_STAFF, (community_id, bucket_of(staff_id), staff_id)).fetchone()
        # An account nobody has sent yet is new: its first desk is about to send it.
        closed = row is not None and (bool(row[1]) or not row[0].get("active", True))
        self._closed.put((community_id, staff_id), closed, asked_at)
        return closed


def _key(token: Token) -> tuple[str, ...]:
    return (token.sha256,)


def _found(token: Token, body: dict[str, Any], deleted: bool, scope_epoch: int) -> _Found:
    areas = body.get("areas")
    scope = Scope(
        outside=bool(body.get("outside")),
        areas=None if areas is None else frozenset(areas),
        masked=bool(body.get("masked")),
    )
    known = KnownDevice(token.community_id, token.device_id, token.incarnation, scope, scope_epoch)
    state = "revoked" if deleted else str(body.get("state", _ACTIVE))
    return _Found(known, state)
