"""The first start of a desk that joins by a code: refused, fetched, stopped, gone on with, begun again."""

from __future__ import annotations

from threading import Semaphore
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.ui.samples import JOIN_CODE, PASSPHRASE, PASSWORD, SampleDoor
from tests.ui.signin.test_signin import door, welcomed
from ui.settings.preferences import Preferences
from workbench.desk.device_views import UnfinishedJoin

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.background import Background
    from ui.signin.join import JoinPages
    from ui.signin.welcome import WelcomePages

SERVER = "sync.qingliu.example"


@pytest.fixture
def gatekeeper() -> SampleDoor:
    return SampleDoor(new=True)


@pytest.fixture
def welcome(qtbot: QtBot, background: Background, gatekeeper: SampleDoor) -> WelcomePages:
    window = door(qtbot, background, gatekeeper, Preferences())
    found = welcomed(qtbot, window)
    found.window_ = window
    qtbot.waitUntil(found.ways.hasFocus)
    return found


@pytest.fixture
def pages(qtbot: QtBot, welcome: WelcomePages) -> JoinPages:
    qtbot.keyClick(welcome.ways, Qt.Key.Key_Down)
    qtbot.keyClick(welcome.ways, Qt.Key.Key_Return)
    qtbot.waitUntil(welcome.join.form.url.hasFocus)
    return welcome.join


def typed(qtbot: QtBot, pages: JoinPages, code: str = JOIN_CODE, password: str = PASSWORD) -> None:
    pages.form.url.clear()
    qtbot.keyClicks(pages.form.url, SERVER)
    pages.form.code.clear()
    qtbot.keyClicks(pages.form.code, code)
    pages.form.account.account.setText("chenwei")
    pages.form.account.password.setText(password)
    qtbot.keyClick(pages.form.account.password, Qt.Key.Key_Return)


def test_a_code_fetches_everything_and_whoever_set_it_up_is_in(
    qtbot: QtBot, welcome: WelcomePages, pages: JoinPages
):
    typed(qtbot, pages)
    qtbot.waitUntil(pages.passphrase.isVisible)
    assert pages.passphrase.words.text() == PASSPHRASE
    assert not pages.passphrase.enter.isEnabled()
    qtbot.keyClick(pages.passphrase.kept, Qt.Key.Key_Space)
    with qtbot.waitSignal(welcome.window_.signed_in) as entered:
        qtbot.keyClick(pages.passphrase.enter, Qt.Key.Key_Return)
    assert entered.args[0].account == "chenwei"


def test_whoever_the_community_does_not_know_goes_on_with_another_account(qtbot: QtBot, pages: JoinPages):
    typed(qtbot, pages, password="not this one")
    qtbot.waitUntil(pages.trouble.isVisible)
    qtbot.waitUntil(pages.sync.go_on.isVisible)
    pages.sync.who.password.setText(PASSWORD)
    qtbot.keyClick(pages.sync.who.password, Qt.Key.Key_Return)
    qtbot.waitUntil(pages.passphrase.isVisible)


def test_what_is_missing_is_said_under_its_field_and_nothing_goes_in_the_open(qtbot: QtBot, pages: JoinPages):
    qtbot.keyClick(pages.form.url, Qt.Key.Key_Return)
    assert pages.form.error("url")
    assert pages.form.error("code")
    assert pages.form.error("account")
    qtbot.keyClicks(pages.form.url, "http://sync.qingliu.example")
    qtbot.keyClicks(pages.form.code, JOIN_CODE)
    pages.form.authority.setText("/nowhere/ca.pem")
    qtbot.keyClick(pages.form.code, Qt.Key.Key_Return)
    assert "https" in pages.form.error("url")
    assert pages.form.error("authority")


def test_a_pasted_slip_fills_address_and_code(pages: JoinPages):
    pages.form.url.setText(f"https://{SERVER} {JOIN_CODE}")
    pages.form.url.textEdited.emit(pages.form.url.text())
    assert pages.form.address().url == f"https://{SERVER}"
    assert pages.form.code_typed() == JOIN_CODE


def test_a_wrong_code_is_explained_and_can_be_typed_again(qtbot: QtBot, pages: JoinPages):
    typed(qtbot, pages, "WRONG")
    qtbot.waitUntil(pages.trouble.isVisible)
    assert "接入码" in pages.trouble.accessibleName()
    qtbot.waitUntil(pages.form.isVisible)
    typed(qtbot, pages)
    qtbot.waitUntil(pages.passphrase.isVisible)
    assert not pages.trouble.isVisible()


def test_a_first_sync_is_stopped_and_gone_on_with(qtbot: QtBot, pages: JoinPages, gatekeeper: SampleDoor):
    gatekeeper.step = Semaphore(1)
    typed(qtbot, pages)
    qtbot.waitUntil(lambda: pages.sync.bar.value() == 1)
    qtbot.keyClick(pages.sync.stop, Qt.Key.Key_Return)
    gatekeeper.step.release()
    qtbot.waitUntil(pages.sync.go_on.isVisible)
    assert not pages.trouble.isVisible()
    assert "1" in pages.sync.count.text()
    for _step in range(3):
        gatekeeper.step.release()
    qtbot.waitUntil(pages.sync.go_on.hasFocus)
    assert pages.sync.who.typed() == ("chenwei", PASSWORD)
    qtbot.keyClick(pages.sync.go_on, Qt.Key.Key_Return)
    qtbot.waitUntil(pages.passphrase.isVisible)


def test_a_first_sync_cut_off_yesterday_is_offered_at_the_next_start(qtbot: QtBot, background: Background):
    kept = UnfinishedJoin("https://sync.example", "二号窗口", (2, 3))
    welcome = welcomed(qtbot, door(qtbot, background, SampleDoor(new=True, unfinished=kept), Preferences()))
    qtbot.waitUntil(lambda: welcome.join is not None and welcome.join.sync.go_on.isVisible())
    assert "2" in welcome.join.sync.count.text()
    qtbot.keyClick(welcome.join.sync.go_on, Qt.Key.Key_Return)
    assert welcome.join.sync.grid.error("account")
    welcome.join.sync.who.account.setText("chenwei")
    welcome.join.sync.who.password.setText(PASSWORD)
    qtbot.keyClick(welcome.join.sync.who.password, Qt.Key.Key_Return)
    qtbot.waitUntil(welcome.join.passphrase.isVisible)


def test_beginning_again_throws_away_what_came_and_asks_which_way(
    qtbot: QtBot, welcome: WelcomePages, gatekeeper: SampleDoor, pages: JoinPages
):
    gatekeeper.unfinished = UnfinishedJoin("https://sync.example", "二号窗口", (2, 3))
    pages.offer_to_go_on(gatekeeper.unfinished)
    qtbot.mouseClick(pages.sync.again, Qt.MouseButton.LeftButton)
    dialog = welcome.window_.findChild(QDialog)
    dialog.accept()
    qtbot.waitUntil(lambda: gatekeeper.unfinished is None)
    qtbot.waitUntil(welcome.ways.isVisible)
