"""What must hold once a run has come to rest, said without a server: the model every run is judged by.

It knows nothing of how writes are merged. It only reads the log as a story, and asks of every change whether
its author could have known what it replaced, and of every value where it went.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.faults.sync.fuzz.evidence import CHANGES, Copy, Evidence, Key, Logged, Written, filled

EPOCH_STEP = 1_000_000
"""How far a restored server jumps ahead, so that no number is given twice."""

GroupOf = Callable[[str, str], str]
"""Names the merge group of an entity's field."""

DISPUTE = "sync_dispute"
SERVER = "server"
_DELETED = "deleted_at"


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise that was broken: which, and what shows it."""

    promise: str
    what: str

    def __str__(self) -> str:
        return f"{self.promise}: {self.what}"


def judge(evidence: Evidence, group_of: GroupOf) -> list[Violation]:
    """Return every promise the run broke, none if it kept them all."""
    story = _Story(evidence, group_of)
    return [
        *_rest(evidence),
        *_numbering(evidence.logged),
        *_answers(evidence),
        *story.told(),
        *_kept(evidence, story),
        *_same("truth", "the log", Copy(story.records), {"server": evidence.server}),
        *_same("convergence", "the server", evidence.server, evidence.whole),
    ]


def _rest(evidence: Evidence) -> Iterator[Violation]:
    """Outboxes drain, and every store is what its journal says."""
    for desk, number in evidence.unsent.items():
        if number:
            yield Violation("drain", f"{desk} still holds {number} unsent changes")
    for place, fault in evidence.unsound.items():
        yield Violation("verify", f"{place}: {fault}")


def _numbering(logged: tuple[Logged, ...]) -> Iterator[Violation]:
    """Numbers rise one by one, but for the jump after a restore; nothing is logged twice."""
    last = 0
    for row in logged:
        if row.seq != last + 1 and row.seq < last + EPOCH_STEP:
            yield Violation("numbering", f"{row.seq} follows {last}")
        last = row.seq
    for op_id, times in Counter(row.op_id for row in logged if row.device != SERVER).items():
        if times > 1:
            yield Violation("once", f"{op_id} stands {times} times in the log")


def _answers(evidence: Evidence) -> Iterator[Violation]:
    """Every change has one answer, and nobody else's changes are answered."""
    times = Counter(answer.op_id for answer in evidence.answered)
    written = {change.op_id: change for change in evidence.written}
    for op_id, change in written.items():
        if times[op_id] != 1:
            what = f"{change.kind} of {change.entity} by {change.desk}"
            yield Violation("audit", f"{what} ({op_id}) stands {times[op_id]} times in the audit")
    for op_id in times.keys() - written.keys():
        yield Violation("audit", f"{op_id} was written by nobody")


def _same(promise: str, name: str, truth: Copy, copies: Mapping[str, Copy]) -> Iterator[Violation]:
    for place, copy in copies.items():
        for key in sorted(truth.records.keys() | copy.records.keys()):
            ours, theirs = truth.records.get(key), copy.records.get(key)
            if ours != theirs:
                yield Violation(promise, f"{key[0]} {key[1]}: {name} has {_difference(ours, theirs)} {place}")


def _difference(ours: Mapping[str, Any] | None, theirs: Mapping[str, Any] | None) -> str:
    if ours is None or theirs is None:
        return "none of it, but" if ours is None else "it, but not"
    names = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
    pairs = ", ".join(f"{name}={ours.get(name)!r} not {theirs.get(name)!r}" for name in names)
    return f"{pairs} as"


