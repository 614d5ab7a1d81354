"""What the Today page says, and that each of its numbers opens what it counts."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.ui.noting_window import NotingWindow
from ui.today.lists import COMMUNITY, MINE, Figure, matters_behind
from ui.today.page import TodayPage
from ui.today.reading import DayFacts, day_facts, loads_of
from ui.today.skeleton import Skeleton
from workbench.desk.sync_views import SyncState
from workbench.intake.kinds import MatterState, RatingLevel
from workbench.intake.queries import MatterList


@pytest.fixture
def window(background):
    return NotingWindow(background)


def opened(qtbot, desk, window):
    made = TodayPage(desk, window)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.refresh()
    return made


def read(qtbot, page):
    strips = page.mine.tiles | (page.community.tiles if page.community.isVisible() else {})
    tiles = [tile for figure, tile in strips.items() if figure is not Figure.SATISFACTION]
    qtbot.waitUntil(lambda: all(tile.figure() != "–" for tile in tiles))
    qtbot.waitUntil(lambda: page.list._faces.currentWidget() is not page.list.skeleton)
    return page


@pytest.fixture
def page(qtbot, desk, window):
    return read(qtbot, opened(qtbot, desk, window))


def test_the_first_paint_does_not_wait_for_the_store(qtbot, desk, window):
    page = opened(qtbot, desk, window)
    assert page.mine.tiles[Figure.MINE].figure() == "–"
    assert isinstance(page.list._faces.currentWidget(), Skeleton)


@pytest.mark.parametrize("figure", [*MINE, Figure.DUE_TODAY, Figure.OVERDUE, Figure.RECEIVED, Figure.DECIDED])
def test_every_number_opens_a_list_of_so_many(qtbot, page, desk, figure):
    tile = (page.mine.tiles | page.community.tiles)[figure]
    count = int(tile.figure())
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.isChecked()
    qtbot.waitUntil(lambda: len(page.list.matters.records()) == count)
    assert len(matters_behind(desk, figure)) == count


def test_keys_open_the_lists_of_mine_and_of_the_community(qtbot, page):
    qtbot.keyClick(page, Qt.Key.Key_5)
    assert page.mine.tiles[Figure.WAITING].isChecked()
    qtbot.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert page.community.tiles[COMMUNITY[2]].isChecked()
    assert not page.mine.tiles[Figure.WAITING].isChecked()


def test_the_supervisor_sees_who_has_how_much_and_whose_pile_it_is(qtbot, page, desk):
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(page.list.loads.records()))
    total = sum(len(load.matters) for load in page.list.loads.records())
    assert str(total) == page.community.tiles[Figure.OPEN].figure()
    busiest = page.list.loads.records()[0]
    page.list.loads.view.selectRow(0)
    qtbot.keyClick(page.list.loads.view, Qt.Key.Key_Return)
    assert {row.owner_id for row in page.list.matters.records()} == {busiest.staff_id}
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.table() is page.list.loads


def test_enter_opens_the_matter_in_focus(qtbot, page, window, desk):
    page.choose(Figure.RECEIVED)
    qtbot.waitUntil(lambda: bool(page.list.matters.records()))
    page.list.matters.view.selectRow(0)
    qtbot.keyClick(page.list.matters.view, Qt.Key.Key_Return)
    assert window.records == [("matter", page.list.matters.records()[0].id)]


def test_a_worker_sees_only_their_own_figures(qtbot, worker_desk, window):
    page = read(qtbot, opened(qtbot, worker_desk, window))
    assert page.community.isHidden()
    assert page.mine.tiles[Figure.MINE].figure() == str(len(worker_desk.matters.rows(MatterList.MINE)))


def test_f2_lets_intake_call_the_next(qtbot, page, window, desk):
    waiting = len(desk.matters.queue().waiting)
    assert waiting
    qtbot.waitUntil(lambda: page.queue.figure.text() == str(waiting))
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert window.records == [("call", "")]


def test_f3_starts_intake(qtbot, page, window):
    qtbot.keyClick(page, Qt.Key.Key_F3)
    assert window.pages == ["intake"]


def test_the_day_says_whether_offices_work_and_what_is_provisional(qtbot, page, desk, desk_clock):
    qtbot.waitUntil(lambda: bool(page.day_line.day.text()))
    assert page.day_line.kind.text() == "工作日"
    assert page.day_line.provisional.isVisible()
    assert day_facts(desk) == DayFacts(date(2026, 11, 24), True, False, 2027)


def test_what_waits_of_sync_is_a_quiet_line_that_leads_there(qtbot, page, window):
    assert page.to_settle.isHidden()
    page.to_settle.show_state(SyncState(disputes=2))
    qtbot.mouseClick(page.to_settle, Qt.MouseButton.LeftButton)
    assert "2" in page.to_settle.text()
    assert window.records == [("sync", "")]


def test_at_midnight_the_page_reads_again(qtbot, page, desk_clock):
    desk_clock.advance(days=1)
    page._turn_of_the_day()
    qtbot.waitUntil(lambda: "25" in page.day_line.day.text())


def test_the_cards_move_below_the_list_where_there_is_no_room_beside(qtbot, page):
    assert page.side.x() > page.list.x()
    page.resize(900, 700)
    qtbot.waitUntil(lambda: page.side.parentWidget() is page._below)
    page.resize(1280, 700)
    qtbot.waitUntil(lambda: page.side.parentWidget() is not page._below)


def test_loads_put_the_busiest_first(desk):
    loads = loads_of(desk.matters.in_hand(), desk.staff_names())
    assert [len(load.matters) for load in loads] == sorted((len(one.matters) for one in loads), reverse=True)
    assert sum(len(load.matters) for load in loads) == desk.matters.counts().open


def test_a_bad_rating_asks_for_its_follow_up(qtbot, page, desk, window):
    assert page.follow_ups.isHidden()
    matter = rate_badly(desk)
    page.refresh()
    qtbot.waitUntil(page.follow_ups.isVisible)
    qtbot.keyClick(page.follow_ups.list, Qt.Key.Key_Return)
    assert window.records == [("matter", matter)]


def rate_badly(desk):
    """Rate the first finished matter that nobody rated, badly, and return its id."""
    for row in desk.matters.rows(MatterList.FINISHED):
        if row.state is MatterState.DELIVERED and desk.matters.matter(row.id).rating is None:
            desk.intake.rate(row.id, RatingLevel.BAD)
            return row.id
    raise LookupError("every finished matter is rated")
