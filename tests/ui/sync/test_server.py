"""Connecting a desk that worked alone: what is missing, what is refused, and no way around a certificate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ui.kit.callout import Callout
from ui.kit.tones import Tone
from ui.sync.trust import say_refused
from workbench.desk.device_views import ServerAddress
from workbench.desk.sync_views import SyncState
from workbench.sync.errors import CertificateRefused
from workbench.sync.state import Phase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from tests.ui.sync.standin import StandInSync
    from ui.manage.page import ManagePage
    from ui.sync.server import ServerSection

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def server(qtbot: QtBot, page: ManagePage, sync: StandInSync) -> ServerSection:
    sync.now_state = SyncState()
    page.show_section("server")
    section = page.section("server")
    qtbot.waitUntil(section.form_card.isVisible)
    return section


def test_a_desk_is_connected_by_address_authority_code_and_name(
    qtbot: QtBot, server: ServerSection, sync: StandInSync, press: Callable[..., None], tmp_path: Path
):
    authority = tmp_path / "ca.pem"
    authority.write_text("…", "utf-8")
    qtbot.keyClicks(server.form.url, "sync.qingliu.example/")
    qtbot.keyClicks(server.form.code, "7KQ4-M2XR-9TPA")
    server.form.name.insert("一号窗口")
    server.form.authority.setText(str(authority))
    press(server.form.code, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(server.facts_card.isVisible)
    address = ServerAddress("https://sync.qingliu.example", authority)
    assert sync.done == [("connect", address, "7KQ4-M2XR-9TPA", "一号窗口")]
    assert server.form.code_typed() == ""
    assert not server.form_card.isVisible()


def test_what_is_missing_is_said_and_nothing_is_tried(
    server: ServerSection, sync: StandInSync, press: Callable[..., None]
):
    press(server.form.url, Qt.Key.Key_Return, CTRL)
    assert server.form.error("url")
    assert server.form.error("code")
    assert sync.done == []


def test_a_refusal_stays_on_the_page_with_what_was_typed(
    qtbot: QtBot, server: ServerSection, sync: StandInSync, press: Callable[..., None]
):
    sync.refuse = "接入码已过期，请向负责人要一个新的。"
    qtbot.keyClicks(server.form.url, "sync.qingliu.example")
    qtbot.keyClicks(server.form.code, "OLD")
    press(server.form.code, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(server.trouble.isVisible)
    assert "过期" in server.trouble.accessibleName()
    assert server.form.code_typed() == "OLD"
    assert server.button.isEnabled()


def test_what_is_being_typed_survives_a_refresh(
    qtbot: QtBot, server: ServerSection, page: ManagePage, background: object
):
    qtbot.keyClicks(server.form.url, "sync.qing")
    page.refresh()
    qtbot.wait(50)
    assert server.form.url.text() == "sync.qing"


def test_the_same_server_is_found_at_another_address(
    qtbot: QtBot,
    page: ManagePage,
    sync: StandInSync,
    open_dialog: Callable[[], QDialog],
    press: Callable[..., None],
):
    page.show_section("server")
    section = page.section("server")
    qtbot.waitUntil(section.facts_card.isVisible)
    section.move()
    dialog = open_dialog()
    press(dialog.form.url, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(dialog.form.error("url")))
    qtbot.keyClicks(dialog.form.url, "new.qingliu.example")
    press(dialog.form.url, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: sync.done == [("move", ServerAddress("https://new.qingliu.example"))])


def test_what_is_wrong_with_the_connection_stands_on_its_page(
    qtbot: QtBot, page: ManagePage, sync: StandInSync
):
    sync.now_state = replace(sync.now_state, phase=Phase.REFUSED, problem="证书已过期，没有发送任何内容。")
    page.show_section("server")
    section = page.section("server")
    qtbot.waitUntil(section.problem.isVisible)
    assert "证书已过期" in section.problem.accessibleName()


def test_a_server_that_cannot_prove_itself_leaves_no_way_around(qtbot: QtBot):
    callout = Callout(Tone.DANGER, "")
    qtbot.addWidget(callout)
    say_refused(callout, CertificateRefused("证书是自签名的。"))
    assert "没有发送任何内容" in callout.accessibleName()
    assert "自签名" in callout.accessibleName()
    assert not callout.findChildren(QAbstractButton)
