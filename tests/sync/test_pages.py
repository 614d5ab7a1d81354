"""What others wrote arrives once, and never over what waits to be sent."""

import pytest

from tests.sync.joined import COMMUNITY, JoinedDesk
from workbench.people.model import Dwelling
from workbench.sync import facts
from workbench.sync.answers import Page
from workbench.sync.extras import Extras, adopt
from workbench.sync.receiving import PageReader


@pytest.fixture
def desk(store, actor):
    return JoinedDesk(store, actor)


def test_a_page_and_the_cursor_are_one_transaction(desk, store, monkeypatch):
    row = desk.row("g1", "create", code="1", name="一")

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("workbench.store.receiving.Receiving.set_fact", fail)
    with pytest.raises(RuntimeError):
        desk.pull(row)
    monkeypatch.undo()
    assert desk.record("g1") is None and desk.fact(facts.CURSOR) == "0"
    assert desk.pull(row).rows == 1
    assert desk.record("g1")["seq"] == 1 and desk.fact(facts.CURSOR) == "1"


def test_a_page_asked_for_from_another_place_is_left_alone(desk):
    page = Page("life-1", 1, 9, True, [desk.row("g1", "create", code="1", name="一")])
    reader = PageReader(desk.store, COMMUNITY)
    assert reader.apply(page, 5) is None
    assert desk.record("g1") is None and desk.fact(facts.CURSOR) == "0"


def test_a_row_seen_before_changes_nothing(desk):
    row = desk.row("g1", "create", code="1", name="一")
    desk.pull(row)
    desk.pull(desk.row("g1", name="二"))
    with desk.store.receive(COMMUNITY) as unit:
        unit.set_fact(facts.CURSOR, "0")
    desk.pull(row)
    assert desk.record("g1")["name"] == "二" and desk.record("g1")["seq"] == 2
    assert len(desk.journal(received=True)) == 2


def test_an_echo_raises_the_version_and_is_not_told_again(desk):
    grid = desk.add_grid()
    mine = desk.batch().sent[0].op_id
    desk.pull(
        desk.row("far", "create", code="7", name="别的"), desk.row(grid, "create", op_id=mine, code="1")
    )
    assert desk.record(grid)["seq"] == 2
    assert [row.record_id for row in desk.journal(received=True)] == ["far"]


def test_a_field_that_waits_to_be_sent_is_not_overwritten_and_the_rest_is(desk):
    desk.pull(desk.row("g1", "create", code="1", name="旧"))
    desk.edit_grid("g1", name="我的")
    desk.pull(desk.row("g1", name="他们的", code="9"))
    assert (desk.record("g1")["name"], desk.record("g1")["code"]) == ("我的", "9")
    assert desk.fault() is None


def test_what_is_written_after_something_was_held_back_counts_as_written_without_seeing_it(desk):
    desk.pull(desk.row("g1", "create", code="1", name="旧"))
    desk.edit_grid("g1", name="我的")
    desk.pull(desk.row("g1", name="他们的"))
    desk.pull(desk.row("g1", code="5"))
    desk.edit_grid("g1", name="我的第二次")
    assert [change[7] for change in desk.batch().changes] == [1, 1]


def test_once_all_is_answered_the_record_has_the_version_that_was_seen(desk):
    desk.pull(desk.row("g1", "create", code="1", name="旧"))
    desk.edit_grid("g1", name="我的")
    desk.pull(desk.row("g1", name="他们的"))
    assert desk.record("g1")["seq"] == 1
    batch = desk.batch()
    desk.answer(
        batch, (batch.sent[0].op_id, "conflict", 0, "field_changed", {"name": "他们的"}, False, False)
    )
    assert (desk.record("g1")["seq"], desk.record("g1")["name"]) == (2, "他们的")
    assert desk.fault() is None


def test_what_others_wrote_beside_in_one_merge_group_is_not_lost(desk, store, actor):
    dwelling = {"building_id": "b1", "unit": "1", "room": "101"}
    desk.pull(desk.row("d1", "create", entity="dwelling", **dwelling))
    with store.write(actor) as work:
        work.get(Dwelling, "d1").room = "102"
    desk.pull(desk.row("d1", entity="dwelling", unit="2", floor=3))
    here = desk.record("d1", "dwelling")
    assert (here["unit"], here["room"], here["floor"]) == ("2", "102", 3)
    batch = desk.batch()
    desk.answer(batch, (batch.sent[0].op_id, "conflict", 0, "field_changed", {"room": "101"}, False, False))
    assert desk.record("d1", "dwelling") == {"seq": 2, **dwelling, "unit": "2", "floor": 3}


def test_what_others_made_of_ones_own_change_arrives_though_its_answer_was_lost(desk):
    desk.pull(desk.row("g1", "create", code="1", name="旧"))
    desk.edit_grid("g1", name="我的")
    mine = desk.batch().sent[0].op_id
    desk.pull(desk.row("g1", op_id=mine, device="me/one", name="我的"), desk.row("g1", name="他们的"))
    assert (desk.record("g1")["name"], desk.record("g1")["seq"]) == ("他们的", 3)
    batch = desk.batch()
    desk.answer(batch, (mine, "accepted", 2, "", {}, False, True))
    assert (desk.record("g1")["name"], desk.record("g1")["seq"]) == ("他们的", 3)
    assert desk.unsent() == 0 and desk.fault() is None


def test_a_removal_by_others_arrives_as_one(desk):
    desk.pull(desk.row("g1", "create", code="1", name="一"))
    desk.pull(desk.row("g1", "delete", deleted_at="2026-11-24T00:00:00.000000Z"))
    assert desk.record("g1")["deleted_at"].startswith("2026")
    assert [row.kind.value for row in desk.journal(received=True)] == ["create", "delete"]


def test_a_change_to_what_is_not_here_is_counted_and_not_made_up(desk):
    received = desk.pull(desk.row("nobody", name="二"))
    assert (received.rows, received.missing) == (0, 1) and desk.record("nobody") is None


def test_history_tells_who_wrote_it_and_where(desk):
    desk.pull(desk.row("g1", "create", code="1", name="一"))
    row = desk.journal(received=True)[0]
    assert (row.author_id, row.origin_device, row.origin_hlc, row.log_seq) == (
        "staff-far", "desk-far/one", 1 << 16, 1,
    )  # fmt: skip


def test_what_a_newer_version_knows_is_kept_and_adopted_when_there_is_a_column(desk, store):
    desk.pull(desk.row("g1", "create", code="1", name="一", colour="red"))
    desk.pull(desk.row("n1", "create", entity="novelty", title="新事物"))
    with store.receive(COMMUNITY) as unit:
        assert set(Extras(unit.raw).all()) == {("grid", "g1"), ("novelty", "n1")}
        assert adopt(unit) == 0
        unit.raw.execute("ALTER TABLE grid ADD COLUMN colour VARCHAR(8)")
    store._arriving = {}
    with store.receive(COMMUNITY) as unit:
        assert adopt(unit) == 1
        assert set(Extras(unit.raw).all()) == {("novelty", "n1")}
    assert desk.record("g1")["colour"] == "red"
    assert desk.fault() is None
