"""Double keying: a blind second typing, and differences settled one by one by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.census.course import answers_of, round_of, type_like_the_first
from workbench.census.kinds import CaseState, Fault

CTRL = Qt.KeyboardModifier.ControlModifier


def section_of(qtbot, page):
    page.show_section("double")
    section = page.section("double")
    qtbot.waitUntil(lambda: bool(section.running.records()))
    return section


def next_form(qtbot, page, press):
    """Take the next form as F5 does, and return the pane once it can be typed in."""
    section = section_of(qtbot, page)
    press(section.running.view, Qt.Key.Key_F5)
    return opened(qtbot, page)


def opened(qtbot, page):
    qtbot.waitUntil(lambda: page.covered() is not None and page.covered().view is not None, timeout=15_000)
    page.window().activateWindow()
    qtbot.waitUntil(lambda: page.covered().view.field is not None)
    return page.covered()


def hand_in(qtbot, page):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.covered() is None, timeout=15_000)


def test_the_second_typist_sees_nothing_of_the_first_typing(qtbot, chief_page, chief_desk, press):
    pane = next_form(qtbot, chief_page, press)
    first = answers_of(chief_desk, pane.sitting.start.case_id)
    shown = pane.view.session.draft()["values"]
    asked = [path for path in first if path.endswith(("h6_area_m2", "h7_rooms", "d1_name", "d5_birth_year"))]
    assert len(asked) >= 4
    assert all(first[path] and not shown.get(path) for path in asked)
    assert shown["/data/address/building_no"] == first["/data/address/building_no"]


def test_the_same_typed_again_verifies_the_household(qtbot, chief_page, chief_desk, press):
    pane = next_form(qtbot, chief_page, press)
    case_id = pane.sitting.start.case_id
    type_like_the_first(chief_desk, pane.view.session, case_id)
    hand_in(qtbot, chief_page)
    assert chief_desk.surveys.case(case_id).row.state is CaseState.VERIFIED
    assert chief_page.workspace.said


def test_ctrl_enter_goes_on_with_the_next_form(qtbot, chief_page, chief_desk, press):
    pane = next_form(qtbot, chief_page, press)
    case_id = pane.sitting.start.case_id
    type_like_the_first(chief_desk, pane.view.session, case_id)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: chief_page.covered() not in (None, pane), timeout=15_000)
    assert opened(qtbot, chief_page).sitting.start.case_id != case_id


def test_a_difference_waits_to_be_settled(qtbot, chief_page, chief_desk, press):
    pane = next_form(qtbot, chief_page, press)
    case_id = pane.sitting.start.case_id
    rooms = answers_of(chief_desk, case_id)["/data/household/h7_rooms"]
    other = {"/data/household/h7_rooms": str(int(rooms) + 1)}
    type_like_the_first(chief_desk, pane.view.session, case_id, **other)
    hand_in(qtbot, chief_page)
    running = {double.case.id: double for double in chief_desk.surveys.doubles(round_of(chief_desk).id)}
    assert running[case_id].open_differences == 1
    assert chief_desk.surveys.case(case_id).row.state is CaseState.ENTERED


def settling(qtbot, page, press):
    section = section_of(qtbot, page)
    double = section.running.current()
    press(section.running.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(section.differences.table.records()))
    return section, double


def test_1_says_that_the_first_was_right(qtbot, chief_page, chief_desk, press):
    section, double = settling(qtbot, chief_page, press)
    before = answers_of(chief_desk, double.case.id)["/data/household/h7_rooms"]
    press(section.differences.table.view, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: chief_desk.surveys.case(double.case.id).row.state is CaseState.VERIFIED)
    assert answers_of(chief_desk, double.case.id)["/data/household/h7_rooms"] == before
    assert chief_desk.surveys.differences(double.id)[0].fault is Fault.VERIFIER
    qtbot.waitUntil(section.queue.isVisible)


def test_2_says_that_the_second_was_right(qtbot, chief_page, chief_desk, press):
    section, double = settling(qtbot, chief_page, press)
    press(section.differences.table.view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: chief_desk.surveys.case(double.case.id).row.state is CaseState.VERIFIED)
    assert answers_of(chief_desk, double.case.id)["/data/household/h7_rooms"] == "9"


def test_3_asks_for_a_third_value(qtbot, chief_page, chief_desk, press):
    section, double = settling(qtbot, chief_page, press)
    press(section.differences.table.view, Qt.Key.Key_3)
    qtbot.waitUntil(section.differences.value.hasFocus)
    qtbot.keyClicks(section.differences.value, "7")
    qtbot.keyClick(section.differences.value, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chief_desk.surveys.case(double.case.id).row.state is CaseState.VERIFIED)
    assert answers_of(chief_desk, double.case.id)["/data/household/h7_rooms"] == "7"


def test_fields_and_answers_are_shown_in_words(qtbot, chief_page, press):
    section, _ = settling(qtbot, chief_page, press)
    model = section.differences.table.model
    words = [model.index(0, column).data() for column in range(model.columnCount())]
    assert all(words)
    assert not any("/data/" in word or "h7" in word for word in words)


def test_escape_leaves_the_settling_for_later(qtbot, chief_page, chief_desk, press):
    section, double = settling(qtbot, chief_page, press)
    press(section.differences.table.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(section.queue.isVisible)
    assert chief_desk.surveys.differences(double.id)[0].fault is None


def test_a_form_goes_back_to_the_door_with_a_reason(qtbot, chief_page, chief_desk, press, open_dialog):
    section, double = settling(qtbot, chief_page, press)
    section.back_button.click()
    dialog = open_dialog(chief_page)
    qtbot.keyClicks(dialog.reason, "ask again")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: chief_desk.surveys.case(double.case.id).row.state is CaseState.TO_CORRECT)
    qtbot.waitUntil(section.queue.isVisible)
