"""Compares everything that lies here with the server and puts right what differs.

One mechanism for the first sync of a new desk, a changed scope, a log that no longer reaches back, a
restored server, and damage. It can be cut off anywhere: what is done by then need not be done again,
since its digests agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.store.receiving import Origin, Step
from workbench.sync.answered import present_of
from workbench.sync.answers import Digest, StandingRow, Standings, read_answer
from workbench.sync.errors import EpochChanged, ScopeChanged
from workbench.sync.extras import STANDING, Extras
from workbench.sync.pending import Key, Pending
from workbench.sync.pipeline import ahead
from workbench.sync.protocol.digest import BUCKETS
from workbench.sync.protocol.shapes import Shape
from workbench.sync.protocol.wire import SERVER, Fault
from workbench.sync.standing import EMPTY, Bucket, Here

if TYPE_CHECKING:
    from workbench.store.receiving import AroundBulk, Receiving
    from workbench.store.store import Store
    from workbench.sync.transport import Transport

Progress = Callable[[int, int], None]
"""Told how many records are done, and of how many."""

RANGE_RECORDS = 4000
"""About how many records are asked for at once."""


@dataclass(frozen=True, slots=True)
class Range:
    """Buckets next to each other that are asked for at once, and how many records the server has there."""

    first: int
    last: int
    records: int


@dataclass(frozen=True, slots=True)
class Repaired:
    """What comparing brought: records made or changed here, and records taken away."""

    changed: int = 0
    removed: int = 0

    def __add__(self, other: Repaired) -> Repaired:
        return Repaired(self.changed + other.changed, self.removed + other.removed)


class Reconciler:
    """Puts one desk's records in the state the server says."""

    def __init__(
        self,
        store: Store,
        transport: Transport,
        community_id: str,
        shapes: Mapping[str, Shape],
        around_bulk: AroundBulk | None = None,
    ) -> None:
        self._store, self._transport = store, transport
        self._community_id, self._shapes, self._around_bulk = community_id, shapes, around_bulk

    def run(self, digest: Digest, progress: Progress = lambda done, of: None) -> Repaired:
        """Bring what differs from the digest to the server's state; the cursor is the caller's business.

        Records the server does not show are taken away, unless something written here waits to be sent.
        Raises EpochChanged or ScopeChanged when the server becomes another meanwhile.
        """
        theirs = _by_bucket(digest)
        numbers, here = differing(self._store, digest, self._shapes)
        ranges = ranges_of({number: theirs[number][0] for number in numbers})
        done, total = 0, sum(stretch.records for stretch in ranges)
        repaired = Repaired()
        progress(done, total)
        for stretch, body in ahead(ranges, lambda r: self._transport.standing(r.first, r.last)):
            standings = read_answer(body, Standings)
            _check_same(digest, standings)
            repaired += self._apply(standings.records, _of(here, stretch))
            done += stretch.records
            progress(done, total)
        return repaired

    def _apply(self, records: Sequence[StandingRow], here: set[Key]) -> Repaired:
        with self._store.receive(self._community_id, around_bulk=self._around_bulk) as unit:
            return _Stretch(unit, records, here).apply()


