"""Takes in the server's answers: marks what was sent, and puts right what the server did not take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.standards.clock import stamp
from workbench.store.receiving import Origin, Step
from workbench.sync.extras import Extras
from workbench.sync.facts import CURSOR, SENT_THROUGH
from workbench.sync.outbox import UNSENT, Sent
from workbench.sync.pending import Key, Pending
from workbench.sync.protocol.wire import SERVER, Outcome

if TYPE_CHECKING:
    from workbench.store.receiving import Receiving
    from workbench.sync.answers import AnswerRow

_MARK = "UPDATE journal SET sent_at = ?, outcome = ?, log_seq = ? WHERE seq = ?"
_FIRST_UNSENT = f"SELECT min(device_seq) FROM {UNSENT}"
_FREED = (
    "UPDATE {table} SET server_seq = max(server_seq, coalesce((SELECT max(log_seq) FROM journal "
    "WHERE entity = ? AND record_id = {table}.id AND log_seq <= ?), 0)) WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many changes were answered, and of those how many are in dispute or refused."""

    sent: int = 0
    disputed: int = 0
    refused: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.sent + other.sent, self.disputed + other.disputed, self.refused + other.refused)


def settle(unit: Receiving, sent: Sequence[Sent], answers: Sequence[AnswerRow], head: int = 0) -> Tally:
    """Take in the answers to some changes, in one transaction with what they put right here.

    `head` is where the server's log stands after them.
    """
    answered = _paired(sent, answers)
    untaken = [pair for pair in answered if pair[1][4] or _is_gone(*pair)]
    # Read before they count as answered: of two changes in one push the later one has the last word.
    pending = Pending.of(unit, ((change.entity, change.record_id) for change, _ in untaken))
    mark(unit, answered)
    alone = _read_on(unit, answered, head)
    if untaken:
        _put_right(unit, untaken, pending)
    if alone:
        _raise_made(unit, answered)
    _free(unit, {(c.entity, c.record_id) for c, _ in answered if c.kind in _EDITS})
    outcomes = [answer[1] for _, answer in answered]
    return Tally(len(answered), outcomes.count(Outcome.CONFLICT), outcomes.count(Outcome.REFUSED))


def _paired(sent: Sequence[Sent], answers: Sequence[AnswerRow]) -> list[tuple[Sent, AnswerRow]]:
    by_op = {answer[0]: answer for answer in answers}
    return [(change, by_op[change.op_id]) for change in sent if change.op_id in by_op]


_EDITS = frozenset({"patch", "delete", "restore"})


def _read_on(unit: Receiving, answered: Sequence[tuple[Sent, AnswerRow]], head: int) -> bool:
    """Move the cursor over this desk's own changes if nothing of others lies between.

    That is the common case, and spares a desk the echo of all it writes.
    """
    cursor = unit.fact(CURSOR)
    numbers = sorted(answer[2] for _, answer in answered if answer[2])
    if cursor is None or not numbers or head != int(cursor) + len(numbers):
        return False
    if numbers != list(range(int(cursor) + 1, head + 1)):
        return False
    unit.set_fact(CURSOR, str(head))
    return True


def _raise_made(unit: Receiving, answered: Iterable[tuple[Sent, AnswerRow]]) -> None:
    """Give records made here the version under which the server has taken them."""
    rows: dict[str, list[tuple[int, str]]] = {}
    for change, answer in answered:
        if change.kind == "create" and answer[2] and change.entity in unit.shapes:
            rows.setdefault(change.entity, []).append((answer[2], change.record_id))
    for entity, versions in rows.items():
        unit.raw.executemany(f"UPDATE {entity} SET server_seq = ? WHERE id = ?", versions)


def mark(unit: Receiving, answered: Iterable[tuple[Sent, AnswerRow]]) -> None:
    """Write down that changes were answered, and how far all are."""
    now = stamp(unit.now)
    rows = [(now, answer[1], answer[2], change.row) for change, answer in answered]
    unit.raw.executemany(_MARK, rows)
    first = unit.raw.execute(_FIRST_UNSENT).fetchone()[0]
    last = first - 1 if first is not None else _last_written(unit)
    unit.set_fact(SENT_THROUGH, str(last))


def _last_written(unit: Receiving) -> int:
    row = unit.raw.execute(
        "SELECT device_seq FROM journal WHERE device_id = (SELECT value FROM store_fact "
        "WHERE name = 'device_id') ORDER BY device_seq DESC LIMIT 1"
    ).fetchone()
    return row[0] if row else 0


def _is_gone(change: Sent, answer: AnswerRow) -> bool:
    """Tell whether the server has no such record: it says so, or it did not take its making."""
    _, outcome, _, _, current, gone, _ = answer
    return gone or (outcome == Outcome.REFUSED and change.kind == "create" and not current)


def _put_right(unit: Receiving, untaken: Sequence[tuple[Sent, AnswerRow]], pending: Pending) -> None:
    """Put the server's values in place, except where something later of this desk still waits."""
    steps = []
    for change, answer in untaken:
        key = (change.entity, change.record_id)
        if change.entity not in unit.shapes:
            continue
        origin = Origin(change.op_id, 0, SERVER, SERVER)
        if not _is_gone(change, answer):
            fields = _uncovered(unit, key, answer[4], pending, change.device_seq)
            steps.append(Step(*key, fields, None, origin))
        elif not pending.touches(key, change.device_seq):
            Extras(unit.raw).drop(*key)
            steps.append(Step(*key, {}, None, origin, gone=True))
    here = present_of(unit, ((step.entity, step.record_id) for step in steps))
    # A record that is not here any more is not made again out of the fields of an answer.
    unit.apply([step for step in steps if step.record_id in here[step.entity]], here)


def _uncovered(
    unit: Receiving, key: Key, current: Mapping[str, Any], pending: Pending, after: int
) -> dict[str, Any]:
    fields = {name: value for name, value in current.items() if not pending.covers(key, name, after)}
    known, others = unit.shapes[key[0]].parted(fields)
    if others:
        Extras(unit.raw).merge(*key, 0, others)
    return known


def _free(unit: Receiving, records: set[Key]) -> None:
    """Let records whose changes are all answered have the version that was seen while they waited."""
    cursor = unit.fact(CURSOR)
    if cursor is None or not records:
        return
    pending = Pending.of(unit, records)
    for entity in {entity for entity, _ in records if entity in unit.shapes}:
        rows = [
            (entity, int(cursor), record_id)
            for table, record_id in records
            if table == entity and not pending.touches((table, record_id))
        ]
        unit.raw.executemany(_FREED.format(table=entity), rows)


def present_of(unit: Receiving, keys: Iterable[Key]) -> dict[str, Any]:
    """Return what lies here of some records, by table and id; one question a table."""
    ids: dict[str, set[str]] = {}
    for entity, record_id in keys:
        ids.setdefault(entity, set()).add(record_id)
    return {entity: unit.present(entity, wanted) for entity, wanted in ids.items()}
