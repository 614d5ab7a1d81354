"""The inbox, driven by keys: walked, chosen field by field, taken back, saved; and what else can be done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.sync.standin import conflict
from ui.journal.dialog import HistoryDialog
from workbench.security.unmasking import Purpose
from workbench.sync.choices import FieldChoice, Take

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from tests.ui.sync.standin import StandInSync
    from ui.manage.page import ManagePage
    from ui.sync.inbox import Inbox
    from ui.sync.section import SyncSection

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
KEYS = {"1": Key.Key_1, "2": Key.Key_2, "3": Key.Key_3}


@pytest.fixture
def inbox(section: SyncSection) -> Inbox:
    return section.inbox


def key(qtbot: QtBot, pressed: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the cursor is."""
    qtbot.keyClick(QApplication.focusWidget(), pressed, modifier)


def go_to(qtbot: QtBot, inbox: Inbox, dispute_id: str) -> None:
    """Walk down the list to a dispute and enter it."""
    inbox.list.setFocus()
    for _line in range(inbox.list.count()):
        if inbox.list.current() == dispute_id:
            break
        key(qtbot, Key.Key_Down)
    key(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: inbox.pane is not None and inbox.pane.dispute_id == dispute_id)
    qtbot.waitUntil(lambda: inbox.pane.isAncestorOf(QApplication.focusWidget() or inbox))


