"""The card of the doors: shown to whoever has households to do, and gone for everybody else."""

from PySide6.QtCore import Qt

from tests.ui.noting_window import NotingWindow
from ui.today.doors import my_doors
from ui.today.page import TodayPage


def page_for(qtbot, desk, background):
    made = TodayPage(desk, NotingWindow(background))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.refresh()
    return made


def test_the_card_counts_what_the_census_page_lists(qtbot, staff_enumerator_desk, background):
    desk = staff_enumerator_desk
    page = page_for(qtbot, desk, background)
    qtbot.waitUntil(page.doors.isVisible)
    [line] = my_doors(desk)
    assert line.to_do == len(desk.surveys.my_work(line.round_id)) > 0
    assert str(line.to_do) in page.doors.list.item(0).text() + page.doors.list.item(0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_enter_on_a_round_opens_the_census(qtbot, staff_enumerator_desk, background):
    page = page_for(qtbot, staff_enumerator_desk, background)
    qtbot.waitUntil(page.doors.isVisible)
    page.doors.list.setFocus()
    qtbot.keyClick(page.doors.list, Qt.Key.Key_Return)
    assert page.workspace.pages == ["census"]


def test_whoever_has_nothing_to_do_at_doors_sees_no_card(qtbot, chief_desk, background):
    page = page_for(qtbot, chief_desk, background)
    qtbot.waitUntil(page.mine.isVisible)
    background.wait()
    qtbot.wait(50)
    assert my_doors(chief_desk) == []
    assert not page.doors.isVisible()


def test_households_to_visit_again_today_are_counted_apart(qtbot, staff_enumerator_desk):
    desk = staff_enumerator_desk
    [line] = my_doors(desk)
    case = desk.surveys.my_work(line.round_id)[-1]
    desk.census.note_absent(case.id, desk.surveys.propose_visit(case.id), "")
    [after] = my_doors(desk)
    due = {back.case.id for back in desk.surveys.call_backs(line.round_id)}
    assert after.again == line.again + (case.id in due)
