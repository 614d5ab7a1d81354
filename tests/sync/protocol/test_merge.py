"""How writes that meet are merged: by groups, against what was seen, never against one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from workbench.security.roles import Permission
from workbench.sync.protocol.merge import Document, Merged, Write, merge
from workbench.sync.protocol.shapes import Course, Realm, Shape, Transition
from workbench.sync.protocol.wire import Outcome, Reason

DECIDE = frozenset({Permission.DECIDE})
PERSON = Shape(
    "resident",
    Realm.REGISTER,
    groups={"building": "address", "room": "address", "status": "status", "status_since": "status"},
    checks={"no_visit_after_death": lambda it: not (it.get("status") == "dead" and it.get("visited"))},
)
MATTER = Shape(
    "matter",
    Realm.REGISTER,
    course=Course(
        "state",
        frozenset({"received"}),
        {
            ("received", "accepted"): Transition("accept", frozenset()),
            ("accepted", "decided"): Transition("decide", DECIDE, ("decision",)),
        },
    ),
)
EAST, WEST = "east/1", "west/1"
WANG: Mapping[str, Any] = {"name": "王芳", "building": "1", "room": "101", "phone": "1", "status": "living"}


def made(fields: Mapping[str, Any] = WANG, seq: int = 1, device: str = EAST) -> Document:
    done = merge(None, Write("resident", "r", fields, 0, device), seq, PERSON)
    assert done.document is not None
    return done.document


def write(device: str = EAST, base: int = 1, /, **more: Any) -> Write:
    about = {name: more.pop(name) for name in ("was_seq", "relayed", "permissions") if name in more}
    return Write("resident", "r", more, base, device, **about)


def after(document: Document, *writes: Write, shape: Shape = PERSON, born: int = 0) -> Merged:
    done = Merged(Outcome.NOTED, document)
    for each in writes:
        assert done.document is not None
        done = merge(done.document, each, done.document.seq + 1, shape, born=born)
    return done


def test_case_06_given_the_same_field_when_two_desks_write_it_otherwise_then_the_second_is_in_dispute():
    done = after(made(), write(EAST, phone="2"), write(WEST, phone="3"))
    assert (done.outcome, done.reason) == (Outcome.CONFLICT, Reason.FIELD_CHANGED)
    assert (done.contested, done.rivals, done.applied) == (("phone",), (2,), {})
    assert done.document.fields["phone"] == "2"


def test_case_07_given_the_same_field_when_both_write_the_same_then_they_are_merged():
    done = after(made(), write(EAST, phone="2"), write(WEST, phone="2"))
    assert (done.outcome, done.contested, done.document.seq) == (Outcome.MERGED, (), 2)


def test_case_08_given_one_group_when_two_desks_write_two_fields_of_it_then_they_meet():
    done = after(made(), write(EAST, building="2"), write(WEST, room="202"))
    assert (done.outcome, done.contested) == (Outcome.CONFLICT, ("room",))


def test_case_08_given_two_groups_when_two_desks_write_one_each_then_both_are_taken():
    done = after(made(), write(EAST, building="2"), write(WEST, phone="2"))
    assert done.outcome is Outcome.MERGED
    assert (done.document.fields["building"], done.document.fields["phone"]) == ("2", "2")


def test_case_08_given_a_change_of_two_groups_when_one_is_contested_then_the_other_is_taken():
    done = after(made(), write(EAST, building="2"), write(WEST, room="202", phone="2"))
    assert (done.outcome, done.contested, done.applied) == (Outcome.CONFLICT, ("room",), {"phone": "2"})
    assert done.document.seq == 3


def test_case_09_given_writes_that_make_no_sense_together_when_merged_then_the_record_stays():
    done = after(made(), write(EAST, visited="today"), write(WEST, status="dead"))
    assert (done.outcome, done.reason) == (Outcome.CONFLICT, Reason.INVALID_TOGETHER)
    assert (done.document.seq, done.document.fields["status"]) == (2, "living")


def test_given_one_author_alone_when_the_record_makes_no_sense_then_it_is_refused_as_invalid():
    done = after(made(), write(EAST, visited="today", status="dead"))
    assert (done.outcome, done.reason) == (Outcome.REFUSED, Reason.INVALID)


def test_given_a_record_that_made_no_sense_before_when_something_else_is_written_then_it_is_taken():
    old = Document("resident", "r", 1, {"status": "dead", "visited": "x"}, {}, (1, EAST, 0))
    assert after(old, write(EAST, phone="2")).outcome is Outcome.ACCEPTED


def test_case_10_given_three_offline_edits_when_the_centre_changed_the_third_field_then_only_it_conflicts():
    done = after(made(), write(WEST, phone="9"))
    outcomes = []
    for edit in ({"name": "王方"}, {"building": "2"}, {"phone": "2"}):
        done = merge(done.document, write(EAST, **edit), done.document.seq + 1, PERSON)
        outcomes.append(done.outcome)
    assert outcomes == [Outcome.MERGED, Outcome.MERGED, Outcome.CONFLICT]
    assert (done.document.fields["building"], done.document.fields["phone"]) == ("2", "9")


def test_case_10_given_a_field_changed_by_the_centre_when_a_chain_edits_it_twice_then_both_conflict():
    done = after(made(), write(WEST, phone="9"))
    first = merge(done.document, write(EAST, phone="2"), 3, PERSON)
    second = merge(first.document, write(EAST, phone="3"), 3, PERSON)
    assert [first.outcome, second.outcome] == [Outcome.CONFLICT] * 2


def test_case_11_given_a_deletion_when_an_offline_edit_arrives_then_it_waits_and_nobody_returns():
    done = after(made(), write(EAST, deleted_at="now"), write(WEST, phone="2"))
    assert (done.outcome, done.reason) == (Outcome.CONFLICT, Reason.EDITED_AFTER_DELETION)
    assert (done.document.deleted, done.contested) == (True, ("phone",))


def test_case_11_given_an_edit_when_an_offline_deletion_arrives_then_it_waits():
    done = after(made(), write(EAST, phone="2"), write(WEST, deleted_at="now"))
    assert (done.outcome, done.reason, done.rivals) == (Outcome.CONFLICT, Reason.DELETED_AFTER_EDIT, (2,))
    assert not done.document.deleted


def test_case_11_given_an_edit_that_was_seen_when_deleted_then_it_is_deleted():
    done = after(made(), write(EAST, phone="2"), write(WEST, 2, deleted_at="now"))
    assert (done.outcome, done.document.deleted) == (Outcome.ACCEPTED, True)


def test_given_a_deletion_when_deleted_again_then_nothing_happens():
    done = after(made(), write(EAST, deleted_at="now"), write(WEST, deleted_at="later"))
    assert (done.outcome, done.document.seq) == (Outcome.MERGED, 2)


def test_given_a_deletion_when_it_was_seen_and_taken_back_then_the_record_is_there_again():
    done = after(made(), write(EAST, deleted_at="now"), write(WEST, 2, deleted_at=None, phone="2"))
    assert (done.outcome, done.document.deleted, done.document.fields["phone"]) == ("accepted", False, "2")


@pytest.mark.parametrize("values", [{"phone": "2"}, {"phone": None}])
def test_given_a_chain_when_it_writes_again_and_again_then_it_never_stands_in_its_own_way(values):
    done = after(made(), write(EAST, phone="5"), write(EAST, 0, **values), write(EAST, 0, phone="7"))
    assert (done.outcome, done.document.fields["phone"]) == (Outcome.ACCEPTED, "7")


def test_given_an_emptied_field_when_merged_then_it_is_left_out():
    done = after(made(), write(EAST, phone=None))
    assert ("phone" in done.document.fields, dict(done.applied)) == (False, {"phone": None})


def matter(**fields: Any) -> Document:
    return Document("matter", "m", 1, fields, {}, (1, EAST, 0))


def test_given_a_course_when_a_step_is_skipped_then_it_is_refused():
    done = after(matter(state="received"), write(EAST, state="decided", decision="x"), shape=MATTER)
    assert (done.outcome, done.reason, done.document.seq) == (Outcome.REFUSED, Reason.WRONG_STATE, 1)


def test_given_a_step_when_what_it_needs_is_missing_then_it_is_refused():
    done = after(matter(state="accepted"), write(EAST, state="decided", permissions=DECIDE), shape=MATTER)
    assert done.reason is Reason.WRONG_STATE


@pytest.mark.parametrize(("held", "reason"), [(frozenset(), Reason.NOT_PERMITTED), (DECIDE, Reason.NONE)])
def test_given_a_step_when_its_author_lacks_the_permission_then_it_is_refused(held, reason):
    step = write(EAST, state="decided", decision="x", permissions=held)
    assert after(matter(state="accepted"), step, shape=MATTER).reason is reason


def test_given_a_new_record_when_it_begins_in_the_middle_of_its_course_then_it_is_refused():
    begun = merge(None, Write("matter", "m", {"state": "decided"}, 0, EAST), 1, MATTER)
    assert (begun.outcome, begun.document, begun.reason) == (Outcome.REFUSED, None, Reason.WRONG_STATE)


BORN = 1_000_010
"""A life of the server that began after a restore to number 10."""


def test_given_a_restore_when_an_earlier_write_is_offered_after_a_later_then_it_is_superseded():
    done = after(made(), write(WEST, phone="3", was_seq=14), write(EAST, phone="2", was_seq=12), born=BORN)
    assert (done.outcome, done.document.fields["phone"]) == (Outcome.SUPERSEDED, "3")


def test_given_a_restore_when_writes_are_offered_in_their_order_then_the_later_stands():
    done = after(made(), write(EAST, phone="2", was_seq=12), write(WEST, phone="3", was_seq=14), born=BORN)
    assert (done.outcome, done.document.fields["phone"]) == (Outcome.ACCEPTED, "3")


def test_given_a_restore_when_somebody_wrote_since_then_what_is_offered_conflicts():
    new = merge(made(), write(WEST, 1, phone="9"), BORN + 1, PERSON, born=BORN)
    done = merge(new.document, write(EAST, phone="2", was_seq=12), BORN + 2, PERSON, born=BORN)
    assert (done.outcome, done.contested) == (Outcome.CONFLICT, ("phone",))


def test_given_a_restore_when_an_edit_was_based_on_what_was_offered_again_then_it_had_seen_it():
    offered = merge(made(), write(WEST, phone="3", was_seq=12), BORN + 1, PERSON, born=BORN)
    done = merge(offered.document, write(EAST, 12, phone="4"), BORN + 2, PERSON, born=BORN)
    assert (done.outcome, done.document.fields["phone"]) == (Outcome.ACCEPTED, "4")


def test_given_a_restore_when_others_hand_in_what_a_desk_has_changed_since_then_it_is_superseded():
    own = merge(made(), write(EAST, 12, phone="5"), BORN + 1, PERSON, born=BORN)
    told = write(EAST, 12, phone="2", was_seq=12, relayed=True)
    done = merge(own.document, told, BORN + 2, PERSON, born=BORN)
    assert (done.outcome, done.document.fields["phone"]) == (Outcome.SUPERSEDED, "5")


def test_given_a_restore_when_an_edit_from_before_a_deletion_is_offered_then_nobody_returns():
    gone = merge(made(), write(WEST, deleted_at="now", was_seq=14), BORN + 1, PERSON, born=BORN)
    done = merge(gone.document, write(EAST, phone="2", was_seq=12), BORN + 2, PERSON, born=BORN)
    assert (done.outcome, done.document.deleted) == (Outcome.SUPERSEDED, True)


def test_given_a_resident_merged_away_meanwhile_when_an_edit_arrives_then_it_waits_and_is_not_lost_there():
    shape = replace(PERSON, retired_by="merged_into_id")
    gone = after(made(), write(WEST, 1, merged_into_id="other"), shape=shape).document
    assert gone is not None
    found = merge(gone, write(EAST, 1, phone="13900000000"), 9, shape)
    assert (found.outcome, found.reason) == (Outcome.CONFLICT, Reason.EDITED_AFTER_DELETION)
    assert found.document == gone
    seen = merge(gone, write(EAST, gone.seq, phone="13900000000"), 9, shape)
    assert seen.outcome is Outcome.ACCEPTED
