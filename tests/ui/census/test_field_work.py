"""At the doors: what is left to do, nobody in, a form from the door to the register of forms, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.forms.batch.typed import typed_for
from tests.ui.census.keys import type_household
from workbench.census.kinds import CaseState

ALT = Qt.KeyboardModifier.AltModifier
AREA = "/data/household/h6_area_m2"
CTRL = Qt.KeyboardModifier.ControlModifier


def doors_of(qtbot, page):
    page.show_section("doors")
    section = page.section("doors")
    qtbot.waitUntil(lambda: bool(section.table.records()))
    section.table.setFocus()
    return section


def test_an_outsider_is_offered_doors_and_nothing_else_of_the_round(enumerator_page):
    assert enumerator_page.section_keys() == ("doors",)


def test_only_ones_own_households_are_listed(qtbot, enumerator_page, enumerator_desk):
    section = doors_of(qtbot, enumerator_page)
    me = enumerator_desk.session.staff_id
    assert {row.enumerator_id for row in section.table.records()} == {me}
    section.show_which.choose("all")
    assert {row.enumerator_id for row in section.table.records()} == {me}


def test_nobody_in_is_noted_by_one_key_and_a_proposed_moment(
    qtbot, enumerator_page, enumerator_desk, open_dialog
):
    section = doors_of(qtbot, enumerator_page)
    case = section.table.current()
    tries = case.tries
    qtbot.keyClick(section.table.view, Qt.Key.Key_N, ALT)
    dialog = open_dialog(enumerator_page)
    assert dialog.day.value() is not None, "a moment stands ready"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: enumerator_desk.surveys.case(case.id).row.state is CaseState.ABSENT)
    row = enumerator_desk.surveys.case(case.id).row
    assert row.tries == tries + 1
    assert row.next_visit_at is not None


def test_a_time_that_is_none_is_refused_in_the_dialog(qtbot, enumerator_page, open_dialog):
    section = doors_of(qtbot, enumerator_page)
    section.note_absent()
    dialog = open_dialog(enumerator_page)
    dialog.hour.setText("25:00")
    dialog.submit()
    assert dialog.isVisible()


def test_refusing_asks_why(qtbot, enumerator_page, enumerator_desk, open_dialog):
    section = doors_of(qtbot, enumerator_page)
    case = section.table.current()
    qtbot.keyClick(section.table.view, Qt.Key.Key_R, ALT)
    dialog = open_dialog(enumerator_page)
    qtbot.keyClicks(dialog.reason, "busy today")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: enumerator_desk.surveys.case(case.id).row.state is CaseState.REFUSED)


def test_a_household_is_filled_in_and_handed_in_by_keys(qtbot, enumerator_page, enumerator_desk):
    section = doors_of(qtbot, enumerator_page)
    case = section.table.current()
    qtbot.keyClick(section.table.view, Qt.Key.Key_Return)
    pane = opened(qtbot, enumerator_page)
    assert enumerator_desk.surveys.case(case.id).row.state is CaseState.IN_ENTRY
    type_household(qtbot, pane.view)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(
        lambda: enumerator_desk.surveys.case(case.id).row.state is CaseState.ENTERED, timeout=15_000
    )
    assert enumerator_desk.drafts.load(pane.sitting.start.draft_place) is None
    facts = enumerator_desk.surveys.keying(case.round_id)
    assert any(each.case_id == case.id and each.facts.keystrokes for each in facts)


def test_leaving_a_form_keeps_what_was_typed(qtbot, enumerator_page, enumerator_desk):
    section = doors_of(qtbot, enumerator_page)
    case = section.table.current()
    section.enter()
    pane = opened(qtbot, enumerator_page)
    place = pane.sitting.start.draft_place
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
    qtbot.keyClicks(QApplication.focusWidget(), "3")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: enumerator_page.covered() is None)
    qtbot.waitUntil(lambda: enumerator_desk.drafts.load(place) is not None)
    draft = enumerator_desk.drafts.load(place).content
    assert "3" in draft["values"].values()
    section.table.setFocus()
    qtbot.waitUntil(lambda: any(row.id == case.id for row in section.table.records()))
    section.enter(next(row for row in section.table.records() if row.id == case.id))
    again = opened(qtbot, enumerator_page)
    assert again.view.session.draft()["values"].items() >= draft["values"].items()


def opened(qtbot, page):
    qtbot.waitUntil(lambda: page.covered() is not None and page.covered().view is not None, timeout=15_000)
    page.window().activateWindow()
    qtbot.waitUntil(lambda: page.covered().view.field is not None)
    return page.covered()


def test_f7_takes_the_answer_of_the_household_before(qtbot, enumerator_page):
    section = doors_of(qtbot, enumerator_page)
    case = section.table.current()
    section.enter()
    first = opened(qtbot, enumerator_page)
    type_household(qtbot, first.view)
    answered = first.view.values()[AREA]
    if first.view.isEnabled():
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: enumerator_page.covered() is not first, timeout=15_000)
    for dialog in enumerator_page.window().findChildren(QDialog):
        dialog.reject()
    qtbot.waitUntil(lambda: case.id not in {row.id for row in section.table.records()})
    section.enter()
    view = opened(qtbot, enumerator_page).view
    view.filling.go(view.session.node(AREA))
    qtbot.keyClick(view.first_field(), Qt.Key.Key_F7)
    assert view.session.node(AREA).value == answered


def test_a_typed_table_is_taken_in_and_the_rows_left_out_are_told(
    qtbot, enumerator_page, enumerator_desk, open_dialog, tmp_path
):
    section = doors_of(qtbot, enumerator_page)
    case = section.table.current()
    path = typed_for([case], tmp_path / "typed.xlsx", h7_rooms="many")
    section.take_in(path)
    dialog = open_dialog(enumerator_page)
    [left] = dialog.table.records()
    assert left.row == 2
    dialog.write(tmp_path / "rows.xlsx")
    qtbot.waitUntil((tmp_path / "rows.xlsx").exists)
    assert enumerator_desk.surveys.case(case.id).row.state is case.state