class _Stretch:
    """The records of some buckets as the server has them, against what lies here in those buckets."""

    def __init__(self, unit: Receiving, records: Sequence[StandingRow], here: set[Key]) -> None:
        self._unit, self._records, self._extras = unit, records, Extras(unit.raw)
        shown = {(row[0], row[1]) for row in records}
        self._pending = Pending.of(unit, here | shown)
        self._lost = [key for key in here - shown if not self._pending.touches(key)]
        # Asked now, and not taken from when the digests were compared: a round by hand may run beside.
        self._ids = self._existing(here | shown)
        self._here = present_of(unit, self._ids)

    def apply(self) -> Repaired:
        """Make, change and take away."""
        origin = Origin(STANDING, 0, SERVER, SERVER)
        made, others = self._made(origin)
        steps = [step for row in others for step in self._stand(*row)]
        gone = [Step(*key, {}, None, origin, gone=True) for key in self._lost if key[0] in self._unit.shapes]
        for key in self._lost:
            self._extras.drop(*key)
        self._unit.apply([*steps, *gone], self._here)
        return Repaired(made + len(steps), len(self._lost))

    def _existing(self, keys: set[Key]) -> set[Key]:
        wanted: dict[str, list[str]] = {}
        for entity, record_id in keys:
            if entity in self._unit.shapes:
                wanted.setdefault(entity, []).append(record_id)
        return {
            (entity, record_id)
            for entity, ids in wanted.items()
            for record_id in self._unit.existing(entity, ids)
        }

    def _made(self, origin: Origin) -> tuple[int, list[StandingRow]]:
        """Make what is not here at all, as most is at a first sync; return how many, and what is left."""
        fresh: dict[str, list[StandingRow]] = {}
        left: list[StandingRow] = []
        for row in self._records:
            is_fresh = row[0] in self._unit.shapes and (row[0], row[1]) not in self._ids
            (fresh.setdefault(row[0], []) if is_fresh else left).append(row)
        made = 0
        for entity, rows in fresh.items():
            if self._unit.insert(entity, (row[1:] for row in rows), origin):
                made += len(rows)
            else:
                left.extend(rows)
        return made, left

    def _stand(self, entity: str, record_id: str, seq: int, fields: dict[str, Any]) -> Iterator[Step]:
        shape = self._unit.shapes.get(entity)
        if shape is None:
            self._extras.replace(entity, record_id, seq, fields)
            return
        key, origin = (entity, record_id), Origin(STANDING, seq, SERVER, SERVER)
        known, others = shape.parted(fields)
        here = self._here.get(entity, {}).get(record_id)
        if others or here is not None:
            self._extras.replace(entity, record_id, seq, others)
        if here is None:
            yield Step(entity, record_id, known, seq, origin)
            return
        wanted = {**dict.fromkeys(here.fields), **known}
        changed = {name: value for name, value in wanted.items() if here.fields.get(name) != value}
        free = {name: value for name, value in changed.items() if not self._pending.covers(key, name)}
        version = seq if len(free) == len(changed) else None
        if free or version not in (None, here.seq):
            yield Step(entity, record_id, free, version, origin)


def ranges_of(counts: Mapping[int, int], size: int = RANGE_RECORDS) -> list[Range]:
    """Join neighbouring buckets into ranges of about `size` records."""
    ranges: list[Range] = []
    for number, count in sorted(counts.items()):
        last = ranges[-1] if ranges else None
        if last is not None and last.last == number - 1 and last.records + count <= size:
            ranges[-1] = Range(last.first, number, last.records + count)
        else:
            ranges.append(Range(number, number, count))
    return ranges


def differing(
    store: Store, digest: Digest, shapes: Mapping[str, Shape]
) -> tuple[list[int], dict[int, set[Key]]]:
    """Return the buckets in which this desk and the server do not hold the same, and what lies here in them.

    Read at one moment and without keeping anybody from writing.
    """
    theirs = _by_bucket(digest)
    with store.read() as session:
        here = Here(session.connection().connection.driver_connection, shapes)
        numbers = [number for number, bucket in enumerate(here.digest()) if bucket != theirs[number]]
        return numbers, here.ids(frozenset(numbers))


def _by_bucket(digest: Digest) -> list[Bucket]:
    theirs = [EMPTY] * BUCKETS
    for number, count, xor in digest.buckets:
        theirs[number] = (count, xor)
    return theirs


def _of(here: Mapping[int, set[Key]], stretch: Range) -> set[Key]:
    return {key for number in range(stretch.first, stretch.last + 1) for key in here.get(number, ())}


def _check_same(digest: Digest, standings: Standings) -> None:
    if standings.epoch != digest.epoch:
        raise EpochChanged(Fault.EPOCH_CHANGED, {"epoch": standings.epoch, "seq": standings.seq})
    if standings.scope_epoch != digest.scope_epoch:
        raise ScopeChanged(Fault.SCOPE_CHANGED, {"scope_epoch": standings.scope_epoch})
