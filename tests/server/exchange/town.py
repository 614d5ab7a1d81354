"""A community on a server and desks that push to it directly, as a programmer would write them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.store_fixtures import SettableClock
from workbench.server import lives
from workbench.server.communities import make_community
from workbench.server.database import Database
from workbench.server.exchange import Exchange, News, Pushed
from workbench.server.incoming import read_push
from workbench.server.known import KnownDevice
from workbench.server.own import write_own
from workbench.server.scopes import scope_of
from workbench.standards.chain import GENESIS, chain_hash, next_hlc
from workbench.store.base import new_id
from workbench.sync.protocol.digest import content_hash, fingerprint
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.shapes import Scope
from workbench.sync.protocol.wire import Change, to_json

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SUPERVISOR = ["supervisor", "administrator"]


class Town:
    """A community with its database; `desk` lets another desk join."""

    def __init__(self, url: str, **shapes: Any) -> None:
        self.database = Database(url, connections=12)
        self.clock, self.community_id, self.news = SettableClock(MONDAY), new_id(), list[News]()
        self.exchange = Exchange(self.database, SHAPES, clock=self.clock, tell=self.news.append)
        with self.database.transaction() as connection:
            make_community(connection, self.community_id, "三里亭社区", "0" * 64)

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self.database.transaction() as connection:
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

    @property
    def epoch(self) -> str:
        return str(self.rows("SELECT epoch FROM community WHERE community_id = %s", self.community_id)[0][0])

    @property
    def seq(self) -> int:
        return int(self.rows("SELECT seq FROM community WHERE community_id = %s", self.community_id)[0][0])

    def desk(self, staff_id: str = "", **scope: Any) -> Desk:
        """Let a desk join, with what it may see."""
        desk = Desk(self, staff_id, scope_of(scope))
        number = 1 + len(self.rows("SELECT 1 FROM device WHERE community_id = %s", self.community_id))
        fields = {"name": f"{number}号窗口", "number": number, "state": "active", **scope}
        with self.database.transaction() as connection:
            desk.begin(connection)
            write_own(connection, self.community_id, "create", "desk_device", desk.device_id, fields)
        return desk

    def founded(self) -> Desk:
        """Return a first desk with a supervisor, who has written down the community."""
        desk = self.desk()
        desk.staff_id = desk.write("create", "staff_account", own_id := new_id(), account("wang"), own_id)
        desk.write("create", "community", self.community_id, {"name": "三里亭社区", "demo": 0})
        desk.taken()
        return desk

    def record(self, entity: str, record_id: str) -> dict[str, Any] | None:
        found = self.rows("SELECT body FROM record WHERE entity = %s AND record_id = %s", entity, record_id)
        return found[0][0] if found else None

    def disputes(self, **about: Any) -> list[dict[str, Any]]:
        found = self.rows("SELECT record_id, body FROM record WHERE entity = 'sync_dispute' ORDER BY seq")
        bodies = [{"id": record_id, **body} for record_id, body in found]
        return [body for body in bodies if about.items() <= body.items()]


def account(name: str, roles: list[str] = SUPERVISOR, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "display_name": name,
        "password_hash": "secret",
        "roles": roles,
        "active": 1,
        **more,
    }


@dataclass
class Desk:
    """A device with a chain of its own. `records` is what it has pulled, when it pulls."""

    town: Town
    staff_id: str = ""
    scope: Scope = field(default_factory=Scope)
    device_id: str = field(default_factory=new_id)
    incarnation: str = field(default_factory=new_id)
    number: int = 0
    head: bytes = GENESIS
    hlc: int = 0
    outbox: list[Change] = field(default_factory=list)
    cursor: int = 0
    records: dict[tuple[str, str], tuple[int, dict[str, Any]]] = field(default_factory=dict)

    def begin(self, connection: Any, chain: tuple[int, str] | None = None) -> None:
        now = self.town.clock()
        lives.begin(
            connection, self.town.community_id, self.device_id, self.incarnation, now, secrets.token_bytes,
            "0006", chain,
        )  # fmt: skip

    @property
    def known(self) -> KnownDevice:
        town, found = self.town, 0
        rows = town.rows(
            "SELECT seq FROM record WHERE record_id = %s AND entity = 'desk_device'", self.device_id
        )
        found = rows[0][0] if rows else 0
        return KnownDevice(
            town.community_id, self.device_id, self.incarnation, self.scope, found, self.staff_id or None
        )

    def write(
        self,
        kind: str,
        entity: str,
        record_id: str,
        after: Mapping[str, Any] | str | None,
        author_id: str = "",
        *,
        base: int = 0,
        before: Mapping[str, Any] | None = None,
        at: timedelta = timedelta(0),
        **more: Any,
    ) -> str:
        """Write the next row of the journal and return the record's id."""
        self.number += 1
        self.hlc = next_hlc(self.town.clock() + at, self.hlc)
        values = (
            new_id(), self.town.community_id, entity, record_id, kind, text(before), text(after), base,
            author_id or self.staff_id, self.device_id, self.number, self.hlc, None,
        )  # fmt: skip
        self.head = chain_hash(values, self.head)
        self.outbox.append(Change(*values, self.head.hex(), **more))
        return record_id

    def add(self, entity: str, **fields: Any) -> str:
        return self.write("create", entity, new_id(), fields)

    def edit(self, entity: str, record_id: str, base: int | None = None, /, **fields: Any) -> str:
        """Patch a record as it was when the desk last pulled it, unless another base is given."""
        seq, before = self.records.get((entity, record_id), (0, {}))
        old = {name: before.get(name) for name in fields}
        return self.write("patch", entity, record_id, fields, base=seq if base is None else base, before=old)

    def remove(self, entity: str, record_id: str, base: int | None = None, **more: Any) -> str:
        seq, _ = self.records.get((entity, record_id), (0, {}))
        gone = {"deleted_at": "2026-11-23T01:00:00.000000Z"}
        base = seq if base is None else base
        return self.write("delete", entity, record_id, gone, base=base, before={"deleted_at": None}, **more)

    def push(self, changes: list[Change] | None = None, epoch: str | None = None) -> Pushed:
        """Push what waits; on success nothing waits any more."""
        sent = self.outbox[:500] if changes is None else changes
        body = {
            "epoch": epoch or self.town.epoch, "incarnation": self.incarnation, "schema_version": "0006",
            "changes": [change.wire() for change in sent],
        }  # fmt: skip
        pushed = self.town.exchange.push(self.known, read_push(to_json(body)))
        if changes is None:
            del self.outbox[:500]
        return pushed

    def outcomes(self) -> list[tuple[str, str]]:
        """Push what waits and return outcome and reason of each."""
        return [(answer[1], answer[3]) for answer in self.push().answers]

    def taken(self) -> Pushed:
        """Push what waits, and insist that all of it is taken."""
        pushed = self.push()
        assert {answer[1] for answer in pushed.answers} <= {"accepted", "merged", "noted"}, pushed.answers
        return pushed

    def page(self, after: int | None = None, limit: int = 1000, **more: Any) -> dict[str, Any]:
        known = self.known
        asked = {
            "epoch": self.town.epoch,
            "scope_epoch": self.town.exchange.state(known)["scope_epoch"],
            **more,
        }
        page = self.town.exchange.pull(
            known, after=self.cursor if after is None else after, limit=limit, **asked
        )
        return dict(json.loads(page.body))

    def pull(self) -> list[list[Any]]:
        """Pull all there is, apply it, and return the rows."""
        rows: list[list[Any]] = []
        while True:
            page = self.page()
            rows += page["rows"]
            self.cursor = page["to_seq"]
            if page["complete"]:
                break
        for seq, _, entity, record_id, _, fields, *_ in rows:
            _, old = self.records.get((entity, record_id), (0, {}))
            self.records[entity, record_id] = (seq, {**old, **fields})
        return rows

    def digest(self) -> dict[int, tuple[int, int]]:
        told = json.loads(self.town.exchange.digest(self.known).body)
        return {number: (count, xor) for number, count, xor in told["buckets"]}

    def standing(self, first: int = 0, last: int = 255) -> list[list[Any]]:
        return list(json.loads(self.town.exchange.standing(self.known, first, last).body)["records"])

    def fingerprints(self) -> dict[int, tuple[int, int]]:
        """Return the digest of what was pulled, as a desk reckons it."""
        from workbench.sync.protocol.digest import bucket_of

        buckets: dict[int, tuple[int, int]] = {}
        for (entity, record_id), (seq, fields) in self.records.items():
            count, xor = buckets.get(bucket_of(record_id), (0, 0))
            mark = fingerprint(entity, record_id, seq, content_hash(fields))
            buckets[bucket_of(record_id)] = (count + 1, xor ^ mark)
        return buckets


def text(fields: Mapping[str, Any] | str | None) -> str | None:
    if fields is None or isinstance(fields, str):
        return fields
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
