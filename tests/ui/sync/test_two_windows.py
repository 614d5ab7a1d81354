"""Two windows and a real server: one connects and invites, the other joins; a conflict is settled by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.conftest import page_of
from tests.ui.signin.test_signin import door as sign_in_window
from tests.ui.signin.test_signin import welcomed
from tests.ui.sync.test_inbox import key
from ui.manage.page import ManagePage
from ui.settings.preferences import Preferences
from ui.signin.desk_gatekeeper import DeskGatekeeper
from ui.sync.code_slip import CodeDialog
from workbench.desk.demo.build import demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.folder import DataFolder
from workbench.intake.queries import MatterList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.server.running import RunningServer
    from tests.store_fixtures import SettableClock
    from ui.background import Background
    from workbench.desk.desk import Desk
    from workbench.desk.opening import Opening

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = 30_000


@pytest.fixture
def second_door(tmp_path: Path, desk_clock: SettableClock) -> Iterator[Opening]:
    made = demo_opening(DataFolder(tmp_path / "second"), desk_clock)
    yield made
    made.close()


@pytest.fixture
def first(qtbot: QtBot, desk: Desk, running_server: RunningServer, background: Background) -> ManagePage:
    """Manage of the supervisor, connected to the server from its own page."""
    running_server.clock.now = desk.now()
    page = page_of(ManagePage, qtbot, desk, background, width=1290, height=660)
    page.show_section("server")
    section = page.section("server")
    qtbot.waitUntil(section.form_card.isVisible)
    section.form.url.setText(running_server.url)
    section.form.code.setText(running_server.founding_code("云栖演示社区"))
    section.form.name.setText("一号窗口")
    section.button.click()
    qtbot.waitUntil(section.facts_card.isVisible, timeout=LONG)
    desk.sync.pause()
    assert desk.sync.round().complete
    return page


def code_from(qtbot: QtBot, page: ManagePage) -> str:
    """Invite a desk and return the code its dialog shows."""
    page.show_section("desks")
    desks = page.section("desks")
    qtbot.waitUntil(desks.invite_button.isEnabled)
    desks.invite()
    dialog = next(one for one in page.window().findChildren(QDialog) if one.isVisible())
    dialog.form.name.setText("二号窗口")
    dialog.submit()
    qtbot.waitUntil(lambda: page.window().findChild(CodeDialog) is not None)
    shown = page.window().findChild(CodeDialog)
    shown.accept()
    assert page.desk.sync.round().complete
    return shown.code.text()


def joined(qtbot: QtBot, background: Background, door: Opening, url: str, code: str) -> Desk:
    """Join from the first-start window and return the desk of whoever set it up."""
    window = sign_in_window(qtbot, background, DeskGatekeeper(door), Preferences())
    welcome = welcomed(qtbot, window)
    welcome.choose("join")
    form = welcome.join.form
    form.url.setText(f"{url} {code}")
    form.url.textEdited.emit(form.url.text())
    form.name.setText("二号窗口")
    form.account.account.setText(SUPERVISOR.account)
    form.account.password.setText(PASSWORD)
    qtbot.keyClick(form.account.password, Qt.Key.Key_Return)
    qtbot.waitUntil(welcome.join.passphrase.isVisible, timeout=LONG)
    qtbot.keyClick(welcome.join.passphrase.kept, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.signed_in, timeout=LONG) as entered:
        qtbot.keyClick(welcome.join.passphrase.enter, Qt.Key.Key_Return)
    return entered.args[0].desk


def test_a_desk_joins_by_its_window_and_a_conflict_is_settled_in_the_other(
    qtbot: QtBot,
    first: ManagePage,
    second_door: Opening,
    running_server: RunningServer,
    background: Background,
):
    second = joined(qtbot, background, second_door, running_server.url, code_from(qtbot, first))
    assert second.residents.population().total == first.desk.residents.population().total
    resident_id = first.desk.matters.rows(MatterList.OPEN)[0].applicant_id
    first.desk.people.edit_resident(resident_id, {"note": "一号窗口写的"})
    second.people.edit_resident(resident_id, {"note": "二号窗口写的"})
    second.sync.pause()
    for desk in (first.desk, second, first.desk):
        assert desk.sync.round().complete
    page = page_of(ManagePage, qtbot, second, background, width=1290, height=660)
    page.open_record("sync", "conflicts")
    inbox = page.section("sync").inbox
    qtbot.waitUntil(lambda: inbox.pane is not None)
    row = inbox.pane.work.rows["note"]
    assert (row.mine.value.text(), row.theirs.value.text()) == ("二号窗口写的", "一号窗口写的")
    key(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inbox.pane.isAncestorOf(QApplication.focusWidget() or inbox))
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: second.inbox.disputes() == ())
    for desk in (second, first.desk):
        assert desk.sync.round().complete
    assert first.desk.residents.card(resident_id).note == "二号窗口写的"
    assert first.desk.inbox.disputes() == ()
    first.show_section("desks")
    names = {one.terms.name for one in first.desk.devices.devices()}
    assert names == {"一号窗口", "二号窗口"}
