"""The window, driven by keys: pages, search, card, status, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from tests.ui.samples import ENTRIES, SampleDesk, sample_person
from ui.kit.labels import Body
from ui.shell.idle import IdleWatch
from ui.shell.search import Command, matching_commands
from ui.shell.status import DeskStatus, StatusBar
from ui.shell.window import Shell
from workbench.desk.sync_views import SyncState
from workbench.sync.state import Phase

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.background import Background

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(qtbot: QtBot, background: Background) -> Shell:
    desk = SampleDesk()
    made = Shell(sample_person(), background, ENTRIES, desk, desk.status)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_page("today")
    return made


def test_alt_and_a_digit_open_a_page_and_the_rail_shows_it(qtbot: QtBot, shell: Shell):
    qtbot.keyClick(shell, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert shell.rail.buttons["people"].isChecked()
    assert shell.pages.page("people").isVisible()


def test_a_page_takes_the_cursor_and_reads_once_until_something_changes(qtbot: QtBot, shell: Shell):
    today = shell.pages.page("today")
    assert today.table.view.hasFocus()
    shell.open_page("people")
    shell.open_page("today")
    assert today.refreshed == 1


def test_a_change_refreshes_the_page_in_front_at_once_and_the_others_when_seen(qtbot: QtBot, shell: Shell):
    shell.open_page("people")
    today, people = shell.pages.page("today"), shell.pages.page("people")
    before = today.refreshed, people.refreshed

    class Changed:
        entity = "matter"

    shell.changes.told(Changed)
    qtbot.waitUntil(lambda: people.refreshed == before[1] + 1)
    assert today.refreshed == before[0]
    shell.open_page("today")
    assert today.refreshed == before[0] + 1


def test_a_page_nobody_allowed_is_not_on_the_rail(background: Background, qtbot: QtBot):
    from dataclasses import replace

    made = Shell(replace(sample_person(), permissions=frozenset()), background, ENTRIES)
    qtbot.addWidget(made)
    assert "manage" not in made.rail.buttons
    made.open_page("manage")
    assert made.pages.page("manage") is None


def test_ctrl_k_finds_people_and_enter_opens_one(qtbot: QtBot, shell: Shell):
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.search.hasFocus()
    qtbot.keyClicks(shell.search, "wang")
    qtbot.waitUntil(lambda: shell.search.popup.list.current() == "person:1")
    qtbot.keyClick(shell.search, Qt.Key.Key_Down)
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    assert shell.pages.page("people").opened == [("person", "2")]
    assert not shell.search.popup.isVisible()
    assert shell.search.text() == ""


def test_a_scanner_that_presses_enter_at_once_opens_what_it_scanned(qtbot: QtBot, shell: Shell):
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.search, "wang")
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.pages.page("people") is not None)
    assert shell.pages.page("people").opened == [("person", "1")]


def test_commands_are_found_by_their_words(qtbot: QtBot, shell: Shell):
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.search.popup.isVisible()
    with qtbot.waitSignal(shell.lock_wanted):
        shell.search.popup._choose("command:lock")
    qtbot.keyClick(shell.search, Qt.Key.Key_Escape)
    assert not shell.search.popup.isVisible()
    found = matching_commands((Command("a", "打开受理", "intake"), Command("b", "锁定", "lock")), " 受理 ")
    assert [hit.record_id for hit in found] == ["a"]


def test_a_record_no_page_opens_is_said_so(shell: Shell):
    shell.open_record("unicorn", "1")
    assert shell._toast.isVisible()


def test_the_card_folds_and_closes_by_keys(qtbot: QtBot, shell: Shell):
    shell.show_beside(Body("王秀兰"), "居民")
    assert shell.side.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not shell.side.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert shell.side.isVisible()
    shell.show_beside(None)
    assert not shell.side.isVisible()


def test_the_card_folds_by_itself_where_there_is_no_room_for_both(shell: Shell):
    shell.show_beside(Body("王秀兰"), "居民")
    shell.resize(1000, 700)
    assert not shell.side.isVisible()
    shell.resize(1366, 768)
    assert shell.side.isVisible()


def test_the_status_bar_tells_what_needs_somebody(qtbot: QtBot, shell: Shell):
    qtbot.waitUntil(lambda: "12" in shell.status.pills["unsent"].text())
    assert shell.status.pills["unsent"].property("tone") == "warning"
    assert shell.status.pills["conflicts"].property("tone") == "danger"
    assert shell.status.pills["sync"].text() == "离线（自 09:42）"
    shell.status.show_status(DeskStatus())
    assert {pill.property("tone") for pill in shell.status.pills.values()} == {"neutral"}
    assert shell.status.pills["sync"].text() == "离线工作中"


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.REFUSED])
def test_no_state_of_sync_alarms_while_nothing_is_unsent(shell: Shell, phase: Phase):
    shell.status.show_sync(SyncState(phase))
    assert {shell.status.pills[name].property("tone") for name in ("sync", "unsent")} == {"neutral"}


def test_what_is_on_its_way_shows_how_far_it_is(shell: Shell):
    shell.status.show_sync(SyncState(Phase.FIRST, progress=(1200, 30000)))
    assert shell.status.pills["sync"].text() == "正在同步 1,200/30,000"


def test_a_click_on_a_figure_leads_to_what_it_counts(qtbot: QtBot, shell: Shell):
    manage = shell.pages.show_page("manage")
    shell.open_page("today")
    for name in ("sync", "unsent", "conflicts"):
        qtbot.mouseClick(shell.status.pills[name], Qt.MouseButton.LeftButton)
    assert manage.opened == [("sync", "sync"), ("sync", "unsent"), ("sync", "conflicts")]
    qtbot.mouseClick(shell.status.pills["queue"], Qt.MouseButton.LeftButton)
    assert shell.pages.current_key() == "today"
    qtbot.keyClick(shell, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert manage.opened[-1] == ("sync", "sync")


def test_figures_that_ask_for_nothing_give_way_in_a_narrow_window(qtbot: QtBot):
    bar = StatusBar("王小丽 · 前台")
    qtbot.addWidget(bar)
    bar.resize(400, 32)
    bar.show()
    bar.show_status(DeskStatus(waiting=4))
    shown = {name for name, pill in bar.pills.items() if not pill.isHidden()}
    assert "conflicts" not in shown
    assert "queue" in shown
    assert bar.pills["conflicts"].text() in bar.toolTip()
    bar.show_status(DeskStatus(waiting=4, sync=SyncState(Phase.IDLE, disputes=2)))
    assert not bar.pills["conflicts"].isHidden()
    bar.resize(1000, 32)
    assert all(not pill.isHidden() for pill in bar.pills.values())
    assert bar.toolTip() == ""


def test_the_name_on_top_leaves_its_place_to_the_search_in_a_narrow_window(shell: Shell):
    assert shell.topbar.name.isVisible()
    shell.topbar.resize(480, shell.topbar.height())
    assert not shell.topbar.name.isVisible()


def test_a_cover_hides_everything_before_the_next_paint(shell: Shell):
    shell.cover(Body("已锁定"))
    assert not shell.content.isVisible()
    assert shell.is_covered()
    shell.uncover()
    assert shell.content.isVisible()


def test_shortcuts_are_dead_behind_the_cover(qtbot: QtBot, shell: Shell):
    shell.cover(Body("已锁定"))
    qtbot.keyClick(shell, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert shell.pages.page("people") is None


def test_nobody_touching_anything_asks_for_the_lock_and_a_key_puts_it_off(qtbot: QtBot, shell: Shell):
    watch = IdleWatch(0.002, shell)
    with qtbot.waitSignal(watch.idle, timeout=2000):
        pass
    watch.set_minutes(0.01)
    qtbot.keyClick(shell, Qt.Key.Key_Shift)
    assert watch._timer.remainingTime() > 400


@pytest.mark.parametrize("key", [entry.key for entry in ENTRIES])
def test_everything_that_takes_the_cursor_has_a_name(shell: Shell, key: str):
    shell.open_page(key)
    shell.show_beside(Body("王秀兰"), "居民")
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    reached = [
        widget
        for kind in kinds
        for widget in shell.findChildren(kind)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [
        widget
        for widget in reached
        if not widget.accessibleName() and not isinstance(widget.parent(), QLineEdit)
    ]
    assert reached
    assert nameless == []


def test_nothing_is_cut_off_on_a_small_screen(shell: Shell):
    assert shell.minimumSizeHint().width() <= 1366
    labels = [label for label in shell.topbar.findChildren(QLabel) if label.isVisible()]
    assert all(label.width() >= label.minimumSizeHint().width() for label in labels)
