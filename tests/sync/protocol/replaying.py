"""Replays a journal against the shapes, and tells what of it a server would not have let through."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from workbench.security.roles import Permission, permissions_of
from workbench.security.session import roles_of
from workbench.store import Store
from workbench.store.journal import JournalEntry, JournalKind
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.shapes import Shape

Record = dict[str, Any]
Key = tuple[str, str]


@dataclass(slots=True)
class Replay:
    """The records as a journal leaves them, and what of it the shapes would not have let through.

    Tests of a room make do without whole accounts and residents: not `strict`, an author without account is
    not asked for rights, nor a record for a parent of a kind that is not there at all.
    """

    strict: bool = True
    records: dict[Key, Record] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def take(self, row: JournalEntry) -> None:
        shape, key = SHAPES[row.entity], (row.entity, row.record_id)
        changed: Record = json.loads(row.after) if row.after else {}
        before = self.records.get(key, {})
        after = {**before, **changed}
        for fault in (
            *self._unpermitted(shape, row, changed, after),
            *self._incomplete(shape, after),
            *_missteps(shape, row, before, after),
        ):
            self.faults.append(f"{row.seq} {row.kind} {row.entity}: {fault}")
        self.records[key] = after

    def _unpermitted(self, shape: Shape, row: JournalEntry, changed: Record, after: Record) -> Iterator[str]:
        held, own = self._rights_of(row, changed), row.record_id == row.author_id
        if held is None:
            return
        if not shape.permits(row.kind.value, changed.keys(), held, own=own):
            yield f"not permitted: {sorted(changed)}"
        demanded = shape.demand(after) if shape.demand else frozenset()
        if demanded and demanded.isdisjoint(held):
            yield f"demanded: {sorted(demanded)}"
        step = _step(shape, self.records.get((row.entity, row.record_id), {}), after)
        if step and step.permissions and step.permissions.isdisjoint(held):
            yield f"step not permitted: {step.name}"

    def _rights_of(self, row: JournalEntry, changed: Record) -> frozenset[Permission] | None:
        """Return the author's rights at that moment; whoever founds the community makes themselves."""
        account: Mapping[str, Any] | None = self.records.get(("staff_account", row.author_id))
        founding = account is None and row.record_id == row.author_id and row.entity == "staff_account"
        if account is None and not founding and not self.strict:
            return None
        return permissions_of(roles_of((changed if founding else account or {"roles": []})["roles"]))

    def _incomplete(self, shape: Shape, after: Record) -> Iterator[str]:
        for name, parent in shape.parents.items():
            lacking = after.get(name) is not None and (parent, after[name]) not in self.records
            if lacking and (self.strict or any(entity == parent for entity, _ in self.records)):
                yield f"no such {parent}: {name}"
        if after.get("deleted_at") is None:
            yield from (f"check {name}" for name, check in shape.checks.items() if not check(after))


def _step(shape: Shape, before: Record, after: Record) -> Any:
    course = shape.course
    return course and course.steps.get((before.get(course.field, ""), after[course.field]))


def _missteps(shape: Shape, row: JournalEntry, before: Record, after: Record) -> Iterator[str]:
    if (course := shape.course) is None:
        return
    state = after[course.field]
    if row.kind is JournalKind.CREATE:
        if state not in course.first:
            yield f"begins as {state}"
    elif before[course.field] != state:
        step = course.steps.get((before[course.field], state))
        if step is None:
            yield f"no step from {before[course.field]} to {state}"
        else:
            yield from (f"{name} empty" for name in step.needs if after.get(name) in (None, ""))


def replay(store: Store, *, strict: bool = True) -> Replay:
    """Return what the journal of a store says, and what of it is not allowed."""
    found = Replay(strict)
    with store.read() as session:
        for row in session.scalars(select(JournalEntry).order_by(JournalEntry.seq)):
            if row.kind.changes_record:
                found.take(row)
    return found


@pytest.fixture(autouse=True)
def allowed_elsewhere(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test does with this room's verbs, a server would have let through."""
    # Asked for first, so that it is still open when the test is over.
    store = request.getfixturevalue("store") if "store" in request.fixturenames else None
    yield
    if store is not None:
        assert replay(store, strict=False).faults == []
