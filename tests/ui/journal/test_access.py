"""The access log on screen: filtered by person, kind and date, for those who may read it."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.noting_window import NotingWindow
from ui.manage.page import ManagePage
from workbench.security.unmasking import Purpose


@pytest.fixture
def resident(desk):
    return desk.residents.search("1")[0]


@pytest.fixture
def page(qtbot, desk, background, resident):
    desk.unmasking.grant(resident.id, ["phone"], Purpose.CALL)
    desk.note_export("monthly-intake", 12, "报送街道")
    made = ManagePage(desk, NotingWindow(background))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.show_section("access")
    qtbot.waitUntil(lambda: len(made.section("access").table.records()) > 1)
    return made


@pytest.fixture
def section(page):
    return page.section("access")


def test_the_log_says_who_saw_what_and_why(section, desk, resident):
    exported, unmasked = section.table.records()[:2]
    assert (exported.deed, exported.what, exported.purpose) == ("导出", "报表 受理月报 · 12 行", "报送街道")
    assert (unmasked.who, unmasked.deed) == (desk.session.display_name, "查看完整信息")
    assert resident.name in unmasked.what
    assert "电话回访" in unmasked.purpose


def test_the_kind_narrows_the_log(qtbot, section):
    section.kind.setFocus()
    section.kind.setCurrentIndex(section.kind.findData("unmask"))
    section.kind.activated.emit(section.kind.currentIndex())
    qtbot.waitUntil(lambda: {line.deed for line in section.table.records()} == {"查看完整信息"})


def test_the_person_narrows_the_log(qtbot, section, desk):
    other = next(one for one in desk.staff.staff() if one.id != desk.session.staff_id)
    section.person.setCurrentIndex(section.person.findData(other.id))
    section.person.activated.emit(section.person.currentIndex())
    qtbot.waitUntil(lambda: {line.who for line in section.table.records()} <= {other.display_name})


def test_an_earlier_span_leaves_today_out(qtbot, section):
    section.until.clear()
    section.until.setFocus()
    qtbot.keyClicks(section.until, "2026-11-01")
    qtbot.keyClick(section.until, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not section.table.records())


def test_enter_opens_the_resident_who_was_looked_at(qtbot, page, section, resident):
    section.table.view.selectRow(1)
    qtbot.keyClick(section.table.view, Qt.Key.Key_Return)
    assert page.workspace.records == [("person", resident.id)]


def test_a_worker_has_no_access_log(qtbot, worker_desk, background):
    made = ManagePage(worker_desk, NotingWindow(background))
    qtbot.addWidget(made)
    keys = {made.list.item(at).data(Qt.ItemDataRole.UserRole + 1).key for at in range(made.list.count())}
    assert keys - {""} == {"roles", "account", "sync"}
