"""How a desk joins (终端接入): by a code it shows once it gets a token, a number, and what it may hold.

A code is good for one desk. If the answer is lost on the way, the same desk may ask again for a few
minutes; nobody else may.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from workbench.server import founding, lives
from workbench.server.database import Database, Rows
from workbench.server.faults import RequestRefused
from workbench.server.joining import Found, Joining, Terms
from workbench.server.refusals import refused
from workbench.standards.clock import Clock, stamp
from workbench.sync.protocol.digest import bucket_of
from workbench.sync.protocol.wire import Fault

ASKED_AGAIN = timedelta(minutes=10)
"""How long the same desk may show a used code again."""

_CODE_WORDS: Mapping[str, str] = {
    "code_unknown": "邀请码不对，没有接入；请核对后重新输入，或请负责人另发一个。",
    "code_used": "这个邀请码已被使用过，没有接入；每个码只能用一次，请负责人另发一个。",
    "code_expired": "这个邀请码已过期，没有接入；请负责人另发一个。",
    "code_withdrawn": "这个邀请码已被撤回，没有接入；请负责人另发一个。",
    "code_founding": "这是接入已有社区数据的邀请码，请在已建好社区的终端上使用；没有接入。",
    "community_known": "这个社区已经接入服务器，没有重复接入；请由负责人为本终端发邀请码。",
}

_INVITATION = """
SELECT community_id, record_id, body FROM record
WHERE entity = 'desk_invitation' AND body ->> 'code_sha256' = %s AND NOT deleted LIMIT 1
"""
_DESK = """
SELECT body, deleted FROM record
WHERE community_id = %s AND bucket = %s AND record_id = %s AND entity = 'desk_device'
"""
_NEXT_NUMBER = """
SELECT coalesce(max((body ->> 'number')::int), 0) + 1 FROM record
WHERE community_id = %s AND entity = 'desk_device'
"""
_COMMUNITY = "SELECT epoch, seq, address_key, name FROM community WHERE community_id = %s FOR UPDATE"


class ServerWriter(Protocol):
    """Writes one change of the server's own into a community's log, in a transaction that goes on."""

    def __call__(
        self,
        connection: Rows,
        community_id: str,
        kind: str,
        entity: str,
        record_id: str,
        fields: Mapping[str, Any],
    ) -> None:
        """Write the change; the community's counter is locked from here on."""


class CommunityMaker(Protocol):
    """Makes a community's row."""

    def __call__(self, connection: Rows, community_id: str, name: str, address_key: str) -> None:
        """Make it at number 0 of a new epoch."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a desk is told that has joined; the token is told this once."""

    token: str
    community_id: str
    community_name: str
    epoch: str
    seq: int
    number: int
    address_key: str
    device: dict[str, Any]

    def body(self) -> dict[str, Any]:
        """Return the answer's body."""
        return {
            "token": self.token, "community_id": self.community_id, "name": self.community_name,
            "epoch": self.epoch, "seq": self.seq, "number": self.number, "address_key": self.address_key,
            "device": self.device, "offline_hours": self.device["offline_hours"],
        }  # fmt: skip


