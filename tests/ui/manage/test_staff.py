"""Staff accounts: created with a first password, edited, closed and opened; the last administrator stays."""

import pytest
from PySide6.QtCore import Qt

from workbench.security.roles import Role

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def staff(qtbot, page):
    page.show_section("staff")
    section = page.section("staff")
    qtbot.waitUntil(lambda: bool(section.table.records()))
    return section


def choose(section, account):
    names = [one.name for one in section.table.records()]
    section.table.view.selectRow(names.index(account))


def test_a_new_account_opens_with_the_password_shown(qtbot, staff, opening, open_dialog, press):
    press(staff.table.view, Qt.Key.Key_N, CTRL)
    dialog = open_dialog()
    dialog.form.name.setText("新来的同事")
    qtbot.keyClicks(dialog.account, "xinren")
    press(dialog.form.roles.boxes["mentor"], Qt.Key.Key_Space)
    password = dialog.slip.password
    press(dialog.account, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "xinren" in {one.name for one in staff.table.records()})
    entering = opening.sign_in("xinren", password)
    assert entering.session.must_change_password
    assert entering.session.roles == {Role.WORKER, Role.MENTOR}


def test_enter_edits_roles_and_posts(qtbot, staff, desk, open_dialog, press):
    choose(staff, "chenyu")
    press(staff.table.view, Qt.Key.Key_Return)
    dialog = open_dialog()
    dialog.form.roles.tick(["worker", "supervisor"])
    dialog.form.posts.tick(["ageing"])
    dialog.submit()
    qtbot.waitUntil(lambda: _row(staff, "chenyu").posts == ("ageing",))
    assert Role.SUPERVISOR in _row(staff, "chenyu").roles


def test_the_last_administrator_cannot_give_the_role_away(qtbot, staff, desk, open_dialog):
    choose(staff, "shuji")
    staff.edit()
    dialog = open_dialog()
    dialog.form.roles.tick(["supervisor"])
    dialog.submit()
    qtbot.waitUntil(lambda: "最后一个" in dialog.notice.text())
    assert Role.ADMINISTRATOR in next(one for one in desk.staff.staff() if one.name == "shuji").roles
    dialog.reject()


def test_nobody_closes_their_own_account(qtbot, page, staff, open_dialog, press):
    choose(staff, "shuji")
    press(staff.table.view, Qt.Key.Key_Delete)
    open_dialog().accept()
    qtbot.waitUntil(lambda: "自己" in page.notice.text())


def test_a_closed_account_opens_again_with_a_new_password(qtbot, staff, opening, open_dialog, press):
    choose(staff, "chenyu")
    press(staff.table.view, Qt.Key.Key_Delete)
    open_dialog().accept()
    qtbot.waitUntil(lambda: "chenyu" not in {one.name for one in staff.table.records()})
    staff.filter.choose("all")
    choose(staff, "chenyu")
    assert "启用" in staff.close_button.text()
    press(staff.table.view, Qt.Key.Key_Delete)
    dialog = open_dialog()
    password = dialog.slip.password
    dialog.submit()
    qtbot.waitUntil(lambda: _row(staff, "chenyu").active)
    assert opening.sign_in("chenyu", password).session.must_change_password


def test_f7_gives_a_forgotten_password_anew(qtbot, staff, opening, open_dialog, press):
    choose(staff, "wangkai")
    press(staff.table.view, Qt.Key.Key_F7)
    dialog = open_dialog()
    first = dialog.slip.password
    dialog.slip.make()
    assert dialog.slip.password != first
    password = dialog.slip.password
    dialog.submit()
    qtbot.waitUntil(lambda: _row(staff, "wangkai").must_change_password)
    assert opening.sign_in("wangkai", password)


def test_the_matrix_says_that_administrators_do_not_read_the_register(page):
    page.show_section("roles")
    table = page.section("roles").table
    headers = [column.header for column in table.model.columns]
    register = next(row for row in table.records() if row.value == "see_register")
    told = {column.header: column.text(register) for column in table.model.columns}
    assert headers[1:] == ["全科社工", "轮岗社工", "带教导师", "普查员", "负责人", "管理员"]
    assert (told["全科社工"], told["管理员"], told["普查员"]) == ("✓", "–", "–")


def test_my_password_is_changed_only_when_typed_twice_alike(qtbot, page, window, opening, press):
    page.show_section("account")
    section = page.section("account")
    for field, text in ((section.old, "yanshi-2026"), (section.new, "calm-harbour-9"), (section.again, "x")):
        qtbot.keyClicks(field, text)
    press(section.again, Qt.Key.Key_Return)
    assert "不一致" in section.grid.error("again")
    section.again.setText("calm-harbour-9")
    press(section.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.said))
    assert opening.sign_in("shuji", "calm-harbour-9")
    assert section.old.text() == ""


def _row(section, account):
    return next(one for one in section.table.records() if one.name == account)
