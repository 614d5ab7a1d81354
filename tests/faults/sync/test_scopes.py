"""Cases 18 and 19: areas come and go, versions differ."""

from __future__ import annotations

from tests.faults.sync.world import ENUMERATOR, resident


def test_case_18_an_area_granted_brings_what_was_written_before(town):
    outside = town.join("outside", ENUMERATOR, outside=True, areas=["census_area0"])
    cases = {n: town.ids[f"census_case{n}"] for n in range(4)}
    assert {("census_case", cases[0]), ("census_case", cases[2])} <= outside.records().keys()
    assert ("census_case", cases[1]) not in outside.records()

    town.rescope(outside, areas=["census_area0", "census_area1"])
    outside.exchange()

    assert {("census_case", record_id) for record_id in cases.values()} <= outside.records().keys()
    assert outside.fault() is None


def test_case_18_an_area_revoked_takes_its_records_from_the_desk_and_not_from_the_server(town):
    outside = town.join("outside", ENUMERATOR, outside=True, areas=["census_area0", "census_area1"])
    case = town.ids["census_case1"]
    assert ("census_case", case) in outside.records()

    town.rescope(outside, areas=["census_area0"])
    outside.exchange()

    assert ("census_case", case) not in outside.records()
    assert ("census_case", case) in town.books.records().records
    assert ("census_case", case) in town.desk("east").records()
    assert outside.fault() is None
    assert town.broken() == []


def test_case_18_what_was_written_in_an_area_before_it_was_revoked_is_handed_in(town):
    outside = town.join("outside", ENUMERATOR, outside=True, areas=["census_area0", "census_area1"])
    case = town.ids["census_case1"]
    outside.edit("census_case", case, note="收回前写的")
    town.rescope(outside, areas=["census_area0"])

    outside.exchange()
    town.settle()

    assert outside.unsent() == 0
    kept = town.books.records().records["census_case", case].get("note") == "收回前写的"
    held = any(row.mine == {"note": "收回前写的"} for row in town.desk("east").disputes())
    assert kept or held
    assert town.broken() == []


def test_case_18_an_outside_desk_holds_nothing_of_the_register(town):
    outside = town.join("outside", ENUMERATOR, outside=True, areas=["census_area0"])
    town.desk("east").add(resident("不外传"))
    town.settle()

    held = {entity for entity, _ in outside.records()}

    assert held.isdisjoint({"resident", "household", "dwelling", "matter", "resident_tag", "visit"})


def test_case_19_a_field_this_version_does_not_know_survives_its_edits(town):
    newer, older = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    newer.add_column("resident", "nickname", "VARCHAR(64)")
    nickname = '小王\\"\u2028 \U0002000b'
    newer.write_column("resident", person, "nickname", nickname)
    town.settle()

    older.edit("resident", person, note="旧版改的")
    town.settle()

    assert newer.record("resident", person)["nickname"] == nickname
    assert newer.record("resident", person)["note"] == "旧版改的"
    assert town.books.records().records["resident", person]["nickname"] == nickname
    assert town.broken() == []


def test_case_19_a_field_waits_for_the_version_that_knows_it(town):
    newer, older = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    newer.add_column("resident", "nickname", "VARCHAR(64)")
    newer.write_column("resident", person, "nickname", "小王")
    town.settle()
    assert older.record("resident", person)["nickname"] == "小王"
    assert not older.has_column("resident", "nickname")
