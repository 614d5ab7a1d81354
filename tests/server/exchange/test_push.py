"""Pushes: answered once, chained without gaps, judged one by one, numbered without gaps."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta

import pytest

from tests.server.exchange.town import Desk, Town, account
from workbench.server.faults import RequestRefused
from workbench.server.verifying import verify
from workbench.standards.chain import chain_hash
from workbench.store.base import new_id


def test_given_a_new_community_when_its_desk_pushes_then_the_first_account_is_its_own(town: Town) -> None:
    desk = town.founded()
    assert town.seq == 3
    assert town.record("staff_account", desk.staff_id)["name"] == "wang"
    assert [(news.seq, news.rights) for news in town.news] == [(3, True)]


def test_given_a_founded_community_when_another_makes_itself_an_account_then_it_is_refused(town, east):
    stranger = new_id()
    east.write("create", "staff_account", stranger, account("li"), stranger)
    assert east.outcomes() == [("refused", "author_unknown")]


def test_case_01_given_a_lost_reply_when_pushed_again_then_the_answers_are_the_same(town: Town, east: Desk):
    for number in range(3):
        east.add("resident", name=f"居民{number}")
    changes = list(east.outbox)
    first, again = east.push(), east.push(changes)
    assert [answer[:6] for answer in again.answers] == [answer[:6] for answer in first.answers]
    assert [answer[6] for answer in again.answers] == [True] * 3
    assert town.rows("SELECT count(*) FROM audit")[0][0] == 5
    assert (town.seq, again.device_seq, again.hash) == (6, first.device_seq, first.hash)


def test_given_a_push_half_answered_before_when_it_comes_with_more_then_only_the_rest_is_new(town, east):
    east.add("resident", name="甲")
    east.add("resident", name="乙")
    both = list(east.outbox)
    east.push(both[:1])
    assert [answer[6] for answer in east.push(both).answers] == [True, False]
    assert town.seq == 5


def refusal(desk: Desk, changes=None, **more) -> RequestRefused:
    with pytest.raises(RequestRefused) as caught:
        desk.push(changes, **more)
    return caught.value


def test_case_02_given_an_id_known_when_it_comes_with_another_body_then_the_push_is_refused(town, east):
    east.add("resident", name="王一")
    sent = list(east.outbox)
    east.push()
    east.number, east.head = east.number - 1, bytes.fromhex(town.rows("SELECT hash FROM audit")[1][0])
    east.add("resident", name="王二")
    forged = dataclasses.replace(east.outbox[-1], op_id=sent[0].op_id)
    error = refusal(east, [forged])
    assert (error.fault, error.status) == ("op_reuse", 409)
    assert town.rows("SELECT fault FROM incident") == [("op_reuse",)]


def test_given_an_id_known_when_it_comes_as_the_next_row_then_the_push_is_refused(town: Town, east: Desk):
    east.add("resident", name="王一")
    used = east.outbox[0].op_id
    east.push()
    before = town.seq
    east.add("resident", name="王二")
    values = [used, *east.outbox[0].hashed[1:]]
    previous = bytes.fromhex(town.rows("SELECT chain_hash FROM device")[0][0])
    forged = dataclasses.replace(east.outbox[0], op_id=used, hash=chain_hash(tuple(values), previous).hex())
    assert refusal(east, [forged]).fault == "op_reuse"
    assert town.seq == before


def test_given_a_missing_row_when_pushed_then_the_chain_is_broken_and_says_where(town: Town, east: Desk):
    east.add("resident", name="甲")
    east.add("resident", name="乙")
    error = refusal(east, east.outbox[1:])
    assert (error.fault, error.facts["device_seq"]) == ("chain_broken", 2)


def test_given_an_altered_row_when_pushed_then_the_chain_is_broken(town: Town, east: Desk):
    east.add("resident", name="甲")
    altered = dataclasses.replace(east.outbox[0], after='{"name":"乙"}')
    assert refusal(east, [altered]).fault == "chain_broken"
    assert town.seq == 3


def test_case_15_given_a_cloned_disk_when_both_machines_push_then_the_second_must_become_another(town, east):
    clone = dataclasses.replace(east, outbox=[])
    east.add("resident", name="甲")
    east.push()
    clone.add("resident", name="乙")
    error = refusal(clone)
    assert error.fault == "incarnation_conflict"
    clone.incarnation = new_id()
    with town.database.transaction() as connection:
        shared = town.rows("SELECT hash FROM audit WHERE device_seq = 2")[0][0]
        clone.begin(connection, (2, shared))
    assert clone.outcomes() == [("accepted", "")]
    assert east.add("resident", name="丙")
    assert east.outcomes() == [("accepted", "")]


def test_case_15_given_a_row_another_life_handed_in_when_it_comes_again_then_it_is_answered_and_all_goes_on(
    town: Town, east: Desk
) -> None:
    # Two copies of one disk hold the same unsent row; the second began its life before the first sent it.
    shared = town.rows("SELECT chain_seq, chain_hash FROM device")[0]
    both = east.add("resident", name="甲")
    clone = dataclasses.replace(east, outbox=list(east.outbox), incarnation=new_id())
    with town.database.transaction() as connection:
        clone.begin(connection, shared)
    first = east.push()
    own = clone.add("resident", name="乙")
    pushed = clone.push()
    assert pushed.answers[0][:6] == first.answers[0][:6]
    assert [(answer[1], answer[6]) for answer in pushed.answers] == [("accepted", True), ("accepted", False)]
    assert (pushed.device_seq, pushed.hash) == (clone.number, clone.head.hex())
    assert [town.record("resident", each)["name"] for each in (both, own)] == ["甲", "乙"]
    assert verify(town.database) == []


def test_given_another_epoch_when_pushed_then_the_desk_learns_where_the_server_is(town: Town, east: Desk):
    error = refusal(east, [], epoch="yesterday")
    assert (error.fault, error.facts["epoch"], error.facts["device_seq"]) == ("epoch_changed", town.epoch, 2)


@pytest.mark.parametrize("name", ["community_id", "device_id"])
def test_case_26_given_a_change_of_another_community_or_desk_when_pushed_then_it_is_refused(town, east, name):
    east.add("resident", name="甲")
    error = refusal(east, [dataclasses.replace(east.outbox[0], **{name: new_id()})])
    assert (error.fault, error.status) == ("forbidden", 403)
    assert town.rows("SELECT fault FROM incident") == [("forbidden",)]


def test_case_12_given_one_change_never_to_be_taken_when_pushed_then_only_what_hangs_on_it_stays(town, east):
    good = east.add("resident", name="甲")
    bad = east.add("resident", name="")
    east.edit("resident", bad, phone="1")
    tag = {"kind": "volunteer", "since": "2026-01-01"}
    east.add("resident_tag", resident_id=bad, **tag)
    east.add("resident_tag", resident_id=good, **tag)
    refused = [("refused", "invalid"), ("refused", "parent_refused"), ("refused", "parent_refused")]
    pushed = east.push()
    assert [(a[1], a[3]) for a in pushed.answers] == [("accepted", ""), *refused, ("accepted", "")]
    assert [answer[5] for answer in pushed.answers] == [False, True, True, True, False]
    east.add("resident_tag", resident_id=bad, **tag)
    assert east.outcomes() == [("refused", "parent_refused")]
    assert len(town.disputes(record_id=bad)) == 1


def test_given_a_record_refused_when_it_is_made_better_then_what_hangs_on_it_is_taken(town: Town, east: Desk):
    bad = east.add("resident", name="")
    east.push()
    east.write("create", "resident", bad, {"name": "甲"})
    east.add("resident_tag", resident_id=bad, kind="volunteer", since="2026-01-01")
    east.taken()
    assert town.rows("SELECT count(*) FROM refused_create") == [(0,)]


@pytest.mark.parametrize(
    "after",
    ['{"name":', '["name"]', '{"name":NaN}', '{"name":"a\\u0000b"}', '{"name":"\\ud800"}', "[" * 5000, None],
)
def test_given_what_is_no_record_when_pushed_then_it_is_invalid_and_the_rest_goes_on(town, east, after):
    east.write("create", "resident", new_id(), after)
    east.add("resident", name="甲")
    assert east.outcomes() == [("refused", "invalid"), ("accepted", "")]


def test_given_text_that_only_looks_like_nul_when_pushed_then_it_is_taken_word_for_word(town: Town, east):
    text = '{ "name": "a\\\\u0000b\\tc\\nd",\n\t"latitude_": 1e2, "n": 1.0, "big": 12345678901234567890 }'
    record_id = east.write("create", "resident", new_id(), text)
    east.taken()
    kept = town.rows("SELECT body::text FROM record WHERE record_id = %s", record_id)[0][0]
    sent = town.rows("SELECT wire::text FROM change_log WHERE record_id = %s", record_id)[0][0]
    assert kept == text
    assert text in sent
    audited = town.rows("SELECT body FROM audit ORDER BY device_seq DESC LIMIT 1")[0][0]
    assert json.loads(audited)[6] == text


def test_case_19_given_a_field_nobody_knows_when_an_old_desk_edits_the_record_then_it_survives(town, east):
    fields = {"name": "甲", "zodiac_2031": {"sign": "兔", "since": [1, 2.5]}}
    person = east.write("create", "resident", new_id(), fields)
    east.taken()
    east.edit("resident", person, 4, phone="1")
    east.taken()
    assert town.record("resident", person) == {**fields, "phone": "1"}


def test_given_a_kind_of_record_nobody_knows_when_pushed_then_it_waits_for_people(town: Town, east: Desk):
    east.write("create", "spaceship", "s1", {"name": "甲"})
    assert east.outcomes() == [("refused", "unknown_entity")]
    assert town.disputes(entity="spaceship")[0]["mine"] == {"name": "甲"}


def test_given_views_and_exports_when_pushed_then_they_are_kept_and_number_nothing(town: Town, east: Desk):
    east.write("view", "resident", "x", {"what": "card"})
    east.write("sign_in_failed", "staff_account", "y", {}, "nobody")
    assert east.outcomes() == [("noted", "")] * 2
    assert town.seq == 3
    assert town.rows("SELECT count(*) FROM audit") == [(4,)]


def test_given_a_name_taken_when_pushed_then_it_is_refused_until_the_other_is_gone(town, east, west):
    first = east.add("building", number="7")
    east.taken()
    west.add("building", number="7")
    assert west.outcomes() == [("refused", "name_taken")]
    east.pull()
    east.remove("building", first)
    east.taken()
    west.add("building", number="7")
    assert west.outcomes() == [("accepted", "")]


def test_given_a_parent_nobody_has_when_pushed_then_it_is_missing(town: Town, east: Desk):
    east.add("resident_tag", resident_id="nobody", kind="volunteer", since="2026-01-01")
    assert east.outcomes() == [("refused", "parent_missing")]


def test_given_a_trainee_when_writing_what_takes_more_then_it_is_refused_and_the_old_value_told(town, east):
    trainee, building = new_id(), new_id()
    east.write("create", "staff_account", trainee, account("li", ["trainee"]))
    east.write("create", "building", building, {"number": "1"})
    east.taken()
    east.write("patch", "building", building, {"name": "x"}, trainee, base=5)
    answer = east.push().answers[0]
    assert (answer[1], answer[3], answer[4], answer[5]) == ("refused", "not_permitted", {"name": None}, False)


def test_given_an_account_closed_in_the_push_when_it_writes_on_then_it_is_refused(town: Town, east: Desk):
    worker = new_id()
    east.write("create", "staff_account", worker, account("li", ["worker"]))
    east.write("create", "resident", new_id(), {"name": "甲"}, worker)
    east.write("patch", "staff_account", worker, {"active": 0}, base=9)
    east.write("create", "resident", new_id(), {"name": "乙"}, worker)
    assert [outcome for outcome, _ in east.outcomes()] == ["accepted", "accepted", "accepted", "refused"]


def test_case_17_given_a_clock_three_years_ahead_when_pushed_then_order_stands_and_it_is_noted(town, east):
    east.write("create", "resident", new_id(), {"name": "甲"}, at=timedelta(days=1096))
    pushed = east.taken()
    assert pushed.skew > 1000 * 86400
    assert town.rows("SELECT wire ->> 9 FROM change_log WHERE seq = 4") == [("2026-11-23T01:00:00.000000Z",)]


def test_given_many_changes_of_one_record_when_pushed_together_then_each_sees_those_before(town, east):
    person = east.add("resident", name="甲", phone="1")
    for number in range(5):
        east.edit("resident", person, phone=str(number))
    assert {answer[1] for answer in east.taken().answers} == {"accepted"}
    assert town.record("resident", person)["phone"] == "4"
    assert town.rows("SELECT seq FROM record WHERE record_id = %s", person) == [(town.seq,)]


def test_given_a_file_that_has_not_arrived_when_a_record_refers_to_it_then_it_is_refused(
    town: Town, east: Desk
):
    about = {"file_name": "a.pdf", "owner_entity": "community", "owner_id": town.community_id}
    east.add("attachment", address="f" * 64, **about)
    assert east.outcomes() == [("refused", "blob_missing")]
    town.rows(
        "INSERT INTO blob (community_id, address, length, complete, touched_at) "
        "VALUES (%s, %s, 1, true, now())",
        town.community_id,
        "f" * 64,
    )
    east.add("attachment", address="f" * 64, **about)
    assert east.outcomes() == [("accepted", "")]
