"""Areas: divided, given to people, and signed off when nothing stands in the way."""

from PySide6.QtCore import Qt

from tests.ui.census.course import area_of, ask_again, entered, plan, round_of, verify
from ui.census.area_dialogs import DivideDialog
from workbench.census.kinds import AreaState

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def section_of(qtbot, page, round_id=None):
    if round_id is not None:
        page.setProperty("census_round", round_id)
    page.show_section("areas")
    section = page.section("areas")
    qtbot.waitUntil(lambda: section.round is not None and (round_id is None or section.round.id == round_id))
    return section


def choose(qtbot, section, code):
    qtbot.waitUntil(lambda: code in [row.code for row in section.table.records()])
    section.table.view.selectRow([row.code for row in section.table.records()].index(code))
    return section.table.current()


def test_a_new_round_is_divided_by_keys(qtbot, chief_page, chief_desk, open_dialog):
    round_id = plan(chief_desk, "to be divided")
    section = section_of(qtbot, chief_page, round_id)
    qtbot.waitUntil(section.divide_button.isEnabled)
    assert not section.table.records()
    qtbot.keyClick(chief_page.list, Qt.Key.Key_N, CTRL)
    dialog = open_dialog(chief_page)
    dialog.target.setValue(20)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(section.table.records()), timeout=10_000)
    assert {row.id for row in section.table.records()} == {
        area.id for area in chief_desk.surveys.areas(round_id)
    }
    assert not section.divide_button.isVisible()
    assert sum(row.unassigned for row in section.table.records()) == len(chief_desk.surveys.cases(round_id))


def test_a_divided_round_is_not_divided_again(qtbot, chief_page, chief_desk, open_dialog):
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "001")
    before = {area.id for area in chief_desk.surveys.areas(round_of(chief_desk).id)}
    qtbot.keyClick(chief_page.list, Qt.Key.Key_N, CTRL)
    qtbot.wait(50)
    assert not chief_page.window().findChildren(DivideDialog), "nothing is asked that cannot be done"
    assert {area.id for area in chief_desk.surveys.areas(round_of(chief_desk).id)} == before


def test_households_are_given_to_those_ticked(
    qtbot, chief_page, chief_desk, staff_enumerator_desk, press, open_dialog
):
    section = section_of(qtbot, chief_page)
    area = choose(qtbot, section, "005")
    press(section.table.view, Qt.Key.Key_A, ALT)
    dialog = open_dialog(chief_page)
    me = chief_desk.session.staff_id
    assert dialog.boxes[staff_enumerator_desk.session.staff_id].isChecked()
    for staff_id, box in dialog.boxes.items():
        box.setChecked(staff_id == me)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: area_of(chief_desk, area.code).enumerator_ids == (me,))


def test_nobody_ticked_is_told_in_the_dialog(qtbot, chief_page, open_dialog):
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "005")
    section.assign()
    dialog = open_dialog(chief_page)
    for box in dialog.boxes.values():
        box.setChecked(False)
    dialog.submit()
    assert dialog.notice.isVisible()


def test_an_area_is_renamed(qtbot, chief_page, chief_desk, press, open_dialog):
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "005")
    press(section.table.view, Qt.Key.Key_Return)
    dialog = open_dialog(chief_page)
    dialog.name.setText("by the river")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: area_of(chief_desk, "005").name == "by the river")


def test_what_stands_before_the_sign_off_is_told(qtbot, chief_page, chief_desk, press):
    section = section_of(qtbot, chief_page)
    area = choose(qtbot, section, "004")
    qtbot.waitUntil(section.obstacles.isVisible)
    sentences = chief_desk.surveys.obstacles(area.id)
    qtbot.waitUntil(
        lambda: all(one in section.obstacles.accessibleName() + words(section) for one in sentences)
    )
    press(section.table.view, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(chief_page.notice.isVisible)
    assert area_of(chief_desk, "004").state is AreaState.OPEN


def words(section):
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in section.obstacles.findChildren(QLabel))


def test_an_area_that_is_ready_is_signed_off_and_opened_again(
    qtbot, chief_page, chief_desk, press, open_dialog
):
    area = area_of(chief_desk, "003")
    verify(chief_desk, entered(chief_desk, area.id).id)
    chief_desk.census.draw_rechecks([area.id])
    for row in chief_desk.surveys.rechecks(round_of(chief_desk).id, area.id):
        ask_again(chief_desk, row.id)
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "003")
    press(section.table.view, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(lambda: area_of(chief_desk, "003").state is AreaState.SIGNED_OFF)
    qtbot.waitUntil(section.reopen_button.isEnabled)
    assert not section.assign_button.isEnabled()
    section.reopen_button.click()
    dialog = open_dialog(chief_page)
    qtbot.keyClicks(dialog.reason, "one was forgotten")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: area_of(chief_desk, "003").state is AreaState.OPEN)