class Enrolment:
    """Lets desks join by codes."""

    def __init__(
        self,
        database: Database,
        write: ServerWriter,
        make_community: CommunityMaker,
        clock: Clock,
        entropy: Callable[[int], bytes],
    ) -> None:
        self._database, self._write, self._make_community = database, write, make_community
        self._clock, self._entropy = clock, entropy

    def join(self, joining: Joining) -> Welcome:
        """Let a desk join, or refuse its code. Raises RequestRefused."""
        now = self._clock()
        with self._database.transaction() as connection:
            invitation = founding.find(connection, joining.code_sha256)
            if invitation is not None:
                community_id, terms = self._found(connection, invitation, joining, now), Terms()
            else:
                community_id, terms = self._invited(connection, joining, now)
            return self._admit(connection, community_id, joining, terms, now)

    def _found(
        self, connection: Rows, invitation: founding.FoundingInvitation, joining: Joining, now: datetime
    ) -> str:
        """Take in the community that a desk brings."""
        if joining.found is None:
            raise _no("code_founding")
        used_by = invitation.device_id if invitation.community_id == joining.found.community_id else "-"
        _check_use(invitation.used_at, used_by, joining, now)
        if invitation.used_at is None:
            self._check_new(connection, joining.found, invitation.expires_at, now)
            self._make_community(
                connection, joining.found.community_id, joining.found.name, joining.found.address_key
            )
            founding.use(connection, joining.code_sha256, joining.found.community_id, joining.device_id, now)
        return joining.found.community_id

    def _check_new(self, connection: Rows, found: Found, expires_at: datetime, now: datetime) -> None:
        if expires_at <= now:
            raise _no("code_expired")
        if connection.execute(_COMMUNITY, (found.community_id,)).fetchone() is not None:
            raise _no("community_known")

    def _invited(self, connection: Rows, joining: Joining, now: datetime) -> tuple[str, Terms]:
        """Check the invitation of a supervisor and mark it as used, in the log as everything else."""
        row = connection.execute(_INVITATION, (joining.code_sha256,)).fetchone()
        if row is None:
            raise _no("code_unknown")
        community_id, record_id, _ = row
        # Read again under the lock that every writing of the community takes: a code is used once.
        connection.execute(_COMMUNITY, (community_id,))
        _, _, fields = connection.execute(_INVITATION, (joining.code_sha256,)).fetchone() or row
        used_at = _moment(fields.get("used_at"))
        _check_use(used_at, fields.get("device_id"), joining, now)
        if used_at is None:
            _check_open(fields, now)
            use = {"used_at": stamp(now), "device_id": joining.device_id}
            self._write(connection, community_id, "patch", "desk_invitation", record_id, use)
        return community_id, Terms.of(fields)

    def _admit(
        self, connection: Rows, community_id: str, joining: Joining, terms: Terms, now: datetime
    ) -> Welcome:
        """Give the desk its record, its number and its token."""
        connection.execute(_COMMUNITY, (community_id,))
        fields = self._desk_record(connection, community_id, joining, terms, now)
        token = lives.begin(
            connection, community_id, joining.device_id, joining.incarnation, now, self._entropy,
            joining.schema_version,
        )  # fmt: skip
        row = connection.execute(_COMMUNITY, (community_id,)).fetchone()
        assert row is not None
        epoch, seq, address_key, name = row
        return Welcome(
            token, community_id, name, epoch, seq, int(fields["number"]), address_key,
            {**Terms.of(fields).as_fields(), "name": fields["name"], "state": fields["state"]},
        )  # fmt: skip

    def _desk_record(
        self, connection: Rows, community_id: str, joining: Joining, terms: Terms, now: datetime
    ) -> Mapping[str, Any]:
        """Return the desk's record, made now unless the desk has been here before."""
        known = connection.execute(
            _DESK, (community_id, bucket_of(joining.device_id), joining.device_id)
        ).fetchone()
        if known is not None:
            return self._back(connection, community_id, joining, terms, known)
        row = connection.execute(_NEXT_NUMBER, (community_id,)).fetchone()
        number = row[0] if row else 1
        fields = {
            "name": joining.device_name or terms.name or f"{number}号终端", "number": number,
            "state": "active",
            **terms.as_fields(), "enrolled_at": stamp(now), "reason": "",
        }  # fmt: skip
        self._write(connection, community_id, "create", "desk_device", joining.device_id, fields)
        return fields

    def _back(
        self, connection: Rows, community_id: str, joining: Joining, terms: Terms, known: tuple[Any, ...]
    ) -> Mapping[str, Any]:
        """Let a desk join once more, under the terms of its new invitation; one sent away stays away."""
        fields, deleted = known
        if deleted or fields["state"] != "active":
            raise refused(Fault.DEVICE_REVOKED, state="revoked" if deleted else fields["state"])
        patch = {name: value for name, value in terms.as_fields().items() if fields.get(name) != value}
        if patch:
            self._write(connection, community_id, "patch", "desk_device", joining.device_id, patch)
        return {**fields, **patch}


def _check_use(used_at: datetime | None, device_id: str | None, joining: Joining, now: datetime) -> None:
    if used_at is not None and (device_id != joining.device_id or now - used_at > ASKED_AGAIN):
        raise _no("code_used")


def _check_open(fields: Mapping[str, Any], now: datetime) -> None:
    if fields.get("withdrawn"):
        raise _no("code_withdrawn")
    expires_at = _moment(fields.get("expires_at"))
    if expires_at is None or expires_at <= now:
        raise _no("code_expired")


def _no(what: str) -> RequestRefused:
    return RequestRefused(Fault.FORBIDDEN, _CODE_WORDS[what], what=what)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
