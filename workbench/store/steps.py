"""Takes arriving steps in memory, one after the other: where each record ends up, and what befell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from workbench.store.arriving import Document, TableShape
from workbench.store.journal import JournalKind

_encode = msgspec.json.Encoder().encode


def json_text(value: object) -> str:
    """Return compact JSON, as the journal holds it."""
    return _encode(value).decode()


class Origin(NamedTuple):
    """Where a change came from: its id there, its number in the server's log, who, on which desk, when."""

    op_id: str
    seq: int
    author_id: str
    device: str
    hlc: int | None = None


class Step(NamedTuple):
    """One change to one record: these fields become so, or the record goes altogether.

    `seq` is the version the record has from now on, None to leave it. `told` has the journal tell of the
    change even where nothing of it was new here.
    """

    entity: str
    record_id: str
    fields: Mapping[str, Any]
    seq: int | None
    origin: Origin
    gone: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """A record as it lies here: the version this desk has seen, and its fields."""

    seq: int
    fields: Document


class Line(NamedTuple):
    """A row of the journal to be."""

    entity: str
    record_id: str
    kind: JournalKind
    before: str | None
    after: str | None
    origin: Origin


@dataclass(slots=True)
class Record:
    """A record while steps are taken: what it was, what it is now, and which fields were touched."""

    existed: bool
    fields: Document | None
    seq: int
    touched: set[str]


class Fold:
    """Takes steps one after the other and remembers where each record ends up."""

    def __init__(
        self, shapes: Mapping[str, TableShape], present: Mapping[str, Mapping[str, Present]]
    ) -> None:
        self._shapes, self._present = shapes, present
        self.records: dict[str, dict[str, Record]] = {}

    def take(self, step: Step) -> list[Line]:
        """Take one step and return what the journal shall tell of it."""
        record = self._record(step.entity, step.record_id)
        if step.seq is not None:
            record.seq = step.seq
        if step.gone:
            return self._go(record, step)
        if record.fields is None:
            return self._create(record, step)
        return self._patch(record, record.fields, step)

    def _record(self, entity: str, record_id: str) -> Record:
        records = self.records.setdefault(entity, {})
        record = records.get(record_id)
        if record is None:
            here = self._present.get(entity, {}).get(record_id)
            record = (
                Record(False, None, 0, set())
                if here is None
                else Record(True, dict(here.fields), here.seq, set())
            )
            records[record_id] = record
        return record

    def _go(self, record: Record, step: Step) -> list[Line]:
        if record.fields is None:
            return []
        before, record.fields = json_text(record.fields), None
        return [Line(step.entity, step.record_id, JournalKind.DELETE, before, None, step.origin)]

    def _create(self, record: Record, step: Step) -> list[Line]:
        record.fields = self._shapes[step.entity].whole(dict(step.fields))
        record.touched.update(self._shapes[step.entity].kinds if record.existed else ())
        after = json_text(record.fields)
        return [Line(step.entity, step.record_id, JournalKind.CREATE, None, after, step.origin)]

    def _patch(self, record: Record, fields: Document, step: Step) -> list[Line]:
        new = {name: value for name, value in self._kept(step).items() if fields.get(name) != value}
        if not new and not step.told:
            return []
        old = {name: fields.get(name) for name in new}
        fields.update(new)
        record.touched.update(new)
        return [Line(step.entity, step.record_id, _kind(new), json_text(old), json_text(new), step.origin)]

    def _kept(self, step: Step) -> Mapping[str, Any]:
        """Return the step's fields, with what stands in place of emptiness where there may be none."""
        if None not in step.fields.values():
            return step.fields
        required = self._shapes[step.entity].required
        return {name: required.get(name) if value is None else value for name, value in step.fields.items()}


def _kind(new: Mapping[str, Any]) -> JournalKind:
    if "deleted_at" not in new:
        return JournalKind.PATCH
    return JournalKind.DELETE if new["deleted_at"] else JournalKind.RESTORE
