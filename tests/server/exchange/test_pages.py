"""Pages of the log: complete, in order, whole pushes, and refused where they would mislead."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.server.exchange.town import Desk, Town
from workbench.server.faults import RequestRefused
from workbench.server.pruning import Pruned, prune_community
from workbench.store.base import new_id


def test_given_what_others_wrote_when_pulled_then_it_comes_as_applied_with_its_author(town, east, west):
    person = east.add("resident", name="甲", phone="1")
    east.taken()
    row = west.pull()[-1]
    assert row[:7] == [5, row[1], "resident", person, "create", {"name": "甲", "phone": "1"}, east.staff_id]
    assert (row[7], row[9]) == (east.known.name, "2026-11-23T01:00:00.000000Z")


def test_given_a_change_taken_in_part_when_pulled_then_only_that_part_comes(
    town: Town, east: Desk, west: Desk
):
    person = east.add("resident", name="甲", phone="1", note="")
    east.taken()
    west.pull()
    east.edit("resident", person, 5, phone="2")
    east.taken()
    west.edit("resident", person, phone="3", note="x")
    west.push()
    assert [row[5] for row in east.pull() if row[2] == "resident"][-1] == {"note": "x"}


def test_given_pushes_of_several_changes_when_paged_then_no_push_is_cut(town: Town, east: Desk) -> None:
    for size in (3, 5, 2, 7):
        for number in range(size):
            east.add("resident", name=f"{number}")
        east.taken()
    ends, after = [], 0
    while not (page := east.page(after, limit=2))["complete"]:
        after = page["to_seq"]
        ends.append(after)
        assert page["rows"][-1][0] == after
    assert ends == [3, 6, 11, 13]
    assert page["to_seq"] == 20


def test_given_nothing_new_when_pulled_then_the_page_is_complete_and_empty(town: Town, east: Desk) -> None:
    assert east.page(3) == {
        "epoch": town.epoch, "scope_epoch": 1, "to_seq": 3, "complete": True, "rows": [],
    } | {"scope_epoch": east.known.scope_epoch}  # fmt: skip


def test_given_a_number_never_given_when_pulled_after_it_then_it_belongs_to_another_life(town, east):
    with pytest.raises(RequestRefused) as caught:
        east.page(99)
    assert caught.value.fault == "epoch_changed"


def test_case_16_given_a_pruned_log_when_a_desk_was_away_longer_then_it_must_compare(town, east, west):
    person = east.add("resident", name="甲")
    east.taken()
    west.pull()
    east.pull()
    east.remove("resident", person)
    east.taken()
    pruned = _pruned(town)
    assert (pruned.log_rows, pruned.tombstones) == (6, 1)
    with pytest.raises(RequestRefused) as caught:
        west.page(4)
    assert (caught.value.fault, caught.value.status) == ("too_far_behind", 410)
    assert person not in {row[1] for row in west.standing()}
    assert town.rows("SELECT count(*) FROM audit")[0][0] == 4


def test_given_a_log_that_is_young_when_pruned_then_nothing_goes(town: Town, east: Desk) -> None:
    assert _pruned(town, days=0).log_rows == 0


def _pruned(town: Town, days: int = 200) -> Pruned:
    with town.database.transaction() as connection:
        return prune_community(connection, town.community_id, town.clock() + timedelta(days=days))


def test_given_bodies_of_any_text_when_sent_then_the_page_is_sound_json(town: Town, east: Desk) -> None:
    person = east.write(
        "create", "resident", new_id(), '{\n"name":"引号\\" 反斜\\\\ \\u2028 制表\\t",\r\n"n":1.50}'
    )
    east.taken()
    page = east.page(3)
    assert page["rows"][0][5] == json.loads(
        town.rows("SELECT body::text FROM record WHERE record_id = %s", person)[0][0]
    )
    assert '"n":1.50' in town.rows("SELECT wire::text FROM change_log WHERE record_id = %s", person)[0][0]
