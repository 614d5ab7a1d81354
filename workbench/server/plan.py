"""What a push comes to, before any of it is written: answers, rows of the log, of the audit, of records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from workbench.server.incoming import Incoming
from workbench.server.scopes import Place
from workbench.server.shelf import Key
from workbench.sync.protocol.wire import Outcome, Reason

_encode = msgspec.json.Encoder().encode


class Origin(NamedTuple):
    """Who wrote a row of the log, where, and when by the clock there."""

    op_id: str
    author_id: str
    device: str
    hlc: int


class Line(NamedTuple):
    """A row of the log to be; `wire` is what desks will be sent, word for word."""

    seq: int
    origin: Origin
    key: Key
    kind: str
    place: Place
    wire: str


class Noted(NamedTuple):
    """A row of the audit to be."""

    change: Incoming
    body: bytes
    answer: list[Any]


class Deletion(NamedTuple):
    """A record that a desk deleted in this push, as the guard counts them."""

    op_id: str
    device_id: str
    written_at: datetime


@dataclass(slots=True)
class Plan:
    """Everything one push writes; `seq` is the last number given, `first` the first.

    `rights` says that somebody's scope, state or account changed, `moved` which records changed area.
    """

    first: int
    seq: int
    log: list[Line] = field(default_factory=list)
    audit: list[Noted] = field(default_factory=list)
    deletions: list[Deletion] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    made_after_all: set[str] = field(default_factory=set)
    moved: list[tuple[Key, Place]] = field(default_factory=list)
    rights: bool = False


def wire_text(
    seq: int, origin: Origin, key: Key, kind: str, fields: Mapping[str, Any] | str, received_at: str
) -> str:
    """Return a row as desks are sent it; fields given as text go out word for word."""
    body = msgspec.Raw(fields) if isinstance(fields, str) else fields
    return _encode(
        (seq, origin.op_id, *key, kind, body, origin.author_id, origin.device, origin.hlc, received_at)
    ).decode()


def answer_of(
    op_id: str,
    outcome: Outcome,
    seq: int = 0,
    reason: Reason = Reason.NONE,
    current: Mapping[str, Any] | None = None,
    *,
    gone: bool = False,
) -> list[Any]:
    """Return the answer to a change as it goes over the wire."""
    return [op_id, outcome, seq, reason, current or {}, gone, False]
