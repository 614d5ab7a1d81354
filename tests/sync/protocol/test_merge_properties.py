"""Whatever two desks write and in whichever order it comes: no value vanishes, nobody meets himself."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.sync.protocol.merge import Document, Merged, Write, merge
from workbench.sync.protocol.shapes import Realm, Shape
from workbench.sync.protocol.wire import Outcome

SHAPE = Shape("resident", Realm.REGISTER, groups={"building": "address", "room": "address"})
BASE = Document("resident", "r", 1, {"building": "0", "room": "0", "phone": "0"}, {}, (1, "centre", 0))

# A journal tells only of what was changed, so nobody writes what stood there already.
VALUES = st.sampled_from(["1", "2", None])
EDITS = st.dictionaries(st.sampled_from(["building", "room", "phone"]), VALUES, min_size=1)
DELETIONS = st.just({"deleted_at": "now"})
FIELDS = st.one_of(EDITS, EDITS, EDITS, DELETIONS)
DEVICES = st.sampled_from(["east", "west"])
CHAINS = st.lists(st.tuples(DEVICES, FIELDS), max_size=8)


def taken(writes: list[tuple[str, dict[str, Any]]]) -> list[tuple[Write, Merged]]:
    """Merge offline writes, all made on the record as it was at first."""
    document, done = BASE, []
    for device, fields in writes:
        write = Write("resident", "r", fields, 1, device)
        merged = merge(document, write, document.seq + 1, SHAPE)
        assert merged.document is not None
        document = merged.document
        done.append((write, merged))
    return done


def is_disputed(merged: Merged) -> bool:
    return merged.outcome is Outcome.CONFLICT


@given(FIELDS, FIELDS)
def test_given_two_writes_when_they_come_in_either_order_then_the_record_is_the_same_or_people_decide(
    one, two
):
    first, second = taken([("east", one), ("west", two)])[-1], taken([("west", two), ("east", one)])[-1]
    if not is_disputed(first[1]) and not is_disputed(second[1]):
        assert first[1].document.fields == second[1].document.fields


@settings(max_examples=300)
@given(CHAINS)
def test_given_writes_of_two_desks_when_all_are_merged_then_every_value_stands_waits_or_was_outdone(writes):
    done = taken(writes)
    final = done[-1][1].document if done else BASE
    for at, (write, merged) in enumerate(done):
        for name, value in write.fields.items():
            stands = final.fields.get(name) == value
            waits = name in merged.contested
            # Whoever wrote the same and goes on from there has outdone it knowingly.
            knowing = {each.device for each, _ in done if each.fields.get(name, "-") == value}
            outdone = any(name in result.applied for each, result in done[at + 1 :] if each.device in knowing)
            # A second deletion changes nothing; the first stands.
            deleted = name == "deleted_at" and final.deleted
            assert stands or waits or outdone or deleted, (name, value)


@given(st.lists(EDITS, max_size=8))
def test_given_one_chain_when_nobody_else_writes_then_it_never_conflicts_with_itself(edits):
    done = taken([("east", edit) for edit in edits])
    assert all(merged.outcome is Outcome.ACCEPTED for _, merged in done)
    expected: dict[str, Any] = dict(BASE.fields)
    for edit in edits:
        expected.update(edit)
    final = done[-1][1].document.fields if done else BASE.fields
    assert final == {name: value for name, value in expected.items() if value is not None}


@given(CHAINS)
def test_given_any_writes_when_merged_then_numbers_rise_only_with_what_was_applied(writes):
    before = BASE
    for _, merged in taken(writes):
        assert (merged.document.seq > before.seq) == bool(merged.applied)
        assert not set(merged.applied) & set(merged.contested)
        before = merged.document


@given(CHAINS.filter(bool))
def test_given_the_last_write_when_it_comes_again_then_nothing_changes(writes):
    write, merged = taken(writes)[-1]
    again = merge(merged.document, write, merged.document.seq + 1, SHAPE)
    assert again.document == merged.document
