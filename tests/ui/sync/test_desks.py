"""Desks and the codes they join by: invited, changed, lost, taken off, withdrawn; one's own desk stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.sync.standin import CODE
from ui.sync.code_slip import CodeDialog, SquareCode
from workbench.desk.device_views import InvitationState
from workbench.desk.sync_views import SyncState
from workbench.sync.terms import DeskTerms

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from tests.ui.sync.standin import StandInSync
    from ui.manage.page import ManagePage
    from ui.sync.desks import DesksSection

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def desks(qtbot: QtBot, page: ManagePage) -> DesksSection:
    page.show_section("desks")
    section = page.section("desks")
    qtbot.waitUntil(lambda: len(section.desks.records()) == 3)
    return section


def test_a_desk_is_invited_and_its_code_is_shown_once(
    qtbot: QtBot,
    desks: DesksSection,
    sync: StandInSync,
    open_dialog: Callable[[], QDialog],
    press: Callable[..., None],
):
    press(desks.desks.view, Key.Key_N, CTRL)
    dialog = open_dialog()
    press(dialog.form.name, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(dialog.grid.error("name")))
    dialog.form.name.insert("三号窗口")
    press(dialog.form.name, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(sync.codes))
    assert sync.codes[0].terms == DeskTerms("三号窗口")
    qtbot.waitUntil(lambda: bool(desks.window().findChildren(CodeDialog)))
    shown = desks.window().findChildren(CodeDialog)[-1]
    assert shown.code.text() == CODE
    assert shown.findChild(SquareCode).accessibleName()
    shown.copy()
    assert QGuiApplication.clipboard().text() == f"{sync.now_state.server} {CODE}"
    shown.accept()
    qtbot.waitUntil(lambda: len(desks.invitations.records()) == 1)


def test_a_census_desk_gets_its_areas_and_needs_at_least_one(
    qtbot: QtBot,
    desks: DesksSection,
    sync: StandInSync,
    open_dialog: Callable[[], QDialog],
    press: Callable[..., None],
):
    desks.invite()
    dialog = open_dialog()
    dialog.form.name.insert("普查笔记本")
    assert not dialog.form.areas.isEnabled()
    dialog.form.scope.setCurrentIndex(2)
    dialog.submit()
    assert dialog.grid.error("areas")
    press(dialog.form.areas.boxes["a-2"], Key.Key_Space)
    press(dialog.form.masked, Key.Key_Space)
    dialog.form.days.setValue(10)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(sync.codes))
    assert sync.codes[0].terms == DeskTerms("普查笔记本", True, ("a-2",), True, 240)


def test_enter_edits_what_a_desk_may_hold(
    qtbot: QtBot,
    desks: DesksSection,
    sync: StandInSync,
    open_dialog: Callable[[], QDialog],
    press: Callable[..., None],
):
    desks.desks.view.selectRow(2)
    press(desks.desks.view, Key.Key_Return)
    dialog = open_dialog()
    assert dialog.form.areas.ticked() == ("a-1",)
    press(dialog.form.areas.boxes["a-2"], Key.Key_Space)
    dialog.submit()
    qtbot.waitUntil(lambda: sync.desks[2].terms.areas == ("a-1", "a-2"))


@pytest.mark.parametrize(("key", "state"), [(Key.Key_F6, "lost"), (Key.Key_Delete, "revoked")])
def test_a_desk_is_lost_or_taken_off_only_with_a_reason(
    qtbot: QtBot,
    desks: DesksSection,
    sync: StandInSync,
    open_dialog: Callable[[], QDialog],
    press: Callable[..., None],
    key: Qt.Key,
    state: str,
):
    desks.desks.view.selectRow(1)
    press(desks.desks.view, key)
    dialog = open_dialog()
    dialog.submit()
    assert dialog.grid.error("reason")
    assert sync.desks[1].state == "active"
    dialog.reason.insert("昨天在公交车上丢了")
    qtbot.keyClick(dialog.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: sync.desks[1].state == state)
    qtbot.waitUntil(lambda: desks.desks.records()[1].state == state)
    assert not desks.edit_button.isEnabled()


def test_ones_own_desk_cannot_be_taken_off(desks: DesksSection, press: Callable[..., None]):
    desks.desks.view.selectRow(0)
    assert not desks.off_button.isEnabled()
    press(desks.desks.view, Key.Key_Delete)
    assert not [one for one in desks.window().children() if one.metaObject().className() == "LeaveDialog"]


def test_a_code_nobody_used_is_withdrawn(
    qtbot: QtBot,
    desks: DesksSection,
    page: ManagePage,
    sync: StandInSync,
    open_dialog: Callable[[], QDialog],
    press: Callable[..., None],
):
    sync.invite(DeskTerms("三号窗口"))
    page.refresh()
    qtbot.waitUntil(lambda: bool(desks.invitations.records()))
    press(desks.invitations.view, Key.Key_Delete)
    open_dialog().accept()
    qtbot.waitUntil(lambda: sync.codes[0].state is InvitationState.WITHDRAWN)
    qtbot.waitUntil(lambda: not desks.withdraw_button.isEnabled())


def test_without_a_server_nobody_is_invited(
    qtbot: QtBot, desks: DesksSection, page: ManagePage, sync: StandInSync
):
    sync.now_state = SyncState()
    page.refresh()
    qtbot.waitUntil(lambda: not desks.invite_button.isEnabled())
    assert "服务器" in desks.desks.empty.accessibleName()
    assert not desks.codes.isVisible()
