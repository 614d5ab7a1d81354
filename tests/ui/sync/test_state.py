"""How sync stands: told in plain words, paused and started by keys, calm without a server or a network."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt

from tests.ui.sync.standin import NOW, StandInSync, stands_in
from ui.sync.relay import SyncRelay
from ui.sync.state_words import bar_words, clock_words, explanation, headline, unsent_tone
from workbench.desk.sync_views import SyncState
from workbench.sync.state import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.desk_fixtures import SignIn
    from ui.background import Background
    from ui.manage.page import ManagePage
    from ui.sync.section import SyncSection
    from workbench.desk.desk import Desk

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_its_words(qapp: object, phase: Phase):
    state = SyncState(phase, "https://x", "一号窗口", NOW, 3)
    for words in (headline(state), explanation(state, TODAY), bar_words(state, TODAY)):
        assert words
        assert not words.isascii()


def test_a_problem_is_told_in_its_own_words(qapp: object):
    assert explanation(SyncState(Phase.REFUSED, problem="请更新工作台。"), TODAY) == "请更新工作台。"


def test_only_what_does_not_go_by_itself_warns(qapp: object):
    warned = {phase for phase in Phase if unsent_tone(SyncState(phase, unsent=3)) == "warning"}
    assert warned == {Phase.UNREACHABLE, Phase.PAUSED, Phase.REFUSED}
    assert unsent_tone(SyncState(Phase.UNREACHABLE)) == "neutral"


def test_a_moment_of_another_day_says_its_day(qapp: object):
    assert clock_words(NOW, TODAY) == "09:42"
    assert clock_words(NOW - timedelta(days=1), TODAY) == "2026-11-23 09:42"
    assert clock_words(None, TODAY) == "—"


def test_f5_exchanges_now_and_f8_pauses_and_goes_on(
    qtbot: QtBot, section: SyncSection, sync: StandInSync, press: Callable[..., None]
):
    qtbot.waitUntil(section.state.now.isEnabled)
    press(section.inbox.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: sync.done == [("now",)])
    press(section.inbox.list, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: "暂停" in section.state.head.text())
    assert not section.state.now.isEnabled()
    press(section.inbox.list, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: "最新" in section.state.head.text())


def test_news_from_another_thread_are_shown_with_their_progress(
    qtbot: QtBot, section: SyncSection, sync: StandInSync
):
    teller = Thread(target=lambda: sync.become(phase=Phase.SENDING, progress=(120, 340), unsent=220))
    teller.start()
    teller.join()
    qtbot.waitUntil(section.state.bar.isVisible)
    assert (section.state.bar.value(), section.state.bar.maximum()) == (120, 340)
    assert "220" in section.state.facts.text()


def test_without_a_server_the_way_to_one_is_offered_and_nothing_is_missing(
    qtbot: QtBot, section: SyncSection, page: ManagePage, sync: StandInSync
):
    sync.now_state, sync.open = SyncState(), []
    page.refresh()
    qtbot.waitUntil(section.state.connect_button.isVisible)
    assert not section.state.now.isVisible()
    qtbot.mouseClick(section.state.connect_button, Qt.MouseButton.LeftButton)
    assert page.list.current() == "server"


def test_every_worker_reaches_the_inbox_and_only_who_manages_desks_the_rest(
    qtbot: QtBot, sign_in: SignIn, background: Background
):
    from tests.ui.conftest import page_of
    from ui.manage.page import ManagePage

    worker = sign_in("chenyu")
    stands_in(worker, StandInSync(now_state=SyncState()))
    page = page_of(ManagePage, qtbot, worker, background, width=1200, height=660)
    keys = page.section_keys()
    assert "sync" in keys
    assert not {"server", "desks"} & set(keys)
    page.open_record("sync", "conflicts")
    section = page.section("sync")
    qtbot.waitUntil(lambda: section.inbox.pane is not None)
    assert section.inbox.list.hasFocus()
    assert not section.state.connect_button.isVisible()


def test_a_window_that_closes_while_sync_runs_hears_nothing_more(
    qtbot: QtBot, section: SyncSection, sync: StandInSync
):
    heard = len(sync.listeners)
    section.deleteLater()
    qtbot.waitUntil(lambda: len(sync.listeners) < heard)
    sync.become(phase=Phase.SENDING)


def test_a_relay_may_be_stopped_twice_and_hears_nothing_more(qtbot: QtBot, desk: Desk):
    parent = QObject()
    relay = SyncRelay(parent, desk)
    heard: list[object] = []
    relay.changed.connect(heard.append)
    relay.stop()
    relay.stop()
    desk.staff_service.deactivate(next(one.id for one in desk.staff.staff() if one.name == "chenyu"))
    relay.deleteLater()
    qtbot.wait(20)
    assert heard == []
