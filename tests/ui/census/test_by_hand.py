"""What a division and its lists are changed by hand for: areas, stairs, doors nobody listed, a later end."""

from datetime import timedelta

from PySide6.QtCore import Qt

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def section_of(qtbot, page, key):
    page.show_section(key)
    section = page.section(key)
    qtbot.waitUntil(lambda: bool(section.table.records()))
    section.table.view.setFocus()
    return section


def back_to(qtbot, page, section):
    """Go on in the table once a dialog is gone."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    section.table.view.setFocus()


def test_an_area_is_added_and_a_building_moved_into_it(qtbot, chief_page, chief_desk, open_dialog):
    section = section_of(qtbot, chief_page, "areas")
    round_id = section.round.id
    qtbot.keyClick(section.table.view, Qt.Key.Key_N, ALT)
    dialog = open_dialog(chief_page)
    qtbot.keyClicks(dialog.code, "900")
    qtbot.keyClicks(dialog.name, "new")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "900" in {area.code for area in chief_desk.surveys.areas(round_id)})
    untouched = next(
        case
        for case in reversed(chief_desk.surveys.cases(round_id))
        if not any(
            other.tries or other.state.value != "not_visited"
            for other in chief_desk.surveys.cases(round_id)
            if other.building_id == case.building_id
        )
    )
    qtbot.waitUntil(lambda: "900" in {area.code for area in section.table.records()})
    back_to(qtbot, chief_page, section)
    qtbot.keyClick(section.table.view, Qt.Key.Key_M, ALT)
    dialog = open_dialog(chief_page)
    dialog.building.setCurrentIndex(dialog.building.findData(untouched.building_id))
    dialog.area.setCurrentIndex(dialog.area.findText("900 new"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: chief_desk.surveys.case(untouched.id).row.area_code == "900")


def test_a_round_is_given_a_later_end(qtbot, chief_page, chief_desk, open_dialog):
    section = section_of(qtbot, chief_page, "rounds")
    chosen = section.table.current()
    later = chosen.until + timedelta(days=9)
    section.extend_button.click()
    dialog = open_dialog(chief_page)
    dialog.until.setText(later.isoformat())
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: chief_desk.surveys.round(chosen.id).until == later)


def test_a_dwelling_nobody_listed_is_put_on_the_list_and_off_again(
    qtbot, enumerator_page, enumerator_desk, open_dialog
):
    section = section_of(qtbot, enumerator_page, "doors")
    round_id = section.round.id
    before = {case.id for case in enumerator_desk.surveys.my_work(round_id)}
    qtbot.keyClick(section.table.view, Qt.Key.Key_U, ALT)
    dialog = open_dialog(enumerator_page)
    qtbot.keyClicks(dialog.room, "9901")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(enumerator_desk.surveys.my_work(round_id)) == len(before) + 1)
    [added] = [case for case in enumerator_desk.surveys.my_work(round_id) if case.id not in before]
    assert added.room == "9901"
    qtbot.waitUntil(lambda: any(row.id == added.id for row in section.table.records()))
    at = next(at for at, row in enumerate(section.table.records()) if row.id == added.id)
    back_to(qtbot, enumerator_page, section)
    section.table.view.selectRow(at)
    qtbot.keyClick(section.table.view, Qt.Key.Key_D, ALT)
    qtbot.waitUntil(lambda: {case.id for case in enumerator_desk.surveys.my_work(round_id)} == before)


def test_a_second_typing_is_given_up(qtbot, chief_page, chief_desk, open_dialog):
    chief_page.show_section("double")
    section = chief_page.section("double")
    qtbot.waitUntil(lambda: bool(section.running.records()))
    section.running.view.setFocus()
    round_id = section.round.id
    qtbot.keyClick(section.running.view, Qt.Key.Key_Delete)
    open_dialog(chief_page).accept()
    qtbot.waitUntil(lambda: chief_desk.surveys.doubles(round_id) == ())
