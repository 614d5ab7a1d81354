"""Rounds: planned by keys, opened when divided, wound up and closed when everything is signed."""

from PySide6.QtCore import Qt

from tests.ui.census.course import begin_round, plan, round_of
from workbench.census.kinds import RoundKind, RoundState, RoundVerb

CTRL = Qt.KeyboardModifier.ControlModifier


def section_of(qtbot, page):
    page.show_section("rounds")
    section = page.section("rounds")
    qtbot.waitUntil(lambda: bool(section.table.records()))
    return section


def choose(qtbot, section, name):
    qtbot.waitUntil(lambda: name in [row.name for row in section.table.records()])
    section.table.view.selectRow([row.name for row in section.table.records()].index(name))
    return section.table.current()


def state_of(desk, round_id):
    return desk.surveys.round(round_id).state


def test_a_round_is_planned_by_keys(qtbot, chief_page, chief_desk, open_dialog):
    section = section_of(qtbot, chief_page)
    qtbot.keyClick(chief_page.list, Qt.Key.Key_N, CTRL)
    dialog = open_dialog(chief_page)
    qtbot.keyClicks(dialog.name, "needs of autumn")
    dialog.kind.setFocus()
    qtbot.keyClick(dialog.kind, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    planned = choose(qtbot, section, "needs of autumn")
    assert planned.state is RoundState.PLANNED
    assert planned.kind is RoundKind.SURVEY


def test_what_is_wrong_is_told_in_the_dialog(qtbot, chief_page, chief_desk, open_dialog):
    section = section_of(qtbot, chief_page)
    before = len(chief_desk.surveys.rounds())
    section.add()
    dialog = open_dialog(chief_page)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert len(chief_desk.surveys.rounds()) == before
    dialog.since.setText("31.13.2026")
    dialog.submit()
    assert dialog.isVisible()


def test_a_planned_round_is_edited_and_removed(qtbot, chief_page, chief_desk, press, open_dialog):
    planned = plan(chief_desk, "to be changed")
    before = chief_desk.surveys.round(planned)
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "to be changed")
    press(section.table.view, Qt.Key.Key_Return)
    dialog = open_dialog(chief_page)
    assert dialog.name.text() == "to be changed"
    dialog.name.setText("changed")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    choose(qtbot, section, "changed")
    after = chief_desk.surveys.round(planned)
    assert (after.basis, after.moment, after.error_limit_percent) == (
        before.basis,
        before.moment,
        before.error_limit_percent,
    ), "what was not touched stays"
    press(section.table.view, Qt.Key.Key_Delete)
    open_dialog(chief_page).accept()
    qtbot.waitUntil(lambda: len(chief_desk.surveys.rounds()) == 1)


def test_a_round_that_is_not_divided_is_not_opened(qtbot, chief_page, chief_desk):
    planned = plan(chief_desk, "not divided")
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "not divided")
    section.steps[RoundVerb.OPEN].click()
    qtbot.waitUntil(chief_page.notice.isVisible)
    assert state_of(chief_desk, planned) is RoundState.PLANNED


def test_only_what_is_possible_is_offered(qtbot, chief_page, chief_desk):
    plan(chief_desk, "planned")
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "planned")
    assert [verb for verb, button in section.steps.items() if button.isVisible()] == [RoundVerb.OPEN]
    assert section.edit_button.isEnabled()
    choose(qtbot, section, round_of(chief_desk).name)
    assert [verb for verb, button in section.steps.items() if button.isVisible()] == [RoundVerb.WIND_UP]
    assert not section.edit_button.isEnabled()


def test_the_course_of_a_round(qtbot, chief_page, chief_desk, staff_enumerator_desk, open_dialog):
    round_id = plan(chief_desk, "whole course")
    begin_round(chief_desk, round_id, staff_enumerator_desk)
    section = section_of(qtbot, chief_page)
    choose(qtbot, section, "whole course")
    section.steps[RoundVerb.WIND_UP].click()
    qtbot.waitUntil(lambda: state_of(chief_desk, round_id) is RoundState.CLOSING)
    qtbot.waitUntil(section.steps[RoundVerb.CLOSE].isVisible)
    section.steps[RoundVerb.CLOSE].click()
    qtbot.waitUntil(chief_page.notice.isVisible)
    assert state_of(chief_desk, round_id) is RoundState.CLOSING, "areas are open"
    section.steps[RoundVerb.RESUME].click()
    dialog = open_dialog(chief_page)
    qtbot.keyClicks(dialog.reason, "some were forgotten")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: state_of(chief_desk, round_id) is RoundState.OPEN)
    finish(chief_desk, staff_enumerator_desk, round_id)
    chief_desk.census.wind_up_round(round_id)
    section.refresh()
    qtbot.waitUntil(section.steps[RoundVerb.CLOSE].isVisible)
    section.steps[RoundVerb.CLOSE].click()
    qtbot.waitUntil(lambda: state_of(chief_desk, round_id) is RoundState.CLOSED)
    qtbot.waitUntil(section.steps[RoundVerb.TABULATE].isVisible)
    section.steps[RoundVerb.TABULATE].click()
    qtbot.waitUntil(lambda: state_of(chief_desk, round_id) is RoundState.TABULATED)


def finish(chief, enumerator, round_id):
    for case in enumerator.surveys.my_work(round_id):
        enumerator.census.note_vacant(case.id)
    for area in chief.surveys.areas(round_id):
        chief.census.sign_off(area.id)
