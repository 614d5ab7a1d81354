"""Follows the hash chain of a device: nothing missing, nothing altered, nothing said twice in two ways."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from workbench.server.faults import RequestRefused
from workbench.server.incoming import Incoming
from workbench.server.known import KnownDevice
from workbench.server.refusals import refused
from workbench.standards.chain import moment_of
from workbench.standards.clock import stamp
from workbench.sync.protocol.merge import DELETED_AT
from workbench.sync.protocol.wire import Fault, to_json

CHANGING = frozenset({"create", "patch", "delete", "restore"})
"""The kinds of change that write to a record; the others are kept for the audit."""

LONGEST = 4 * 1024 * 1024
"""The most characters of one change's fields."""

_decode = msgspec.json.Decoder().decode


class Known(NamedTuple):
    """A change that was received before: its hash, its answer, and whether another desk handed it in."""

    hash: str
    answer: list[Any]
    relayed: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a device's chain that the server has; the hash in hexadecimal."""

    device_seq: int
    hash: str


class Fresh(NamedTuple):
    """A change not received before, with the bytes that were hashed and the fields it writes."""

    change: Incoming
    body: bytes
    fields: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Followed:
    """A push held against the chain: what is new, what was answered before, and where the chain stands.

    `doubled` are rows of the device's own chain that another desk had handed in before it could.
    """

    fresh: list[Fresh]
    repeated: dict[str, list[Any]]
    doubled: list[tuple[Fresh, list[Any]]]
    head: Head


def follow(
    device: KnownDevice, head: Head, changes: Sequence[Incoming], known: Mapping[str, Known]
) -> Followed:
    """Hold a push against the chain.

    Raises RequestRefused op_reuse, incarnation_conflict, chain_broken, forbidden.
    """
    found = Followed([], {}, [], head)
    for change in changes:
        _check_belonging(device, change)
        if change.relayed:
            _take_relayed(change, known.get(change.op_id), found)
        elif change.device_seq <= head.device_seq:
            _check_repeated(change, known.get(change.op_id), head)
            found.repeated[change.op_id] = known[change.op_id].answer
        else:
            head = _take_next(change, known.get(change.op_id), head, found)
    return Followed(found.fresh, found.repeated, found.doubled, head)


def _check_belonging(device: KnownDevice, change: Incoming) -> None:
    if change.community_id != device.community_id:
        raise refused(Fault.FORBIDDEN, op_id=change.op_id)
    if not change.relayed and change.device_id != device.device_id:
        raise refused(Fault.FORBIDDEN, op_id=change.op_id)


def _take_relayed(change: Incoming, known: Known | None, found: Followed) -> None:
    if known is not None:
        found.repeated[change.op_id] = known.answer
    else:
        found.fresh.append(_fresh(change, to_json(change.hashed)))


def _check_repeated(change: Incoming, known: Known | None, head: Head) -> None:
    if known is None:
        raise refused(Fault.INCARNATION_CONFLICT, device_seq=head.device_seq, hash=head.hash)
    if known.hash != change.hash and not known.relayed:
        raise reused(change)


def _take_next(change: Incoming, known: Known | None, head: Head, found: Followed) -> Head:
    if change.device_seq != head.device_seq + 1:
        raise broken(head)
    body = to_json(change.hashed)
    if hashlib.sha256(bytes.fromhex(head.hash) + body).hexdigest() != change.hash:
        raise broken(head)
    if known is None:
        found.fresh.append(_fresh(change, body))
    elif known.relayed:
        found.repeated[change.op_id] = known.answer
        found.doubled.append((_fresh(change, body), known.answer))
    elif known.hash == change.hash:
        # Another life of the device has handed it in meanwhile: a copy of its disk, or a request held up.
        found.repeated[change.op_id] = known.answer
    else:
        raise reused(change)
    return Head(change.device_seq, change.hash)


def _fresh(change: Incoming, body: bytes) -> Fresh:
    return Fresh(change, body, _fields(change, body))


def _fields(change: Incoming, body: bytes) -> Mapping[str, Any] | None:
    """Return the fields that a change writes, None where it writes none or they are no fields at all."""
    if change.kind not in CHANGING:
        return None
    if change.after is None:
        # The row is gone there altogether; here it is marked as deleted, by the desk's clock.
        return {DELETED_AT: stamp(moment_of(change.hlc))} if change.kind == "delete" else None
    if len(change.after) > LONGEST or not change.record_id.isprintable() or "\\" in change.record_id:
        return None
    try:
        fields = _decode(change.after)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None
    # PostgreSQL keeps no NUL, and nobody types one; the cheap look comes before the thorough one.
    if not isinstance(fields, dict) or (b"u0000" in body and _has_nul(fields)):
        return None
    return fields


def _has_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, dict):
        return any(_has_nul(each) for pair in value.items() for each in pair)
    return isinstance(value, list) and any(_has_nul(each) for each in value)


def broken(head: Head) -> RequestRefused:
    """Return the refusal of a chain that does not go on where the server's ends."""
    return RequestRefused(
        Fault.CHAIN_BROKEN,
        "本终端的日志与服务器所存的接不上，可能缺行或被改动，服务器没有接收；内容都在本地，请联系维护人员核对。",
        device_seq=head.device_seq,
        hash=head.hash,
    )


def reused(change: Incoming) -> RequestRefused:
    """Return the refusal of an id that names another change already."""
    return RequestRefused(
        Fault.OP_REUSE,
        "同一编号的改动内容与服务器已收到的不同，服务器没有接收；内容都在本地，请联系维护人员核对。",
        op_id=change.op_id,
        device_seq=change.device_seq,
    )
