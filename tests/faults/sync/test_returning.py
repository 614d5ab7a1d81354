"""Cases 14 to 16: a server from yesterday, a copied disk, a desk away for too long."""

from __future__ import annotations

from tests.faults.sync.world import resident


def test_case_14_desks_ahead_of_a_restored_server_hand_in_again_what_it_lost(town):
    east, west = town.desk("east"), town.desk("west")
    kept = east.add(resident("备份前"))
    town.settle()
    town.backup()
    person = town.ids["resident0"]
    lost = east.add(resident("备份后"))
    east.edit("resident", person, phone="13800000001")
    east.exchange()
    west.exchange()
    west.edit("resident", person, note="备份后")
    west.edit("resident", person, phone="13800000002")
    town.settle()
    before = east.records()

    town.rollback()
    assert ("resident", lost) not in town.books.records().records
    west.edit("resident", kept, note="恢复之后")
    town.settle()

    assert {("resident", kept), ("resident", lost)} <= town.books.records().records.keys()
    assert east.record("resident", person) == before["resident", person]
    assert [row.entity for row in east.disputes()] == []
    assert town.broken() == []


def test_case_14_what_only_another_desk_still_has_is_not_lost(town):
    east, west = town.desk("east"), town.desk("west")
    town.settle()
    town.backup()
    lost = east.add(resident("只有西窗口还有"))
    east.exchange()
    west.exchange()

    town.rollback()
    west.exchange()

    assert ("resident", lost) in town.books.records().records
    town.settle()
    assert town.broken() == []


def test_case_15_of_two_machines_with_one_disk_the_second_goes_on_under_another_life(town):
    east = town.desk("east")
    town.settle()
    twin = town.clone("east", "twin")
    first = east.add(resident("原机"))
    second = twin.add(resident("副本"))
    east.exchange()
    life = twin.facts()["incarnation"]

    twin.exchange()
    town.settle()

    assert twin.facts()["incarnation"] != life
    assert twin.unsent() == 0
    assert {("resident", first), ("resident", second)} <= town.books.records().records.keys()
    assert ("resident", second) in east.records()
    assert town.broken() == []


def test_case_15_a_copy_that_only_reads_disturbs_nobody(town):
    east = town.desk("east")
    town.settle()
    twin = town.clone("east", "twin")
    east.add(resident("原机"))
    east.exchange()

    twin.exchange()

    assert twin.records() == east.records()
    assert town.broken() == []


def test_case_16_a_desk_away_past_the_horizon_takes_everything_anew_and_hands_in_what_it_has(town):
    east, west = town.desk("east"), town.desk("west")
    gone, there = town.ids["resident5"], town.ids["resident0"]
    west.edit("resident", there, note="离线时写的")
    west.edit("resident", gone, phone="13800000002")
    east.remove("resident", gone)
    east.add(resident("离线期间"))
    east.exchange()
    town.prune()

    town.settle()
    for desk in (east, west):
        desk.compare()

    assert west.unsent() == 0
    assert east.record("resident", there)["note"] == "离线时写的"
    living = [desk.record("resident", gone) for desk in (east, west)]
    assert all(not fields or "deleted_at" in fields for fields in living)
    assert any(row.mine == {"phone": "13800000002"} for row in west.disputes())
    assert town.broken(whole_log=False) == []