def test_one_after_the_other_by_keys_and_all_saved_at_once(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    go_to(qtbot, inbox, "d-1")
    key(qtbot, KEYS["1"])
    key(qtbot, KEYS["2"])
    key(qtbot, KEYS["1"])
    assert sync.done == []
    assert inbox.pane.work.save_button.hasFocus()
    key(qtbot, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(sync.done))
    mine, theirs = FieldChoice(Take.MINE), FieldChoice(Take.THEIRS)
    chosen = {"name": mine, "phone": theirs, "status": mine, "status_since": mine}
    assert sync.done == [("resolve", "d-1", chosen)]
    qtbot.waitUntil(lambda: inbox.list.count() == 3)
    assert inbox.list.hasFocus()


def test_ctrl_z_takes_the_last_choice_back_before_anything_is_saved(
    qtbot: QtBot, inbox: Inbox, sync: StandInSync
):
    go_to(qtbot, inbox, "d-1")
    key(qtbot, KEYS["1"])
    key(qtbot, KEYS["2"])
    key(qtbot, Key.Key_Z, CTRL)
    work = inbox.pane.work
    assert list(work.choices) == ["name"]
    assert not work.rows["phone"].theirs.isChecked()
    assert work.rows["name"].mine.isChecked()
    key(qtbot, Key.Key_Return, CTRL)
    assert sync.done == []
    assert work.rows["phone"].isAncestorOf(QApplication.focusWidget())


def test_a_third_value_is_written_and_digits_stay_digits_there(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    go_to(qtbot, inbox, "d-1")
    key(qtbot, Key.Key_Down)
    key(qtbot, KEYS["3"])
    qtbot.keyClicks(QApplication.focusWidget(), "13912312312")
    key(qtbot, Key.Key_Return)
    assert inbox.pane.work.choices["phone"] == FieldChoice(Take.THIRD, "13912312312")
    assert "13912312312" in inbox.pane.work.rows["phone"].state.text()


def test_few_words_are_offered_to_choose_from_and_days_are_read_as_typed(qtbot: QtBot, inbox: Inbox):
    go_to(qtbot, inbox, "d-1")
    rows = inbox.pane.work.rows
    rows["status"].write_third()
    combo = rows["status"].third.field
    for _word in range(combo.findData("deceased")):
        key(qtbot, Key.Key_Down)
    rows["status"].third.submit()
    rows["status_since"].write_third()
    qtbot.keyClicks(rows["status_since"].third.field, "11-3")
    rows["status_since"].third.submit()
    choices = inbox.pane.work.choices
    assert choices["status"] == FieldChoice(Take.THIRD, "deceased")
    assert choices["status_since"] == FieldChoice(Take.THIRD, "2026-11-03")


def test_numbers_stay_masked_until_a_purpose_is_given(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    from ui.sync.eye import SharedEye

    go_to(qtbot, inbox, "d-1")
    phone = inbox.pane.work.rows["phone"]
    assert phone.mine.value.text() == "139****0021"
    eye = phone.findChild(SharedEye)
    eye.purpose_menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: phone.mine.value.text() == "13900000021")
    assert sync.done == [("reveal", "d-1", "phone", Purpose.MATTER, "")]
    eye.hide_again()
    assert phone.mine.value.text() == "139****0021"
    assert "0021" in phone.mine.accessibleName()


def test_two_masks_alike_say_that_the_hidden_digits_differ(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    found = conflict()
    alike = tuple(replace(one, theirs=one.mine) if one.masked else one for one in found.fields)
    sync.open = [replace(found, fields=alike)]
    inbox.gone("d-1")
    qtbot.waitUntil(lambda: inbox.pane is not None and inbox.list.count() == 1)
    assert [name for name, row in inbox.pane.work.rows.items() if row.line.alike] == ["phone"]


def test_a_refused_change_is_applied_as_my_own(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    go_to(qtbot, inbox, "d-2")
    assert inbox.pane.shown.told.sentence in all_words(inbox)
    key(qtbot, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: sync.done == [("apply", "d-2")])


def test_a_refused_change_is_dropped_with_a_note(
    qtbot: QtBot, inbox: Inbox, sync: StandInSync, open_dialog: Callable[[], QDialog]
):
    go_to(qtbot, inbox, "d-2")
    key(qtbot, Key.Key_Delete)
    dialog = open_dialog()
    dialog._say()
    assert dialog.form.error("note")
    dialog.note.insert("本人已来过")
    qtbot.keyClick(dialog.note, Key.Key_Return)
    qtbot.waitUntil(lambda: sync.done == [("discard", "d-2", "本人已来过")])


def test_a_removal_of_what_was_changed_is_decided_as_a_whole(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    go_to(qtbot, inbox, "d-3")
    key(qtbot, KEYS["2"])
    qtbot.waitUntil(lambda: sync.done == [("settle", "d-3", Take.THEIRS)])


def test_many_removals_are_approved_only_after_a_question(
    qtbot: QtBot, inbox: Inbox, sync: StandInSync, open_dialog: Callable[[], QDialog]
):
    go_to(qtbot, inbox, "d-4")
    assert "居民40" in all_words(inbox)
    key(qtbot, Key.Key_Return, CTRL)
    dialog = open_dialog()
    assert sync.done == []
    dialog.accept()
    qtbot.waitUntil(lambda: sync.done == [("approve", "d-4")])


def test_what_may_not_be_settled_here_offers_nothing(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    sync.open = [replace(conflict(), may_resolve=False)]
    inbox.gone("d-1")
    qtbot.waitUntil(lambda: inbox.pane is not None and inbox.list.count() == 1)
    row = inbox.pane.work.rows["name"]
    assert not row.mine.isEnabled()
    assert not inbox.pane.work.save_button.isVisible()


def test_what_was_decided_stays_to_be_read(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    sync.discard("d-2", "已重复")
    inbox.filter.choose("done")
    qtbot.waitUntil(lambda: inbox.pane is not None and inbox.pane.dispute_id == "d-2")
    assert "已重复" in all_words(inbox)
    assert inbox.pane.work.buttons == []


def test_a_failure_keeps_every_choice(qtbot: QtBot, inbox: Inbox, page: ManagePage, sync: StandInSync):
    sync.refuse = "磁盘已满，没有保存；请清出空间后再试。"
    go_to(qtbot, inbox, "d-1")
    for pressed in "121":
        key(qtbot, KEYS[pressed])
    key(qtbot, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "磁盘已满" in page.notice.text())
    assert len(inbox.pane.work.choices) == 4
    assert inbox.pane.work.save_button.isEnabled()


def test_new_disputes_arrive_without_disturbing_the_one_being_settled(
    qtbot: QtBot, inbox: Inbox, page: ManagePage, sync: StandInSync
):
    go_to(qtbot, inbox, "d-1")
    key(qtbot, KEYS["1"])
    pane = inbox.pane
    sync.open.insert(0, replace(conflict(), line=replace(conflict().line, id="d-9", title="新来的")))
    page.refresh()
    qtbot.waitUntil(lambda: inbox.list.count() == 5)
    assert inbox.pane is pane
    assert inbox.list.current() == "d-1"
    assert list(inbox.pane.work.choices) == ["name"]


def test_what_is_being_typed_as_a_third_value_survives_a_refresh(
    qtbot: QtBot, inbox: Inbox, page: ManagePage, sync: StandInSync, background: object
):
    go_to(qtbot, inbox, "d-1")
    key(qtbot, KEYS["3"])
    QApplication.focusWidget().insert("王秀")
    changed = tuple(replace(one, current="改过") for one in conflict().fields)
    sync.open[0] = replace(conflict(), fields=changed)
    page.refresh()
    qtbot.wait(50)
    assert inbox.pane.work.rows["name"].third.field.text() == "王秀"
    assert inbox.pane.work.rows["name"].third.field.hasFocus()


def test_whoever_was_slower_is_told_that_it_is_settled(
    qtbot: QtBot, inbox: Inbox, page: ManagePage, sync: StandInSync
):
    go_to(qtbot, inbox, "d-1")
    key(qtbot, KEYS["1"])
    sync.settle("d-1", Take.MINE)
    page.refresh()
    qtbot.waitUntil(lambda: "王秀兰" in page.notice.text())
    assert inbox.pane is None or inbox.pane.dispute_id != "d-1"


def test_esc_comes_back_to_the_list_and_the_record_and_its_history_are_one_key_away(
    qtbot: QtBot, inbox: Inbox, page: ManagePage
):
    go_to(qtbot, inbox, "d-1")
    dialog = inbox.pane.open_history()
    assert isinstance(dialog, HistoryDialog)
    dialog.accept()
    qtbot.waitUntil(page.isActiveWindow)
    inbox.pane.begin()
    key(qtbot, Key.Key_Escape)
    assert inbox.list.hasFocus()


def test_an_empty_inbox_says_what_comes_here(qtbot: QtBot, inbox: Inbox, sync: StandInSync):
    sync.open = []
    inbox.refresh()
    qtbot.waitUntil(lambda: inbox.pane is None)
    assert "没有" in inbox.empty.accessibleName()
    assert not inbox.list.isVisible()


def all_words(inbox: Inbox) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in inbox.place.findChildren(QLabel))
