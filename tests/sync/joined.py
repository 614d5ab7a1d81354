"""A desk that has joined a server which is not there: what would have come is handed in by the test."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from tests.store_fixtures import KEY
from workbench.community.model import Grid
from workbench.store import Actor, Store
from workbench.store.journal import JournalEntry
from workbench.store.verify import verify
from workbench.sync import facts
from workbench.sync.answered import Tally, settle
from workbench.sync.answers import AnswerRow, Digest, LogRow, Page
from workbench.sync.outbox import Batch, Outbox
from workbench.sync.protocol.digest import bucket_of, content_hash, fingerprint
from workbench.sync.protocol.wire import to_json
from workbench.sync.receiving import PageReader, Received

COMMUNITY = "community-0001"
FAR = "desk-far/one"


@dataclass
class JoinedDesk:
    """One desk; `head` is where the imagined server's log stands."""

    store: Store
    actor: Actor
    head: int = 0
    _clock: int = field(default=1000)

    def __post_init__(self) -> None:
        with self.store.receive(COMMUNITY) as unit:
            for name, value in {
                facts.SERVER_URL: "http://127.0.0.1:9", facts.COMMUNITY_ID: COMMUNITY, facts.EPOCH: "life-1",
                facts.CURSOR: "0", facts.SCOPE_EPOCH: "1", facts.INCARNATION: "one",
            }.items():  # fmt: skip
                unit.set_fact(name, value)

    # What people do here.

    def add_grid(self, code: str = "1", name: str = "演示网格") -> str:
        with self.store.write(self.actor) as work:
            return work.add(Grid(code=code, name=name)).id

    def edit_grid(self, record_id: str, **values: Any) -> None:
        with self.store.write(self.actor) as work:
            grid = work.get(Grid, record_id)
            for name, value in values.items():
                setattr(grid, name, value)

    def remove_grid(self, record_id: str) -> None:
        with self.store.write(self.actor) as work:
            work.remove(work.get(Grid, record_id))

    # What the server says.

    def row(self, record_id: str, kind: str = "patch", entity: str = "grid", **fields: Any) -> LogRow:
        """Return the next row of the log, somebody else's unless `op_id` or `device` say otherwise."""
        self.head += 1
        op_id, device = fields.pop("op_id", f"op-{self.head:033d}"), fields.pop("device", FAR)
        return (self.head, op_id, entity, record_id, kind, fields, "staff-far", device, self.head << 16, "")

    def pull(self, *rows: LogRow) -> Received | None:
        """Apply a page."""
        after = int(self.fact(facts.CURSOR) or 0)
        page = Page("life-1", 1, self.head, True, list(rows))
        return PageReader(self.store, COMMUNITY).apply(page, after)

    def batch(self) -> Batch:
        """Return what would be pushed next."""
        batch = Outbox(self.store).next()
        assert batch is not None, "nothing waits"
        return batch

    def accept_all(self) -> Tally:
        """Have the server take everything that waits."""
        batch = self.batch()
        return self.answer(batch, *(self.accepted(sent.op_id) for sent in batch.sent))

    def accepted(self, op_id: str) -> AnswerRow:
        self.head += 1
        return (op_id, "accepted", self.head, "", {}, False, False)

    def answer(self, batch: Batch, *answers: AnswerRow) -> Tally:
        with self.store.receive(COMMUNITY) as unit:
            return settle(unit, batch.sent, answers, self.head)

    # What lies here.

    def fact(self, name: str) -> str | None:
        return facts.read_facts(self.store).get(name)

    def record(self, record_id: str, entity: str = "grid") -> dict[str, Any] | None:
        with self.store.receive(COMMUNITY) as unit:
            found = unit.present(entity, [record_id]).get(record_id)
        if found is None:
            return None
        return {"seq": found.seq} | {k: v for k, v in found.fields.items() if v is not None}

    def journal(self, *, received: bool) -> list[JournalEntry]:
        origin = JournalEntry.origin_id
        query = select(JournalEntry).where(origin.is_not(None) if received else origin.is_(None))
        with self.store.read() as session:
            return list(session.scalars(query.order_by(JournalEntry.seq)))

    def unsent(self) -> int:
        return Outbox(self.store).count()

    def fault(self) -> str | None:
        found = verify(self.store.path, KEY).fault
        return None if found is None else str(found)


class Shelves:
    """The records an imagined server has, for a desk that compares everything with it."""

    def __init__(self, seq: int = 100) -> None:
        self.seq, self.epoch, self.scope_epoch = seq, "life-1", 1
        self.records: dict[tuple[str, str], tuple[int, dict[str, Any]]] = {}
        self.asked: list[tuple[int, int]] = []

    def put(self, record_id: str, seq: int, entity: str = "grid", **fields: Any) -> None:
        self.records[entity, record_id] = (seq, fields)

    def digest(self) -> Digest:
        buckets: dict[int, tuple[int, int]] = {}
        for (entity, record_id), (seq, fields) in self.records.items():
            count, xor = buckets.get(number := bucket_of(record_id), (0, 0))
            buckets[number] = (count + 1, xor ^ fingerprint(entity, record_id, seq, content_hash(fields)))
        rows = [(number, *bucket) for number, bucket in sorted(buckets.items())]
        return Digest(self.epoch, self.scope_epoch, self.seq, rows)

    def standing(self, first: int, last: int) -> bytes:
        self.asked.append((first, last))
        rows = [
            [entity, record_id, seq, fields]
            for (entity, record_id), (seq, fields) in self.records.items()
            if first <= bucket_of(record_id) <= last
        ]
        return to_json(
            {"epoch": self.epoch, "scope_epoch": self.scope_epoch, "seq": self.seq, "records": rows}
        )
