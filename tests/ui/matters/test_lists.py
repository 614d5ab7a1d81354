"""The lists that answer a worker's questions."""

from PySide6.QtCore import Qt

from tests.ui.matters.conftest import open_page, opened, some
from workbench.intake.kinds import MatterState
from workbench.intake.queries.lists import MatterList


def choose(qtbot, page, which, count):
    page.list.choose(which)
    qtbot.waitUntil(lambda: len(page.list.table.records()) == count)


def test_every_list_shows_what_it_promises_with_its_count(qtbot, page, desk):
    for which in (MatterList.OPEN, MatterList.OVERDUE, MatterList.DUE_TODAY, MatterList.FINISHED):
        choose(qtbot, page, which, len(desk.matters.rows(which)))
    assert str(desk.matters.counts().open) in page.list.lists._keys["open"].text()


def test_the_filter_narrows_by_number_item_or_name(qtbot, page, desk):
    rows = desk.matters.rows(MatterList.OPEN)
    choose(qtbot, page, MatterList.OPEN, len(rows))
    page.list.search.setText(rows[0].number)
    assert [row.number for row in page.list.table.records()] == [rows[0].number]
    page.list.search.setText("没有这样的办件")
    assert page.list.table.records() == ()


def test_enter_opens_the_matter_and_escape_leads_back(qtbot, page, desk):
    choose(qtbot, page, MatterList.OPEN, len(desk.matters.rows(MatterList.OPEN)))
    page.list.table.view.setFocus()
    qtbot.keyClick(page.list.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_open)
    page.matter.back.click()
    assert not page.is_open


def test_what_was_handed_to_me_is_new_until_i_open_it(qtbot, desk, background, sign_in):
    row = some(desk, MatterState.ACCEPTED)
    other = sign_in("wangkai")
    desk.intake.assign([row.id], other.session.staff_id)
    page = open_page(qtbot, other, background)
    choose(qtbot, page, MatterList.NEW_TO_ME, len(other.matters.rows(MatterList.NEW_TO_ME)))
    assert row.id in [each.id for each in page.list.table.records()]
    opened(qtbot, page, row.id)
    page.leave()
    page.refresh()
    qtbot.waitUntil(lambda: row.id not in [each.id for each in page.list.table.records()])
