"""A push as it comes in: read in one go, strictly, and each change kept with the bytes that were hashed."""

from __future__ import annotations

import re
from typing import Annotated

import msgspec

from workbench.server.refusals import malformed
from workbench.sync.protocol.wire import PUSH_LIMIT

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=96)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


class Incoming(msgspec.Struct, array_like=True, frozen=True, gc=False, forbid_unknown_fields=True):
    """One change on its way in: `wire.Change` as its array, checked for kinds and bounds of values."""

    op_id: _Name
    community_id: _Name
    entity: _Name
    record_id: _Name
    kind: Annotated[str, msgspec.Meta(max_length=24)]
    before: str | None
    after: str | None
    base_seq: _Count
    author_id: Annotated[str, msgspec.Meta(max_length=64)]
    device_id: _Name
    device_seq: _Count
    hlc: _Count
    purpose: str | None
    hash: Annotated[str, msgspec.Meta(max_length=64)]
    was_seq: _Count = 0
    relayed: bool = False

    @property
    def hashed(self) -> tuple[object, ...]:
        """The values under the hash."""
        return (
            self.op_id, self.community_id, self.entity, self.record_id, self.kind, self.before, self.after,
            self.base_seq, self.author_id, self.device_id, self.device_seq, self.hlc, self.purpose,
        )  # fmt: skip


class PushRequest(msgspec.Struct, frozen=True):
    """The body of a push."""

    epoch: str
    incarnation: str
    changes: list[Incoming]
    schema_version: str = ""
    app_version: str = ""


_PLAIN = re.compile(r"[0-9A-Za-z_./ -]+")
_decoder = msgspec.json.Decoder(PushRequest)


def read_push(body: bytes) -> PushRequest:
    """Read the body of a push. Raises RequestRefused malformed, with what of it is wrong."""
    try:
        request = _decoder.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise malformed(str(error)[:200]) from error
    if len(request.changes) > PUSH_LIMIT:
        raise malformed(f"more than {PUSH_LIMIT} changes")
    for change in request.changes:
        if not _PLAIN.fullmatch(f"{change.op_id} {change.device_id} {change.hash}"):
            raise malformed("op_id, device_id or hash")
    return request
