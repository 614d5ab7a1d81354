"""Takes in a push (上传): follows the chain, judges each change, numbers what is taken, writes it at once.

Everything is read and judged before the community's counter is locked. If somebody else wrote meanwhile, it
is read and judged again under the lock; so numbers have no gaps and come into sight in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from workbench.server.authority import STAFF, Authority
from workbench.server.chains import Followed, Fresh, Head, Known, follow
from workbench.server.communities import RESTORE_STEP
from workbench.server.database import Rows
from workbench.server.deletes import WINDOW, mass_deleted
from workbench.server.disputes import Disputes
from workbench.server.hurdles import Circumstances, file_of
from workbench.server.incoming import Incoming, PushRequest
from workbench.server.judging import Judge
from workbench.server.known import KnownDevice
from workbench.server.places import Places
from workbench.server.plan import Noted, Plan
from workbench.server.refusals import refused
from workbench.server.scopes import Sight
from workbench.server.shelf import Shelf
from workbench.server.writing import write_plan
from workbench.standards.chain import moment_of, next_hlc
from workbench.standards.clock import stamp
from workbench.sync.protocol.naming import natural_key
from workbench.sync.protocol.shapes import Shape
from workbench.sync.protocol.wire import Fault

_DESK = """
SELECT d.chain_seq, d.chain_hash, c.epoch, c.seq, c.born_seq,
  EXISTS (SELECT FROM refused_create r WHERE r.community_id = c.community_id)
FROM device d JOIN community c ON c.community_id = d.community_id
WHERE d.community_id = %s AND d.device_id = %s AND d.incarnation = %s FOR UPDATE OF d
"""
_KNOWN = """
SELECT a.op_id, a.hash, a.answer, a.relayed
FROM json_array_elements_text(%s::json) AS k(i) JOIN audit a ON a.community_id = %s AND a.op_id = k.i
ORDER BY a.relayed DESC
"""
_DELETES = """
SELECT written_at, received_at FROM recent_delete WHERE community_id = %s AND device_id = %s
AND (received_at > %s OR written_at BETWEEN %s AND %s)
"""
_LIVING = "SELECT count(*) FROM record WHERE community_id = %s AND NOT deleted"
_LOCK = "SELECT seq FROM community WHERE community_id = %s FOR UPDATE"
_HEAD = """
UPDATE device SET chain_seq = %s, chain_hash = %s, last_seen = %s, schema_version = %s, app_version = %s,
  staff_id = coalesce(%s, staff_id)
WHERE community_id = %s AND device_id = %s AND incarnation = %s
"""
_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode


class Desk(NamedTuple):
    """What the server has of a desk and its community when a push comes in."""

    chain_seq: int
    chain_hash: str
    epoch: str
    seq: int
    born: int
    has_refused: bool

    @property
    def restored(self) -> int:
        """The last number that survived a restore, 0 if there was none."""
        return self.born - RESTORE_STEP if self.born else 0


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a push: the answers in its order, and where log and chain stand now."""

    epoch: str
    seq: int
    answers: list[list[Any]]
    head: Head
    logged: int
    rights: bool


