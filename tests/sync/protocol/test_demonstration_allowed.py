"""Everything that ever happened in the demonstration is allowed by the shapes, step by step."""

from __future__ import annotations

import json

from sqlalchemy import select

from tests.sync.protocol.replaying import Replay, replay
from workbench.desk.desk import Desk
from workbench.store.journal import JournalEntry
from workbench.sync.protocol.entities import SHAPES


def test_all_that_happened_in_the_demonstration_is_allowed(told: Desk) -> None:
    found = replay(told.store)
    assert found.faults == []
    assert len({entity for entity, _ in found.records}) >= 25


def test_living_records_of_the_demonstration_have_natural_keys_of_their_own(told: Desk) -> None:
    seen: set[tuple[object, ...]] = set()
    for (entity, _), record in replay(told.store).records.items():
        key = SHAPES[entity].natural_key
        if key and record.get("deleted_at") is None:
            named = (entity, *(record.get(name) for name in key))
            assert named not in seen
            seen.add(named)


def test_a_worker_without_the_right_would_not_have_been_let_through(told: Desk) -> None:
    """The proof can fail: the same journal, were its authors enumerators, is refused."""
    found = Replay()
    with told.store.read() as session:
        rows = session.scalars(select(JournalEntry).order_by(JournalEntry.seq)).all()
    for row in rows:
        if row.entity == "staff_account" and row.after and "roles" in row.after:
            row.after = json.dumps({**json.loads(row.after), "roles": ["enumerator"]})
        if row.kind.changes_record:
            found.take(row)
    assert any("matter: not permitted" in fault for fault in found.faults)
