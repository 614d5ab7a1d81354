"""The data of the desk: verified, backed up, and the passphrase shown once."""

import pytest
from PySide6.QtCore import Qt

from ui.manage.renewal import PassphraseDialog
from workbench.store.backup import inspect


@pytest.fixture
def data(page):
    page.show_section("data")
    return page.section("data")


def test_f8_verifies_everything(qtbot, data, press):
    data.check.button.setFocus()
    press(data.check.button, Qt.Key.Key_F8)
    assert data.check.bar.isVisible()
    qtbot.waitUntil(data.check.outcome.isVisible)
    assert "全部完好" in data.check.outcome.accessibleName()


def test_a_damaged_record_is_named(qtbot, data, desk):
    with desk.store.write(desk.session.actor) as work:
        work.session.connection().exec_driver_sql("DROP TRIGGER IF EXISTS temp.capture_grid_update")
        work.session.connection().exec_driver_sql("UPDATE grid SET name = '改过' WHERE code = 'WG01'")
    data.verify()
    qtbot.waitUntil(data.check.outcome.isVisible)
    assert "grid" in data.check.outcome.accessibleName()


def test_a_backup_is_written_and_read_back(qtbot, data, tmp_path):
    target = tmp_path / "today.backup"
    data.back_up(target)
    qtbot.waitUntil(data.safety.outcome.isVisible)
    assert "备份完成" in data.safety.outcome.accessibleName()
    assert inspect(target).files >= 2


def test_a_backup_without_a_place_says_why(qtbot, data, tmp_path):
    data.back_up(tmp_path / "nowhere" / "today.backup")
    qtbot.waitUntil(lambda: data.safety.outcome.isVisible() and data.safety.button.isEnabled())
    assert "没有完成" in data.safety.outcome.accessibleName()


def test_a_new_passphrase_stays_until_it_is_kept(qtbot, page, press):
    dialog = PassphraseDialog(page, "ABCDE-12345-FGHJK-67890-MNPQR-STVWX", "示例社区")
    dialog.open()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(dialog.page.kept, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.page.enter, Qt.MouseButton.LeftButton)
