"""The model calls a good run good, and every kind of loss by its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.faults.sync.fuzz.evidence import Answered, Copy, Evidence, Logged, Written
from tests.faults.sync.fuzz.model import judge

KEY = ("resident", "r1")
MADE = Written("op1", "east", 1, *KEY, "create", {"name": "王", "phone": "1"}, 0)
EDITED = Written("op2", "west", 1, *KEY, "patch", {"phone": "2"}, 1)
RECORD = {"name": "王", "phone": "2"}
GOOD = Evidence(
    written=(MADE, EDITED),
    answered=(Answered("op1", "accepted"), Answered("op2", "accepted")),
    logged=(
        Logged(1, "op1", "east/1", *KEY, "create", MADE.fields),
        Logged(2, "op2", "west/1", *KEY, "patch", EDITED.fields),
    ),
    server=Copy({KEY: RECORD}),
    whole={"east": Copy({KEY: RECORD}), "west": Copy({KEY: RECORD})},
    unsent={"east": 0, "west": 0},
)


def broken(evidence: Evidence) -> set[str]:
    return {violation.promise for violation in judge(evidence, lambda entity, name: name)}


def test_a_run_in_which_everything_arrived_keeps_every_promise():
    assert judge(GOOD, lambda entity, name: name) == []


def test_a_change_whose_author_had_not_seen_the_last_one_is_an_overwrite():
    blind = replace(EDITED, base_seq=0)
    assert broken(replace(GOOD, written=(MADE, blind))) == {"overwrite"}


def test_one_member_of_a_group_hides_the_other():
    room = Written("op3", "east", 2, *KEY, "patch", {"name": "李"}, 1)
    row = Logged(3, "op3", "east/1", *KEY, "patch", room.fields)
    record = Copy({KEY: {"name": "李", "phone": "2"}})
    story = replace(
        GOOD,
        written=(*GOOD.written, room),
        answered=(*GOOD.answered, Answered("op3", "accepted")),
        logged=(*GOOD.logged, row),
        server=record,
        whole={},
    )
    assert broken(story) == set()
    together = judge(story, lambda entity, name: "both")
    assert [violation.promise for violation in together] == ["overwrite"]


def test_a_desk_with_another_value_has_not_converged():
    assert broken(replace(GOOD, whole={"east": Copy({KEY: {"name": "王", "phone": "1"}})})) == {"convergence"}


def test_a_server_record_that_its_log_does_not_tell_is_untrue():
    assert broken(replace(GOOD, server=Copy({KEY: {**RECORD, "note": "?"}}), whole={})) == {"truth"}


def test_a_gap_in_the_numbers_is_seen_but_the_jump_after_a_restore_is_not_one():
    first, second = GOOD.logged
    assert broken(replace(GOOD, logged=(first, replace(second, seq=3)))) == {"numbering"}
    assert broken(replace(GOOD, logged=(first, replace(second, seq=1_000_001)))) == set()


def test_a_value_that_is_nowhere_has_vanished():
    lost = Written("op3", "east", 2, *KEY, "patch", {"phone": "3"}, 1)
    dropped = replace(
        GOOD,
        written=(*GOOD.written, lost),
        answered=(*GOOD.answered, Answered("op3", "conflict", "field_changed")),
    )
    assert broken(dropped) == {"vanished"}


def test_a_value_that_waits_in_a_dispute_has_not_vanished():
    kept = Written("op3", "east", 2, *KEY, "patch", {"phone": "3"}, 1)
    fields = {"entity": "resident", "record_id": "r1", "mine": {"phone": "3"}}
    dispute = Logged(3, "s1", "server", "sync_dispute", "d1", "create", fields)
    copy = Copy({KEY: RECORD, ("sync_dispute", "d1"): fields})
    story = replace(
        GOOD,
        written=(*GOOD.written, kept),
        answered=(*GOOD.answered, Answered("op3", "conflict", "field_changed")),
        logged=(*GOOD.logged, dispute),
        server=copy,
        whole={"east": copy},
    )
    assert broken(story) == set()


def test_what_the_author_wrote_over_is_not_asked_for():
    first = Written("op3", "east", 2, *KEY, "patch", {"phone": "3"}, 1)
    second = Written("op4", "east", 3, *KEY, "patch", {"phone": "2"}, 1)
    story = replace(
        GOOD,
        written=(*GOOD.written, first, second),
        answered=(*GOOD.answered, Answered("op3", "conflict"), Answered("op4", "merged")),
    )
    assert broken(story) == set()


@pytest.mark.parametrize(
    ("change", "promise"),
    [
        ({"unsent": {"east": 2}}, "drain"),
        ({"unsound": {"east": "journal"}}, "verify"),
        ({"answered": GOOD.answered[:1]}, "audit"),
        ({"answered": (*GOOD.answered, Answered("op2", "accepted"))}, "audit"),
        ({"answered": (*GOOD.answered, Answered("op9", "accepted"))}, "audit"),
    ],
)
def test_other_broken_promises_are_called_by_name(change, promise):
    assert broken(replace(GOOD, **change)) == {promise}


def test_after_a_restore_the_order_of_before_still_counts():
    offered = (
        Logged(1_000_001, "op1", "east/1", *KEY, "create", MADE.fields, 1),
        Logged(1_000_002, "op2", "west/1", *KEY, "patch", EDITED.fields, 2),
    )
    assert broken(replace(GOOD, logged=offered)) == set()
