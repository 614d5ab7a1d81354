"""What the server answers, checked to be in the agreed form before anything of it is used."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from workbench.sync.errors import PageDamaged

AnswerRow = tuple[str, str, int, str, dict[str, Any], bool, bool]
"""op_id, outcome, seq, reason, current, gone, repeated."""

LogRow = tuple[int, str, str, str, str, dict[str, Any], str, str, int, str]
"""seq, op_id, entity, record_id, kind, fields, author_id, device, hlc, received_at."""

StandingRow = tuple[str, str, int, dict[str, Any]]
"""entity, record_id, seq, fields."""


class Hello(msgspec.Struct, frozen=True):
    """Who the server is and which protocol it speaks; told to anybody."""

    protocol: int
    oldest: int
    name: str = ""
    server_time: str = ""


class Enrolled(msgspec.Struct, frozen=True):
    """What a desk is told when it is let in."""

    token: str
    community_id: str
    epoch: str
    number: int
    address_key: str
    device: dict[str, Any] = {}
    offline_hours: int = 72
    seq: int = 0
    name: str = ""
    signing_key: str = ""
    escrow_key: str = ""


class Pushed(msgspec.Struct, frozen=True):
    """What became of the changes of one push; `head` is the chain's head with the server's signature."""

    epoch: str
    seq: int
    answers: list[AnswerRow]
    head: dict[str, Any] | None = None


class Page(msgspec.Struct, frozen=True):
    """Rows of the log through `to_seq`; `complete` when there are no more."""

    epoch: str
    scope_epoch: int
    to_seq: int
    complete: bool
    rows: list[LogRow]


class State(msgspec.Struct, frozen=True):
    """Where the server's log stands."""

    epoch: str
    scope_epoch: int
    seq: int


class Digest(msgspec.Struct, frozen=True):
    """Count and fingerprint of each bucket of what this desk may hold."""

    epoch: str
    scope_epoch: int
    seq: int
    buckets: list[tuple[int, int, int]]


class Standings(msgspec.Struct, frozen=True):
    """Whole records of some buckets as they stand at `seq`."""

    epoch: str
    scope_epoch: int
    seq: int
    records: list[StandingRow]


class NewToken(msgspec.Struct, frozen=True):
    """The token of a new incarnation."""

    token: str


T = TypeVar("T")


def read_answer(body: bytes, kind: type[T]) -> T:
    """Return the answer in a body. Raises PageDamaged."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PageDamaged(
            "服务器的应答不合约定，没有采用；内容都在本地，请更新工作台或告诉维护人员。"
        ) from error