class Push:
    """Takes in one push, inside one transaction.

    What goes on from the head of a chain, and what is made, is taken to be new without asking, since it
    nearly always is. Where it is not, PostgreSQL raises UniqueViolation and the push must be taken again,
    `thorough`.
    """

    def __init__(
        self,
        connection: Rows,
        shapes: Mapping[str, Shape],
        device: KnownDevice,
        now: datetime,
        new_id: Callable[[], str],
        *,
        thorough: bool = False,
    ) -> None:
        self._connection, self._shapes, self._device = connection, shapes, device
        self._now, self._new_id, self._thorough = now, new_id, thorough
        self._sight = Sight(device.scope, shapes)

    def take(self, request: PushRequest) -> Taken:
        """Take in the changes. Raises RequestRefused."""
        desk = self._desk(request)
        followed = self._followed(desk, request.changes)
        plan, shelf = self._judged(desk.seq, desk, followed)
        if plan.log:
            seq = self._locked()
            if seq != desk.seq:
                plan, shelf = self._judged(seq, desk, followed)
        self._write(plan, shelf, followed.head, request)
        answers = {noted.change.op_id: noted.answer for noted in plan.audit} | followed.repeated
        ordered = [answers[change.op_id] for change in request.changes]
        return Taken(desk.epoch, plan.seq, ordered, followed.head, len(plan.log), plan.rights)

    def _desk(self, request: PushRequest) -> Desk:
        """Lock this life of the device, so that it pushes one thing at a time, and check the epoch."""
        device = self._device
        key = (device.community_id, device.device_id, device.incarnation)
        row = self._connection.execute(_DESK, key).fetchone()
        if row is None:
            raise refused(Fault.SIGN_IN)
        desk = Desk(*row)
        if request.epoch != desk.epoch:
            raise refused(
                Fault.EPOCH_CHANGED, epoch=desk.epoch, seq=desk.seq, restored_seq=desk.restored,
                device_seq=desk.chain_seq,
            )  # fmt: skip
        if request.incarnation != device.incarnation:
            raise refused(Fault.INCARNATION_CONFLICT, device_seq=desk.chain_seq, hash=desk.chain_hash)
        return desk

    def _followed(self, desk: Desk, changes: Sequence[Incoming]) -> Followed:
        # After a restore another desk may have handed in what comes now.
        everything, head = self._thorough or desk.born, desk.chain_seq
        asked = [c.op_id for c in changes if everything or c.relayed or c.device_seq <= head]
        known = self._known(asked) if asked else {}
        return follow(self._device, Head(desk.chain_seq, desk.chain_hash), changes, known)

    def _known(self, op_ids: Sequence[str]) -> dict[str, Known]:
        """Return those of the changes that were received before."""
        asked = (_encode(op_ids).decode(), self._device.community_id)
        known = {}
        for op_id, digest, answer, relayed in self._connection.execute(_KNOWN, asked):
            known[op_id] = Known(digest, [*_decode(answer)[:-1], True], relayed)
        return known

    def _judged(self, seq: int, desk: Desk, followed: Followed) -> tuple[Plan, Shelf]:
        """Judge everything new against what the database says now."""
        shelf = Shelf(self._connection, self._device.community_id, has_refused=desk.has_refused)
        changing = [fresh for fresh in followed.fresh if fresh.fields is not None]
        self._fetch(shelf, changing)
        here = Circumstances(
            self._device.name, self._sight, stamp(self._now), desk.restored, desk.born, self._massed(changing)
        )
        plan = Plan(seq + 1, seq)
        judge = Judge(shelf, self._shapes, _authority(shelf), here, plan)
        judged = [each for fresh in followed.fresh if (each := judge.judge(fresh)) is not None]
        disputes = Disputes(judge, self._new_id, next_hlc(self._now, 0))
        disputes.raise_all(judged)
        disputes.carry_out(judged)
        plan.audit.extend(Noted(each.change, each.body, answer) for each, answer in followed.doubled)
        return plan, shelf

    def _fetch(self, shelf: Shelf, changing: Sequence[Fresh]) -> None:
        """Take off the shelf at once what the changes are about and what they hang on."""
        changes = [fresh.change for fresh in changing]
        authors = [(STAFF, author) for author in {change.author_id for change in changes}]
        new = [] if self._thorough else [change for change in changes if _is_new(change)]
        shelf.assume_absent((change.entity, change.record_id) for change in new)
        shelf.fetch([*((change.entity, change.record_id) for change in changes), *authors])
        places = Places(self._shapes)
        shelf.look(key for each in changing for key in places.hangs_on(each.change.entity, each.fields or {}))
        shelf.ask_files(_files(changing))
        shelf.ask_names(name for each in changing if (name := self._name(shelf, each)) is not None)

    def _name(self, shelf: Shelf, fresh: Fresh) -> tuple[str, str] | None:
        """Return kind and natural key that a change gives its record, if it touches that."""
        entity, fields = fresh.change.entity, fresh.fields or {}
        shape = self._shapes.get(entity)
        if shape is None or not shape.natural_key or fields.keys().isdisjoint(shape.natural_key):
            return None
        held = shelf.held((entity, fresh.change.record_id))
        name = natural_key(shape, {**(held.document.fields if held else {}), **fields})
        return None if name is None else (entity, name)

    def _massed(self, changing: Sequence[Fresh]) -> frozenset[str]:
        """Return the deletions that wait for a second person; what was taken before a restore does not."""
        written = {
            change.op_id: moment_of(change.hlc)
            for change, _, _ in changing
            if change.kind == "delete" and not change.was_seq
        }
        if not written:
            return frozenset()
        since, moments = self._now - WINDOW, written.values()
        rows = self._connection.execute(
            _DELETES,
            (self._device.community_id, self._device.device_id, since, min(moments) - WINDOW,
             max(moments) + WINDOW),
        ).fetchall()  # fmt: skip
        received = sum(1 for _, received_at in rows if received_at > since)
        return mass_deleted(written, [written_at for written_at, _ in rows], received, self._living)

    def _living(self) -> int:
        return int((self._connection.execute(_LIVING, (self._device.community_id,)).fetchone() or (0,))[0])

    def _locked(self) -> int:
        # The push has read this row before, so it is there.
        row = self._connection.execute(_LOCK, (self._device.community_id,)).fetchone()
        return int(row[0]) if row else 0

    def _write(self, plan: Plan, shelf: Shelf, head: Head, request: PushRequest) -> None:
        device = self._device
        write_plan(
            self._connection, device.community_id, self._now, plan, shelf, self._shapes, device.incarnation
        )
        values = (
            head.device_seq, head.hash, self._now, request.schema_version, request.app_version,
            device.staff_id, device.community_id, device.device_id, device.incarnation,
        )  # fmt: skip
        self._connection.execute(_HEAD, values)


def _files(changing: Sequence[Fresh]) -> list[str]:
    addresses = (file_of(each.change.entity, each.fields or {}) for each in changing)
    return [address for address in addresses if address is not None]


def _is_new(change: Incoming) -> bool:
    return change.kind == "create" and not change.was_seq and not change.relayed


def _authority(shelf: Shelf) -> Authority:
    def account(author_id: str) -> Mapping[str, Any] | None:
        held = shelf.held((STAFF, author_id))
        return None if held is None else held.document.fields

    return Authority(account, lambda: not shelf.has_any(STAFF))
