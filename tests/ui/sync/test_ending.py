"""When an account is closed or a desk taken off, the window covers itself and says what was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.samples import PASSWORD, SampleDoor
from tests.ui.sync.standin import StandInSync
from tests.ui.tour import close_for_good
from ui.kit.dialogs import Dialog
from ui.sync.ending import EndingScreen, happening, keeping
from workbench.desk.sync_views import Ending, SyncState
from workbench.sync.state import Phase

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    from dataclasses import replace

    import ui.session
    from tests.ui.samples import ENTRIES
    from ui.application import Workbench

    monkeypatch.setattr(ui.session, "PAGES", ENTRIES)
    from PySide6.QtWidgets import QApplication

    gatekeeper = SampleDoor()
    workbench = Workbench(QApplication.instance(), tmp_path, gatekeeper)
    who = gatekeeper.sign_in("wangxl", PASSWORD)
    desk = _DeskWithSync()
    workbench.let_in(replace(who, desk=desk))
    made = workbench.session
    made.workbench_ = workbench
    qtbot.waitUntil(made.shell.isVisible)
    yield made
    close_for_good(workbench.session.shell)
    workbench.background.wait()


class _DeskWithSync:
    def __init__(self) -> None:
        from tests.ui.samples import SampleDesk

        self._sample, self.sync = SampleDesk(), StandInSync()

    def __getattr__(self, name: str) -> object:
        return getattr(self._sample, name)


@pytest.mark.parametrize("ending", Ending)
def test_every_ending_says_what_happened_and_what_was_kept(qapp: object, ending: Ending):
    for unsent, handed in ((0, False), (3, True), (3, False)):
        state = SyncState(Phase.REFUSED, unsent=unsent, ending=ending, handed_over=handed)
        for words in (*happening(state), keeping(state)):
            assert words
            assert not words.isascii()


def test_unsent_changes_are_said_with_their_fate():
    lost = SyncState(Phase.REFUSED, unsent=3, ending=Ending.DEVICE_LOST)
    sealed = SyncState(Phase.REFUSED, unsent=3, ending=Ending.DEVICE_LOST, handed_over=True)
    assert "封存" in keeping(sealed)
    assert "没能移交" in keeping(lost)


def test_a_closed_account_covers_the_window_and_lets_somebody_else_in(qtbot: QtBot, session: Session):
    desk = session.who.desk
    desk.sync.become(phase=Phase.REFUSED, ending=Ending.STAFF_DISABLED)
    qtbot.waitUntil(session.shell.is_covered)
    screen = session.shell.findChild(EndingScreen)
    assert "账号已停用" in screen.title.text()
    assert not session.shell.content.isVisible()
    qtbot.keyClick(screen.first, Qt.Key.Key_Return)
    from ui.signin.lock import LockScreen

    lock = session.shell.findChild(LockScreen)
    qtbot.waitUntil(lambda: lock.form.accounts is not None)
    lock.form.accounts.list.make_current("zhoumin")
    lock.form.password.setText(PASSWORD)
    lock.form.submit()
    qtbot.waitUntil(lambda: session.workbench_.session is not session)
    assert session.workbench_.session.who.account == "zhoumin"


def test_a_desk_taken_off_stays_covered_and_tells_how_the_handing_over_went(qtbot: QtBot, session: Session):
    sync = session.who.desk.sync
    sync.become(phase=Phase.REFUSED, ending=Ending.DEVICE_REVOKED, unsent=2)
    qtbot.waitUntil(session.shell.is_covered)
    screen = session.shell.findChild(EndingScreen)
    assert "正在" in screen.kept.text()
    sync.become(handed_over=True)
    qtbot.waitUntil(lambda: "封存" in screen.kept.text() and "正在" not in screen.kept.text())
    session.lock()
    assert session.shell.findChildren(EndingScreen) == [screen]
    assert session.shell.is_covered()


def test_closing_a_desk_that_was_taken_off_signs_nobody_out(qtbot: QtBot, session: Session):
    session.who.desk.sync.become(phase=Phase.REFUSED, ending=Ending.DEVICE_LOST)
    qtbot.waitUntil(session.shell.is_covered)
    qtbot.keyClick(session.shell.findChild(EndingScreen).first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not session.shell.isVisible())
    session.workbench_.background.wait()
    assert session.workbench_.gatekeeper.out == []


def test_what_breaks_after_the_end_is_nobodys_worry(qtbot: QtBot, session: Session):
    session.who.desk.sync.become(phase=Phase.REFUSED, ending=Ending.DEVICE_LOST)
    qtbot.waitUntil(session.shell.is_covered)
    session.workbench_.background.broke.emit(ZeroDivisionError("the store is gone"))
    assert session.shell.findChildren(Dialog) == []


def test_once_the_window_is_idle_the_desk_keeps_in_step(qtbot: QtBot, session: Session):
    qtbot.waitUntil(lambda: ("start",) in session.who.desk.sync.done)


def test_the_status_bar_follows_sync_without_being_asked(qtbot: QtBot, session: Session):
    session.who.desk.sync.become(phase=Phase.SENDING, progress=(1, 9))
    qtbot.waitUntil(lambda: "1/9" in session.shell.status.pills["sync"].text())