@dataclass(slots=True)
class _Story:
    """The log read from its beginning: the records it makes, and each write against those before it."""

    evidence: Evidence
    group_of: GroupOf
    records: dict[Key, dict[str, Any]] = field(default_factory=dict)
    ever: dict[tuple[Key, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    disputed: dict[tuple[Key, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    disputes: set[Key] = field(default_factory=set)
    _last: dict[Key, dict[str, Logged]] = field(default_factory=lambda: defaultdict(dict))
    _written: dict[str, Written] = field(default_factory=dict)
    _chains: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def told(self) -> list[Violation]:
        """Read the whole log."""
        for change in self.evidence.written:
            self._written.setdefault(change.op_id, change)
            self._chains[change.desk][change.op_id] = change.number
        return [violation for row in self.evidence.logged for violation in self._read(row)]

    def _read(self, row: Logged) -> Iterator[Violation]:
        record = self.records.get(row.key, {})
        for earlier in self._hidden(row, record):
            if not self._seen(earlier, row):
                what = f"{row.kind} {row.seq} of {row.key} by {row.device} hides"
                yield Violation("overwrite", f"{what} {earlier.seq} by {earlier.device}, never seen")
        self.records[row.key] = filled({**record, **row.fields})
        for name, value in row.fields.items():
            self._last[row.key][name] = row
            self.ever[row.key, name].add(_text(value))
        if row.entity == DISPUTE:
            self._dispute(self.records[row.key])

    def _hidden(self, row: Logged, record: Mapping[str, Any]) -> list[Logged]:
        """Return the writes that still stood in what this one touches; a deletion touches everything."""
        last = self._last[row.key]
        changed = {name for name, value in row.fields.items() if record.get(name) != value}
        groups = {self.group_of(row.entity, name) for name in changed}
        everything = row.kind != "patch" and bool(changed)
        touched = (
            name
            for name in last
            if everything
            or self.group_of(row.entity, name) in groups
            or (name == _DELETED and name in record)
        )
        return list({last[name].seq: last[name] for name in touched if changed}.values())

    def _seen(self, earlier: Logged, later: Logged) -> bool:
        """Tell whether the author of the later write knew the earlier one, or it came later before too."""
        change = self._written.get(later.op_id)
        if later.device == SERVER or (later.entity == DISPUTE and earlier.device == SERVER):
            return True
        if change is None:
            # What a desk took in as it stood, and offers after a restore, has nobody's number.
            return self.evidence.restored
        chain = self._chains[change.desk]
        own = chain.get(earlier.op_id, change.number) < change.number
        known = change.base_seq >= earlier.seq or 0 < earlier.was_seq <= change.base_seq
        return own or known or (earlier.was_seq or earlier.seq) < later.was_seq

    def deleted(self, key: Key) -> bool:
        """Tell whether a record was ever deleted."""
        return bool(self.ever[key, _DELETED] - {_text(None)})

    def _dispute(self, dispute: Mapping[str, Any]) -> None:
        key = (dispute.get("entity", ""), dispute.get("record_id", ""))
        mine = dispute.get("mine") or {}
        self.disputes.add(key)
        # Deletes that wait for a second person share one dispute.
        self.disputes.update((key[0], record_id) for record_id in mine.get("record_ids", ()))
        for name, value in mine.items():
            self.disputed[key, name].add(_text(value))


def _kept(evidence: Evidence, story: _Story) -> Iterator[Violation]:
    """No value vanishes: each was current once, waits in a dispute, or its author wrote over it."""
    logged = {row.op_id: row for row in evidence.logged}
    answers = {answer.op_id: answer for answer in evidence.answered}
    for change in evidence.written:
        if change.kind not in CHANGES or change.op_id not in answers:
            continue
        outcome = answers[change.op_id].outcome
        row = logged.get(change.op_id)
        if outcome == "accepted" and row is None:
            yield Violation("kept", f"{change.op_id} was accepted and is not in the log")
        for name in _vanished(change, row, story):
            if not _rewritten(change, name, evidence.written, story.group_of):
                what = f"{name}={change.fields[name]!r} of {change.key} by {change.desk} ({outcome})"
                yield Violation("vanished", what)


def _vanished(change: Written, row: Logged | None, story: _Story) -> Iterator[str]:
    if change.kind == "delete" and change.key in story.disputes:
        return
    if change.entity == DISPUTE:
        # Settled twice: the first settlement counts, and what the second one wrote has its own dispute.
        return
    for name, value in change.fields.items():
        text = _text(value)
        if name == _DELETED and value is not None and story.deleted(change.key):
            # Deleted by two: whose moment stands is all the same.
            continue
        if row is not None and name in row.fields and _text(row.fields[name]) == text:
            continue
        place = (change.key, name)
        if text not in story.ever[place] and text not in story.disputed[place] and value is not None:
            yield name


def _rewritten(change: Written, name: str, written: tuple[Written, ...], group_of: GroupOf) -> bool:
    """Tell whether the same desk wrote that group again afterwards; that later value is asked for then."""
    group = group_of(change.entity, name)
    return any(
        later.desk == change.desk
        and later.key == change.key
        and later.number > change.number
        and group in {group_of(later.entity, other) for other in later.fields}
        for later in written
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
