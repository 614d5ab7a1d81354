"""The re-check: a sample drawn, interviewed again by somebody else, and an area that fails sent back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.census.course import AREA_M2, area_of, ask_again, round_of, type_like_the_first
from tests.ui.census.test_double_keying import hand_in, opened
from workbench.census.kinds import CaseState

CTRL = Qt.KeyboardModifier.ControlModifier


def section_of(qtbot, page):
    page.show_section("recheck")
    section = page.section("recheck")
    qtbot.waitUntil(lambda: section.round is not None)
    return section


def drawn(qtbot, page, press):
    section = section_of(qtbot, page)
    press(page.list, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: bool(section.drawn.records()))
    return section


def test_the_sample_comes_from_areas_that_are_filled(qtbot, chief_page, chief_desk, press):
    section = drawn(qtbot, chief_page, press)
    assert {row.case.area_code for row in section.drawn.records()} == {"002", "003"}
    assert {row.enumerator_id for row in section.drawn.records()} <= {
        case.enumerator_id for case in chief_desk.surveys.cases(round_of(chief_desk).id)
    }


def test_drawing_twice_is_refused_with_the_reason(qtbot, chief_page, press):
    section = drawn(qtbot, chief_page, press)
    section.draw()
    qtbot.waitUntil(chief_page.notice.isVisible)


def test_a_second_interview_is_held_blind_and_its_rate_shows(qtbot, chief_page, chief_desk, press):
    section = drawn(qtbot, chief_page, press)
    row = section.drawn.current()
    press(section.drawn.view, Qt.Key.Key_Return)
    pane = opened(qtbot, chief_page)
    assert pane.view.session.draft()["values"].get(AREA_M2, "") == ""
    type_like_the_first(chief_desk, pane.view.session, row.case.id)
    hand_in(qtbot, chief_page)
    qtbot.waitUntil(lambda: bool(section.areas.records()))
    assert [rate.rate.errors for rate in section.areas.records()] == [0]
    assert [rate.rate.errors for rate in section.enumerators.records()] == [0]
    assert chief_desk.surveys.case(row.case.id).row.rechecked
    assert not section.back_button.isEnabled()


def test_an_area_that_fails_goes_back_whole(qtbot, chief_page, chief_desk, open_dialog):
    area = area_of(chief_desk, "003")
    chief_desk.census.draw_rechecks([area.id])
    for row in chief_desk.surveys.rechecks(round_of(chief_desk).id):
        ask_again(chief_desk, row.id, **{AREA_M2: "301"})
    section = section_of(qtbot, chief_page)
    qtbot.waitUntil(section.back_button.isEnabled)
    section.areas.view.selectRow(0)
    section.back_button.click()
    dialog = open_dialog(chief_page)
    qtbot.keyClicks(dialog.reason, "too many errors")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: area_of(chief_desk, "003").counts.get(CaseState.TO_CORRECT, 0) == 1)
    qtbot.waitUntil(lambda: not section.drawn.records())


def test_leaving_a_second_interview_keeps_its_draft(qtbot, chief_page, chief_desk, press):
    section = drawn(qtbot, chief_page, press)
    press(section.drawn.view, Qt.Key.Key_Return)
    pane = opened(qtbot, chief_page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
    qtbot.keyClicks(QApplication.focusWidget(), "1")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: chief_page.covered() is None)
    qtbot.waitUntil(lambda: chief_desk.drafts.load(pane.sitting.start.draft_place) is not None)
