"""A desk as the server sees it, without a store: a device with a token that writes a chained journal."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

import msgspec
import zstandard

from tests.benchmarks.load_client import request_of
from tests.benchmarks.sync_records import text_of
from workbench.standards.chain import GENESIS, chain_hash, next_hlc
from workbench.store import new_id
from workbench.sync.protocol.wire import PROTOCOL, Change, to_json

_json = msgspec.json.Encoder().encode


@dataclass(slots=True)
class SimulatedDesk:
    """One desk of one community, at which one person sits; what it knows of the server comes from joining."""

    community_id: str
    staff_id: str
    schema_version: str
    dice: Random
    device_id: str = field(default_factory=new_id)
    incarnation: str = field(default_factory=new_id)
    token: str = ""
    epoch: str = ""
    scope_epoch: int = 0
    _seq: int = 0
    _hash: bytes = GENESIS
    _hlc: int = 0

    def create(self, entity: str, fields: dict[str, Any], record_id: str = "") -> Change:
        """Write a new record."""
        return self._written(entity, record_id or new_id(), "create", None, fields)

    def patch(self, entity: str, record_id: str, before: dict[str, Any], after: dict[str, Any]) -> Change:
        """Change fields of a record this desk has just made."""
        return self._written(entity, record_id, "patch", before, after)

    def morning(self, count: int) -> list[Change]:
        """Write a morning's changes: residents, of whom each is corrected once."""
        changes = []
        for _ in range(count // 2):
            fields = _resident(self.dice)
            changes.append(self.create("resident", fields))
            before, after = {"note": fields["note"]}, {"note": text_of(self.dice, 60)}
            changes.append(self.patch("resident", changes[-1].record_id, before, after))
        return changes

    def enrolment(self, code: str, found: dict[str, str] | None) -> bytes:
        """Return the request by which the desk joins."""
        body = {
            "code": code, "device_id": self.device_id, "incarnation": self.incarnation,
            "device_name": "窗口", "protocol": PROTOCOL, "schema_version": self.schema_version,
        }  # fmt: skip
        return self._post("/v1/enrol", body if found is None else {**body, "found": found})

    def push(self, changes: Sequence[Change]) -> bytes:
        """Return the request that hands changes in."""
        body = {
            "epoch": self.epoch, "incarnation": self.incarnation, "schema_version": self.schema_version,
            "changes": [change.wire() for change in changes],
        }  # fmt: skip
        return self._post("/v1/push", body)

    def pull(self, after: int) -> bytes:
        """Return the request for what is new."""
        where = f"after={after}&limit=1000&epoch={self.epoch}&scope_epoch={self.scope_epoch}"
        return request_of("GET", f"/v1/pull?{where}", self._headers())

    def poll(self, after: int) -> bytes:
        """Return the request that asks whether anything is new."""
        where = f"epoch={self.epoch}&scope_epoch={self.scope_epoch}&after={after}"
        return request_of("GET", f"/v1/state?{where}", self._headers())

    def _post(self, path: str, body: dict[str, Any]) -> bytes:
        plain = to_json(body)
        headers = {
            **self._headers(), "Content-Type": "application/json", "Content-Encoding": "zstd",
            "X-Content-SHA256": hashlib.sha256(plain).hexdigest(),
        }  # fmt: skip
        return request_of("POST", path, headers, zstandard.ZstdCompressor(level=1).compress(plain))

    def _headers(self) -> dict[str, str]:
        headers = {"Workbench-Protocol": str(PROTOCOL), "Accept-Encoding": "zstd"}
        known = {"Authorization": f"Bearer {self.token}", "Workbench-Staff": self.staff_id}
        return headers | known if self.token else headers

    def _written(
        self, entity: str, record_id: str, kind: str, before: dict[str, Any] | None, after: dict[str, Any]
    ) -> Change:
        self._seq += 1
        self._hlc = next_hlc(datetime.now(UTC), self._hlc)
        old = None if before is None else _json(before).decode()
        values = (
            new_id(), self.community_id, entity, record_id, kind, old, _json(after).decode(), 0,
            self.staff_id, self.device_id, self._seq, self._hlc, None,
        )  # fmt: skip
        self._hash = chain_hash(values, self._hash)
        return Change(*values, self._hash.hex())  # type: ignore[arg-type]


def _resident(dice: Random) -> dict[str, Any]:
    return {
        "name": "沈月英", "sex": "2", "birth_date": f"19{dice.randrange(40, 99)}-03-07",
        "birth_precision": "day", "phone": f"138{dice.randrange(10**8):08d}", "registration": "local",
        "status": "living", "full_pinyin": "shenyueying", "initials": "syy", "note": text_of(dice, 120),
    }  # fmt: skip
