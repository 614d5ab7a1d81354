"""The profile, grids and buildings, kept by keys."""

import pytest
from PySide6.QtCore import Qt

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def places(qtbot, page):
    page.show_section("places")
    section = page.section("places")
    qtbot.waitUntil(lambda: bool(section.tables["grids"].records()))
    return section


def test_arrows_walk_through_the_sections(qtbot, page, press):
    page.list.setFocus()
    for key in ("places", "holidays", "staff"):
        press(page.list, Qt.Key.Key_Down)
        while not page.list.current():
            press(page.list, Qt.Key.Key_Down)
        assert page.stack.currentWidget().widget() is page.section(key)


def test_the_profile_is_saved_by_ctrl_s(qtbot, page, desk, window, press):
    page.show_section("profile")
    section = page.section("profile")
    qtbot.waitUntil(lambda: section.name.text() != "")
    section.phone.clear()
    qtbot.keyClicks(section.phone, "0571-88881234")
    press(section.phone, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(window.said))
    assert desk.community.profile().phone == "0571-88881234"
    assert desk.community.profile().demo


def test_a_wrong_division_code_is_told_and_nothing_saved(qtbot, page, desk, press):
    page.show_section("profile")
    section = page.section("profile")
    qtbot.waitUntil(lambda: section.name.text() != "")
    before = desk.community.profile()
    section.division.setText("12")
    press(section.division, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: "区划代码" in page.notice.text())
    assert desk.community.profile() == before


def test_what_is_being_typed_survives_a_change_elsewhere(qtbot, page):
    page.show_section("profile")
    section = page.section("profile")
    qtbot.waitUntil(lambda: section.name.text() != "")
    section.address.setText("正在输入的地址")
    page.refresh()
    page.workspace.background.wait()
    qtbot.wait(20)
    assert section.address.text() == "正在输入的地址"


def test_ctrl_n_adds_a_grid_with_its_worker(qtbot, places, desk, open_dialog, press):
    count = len(desk.community.grids())
    press(places.tables["grids"].view, Qt.Key.Key_N, CTRL)
    dialog = open_dialog()
    qtbot.keyClicks(dialog.code, "WG99")
    dialog.name.setText("新网格")
    dialog.worker.setCurrentIndex(1)
    press(dialog.name, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(places.tables["grids"].records()) == count + 1)
    added = desk.community.grids()[-1]
    assert (added.code, added.name) == ("WG99", "新网格")
    assert added.worker_name


def test_a_code_in_use_is_told_in_the_dialog(qtbot, places, open_dialog, press):
    taken = places.tables["grids"].records()[0].code
    places.add()
    dialog = open_dialog()
    dialog.code.setText(taken)
    dialog.name.setText("重复")
    press(dialog.name, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: taken in dialog.notice.text())
    assert dialog.isVisible()
    dialog.reject()


def test_enter_edits_a_building_and_keeps_its_place_on_the_map(qtbot, places, desk, open_dialog, press):
    places.switch.choose("buildings")
    before = desk.community.buildings()[0]
    table = places.tables["buildings"]
    table.view.selectRow(0)
    press(table.view, Qt.Key.Key_Return)
    dialog = open_dialog()
    dialog.floors.setValue(33)
    dialog.submit()
    qtbot.waitUntil(lambda: table.records()[0].floors == 33)
    assert desk.community.buildings()[0].latitude == before.latitude


def test_a_grid_with_buildings_is_not_removed(qtbot, page, places, desk, open_dialog, press):
    count = len(desk.community.grids())
    places.tables["grids"].view.selectRow(0)
    press(places.tables["grids"].view, Qt.Key.Key_Delete)
    open_dialog().accept()
    qtbot.waitUntil(lambda: "还有楼栋" in page.notice.text())
    assert len(desk.community.grids()) == count
