"""What the server did not take is put right here at once, except where something later still waits."""

import pytest

from tests.sync.joined import JoinedDesk
from workbench.sync import facts


@pytest.fixture
def desk(store, actor):
    return JoinedDesk(store, actor)


def _conflict(batch, index, reason="field_changed", **current):
    return (batch.sent[index].op_id, "conflict", 0, reason, current, False, False)


def _refused(batch, index, *, gone=False, reason="not_permitted", **current):
    return (batch.sent[index].op_id, "refused", 0, reason, current, gone, False)


def test_a_conflict_puts_the_servers_value_in_place(desk):
    grid = desk.add_grid(name="旧名")
    desk.accept_all()
    desk.edit_grid(grid, name="我的", code="9")
    batch = desk.batch()
    tally = desk.answer(batch, _conflict(batch, 0, name="他们的"))
    assert (tally.sent, tally.disputed, tally.refused) == (1, 1, 0)
    assert (desk.record(grid)["name"], desk.record(grid)["code"]) == ("他们的", "9")
    assert desk.journal(received=True)[-1].author_id == "server"
    assert desk.fault() is None


def test_a_later_edit_of_the_same_field_is_left_alone_until_it_is_answered_too(desk):
    grid = desk.add_grid(name="旧名")
    desk.accept_all()
    desk.edit_grid(grid, name="我的")
    batch = desk.batch()
    desk.edit_grid(grid, name="我的第二次")
    desk.answer(batch, _conflict(batch, 0, name="他们的", code="7"))
    assert (desk.record(grid)["name"], desk.record(grid)["code"]) == ("我的第二次", "7")
    later = desk.batch()
    desk.answer(later, _conflict(later, 0, name="他们的"))
    assert desk.record(grid)["name"] == "他们的"
    assert desk.fault() is None


def test_of_two_changes_in_one_push_the_later_one_has_the_last_word(desk):
    grid = desk.add_grid(name="旧名")
    desk.accept_all()
    desk.edit_grid(grid, name="一", code="9")
    desk.edit_grid(grid, name="二")
    batch = desk.batch()
    refused = _refused(batch, 0, reason="invalid", name="旧名", code="1")
    desk.answer(batch, refused, desk.accepted(batch.sent[1].op_id))
    assert (desk.record(grid)["name"], desk.record(grid)["code"]) == ("二", "1")
    assert desk.fault() is None


def test_a_refused_create_and_what_hangs_on_it_are_undone(desk, store, actor):
    from workbench.community.model import Building

    grid = desk.add_grid()
    with store.write(actor) as work:
        building = work.add(Building(number="1", grid_id=grid)).id
    desk.edit_grid(grid, name="改名")
    batch = desk.batch()
    desk.answer(
        batch,
        _refused(batch, 0, gone=True),
        _refused(batch, 1, gone=True, reason="parent_refused"),
        _refused(batch, 2, gone=True, reason="parent_refused"),
    )
    assert desk.record(grid) is None and desk.record(building, "building") is None
    assert desk.unsent() == 0 and desk.fault() is None


def test_a_refused_create_stays_while_a_later_edit_of_it_waits(desk):
    grid = desk.add_grid()
    batch = desk.batch()
    desk.edit_grid(grid, name="改名")
    desk.answer(batch, _refused(batch, 0))
    assert desk.record(grid)["name"] == "改名"
    later = desk.batch()
    desk.answer(later, _refused(later, 0, gone=True, reason="parent_refused"))
    assert desk.record(grid) is None and desk.fault() is None


def test_a_refused_removal_brings_the_record_back(desk):
    grid = desk.add_grid()
    desk.accept_all()
    desk.remove_grid(grid)
    batch = desk.batch()
    desk.answer(batch, _refused(batch, 0, reason="mass_delete", deleted_at=None))
    assert "deleted_at" not in desk.record(grid) and desk.fault() is None


def test_alone_at_the_server_a_desk_need_not_be_sent_its_own_changes(desk):
    grid = desk.add_grid()
    desk.add_grid("2")
    desk.accept_all()
    assert desk.fact(facts.CURSOR) == "2" and desk.record(grid)["seq"] == 1
    desk.edit_grid(grid, name="改名")
    desk.accept_all()
    assert desk.fact(facts.CURSOR) == "3" and desk.record(grid)["seq"] == 3


def test_where_others_wrote_in_between_the_cursor_stays_for_the_pull(desk):
    grid = desk.add_grid()
    theirs = desk.row("far", "create", code="8", name="别的")
    desk.accept_all()
    assert desk.fact(facts.CURSOR) == "0" and desk.record(grid)["seq"] == 0
    mine = desk.journal(received=False)[0]
    echo = (2, mine.id, "grid", grid, "create", {"code": "1"}, "s", "d/one", 1, "")
    desk.pull(theirs, echo)
    assert desk.record(grid)["seq"] == 2 and desk.record("far")["name"] == "别的"


def test_an_unknown_field_among_the_servers_values_is_kept_beside(desk, store):
    grid = desk.add_grid()
    desk.accept_all()
    desk.edit_grid(grid, name="我的")
    batch = desk.batch()
    desk.answer(batch, _conflict(batch, 0, name="他们的", colour="red"))
    with store.read() as session:
        kept = session.connection().exec_driver_sql("SELECT fields FROM sync_extra").scalar_one()
    assert kept == '{"colour":"red"}'
