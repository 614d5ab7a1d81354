"""Case 31 of the forty, in the real windows: whoever takes the desk over finds nothing of the one before."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QDir, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ui.application import Workbench
from ui.settings.preferences import Preferences, save_preferences
from ui.shell.idle import IdleWatch
from ui.signin.desk_gatekeeper import DeskGatekeeper
from ui.signin.lock import LockScreen
from workbench.desk.demo.cast import PASSWORD
from workbench.desk.opening import Opening
from workbench.people.model import Resident
from workbench.security.session import AUTO_LOCK
from workbench.store.local import Draft

FORMER, NEXT = "chenyu", "wangkai"
NAME = "欧阳晓例"
TYPED = "只有陈雨知道的一句话"


@pytest.fixture
def workbench(qtbot: QtBot, qapp: QApplication, opening: Opening, tmp_path: Path) -> Iterator[Workbench]:
    """The program on a real data folder, with the former person at the desk."""
    hook, settings = sys.excepthook, tmp_path / "settings"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(settings))
    preferences = tmp_path / "preferences"
    preferences.mkdir()
    save_preferences(preferences, Preferences(language="zh_CN", scheme="light"))
    made = Workbench(qapp, preferences, DeskGatekeeper(opening))
    made.let_in(made.gatekeeper.sign_in(FORMER, PASSWORD))
    qtbot.waitUntil(made.session.shell.isVisible)
    yield made
    sys.excepthook = hook
    if made.session is not None:
        made.session.close()
    assert made.background.wait()
    made.deleteLater()


def take_over(qtbot: QtBot, workbench: Workbench, account: str) -> Any:
    """Let another person take the desk over by the lock screen, as with Ctrl+Shift+L; return their shell."""
    workbench.session.lock(switching=True)
    screen = workbench.session.shell.findChild(LockScreen)
    qtbot.waitUntil(lambda: screen.form.accounts is not None)
    screen.form.accounts.list.make_current(account)
    screen.form.password.setText(PASSWORD)
    with qtbot.waitSignal(workbench.session_opened, timeout=10_000):
        screen.form.submit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert workbench.background.wait()
    QCoreApplication.processEvents()
    return workbench.session.shell


def is_told_nowhere(words: str) -> bool:
    """Say whether no widget says that any more."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return words not in everything_shown()


def everything_shown() -> str:
    """Return what all widgets of the program say, those out of sight as well."""
    said: list[str] = []
    for widget in QApplication.allWidgets():
        said += [widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLabel | QLineEdit):
            said.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
        model = getattr(widget, "model", None)
        if callable(model) and (held := model()) is not None:
            rows = held.rowCount()
            columns = held.columnCount() if isinstance(held, QAbstractTableModel) else 1
            said += [str(held.index(row, column).data()) for row in range(rows) for column in range(columns)]
    return "\n".join(said)


def test_case_31_no_row_draft_or_search_of_the_former_is_left_in_any_widget(
    qtbot: QtBot, workbench: Workbench
) -> None:
    shell, desk = workbench.session.shell, workbench.session.who.desk
    with desk.store.read() as reading:
        person = reading.scalars(select(Resident).order_by(Resident.id)).first()
    # A name that nothing else of the program may still say, such as a page of another test.
    desk.people.edit_resident(person.id, {"name": NAME})
    shell.open_page("people")
    shell.open_record("person", person.id)
    shell.search.setText(NAME)
    shell.search.setFocus()
    desk.drafts.save("intake", {"typed": TYPED})
    assert workbench.background.wait()
    QCoreApplication.processEvents()
    assert NAME in everything_shown(), "the former had it on the screen"

    now = take_over(qtbot, workbench, NEXT)

    # The former's window is deleted by the event loop, when it comes to it.
    qtbot.waitUntil(lambda: is_told_nowhere(NAME))
    assert is_told_nowhere(TYPED)
    assert now.search.text() == "" and not now.search.popup.isVisible()
    assert shell is not now


def test_case_31_the_draft_is_kept_for_its_author_and_for_nobody_else(
    qtbot: QtBot, workbench: Workbench
) -> None:
    workbench.session.who.desk.drafts.save("intake", {"typed": TYPED})
    take_over(qtbot, workbench, NEXT)
    next_desk = workbench.session.who.desk
    assert next_desk.drafts.all() == [] and next_desk.drafts.load("intake") is None
    with next_desk.store.read() as reading:
        assert reading.query(Draft).count() == 1, "kept, encrypted"
    take_over(qtbot, workbench, FORMER)
    assert workbench.session.who.desk.drafts.load("intake").content == {"typed": TYPED}


def test_case_31_the_clipboard_is_empty(qtbot: QtBot, qapp: QApplication, workbench: Workbench) -> None:
    qapp.clipboard().setText("330106194903120889")
    take_over(qtbot, workbench, NEXT)
    assert qapp.clipboard().text() == ""


def test_case_31_no_file_dialog_shows_where_the_former_was(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path
) -> None:
    private = tmp_path / "王秀兰的材料"
    private.mkdir()
    chooser = QFileDialog()
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.setDirectory(str(private))
    chooser.setHistory([str(private)])
    chooser.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    take_over(qtbot, workbench, NEXT)

    fresh = QFileDialog()
    fresh.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert fresh.directory().path() == QDir.homePath()
    assert str(private) not in fresh.history()
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert str(private) not in str([kept.value(name) for name in kept.allKeys()])
    fresh.deleteLater()


def test_case_31_what_was_unmasked_is_masked_again(qtbot: QtBot, workbench: Workbench) -> None:
    from workbench.security.unmasking import NotUnmasked, Purpose

    desk = workbench.session.who.desk
    with desk.store.read() as reading:
        person = reading.scalars(select(Resident.id).where(Resident.id_number.is_not(None))).first()
    desk.unmasking.grant(person, ["id_number"], Purpose.MATTER)
    take_over(qtbot, workbench, NEXT)
    for gone in (desk, workbench.session.who.desk):
        with pytest.raises(NotUnmasked):
            gone.unmasking.reveal(person, "id_number")


def test_case_31_no_window_or_picture_of_the_former_lives_on(qtbot: QtBot, workbench: Workbench) -> None:
    former = workbench.session.shell
    gone: list[str] = []
    former.destroyed.connect(lambda _: gone.append("shell"))
    take_over(qtbot, workbench, NEXT)
    qtbot.waitUntil(lambda: gone == ["shell"])
    shells = [
        window for window in QApplication.topLevelWidgets() if type(window) is type(workbench.session.shell)
    ]
    assert shells == [workbench.session.shell]


def test_case_31_after_five_minutes_without_a_touch_the_desk_locks_itself(
    qtbot: QtBot, workbench: Workbench
) -> None:
    assert timedelta(minutes=5) == AUTO_LOCK and Preferences().auto_lock_minutes == 5
    shell = workbench.session.shell
    watch: Any = shell.idle
    assert isinstance(watch, IdleWatch)
    assert watch._timer.interval() == 5 * 60_000
    watch.set_minutes(0.001)
    qtbot.waitUntil(shell.is_covered)
    assert not shell.content.isVisible()
