"""From the command to the window: nothing heavy before the first paint, then door, window, lock, settings."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.samples import ENTRIES, PASSWORD, SampleDoor
from ui.application import Workbench
from ui.kit.dialogs import Dialog
from ui.settings.preferences import Preferences, load_preferences, save_preferences
from ui.signin.lock import LockScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

HEAVY = {
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "openpyxl",
    "reportlab",
    "pypinyin",
    "PIL",
    "fontTools",
    "chinese_calendar",
    "stdnum",
    "cryptography",
    "argon2",
    "keyring",
    "requests",
    "yaml",
    "ui.session",
    "ui.shell.window",
}

FIRST_PAINT = """
import os, sys
from pathlib import Path
import ui.application as start
from ui.signin.window import SignInWindow
def painted(self):
    print("\\n".join(sys.modules), flush=True)
    os._exit(0)
SignInWindow._after_first_paint = painted
start.run_window(Path(sys.argv[1]))
"""


def test_the_sign_in_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path):
    save_preferences(tmp_path, Preferences(community="青柳社区", last_account="wangxl"))
    command = [sys.executable, "-c", FIRST_PAINT, str(tmp_path)]
    ran = subprocess.run(
        command, env=dict(os.environ), capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(ran.stdout.split())
    assert "ui.signin.window" in loaded
    assert loaded & HEAVY == set()


@pytest.fixture
def workbench(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workbench]:
    monkeypatch.setattr("ui.session.PAGES", ENTRIES)
    hook = sys.excepthook
    save_preferences(tmp_path, Preferences(language="zh_CN", scheme="light", last_account="wangxl"))
    made = Workbench(qapp, tmp_path, SampleDoor())
    made.open_door()
    qtbot.waitUntil(lambda: made.door.form.accounts is not None)
    yield made
    sys.excepthook = hook
    if made.session is not None:
        made.session.close()
    if made.door is not None:
        made.door.close()
    assert made.background.wait()
    made.deleteLater()


@pytest.fixture
def inside(qtbot: QtBot, workbench: Workbench) -> Workbench:
    qtbot.keyClicks(workbench.door.form.password, PASSWORD)
    with qtbot.waitSignal(workbench.session_opened):
        qtbot.keyClick(workbench.door.form.password, Qt.Key.Key_Return)
    return workbench


def test_the_password_opens_the_window_and_closes_the_door(inside: Workbench, tmp_path: Path):
    assert inside.door is None
    assert inside.session.shell.isVisible()
    assert inside.session.shell.pages.page("today").isVisible()
    kept = load_preferences(tmp_path)
    assert (kept.community, kept.last_account) == ("青柳社区", "wangxl")
    assert kept.people == {"wangxl": "王小丽"}


def test_the_lock_hides_content_and_dialogs_and_gives_them_back(qtbot: QtBot, inside: Workbench):
    shell = inside.session.shell
    dialog = inside.session.open_settings()
    inside.session.lock()
    assert not shell.content.isVisible()
    assert not dialog.isVisible()
    screen = shell.findChild(LockScreen)
    qtbot.waitUntil(lambda: screen.form.accounts is not None)
    screen.form.password.setText(PASSWORD)
    screen.form.submit()
    qtbot.waitUntil(lambda: not shell.is_covered())
    assert shell.content.isVisible()
    assert dialog.isVisible()
    dialog.reject()


def test_another_person_gets_a_window_of_their_own(qtbot: QtBot, inside: Workbench):
    before = inside.session.shell
    inside.session.lock(switching=True)
    screen = before.findChild(LockScreen)
    qtbot.waitUntil(lambda: screen.form.accounts is not None)
    screen.form.accounts.list.make_current("zhoumin")
    screen.form.password.setText(PASSWORD)
    with qtbot.waitSignal(inside.session_opened):
        screen.form.submit()
    assert inside.session.who.account == "zhoumin"
    assert inside.session.shell is not before
    assert inside.session.shell.isVisible()
    assert inside.gatekeeper.out == ["wangxl"]


def test_closing_the_window_signs_the_person_out(qtbot: QtBot, inside: Workbench):
    inside.session.shell.close()
    qtbot.waitUntil(lambda: inside.gatekeeper.out == ["wangxl"])


def test_settings_apply_at_once_and_are_kept(qtbot: QtBot, inside: Workbench, tmp_path: Path):
    from ui.theme.theme import theme

    dialog = inside.session.open_settings()
    dialog.grid.field("scheme").choose("dark")
    assert theme().palette.window.startswith("#1")
    dialog.grid.field("lock").setCurrentIndex(0)
    dialog.grid.field("lock").activated.emit(0)
    assert load_preferences(tmp_path).auto_lock_minutes == 1
    dialog.grid.field("scheme").choose("light")
    dialog.accept()


def test_ones_own_password_is_changed_with_the_old_one(qtbot: QtBot, inside: Workbench):
    dialog = inside.session.change_password(inside.session.shell)
    dialog.submit()
    assert dialog.grid.error("old")
    dialog.old.setText("wrong")
    dialog.new.setText("river lantern")
    dialog.again.setText("other")
    dialog.submit()
    assert dialog.grid.error("again")
    dialog.again.setText("river lantern")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.notice.text()))
    dialog.old.setText(PASSWORD)
    dialog.submit()
    qtbot.waitUntil(lambda: inside.gatekeeper.changed == "river lantern")


def test_another_size_opens_the_window_again_for_the_same_person(inside: Workbench):
    before = inside.session.shell
    before.open_page("people")
    inside.choose(replace(inside.preferences, scale=1.25))
    assert inside.session.shell is not before
    assert inside.session.who.account == "wangxl"
    assert inside.session.shell.pages.current_key() == "people"
    assert inside.gatekeeper.out == []


def test_a_fault_is_told_with_what_was_kept_and_can_be_copied(
    qtbot: QtBot, inside: Workbench, qapp: QApplication
):
    inside.session.shell.activateWindow()
    qtbot.waitUntil(inside.session.shell.isActiveWindow)
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("unlucky"), None)
    dialog = inside.session.shell.findChild(Dialog)
    assert "草稿" in dialog.sentence.text()
    dialog.footer.itemAt(0).widget().click()
    assert "unlucky" in qapp.clipboard().text()
    dialog.accept()
