"""Cases 6 to 11: what two desks write to one record is merged, or waits for a person; nothing is lost."""

from __future__ import annotations

from datetime import date

from workbench.sync.choices import Take


def test_case_06_two_values_for_one_field_keep_the_first_and_show_both(town):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    east.edit("resident", person, phone="13800000001")
    west.edit("resident", person, phone="13800000002")
    east.exchange()
    west.exchange()
    town.settle()

    (dispute,) = west.disputes(open_only=True)

    assert west.record("resident", person)["phone"] == "13800000001"
    assert (dispute.mine, dispute.theirs) == ({"phone": "13800000002"}, {"phone": "13800000001"})
    assert dispute.reason == "field_changed"
    assert (dispute.author_id, dispute.other_author_id) == (west.seat.staff_id, east.seat.staff_id)
    assert dispute.written_at is not None and dispute.other_written_at is not None
    assert town.broken() == []


def test_case_06_settled_on_mine_the_second_value_is_everywhere(town):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    east.edit("resident", person, phone="13800000001")
    west.edit("resident", person, phone="13800000002")
    east.exchange()
    town.settle()

    west.resolve(west.disputes(open_only=True)[0].id, Take.MINE)
    town.settle()

    assert east.record("resident", person)["phone"] == "13800000002"
    assert [row.state.value for row in east.disputes()] == ["resolved"]
    assert town.broken() == []


def test_case_07_the_same_value_twice_is_no_dispute(town):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    east.edit("resident", person, phone="13800000001")
    west.edit("resident", person, phone="13800000001")
    east.exchange()
    west.exchange()

    town.settle()

    assert west.disputes() == east.disputes() == []
    assert town.outcomes(west)[-1] == "merged"
    assert town.broken() == []


def test_case_08_one_group_is_disputed_and_different_groups_are_merged(town):
    east, west = town.desk("east"), town.desk("west")
    home, person = town.ids["dwelling0"], town.ids["resident0"]
    east.edit("dwelling", home, unit="2")
    east.edit("resident", person, note="东")
    west.edit("dwelling", home, room="1802")
    west.edit("resident", person, phone="13800000002")
    east.exchange()
    west.exchange()
    town.settle()

    assert [(row.entity, row.mine) for row in west.disputes()] == [("dwelling", {"room": "1802"})]
    for desk in (east, west):
        assert desk.record("dwelling", home)["unit"] == "2"
        assert desk.record("dwelling", home)["room"] != "1802"
        assert desk.record("resident", person)["note"] == "东"
        assert desk.record("resident", person)["phone"] == "13800000002"
    assert town.broken() == []


def test_case_09_a_merge_that_makes_nonsense_leaves_the_record_as_it_was(town):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    east.edit("resident", person, status="deceased", status_since=date(2020, 1, 1))
    west.edit("resident", person, birth_date=date(2021, 1, 1))
    east.exchange()
    held = town.books.records().records["resident", person]
    west.exchange()

    assert town.books.records().records["resident", person] == held
    town.settle()
    (dispute,) = west.disputes()
    assert (dispute.reason, dispute.mine) == ("invalid_together", {"birth_date": "2021-01-01"})
    assert town.broken() == []


def test_case_10_a_chain_of_offline_edits_is_held_against_the_trunk(town):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident0"]
    east.edit("resident", person, other_phone="13800000009")
    east.exchange()
    west.edit("resident", person, note="一")
    west.edit("resident", person, phone="13800000002")
    west.edit("resident", person, other_phone="13800000003")

    west.exchange()

    assert town.outcomes(west)[-3:] == ["merged", "merged", "conflict"]
    town.settle()
    (dispute,) = west.disputes()
    assert dispute.mine == {"other_phone": "13800000003"}
    kept = east.record("resident", person)
    assert (kept["note"], kept["phone"], kept["other_phone"]) == ("一", "13800000002", "13800000009")
    assert town.broken() == []


def test_case_10_an_edit_on_top_of_ones_own_is_no_conflict(town):
    west = town.desk("west")
    person = town.ids["resident0"]
    for number in range(3):
        west.edit("resident", person, phone=f"1380000000{number}")

    town.settle()

    assert west.disputes() == []
    assert town.desk("east").record("resident", person)["phone"] == "13800000002"


def test_case_11_an_edit_after_a_deletion_neither_revives_nor_vanishes(town):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident5"]
    east.remove("resident", person)
    west.edit("resident", person, phone="13800000002")
    east.exchange()
    west.exchange()
    town.settle()

    (dispute,) = west.disputes()

    assert (dispute.reason, dispute.mine) == ("edited_after_deletion", {"phone": "13800000002"})
    assert "deleted_at" in east.record("resident", person)
    assert "deleted_at" in west.record("resident", person)
    assert town.broken() == []


def test_case_11_a_deletion_after_an_edit_waits_too(town):
    east, west = town.desk("east"), town.desk("west")
    person = town.ids["resident5"]
    west.edit("resident", person, phone="13800000002")
    east.remove("resident", person)
    west.exchange()
    east.exchange()
    town.settle()

    assert [row.reason for row in east.disputes()] == ["deleted_after_edit"]
    assert "deleted_at" not in east.record("resident", person)
    assert west.record("resident", person)["phone"] == "13800000002"
    assert town.broken() == []
