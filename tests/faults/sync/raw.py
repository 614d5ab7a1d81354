"""A client that says whatever a test wants said: raw HTTP, a chain of its own, no manners."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import requests

from workbench.standards.chain import GENESIS, chain_hash
from workbench.store.base import new_id
from workbench.sync.protocol.wire import PROTOCOL, Change

_HLC = 1_764_000_000_000 << 16


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said: status and body; None where the body is no JSON."""

    status: int
    body: dict[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def fault(self) -> str:
        """The named fault, empty if there is none."""
        return str(self.body.get("fault", ""))

    def answers(self) -> dict[str, list[Any]]:
        """Return the answers by op_id, without it: outcome, seq, reason, current, gone, repeated."""
        return {op_id: rest for op_id, *rest in self.body["answers"]}

    def outcomes(self) -> list[str]:
        """Return the outcomes of a push in order."""
        return [answer[1] for answer in self.body["answers"]]


@dataclass
class RawDesk:
    """A device as a programmer would write it in an afternoon; it keeps its own chain."""

    url: str
    device_id: str = field(default_factory=new_id)
    incarnation: str = field(default_factory=new_id)
    community_id: str = ""
    token: str = ""
    epoch: str = ""
    scope_epoch: int = 0
    staff_id: str = ""
    number: int = 0
    head: bytes = GENESIS
    protocol: int = PROTOCOL
    ca: str | bool = True

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Reply:
        """Send one request."""
        raw = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        return self.send(method, path, raw, **headers)

    def send(self, method: str, path: str, raw: bytes, **headers: str) -> Reply:
        """Send one request with these very bytes."""
        sent = {
            "Workbench-Protocol": str(self.protocol),
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "X-Content-SHA256": hashlib.sha256(raw).hexdigest(),
        }
        if self.staff_id:
            sent["Workbench-Staff"] = self.staff_id
        answer = requests.request(
            method, f"{self.url}/v1/{path}", data=raw, headers=sent | headers, timeout=30, verify=self.ca
        )
        try:
            body = answer.json() if answer.content else {}
        except ValueError:
            body = {}
        return Reply(answer.status_code, body, answer.headers, answer.content)

    def join(self, code: str, found: Mapping[str, str] | None = None) -> Reply:
        """Enrol by a code and remember what was told."""
        body = {
            "code": code, "device_id": self.device_id, "incarnation": self.incarnation,
            "device_name": "测试终端", "protocol": self.protocol, "schema_version": "9999", "found": found,
        }  # fmt: skip
        reply = self.ask("POST", "enrol", body)
        if reply.status == 200:
            self.token, self.epoch = reply.body["token"], reply.body["epoch"]
            self.community_id = reply.body["community_id"]
            self.scope_epoch = self.ask("GET", "digest").body["scope_epoch"]
        return reply

    def change(
        self,
        kind: str,
        entity: str,
        record_id: str,
        fields: Mapping[str, Any] | None,
        *,
        base_seq: int = 0,
        before: Mapping[str, Any] | None = None,
        hlc: int | None = None,
    ) -> Change:
        """Write the next change of this device's chain."""
        self.number += 1
        unsigned = Change(
            op_id=new_id(), community_id=self.community_id, entity=entity, record_id=record_id, kind=kind,
            before=_text(before), after=_text(fields), base_seq=base_seq, author_id=self.staff_id,
            device_id=self.device_id, device_seq=self.number, hlc=_HLC + self.number if hlc is None else hlc,
            purpose=None, hash="",
        )  # fmt: skip
        self.head = chain_hash(unsigned.hashed, self.head)
        return replace(unsigned, hash=self.head.hex())

    def push(self, changes: Sequence[Change], **about: Any) -> Reply:
        """Push changes."""
        body = {
            "epoch": self.epoch, "incarnation": self.incarnation, "schema_version": "9999",
            "changes": [change.wire() for change in changes],
        }  # fmt: skip
        return self.ask("POST", "push", body | about)

    def pull(self, after: int = 0, limit: int = 1000, **about: Any) -> Reply:
        """Pull one page."""
        query = {"after": after, "limit": limit, "epoch": self.epoch, "scope_epoch": self.scope_epoch} | about
        return self.ask("GET", "pull?" + "&".join(f"{name}={value}" for name, value in query.items()))


def _text(fields: Mapping[str, Any] | None) -> str | None:
    return None if fields is None else json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
