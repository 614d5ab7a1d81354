"""What the server's administrator does (服务器管理): the verbs behind `workbench server`.

What concerns a community is written as a change of the server's own into its log, so that every desk learns
of it in the ordinary way.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from workbench.server import communities, escrow, founding
from workbench.server.communities import CommunityLine
from workbench.server.database import Database, Rows
from workbench.server.escrow import Parcel
from workbench.server.joining import Terms
from workbench.server.news import announce
from workbench.server.own import write_own
from workbench.server.signing import ServerKeys
from workbench.standards.clock import Clock, stamp, utc_now
from workbench.standards.errors import WorkbenchError
from workbench.sync.protocol.codes import code_hash, new_code

INVITATION_DAYS = 7
"""How long the invitation of a desk can be used, unless said otherwise."""

_DEVICES = """
SELECT r.community_id, r.record_id, r.body, r.deleted,
  (SELECT max(last_seen) FROM device d WHERE d.community_id = r.community_id AND d.device_id = r.record_id)
FROM record r WHERE r.entity = 'desk_device' AND r.community_id = coalesce(%s, r.community_id)
ORDER BY r.community_id, (r.body ->> 'number')::int
"""
_STAFF = """
SELECT record_id, body FROM record
WHERE community_id = %s AND entity = 'staff_account' AND NOT deleted ORDER BY body ->> 'name'
"""
_RECORD = "SELECT body FROM record WHERE community_id = %s AND entity = %s AND record_id = %s AND NOT deleted"
_COMMUNITIES = "SELECT community_id FROM community WHERE community_id = %s OR name = %s"


class NotOnServer(WorkbenchError):
    """The server has no such community, desk or account."""


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A desk in the list; `state` is active, lost, revoked or deleted."""

    community_id: str
    device_id: str
    number: int
    name: str
    state: str
    terms: Terms
    last_seen: datetime | None


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A staff account in the list; names belong on the administrator's screen and in no log."""

    staff_id: str
    account: str
    display_name: str
    roles: tuple[str, ...]
    active: bool


class Administration:
    """The administrator's verbs; each is one transaction. Verbs raise NotOnServer."""

    def __init__(
        self,
        database: Database,
        clock: Clock = utc_now,
        entropy: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._database, self._clock, self._entropy = database, clock, entropy

    def add_community(self, name: str, days: int = founding.FOUNDING_DAYS) -> str:
        """Make a founding invitation for a community and return its code, shown this once."""
        with self._database.transaction() as connection:
            return founding.make(connection, name, self._clock(), self._entropy, days)

    def communities(self) -> list[CommunityLine]:
        """Return the communities that have joined."""
        with self._database.transaction() as connection:
            return communities.communities(connection)

    def expected(self) -> list[founding.FoundingInvitation]:
        """Return the founding invitations that have not been used."""
        with self._database.transaction() as connection:
            return founding.pending(connection, self._clock())

    def invite(self, community: str, name: str, terms: Terms, days: int = INVITATION_DAYS) -> str:
        """Invite a desk into a community, by its id or name; return the code, shown this once."""
        code = new_code(self._entropy)
        expires_at = self._clock() + timedelta(days=days)
        with self._database.transaction() as connection:
            fields = {
                "code_sha256": code_hash(code), "name": name, **terms.as_fields(),
                "expires_at": stamp(expires_at), "withdrawn": 0,
            }  # fmt: skip
            community_id = _community(connection, community)
            write_own(connection, community_id, "create", "desk_invitation", str(uuid4()), fields)
            announce(connection, community_id)
        return code

    def devices(self, community: str | None = None) -> list[DeviceLine]:
        """Return the desks of one community, or of all."""
        with self._database.transaction() as connection:
            community_id = _community(connection, community) if community else None
            return [_device(row) for row in connection.execute(_DEVICES, (community_id,))]

    def set_state(self, community: str, device_id: str, state: str, reason: str) -> None:
        """Mark a desk as active, lost or revoked, with the reason its people will read."""
        self._patch(community, "desk_device", device_id, {"state": state, "reason": reason})

    def staff(self, community: str) -> list[StaffLine]:
        """Return the accounts of a community."""
        with self._database.transaction() as connection:
            rows = connection.execute(_STAFF, (_community(connection, community),))
            return [_staff(record_id, body) for record_id, body in rows]

    def disable(self, community: str, staff_id: str) -> None:
        """Close an account: its holder is refused within the minute."""
        self._patch(community, "staff_account", staff_id, {"active": 0})

    def begin_new_life(self, community: str | None = None) -> int:
        """After a restore: give every community, or one, a new epoch; return how many."""
        with self._database.transaction() as connection:
            community_id = _community(connection, community) if community else None
            return communities.begin_new_life(connection, community_id)

    def parcels(self) -> list[Parcel]:
        """Return what lost desks have handed in."""
        with self._database.transaction() as connection:
            return escrow.parcels(connection)

    def open_parcel(self, keys: ServerKeys, escrow_id: str) -> bytes:
        """Open what a lost desk handed in. Raises NoSuchParcel, CannotOpen."""
        with self._database.transaction() as connection:
            return escrow.opened(connection, keys, escrow_id, self._clock())

    def _patch(self, community: str, entity: str, record_id: str, fields: dict[str, Any]) -> None:
        with self._database.transaction() as connection:
            community_id = _community(connection, community)
            row = connection.execute(_RECORD, (community_id, entity, record_id)).fetchone()
            if row is None:
                raise NotOnServer(
                    f"这个社区没有编号为 {record_id} 的终端或账号，未作任何改动；请先列出查看。"
                )
            changed = {name: value for name, value in fields.items() if row[0].get(name) != value}
            if changed:
                write_own(connection, community_id, "patch", entity, record_id, changed)
                announce(connection, community_id)


def _community(connection: Rows, named: str) -> str:
    """Return the id of a community named by its id or name. Raises NotOnServer, also where two fit."""
    rows = connection.execute(_COMMUNITIES, (named, named)).fetchall()
    if len(rows) != 1:
        problem = "没有叫" if not rows else "不止一个社区叫"
        raise NotOnServer(f"服务器上{problem}“{named}”的社区，未作任何改动；请用 community list 查看编号。")
    return str(rows[0][0])


def _device(row: tuple[Any, ...]) -> DeviceLine:
    community_id, device_id, body, deleted, last_seen = row
    state = "deleted" if deleted else str(body.get("state"))
    return DeviceLine(
        community_id, device_id, int(body.get("number") or 0), str(body.get("name")), state, Terms.of(body),
        last_seen,
    )  # fmt: skip


def _staff(record_id: str, body: dict[str, Any]) -> StaffLine:
    return StaffLine(
        record_id, str(body.get("name")), str(body.get("display_name")), tuple(body.get("roles") or ()),
        bool(body.get("active", True)),
    )  # fmt: skip
