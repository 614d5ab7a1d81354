"""A verb of which others contest one half is not taken by the other half, where half of it makes no sense."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.security.roles import Role, permissions_of
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.merge import Document, Write, merge
from workbench.sync.protocol.wire import Outcome, Reason

MINE, THEIRS, SEEN, NOW = "desk-1/a", "desk-2/a", 5, 9
WORKER = permissions_of([Role.WORKER])
SUPERVISOR = permissions_of([Role.SUPERVISOR])
MOMENT, LATER = "2026-11-24T01:00:00.000000Z", "2026-11-25T01:00:00.000000Z"
ACCEPTED: dict[str, Any] = {
    "state": "accepted", "received_at": MOMENT, "accepted_at": MOMENT, "licensing": 0, "immediate": 0,
    "legal_days": 20, "promised_days": 5, "promised_on": "2026-12-01", "legal_due_on": "2026-12-22",
    "due_on": "2026-12-01", "provisional": 0, "paused": 0, "pauses": [], "owner_id": "s1",
    "owner_since": MOMENT, "department_confirmed": 0,
}  # fmt: skip
DECIDED = {
    "state": "decided",
    "decision": "granted",
    "decided_at": LATER,
    "decided_by_id": "s2",
    "due_on": None,
}
HANDED_OVER = {
    "state": "handed_over", "resume_state": "accepted", "department": "民政局", "handover_on": "2026-11-25",
}  # fmt: skip


def after(entity: str, fields: dict[str, Any], *writes: dict[str, Any]) -> Document:
    """Return a record that this desk saw at `SEEN`, as it stands after others' writes."""
    shape, seq = SHAPES[entity], SEEN
    document = Document(entity, "r1", SEEN, fields, {}, (1, MINE, 0))
    for written in writes:
        seq += 1
        write = Write(entity, "r1", written, SEEN, THEIRS, permissions=SUPERVISOR)
        merged = merge(document, write, seq, shape)
        assert merged.outcome is Outcome.ACCEPTED and merged.document is not None
        document = merged.document
    return document


def mine(document: Document, fields: dict[str, Any]) -> tuple[Outcome, Reason, dict[str, Any]]:
    """Return what becomes of a write of this desk, based on what it saw, and the record then."""
    write = Write(document.entity, document.record_id, fields, SEEN, MINE, permissions=WORKER)
    merged = merge(document, write, document.seq + 1, SHAPES[document.entity])
    assert merged.document is not None
    return merged.outcome, merged.reason, dict(merged.document.fields)


def test_a_handover_of_a_matter_decided_meanwhile_leaves_no_department_behind() -> None:
    outcome, _, fields = mine(after("matter", ACCEPTED, DECIDED), HANDED_OVER)
    assert outcome is Outcome.CONFLICT
    assert (fields["state"], fields.get("department")) == ("decided", None)


def test_a_handover_of_a_matter_given_to_somebody_else_meanwhile_is_taken_whole_or_not() -> None:
    assigned = {"owner_id": "s3", "owner_since": LATER, "previous_owner_id": "s1"}
    outcome, reason, fields = mine(after("matter", ACCEPTED, assigned), HANDED_OVER)
    assert (outcome, reason) == (Outcome.CONFLICT, Reason.INVALID_TOGETHER)
    assert fields["state"] == "accepted"


def test_an_extension_is_no_extension_without_its_deadline() -> None:
    moved = {"promised_on": "2026-12-02", "due_on": "2026-12-02"}
    extended = {"extended": 1, "promised_on": "2026-12-15", "due_on": "2026-12-15"}
    outcome, _, fields = mine(after("matter", ACCEPTED, moved), extended)
    assert outcome is Outcome.CONFLICT
    assert (fields.get("extended"), fields["due_on"]) == (None, "2026-12-02")


def test_a_matter_worked_on_here_and_given_away_there_is_both() -> None:
    assigned = {"owner_id": "s3", "owner_since": LATER, "previous_owner_id": "s1"}
    outcome, _, fields = mine(after("matter", ACCEPTED, assigned), {"state": "in_progress"})
    assert (outcome, fields["state"], fields["owner_id"]) == (Outcome.MERGED, "in_progress", "s3")


def test_two_desks_that_take_the_same_step_agree() -> None:
    outcome, _, _ = mine(after("matter", ACCEPTED, {"state": "in_progress"}), {"state": "in_progress"})
    assert outcome is Outcome.MERGED


def test_nobody_dies_before_being_born() -> None:
    person = {"name": "王建国", "sex": "1", "birth_date": "1950-03-01", "status": "living"}
    died = {"status": "deceased", "status_since": "2026-11-01"}
    outcome, reason, fields = mine(after("resident", person, died), {"birth_date": "2026-11-20"})
    assert (outcome, reason) == (Outcome.CONFLICT, Reason.INVALID_TOGETHER)
    assert fields["birth_date"] == "1950-03-01"


def test_an_address_is_one_thing_and_a_telephone_another() -> None:
    home = {"building_id": "b1", "unit": "1", "room": "101"}
    outcome, _, fields = mine(after("dwelling", home, {"unit": "2"}), {"room": "202"})
    assert (outcome, fields["unit"], fields["room"]) == (Outcome.CONFLICT, "2", "101")
    person = {"name": "王建国", "status": "living", "phone": "1"}
    outcome, _, fields = mine(after("resident", person, {"note": "住院"}), {"phone": "2"})
    assert (outcome, fields["note"], fields["phone"]) == (Outcome.MERGED, "住院", "2")


@pytest.mark.parametrize("state", ["received", "withdrawn"])
def test_a_step_that_does_not_exist_is_refused(state: str) -> None:
    closed = {**ACCEPTED, "state": "withdrawn", "due_on": None, "closed_at": LATER}
    start = ACCEPTED if state == "received" else closed
    wanted = {"state": "received"} if state == "received" else {"state": "in_progress", "closed_at": None}
    outcome, reason, fields = mine(after("matter", start), wanted)
    assert (outcome, reason) == (Outcome.REFUSED, Reason.WRONG_STATE)
    assert fields["state"] == start["state"]
