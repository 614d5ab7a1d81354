"""A server in a thread of the test, and desks that talk to it as a programmer would write them."""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psycopg
import requests
import uvicorn

from tests.store_fixtures import SettableClock
from workbench.server import founding
from workbench.server.app import create_app
from workbench.server.service import Service
from workbench.server.settings import Settings
from workbench.standards.chain import GENESIS, chain_hash, next_hlc
from workbench.standards.clock import utc_now
from workbench.sync.protocol.wire import PROTOCOL, Change

SUPERVISOR_ROLES = ["supervisor", "administrator"]


class Ticks:
    """Seconds that pass by themselves, and faster when a test says so."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += seconds


class RunningServer:
    """A server on a free port, served from a thread; stopped by `stop`."""

    def __init__(self, database: str, folder: Path, **changes: Any) -> None:
        self.settings = replace(Settings(database, folder / "keys"), **changes)
        self.clock, self.ticks = SettableClock(utc_now()), Ticks()
        app = create_app(self.settings, self.clock, ticks=self.ticks)
        self.service: Service = app.state.service
        self.app = app
        config = uvicorn.Config(
            app, host="127.0.0.1", port=0, http="httptools", log_config=None, access_log=False
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        until = time.monotonic() + 20
        while not self._server.started:
            assert self._thread.is_alive() and time.monotonic() < until, "the server did not start"
            time.sleep(0.005)

    @property
    def url(self) -> str:
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def calm(self) -> RunningServer:
        """Let all that was tried in vain be forgotten."""
        self.ticks.advance(4000)
        return self

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(20)

    def get(self, path: str, **options: Any) -> requests.Response:
        return requests.get(f"{self.url}{path}", timeout=20, **options)

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the database past the server."""
        with psycopg.connect(self.settings.database, autocommit=True) as connection:
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

    def founding_code(self, name: str = "社区") -> str:
        with psycopg.connect(self.settings.database) as connection:
            return founding.make(connection, name, self.clock(), secrets.token_bytes)

    def found(self, name: str = "三里亭社区") -> ServedDesk:
        """Let a desk bring a community of its own, with a supervisor as its first account."""
        desk = ServedDesk(self, community_id=new_id())
        desk.join(self.founding_code(name), found={
            "community_id": desk.community_id, "name": name, "address_key": secrets.token_hex(32),
        }).raise_for_status()  # fmt: skip
        desk.staff_id = new_id()
        account = {
            "name": "wangfang", "display_name": "王芳", "password_hash": "x", "roles": SUPERVISOR_ROLES,
            "posts": [], "active": 1, "must_change_password": 0, "demo": 0,
        }  # fmt: skip
        desk.write("create", "staff_account", desk.staff_id, account)
        desk.must_push()
        return desk


def new_id() -> str:
    """Return an id such as desks make."""
    from workbench.store.base import new_id as made

    return made()


@dataclass
class ServedDesk:
    """A device with a token and a chain of its own; it keeps no records."""

    server: RunningServer
    community_id: str = ""
    device_id: str = field(default_factory=new_id)
    incarnation: str = field(default_factory=new_id)
    staff_id: str = ""
    token: str = ""
    epoch: str = ""
    number: int = 0
    welcome: dict[str, Any] = field(default_factory=dict)
    outbox: list[Change] = field(default_factory=list)
    device_seq: int = 0
    head: bytes = GENESIS
    hlc: int = 0

    def headers(self, **more: str) -> dict[str, str]:
        known = {"Workbench-Protocol": str(PROTOCOL)}
        if self.token:
            known["Authorization"] = f"Bearer {self.token}"
        if self.staff_id:
            known["Workbench-Staff"] = self.staff_id
        return {**known, **more}

    def ask(self, method: str, path: str, body: object = None, **more: str) -> requests.Response:
        """Make a call of /v1, with JSON unless the body is bytes already."""
        raw = body if isinstance(body, bytes | None) else json.dumps(body, ensure_ascii=False).encode()
        return requests.request(
            method, f"{self.server.url}/v1{path}", data=raw, headers=self.headers(**more), timeout=20
        )

    def join(self, code: str, /, **more: Any) -> requests.Response:
        """Enrol by a code, and remember what was told."""
        body = {
            "code": code, "device_id": self.device_id, "incarnation": self.incarnation,
            "device_name": "一号窗口", "protocol": PROTOCOL, "schema_version": "0006", **more,
        }  # fmt: skip
        answer = self.ask("POST", "/enrol", body)
        if answer.status_code == 200:
            self.welcome = answer.json()
            self.token, self.epoch = self.welcome["token"], self.welcome["epoch"]
            self.community_id, self.number = self.welcome["community_id"], self.welcome["number"]
        return answer

    def write(
        self,
        kind: str,
        entity: str,
        record_id: str,
        after: Mapping[str, Any] | None,
        before: Mapping[str, Any] | None = None,
        base_seq: int = 0,
    ) -> Change:
        """Write the next row of this desk's journal; it waits to be pushed."""
        self.device_seq += 1
        self.hlc = next_hlc(self.server.clock(), self.hlc)
        values = (
            new_id(), self.community_id, entity, record_id, kind, _text(before), _text(after), base_seq,
            self.staff_id, self.device_id, self.device_seq, self.hlc, None,
        )  # fmt: skip
        self.head = chain_hash(values, self.head)
        change = Change(*values, self.head.hex())
        self.outbox.append(change)
        return change

    def push(self, changes: Sequence[Change] | None = None, **about: Any) -> requests.Response:
        """Push what waits, or other changes."""
        sent = self.outbox if changes is None else changes
        body = {
            "epoch": self.epoch, "incarnation": self.incarnation, "schema_version": "0006",
            "changes": [change.wire() for change in sent], **about,
        }  # fmt: skip
        answer = self.ask("POST", "/push", body)
        if answer.status_code == 200 and changes is None:
            self.outbox.clear()
        return answer

    def must_push(self) -> list[list[Any]]:
        """Push what waits, and insist that all of it is taken."""
        answer = self.push()
        assert answer.status_code == 200, answer.text
        answers = answer.json()["answers"]
        assert all(each[1] in ("accepted", "merged", "noted") for each in answers), answers
        return answers

    def invite(self, **terms: Any) -> str:
        """Let the supervisor at this desk make an invitation; return its code."""
        from workbench.sync.protocol.codes import code_hash, new_code

        code, record_id = new_code(secrets.token_bytes), new_id()
        fields = {
            "code_sha256": code_hash(code), "name": "新终端", "outside": 0, "masked": 0, "offline_hours": 72,
            "expires_at": "2099-01-01T00:00:00.000000Z", "withdrawn": 0, **terms,
        }  # fmt: skip
        self.write("create", "desk_invitation", record_id, fields)
        self.must_push()
        return code

    def another(self, **terms: Any) -> ServedDesk:
        """Let another desk of the community join, on an invitation made here."""
        desk = ServedDesk(self.server, staff_id=self.staff_id)
        desk.join(self.invite(**terms)).raise_for_status()
        return desk


def _text(fields: Mapping[str, Any] | None) -> str | None:
    return None if fields is None else json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


Found = Callable[..., ServedDesk]


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
