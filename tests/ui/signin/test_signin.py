"""The door: signing in, waiting, first start, recovery, a new password, the lock and the switch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui.samples import GIVEN_PASSWORD, PASSPHRASE, PASSWORD, SampleDoor, sample_person
from ui.settings.preferences import Preferences
from ui.signin.gatekeeper import AccountChoice
from ui.signin.lock import LockScreen
from ui.signin.window import SignInWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.background import Background
    from ui.signin.gatekeeper import SignedIn
    from ui.signin.setup import SetupPages
    from ui.signin.welcome import WelcomePages

KNOWN = Preferences(community="青柳社区", last_account="chenwei")


def door(
    qtbot: QtBot, background: Background, gatekeeper: SampleDoor, known: Preferences = KNOWN
) -> SignInWindow:
    window = SignInWindow(gatekeeper, background, known)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def window(qtbot: QtBot, background: Background) -> SignInWindow:
    made = door(qtbot, background, SampleDoor())
    qtbot.waitUntil(lambda: made.form.accounts is not None and made.form.password.hasFocus())
    return made


def enter(qtbot: QtBot, window: SignInWindow, password: str) -> None:
    window.form.password.clear()
    qtbot.keyClicks(window.form.password, password)
    qtbot.keyClick(window.form.password, Qt.Key.Key_Return)


def test_the_last_person_needs_only_the_password(qtbot: QtBot, window: SignInWindow):
    with qtbot.waitSignal(window.signed_in) as entered:
        enter(qtbot, window, PASSWORD)
    assert entered.args[0].account == "chenwei"
    assert window.form.password.text() == ""


def test_another_person_is_chosen_by_keys(qtbot: QtBot, window: SignInWindow):
    window.form.accounts.setFocus()
    qtbot.keyClick(window.form.accounts.list, Qt.Key.Key_Down)
    qtbot.keyClick(window.form.accounts.list, Qt.Key.Key_Return)
    assert window.form.password.hasFocus()
    with qtbot.waitSignal(window.signed_in) as entered:
        enter(qtbot, window, PASSWORD)
    assert entered.args[0].account == "zhoumin"


class DoorWithoutKeyring(SampleDoor):
    """Knows sign-in names only, as where no keyring opens the store before somebody does."""

    def accounts(self) -> list[AccountChoice]:
        return [replace(one, person=one.account, detail="") for one in super().accounts()]


def test_whoever_signed_in_here_before_is_called_by_name(qtbot: QtBot, background: Background):
    known = KNOWN.with_person("chenwei", "陈伟")
    window = door(qtbot, background, DoorWithoutKeyring(), known)
    qtbot.waitUntil(lambda: window.form.accounts is not None)
    names = [window.form.accounts.list.item(at).text() for at in range(window.form.accounts.list.count())]
    assert any("陈伟" in name for name in names)
    assert any("wangxl" in name and "王" not in name for name in names)


def test_a_name_can_be_typed_instead(qtbot: QtBot, window: SignInWindow):
    window.form._type_instead()
    qtbot.keyClicks(window.form.account, "wangxl")
    qtbot.keyClick(window.form.account, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.signed_in) as entered:
        enter(qtbot, window, PASSWORD)
    assert entered.args[0].account == "wangxl"


def test_a_name_being_typed_is_not_taken_away_when_the_accounts_arrive(qtbot: QtBot, background: Background):
    window = door(qtbot, background, SampleDoor(), Preferences(community="青柳社区"))
    qtbot.keyClicks(window.form.account, "zhou")
    assert background.wait()
    qtbot.wait(30)
    assert window.form.accounts is None
    assert window.form.account.isVisible()


def test_a_wrong_password_is_explained_and_can_be_typed_again(qtbot: QtBot, window: SignInWindow):
    enter(qtbot, window, "wrong")
    qtbot.waitUntil(lambda: "不对" in window.form.notice.text())
    assert window.form.password.hasFocus()
    assert window.form.button.isEnabled()


def test_too_many_wrong_ones_count_the_wait_down(qtbot: QtBot, window: SignInWindow):
    for count in range(1, 4):
        enter(qtbot, window, "wrong")
        qtbot.waitUntil(
            lambda count=count: window._gatekeeper.wrong == count and not window.form.password.isReadOnly()
        )
    assert not window.form.button.isEnabled()
    assert "8" in window.form.button.text()
    enter(qtbot, window, PASSWORD)
    assert window._gatekeeper.wrong == 3
    for _second in range(8):
        window.form._tick()
    assert window.form.button.isEnabled()
    with qtbot.waitSignal(window.signed_in):
        enter(qtbot, window, PASSWORD)


def test_nothing_typed_is_said_before_anything_is_tried(qtbot: QtBot, window: SignInWindow):
    qtbot.keyClick(window.form.password, Qt.Key.Key_Return)
    assert window.form.notice.text()
    assert window._gatekeeper.wrong == 0


def test_a_given_password_is_replaced_before_anything_opens(qtbot: QtBot, window: SignInWindow):
    enter(qtbot, window, GIVEN_PASSWORD)
    from ui.signin.new_password import NewPasswordForm

    qtbot.waitUntil(lambda: window.findChild(NewPasswordForm) is not None)
    form = window.findChild(NewPasswordForm)
    for new, again in (("", ""), ("lantern river", "lantern"), ("short", "short")):
        form.new.setText(new)
        form.again.setText(again)
        form.submit()
        qtbot.waitUntil(form.button.isEnabled)
    assert "8" in form.notice.text()
    form.new.setText("lantern river")
    form.again.setText("lantern river")
    with qtbot.waitSignal(window.signed_in) as entered:
        qtbot.keyClick(form.again, Qt.Key.Key_Return)
    assert not entered.args[0].must_change_password


def test_a_lost_key_is_brought_back_by_the_passphrase(qtbot: QtBot, window: SignInWindow):
    from ui.signin.recover import RecoverForm

    window.recover()
    form = window.findChild(RecoverForm)
    form.submit()
    assert form.grid.error("passphrase")
    form.passphrase.setText("nonsense")
    form.submit()
    qtbot.waitUntil(lambda: bool(form.notice.text()))
    form.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(form.recovered):
        qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    assert window.form.isVisible()


@pytest.fixture
def pages(qtbot: QtBot, background: Background) -> SetupPages:
    window = door(qtbot, background, SampleDoor(new=True), Preferences())
    welcome = welcomed(qtbot, window)
    qtbot.keyClick(welcome.ways, Qt.Key.Key_Return)
    assert welcome.currentWidget() is welcome.setup
    welcome.setup.window_ = window
    return welcome.setup


def welcomed(qtbot: QtBot, window: SignInWindow) -> WelcomePages:
    from ui.signin.welcome import WelcomePages

    qtbot.waitUntil(lambda: window.findChild(WelcomePages) is not None)
    return window.findChild(WelcomePages)


def fill(pages: SetupPages) -> None:
    pages.community.grid.field("name").setText("青柳社区")
    pages.community.grid.field("name").editingFinished.emit()
    pages.community.confirm()
    for key, typed in {
        "person": "林远",
        "account": "linyuan",
        "password": PASSWORD,
        "again": PASSWORD,
    }.items():
        pages.administrator.grid.field(key).setText(typed)


def test_the_first_start_asks_for_what_is_missing(pages: SetupPages):
    pages.community.confirm()
    assert pages.community.grid.error("name")
    assert pages.faces.currentWidget() is pages.community
    fill(pages)
    assert pages.community.text("prefix") == "青柳社"
    pages.administrator.grid.field("again").setText("different")
    pages.administrator.confirm()
    assert pages.administrator.grid.error("again")
    pages.administrator.grid.field("password").setText("short")
    pages.administrator.confirm()
    assert "8" in pages.administrator.grid.error("password")


def test_the_first_start_ends_with_the_passphrase_kept_and_the_administrator_in(
    qtbot: QtBot, pages: SetupPages
):
    fill(pages)
    pages.administrator.confirm()
    qtbot.waitUntil(lambda: pages.passphrase.words.text() == PASSPHRASE)
    assert pages._gatekeeper.started.community == "青柳社区"
    assert not pages.passphrase.enter.isEnabled()
    pages.passphrase.copy()
    assert QGuiApplication.clipboard().text() == PASSPHRASE
    qtbot.keyClick(pages.passphrase.kept, Qt.Key.Key_Space)
    with qtbot.waitSignal(pages.signed_in) as entered:
        qtbot.mouseClick(pages.passphrase.enter, Qt.MouseButton.LeftButton)
    assert entered.args[0].account == "linyuan"


def test_the_passphrase_prints_as_a_sheet_to_lock_away(pages: SetupPages, tmp_path: object):
    from PySide6.QtGui import QPdfWriter

    pages.passphrase.show_passphrase(PASSPHRASE, "青柳社区")
    target = tmp_path / "sheet.pdf"
    pages.passphrase.print_on(QPdfWriter(str(target)))
    assert target.read_bytes().startswith(b"%PDF")


def lock(qtbot: QtBot, background: Background, who: SignedIn, gatekeeper: SampleDoor) -> LockScreen:
    screen = LockScreen(gatekeeper, background, who)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.form.accounts is not None)
    return screen


def test_the_same_person_goes_on_after_the_lock(qtbot: QtBot, background: Background):
    screen = lock(qtbot, background, sample_person(), SampleDoor())
    assert screen.form.accounts.list.current() == "wangxl"
    screen.form.password.setText(PASSWORD)
    with qtbot.waitSignal(screen.unlocked):
        screen.form.submit()


def test_another_person_takes_the_desk_over(qtbot: QtBot, background: Background):
    gatekeeper = SampleDoor()
    screen = lock(qtbot, background, sample_person(), gatekeeper)
    screen.form.accounts.list.make_current("zhoumin")
    screen.form.password.setText(PASSWORD)
    with qtbot.waitSignal(screen.switched) as entered:
        screen.form.submit()
    assert entered.args[0].account == "zhoumin"
    assert gatekeeper.out == ["wangxl"]


def test_everything_at_the_door_that_takes_the_cursor_has_a_name(window: SignInWindow):
    window.recover()
    reached = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    assert all(part.accessibleName() or isinstance(part.parent(), QLineEdit) for part in reached)
