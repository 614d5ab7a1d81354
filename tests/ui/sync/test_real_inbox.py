"""The inbox on a real desk: what is chosen by keys is what the record says afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import page_of
from tests.ui.sync.test_inbox import key
from ui.manage.page import ManagePage
from workbench.intake.queries import MatterList
from workbench.sync.model import SyncDispute
from workbench.sync.protocol.wire import Reason

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.desk_fixtures import SignIn
    from ui.background import Background
    from ui.sync.section import SyncSection
    from workbench.desk.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def resident_id(desk: Desk) -> str:
    return desk.matters.rows(MatterList.OPEN)[0].applicant_id


@pytest.fixture
def section(qtbot: QtBot, desk: Desk, background: Background) -> SyncSection:
    page = page_of(ManagePage, qtbot, desk, background, width=1290, height=660)
    page.show_section("sync")
    return page.section("sync")


def dispute(desk: Desk, record_id: str, reason: Reason, **sides: dict[str, Any]) -> None:
    """Let the server have made a dispute about a resident."""
    now = desk.now()
    with desk.store.write(desk.session.actor) as work:
        work.add(
            SyncDispute(
                entity="resident",
                record_id=record_id,
                op_id="0190f000-0000-7000-8000-000000000001",
                change_kind="patch",
                reason=reason.value,
                base=sides.get("base", {}),
                mine=sides["mine"],
                theirs=sides.get("theirs", {}),
                author_id=desk.session.staff_id,
                author_device="dev-2/a",
                written_at=now - timedelta(hours=2),
                other_author_id=desk.session.staff_id,
                other_device="dev-3/a",
                other_written_at=now - timedelta(hours=1),
            )
        )


def test_fields_are_settled_by_keys_and_the_record_follows(
    qtbot: QtBot, desk: Desk, section: SyncSection, resident_id: str
):
    mine = {"phone": "13900000021", "note": "我写的备注", "education": "20"}
    theirs = {"phone": "13800009911", "note": "别人的备注", "education": "30"}
    dispute(desk, resident_id, Reason.FIELD_CHANGED, mine=mine, theirs=theirs, base=dict.fromkeys(mine))
    section.page.refresh()
    qtbot.waitUntil(lambda: section.inbox.pane is not None)
    pane = section.inbox.pane
    assert desk.residents.card(resident_id).name in pane.accessibleName()
    assert pane.work.rows["phone"].mine.value.text() == "139****0021"
    section.inbox.list.setFocus()
    key(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.isAncestorOf(QApplication.focusWidget()))
    for name in pane.work.rows:
        key(qtbot, Qt.Key.Key_2 if name == "education" else Qt.Key.Key_1)
    key(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.residents.card(resident_id).note == "我写的备注")
    qtbot.waitUntil(lambda: section.inbox.pane is None)
    assert desk.inbox.disputes() == ()
    assert desk.inbox.disputes(resolved=True)[0].choice == "third"
    assert desk.history("resident", resident_id)[0].author_id == desk.session.staff_id


def test_a_value_that_cannot_stand_is_refused_and_every_choice_stays(
    qtbot: QtBot, desk: Desk, section: SyncSection, resident_id: str
):
    dispute(desk, resident_id, Reason.FIELD_CHANGED, mine={"name": "甲"}, theirs={"name": "乙"})
    section.page.refresh()
    qtbot.waitUntil(lambda: section.inbox.pane is not None)
    row = section.inbox.pane.work.rows["name"]
    row.write_third()
    row.third.field.setText("很长" * 100)
    row.third.submit()
    section.inbox.pane.work.save()
    qtbot.waitUntil(lambda: "最多" in section.page.notice.text())
    assert row.third.field.text()
    assert len(desk.inbox.disputes()) == 1


def test_a_worker_sees_their_own_and_the_supervisor_takes_a_refused_one_over(
    qtbot: QtBot, desk: Desk, sign_in: SignIn, section: SyncSection, resident_id: str
):
    worker = sign_in("chenyu")
    dispute(worker, resident_id, Reason.NOT_PERMITTED, mine={"note": "他写的"})
    assert [line.mine for line in worker.inbox.disputes()] == [True]
    assert worker.sync.state().disputes == 1
    section.page.refresh()
    qtbot.waitUntil(lambda: section.inbox.pane is not None)
    section.inbox.pane.work.begin()
    key(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.residents.card(resident_id).note == "他写的")
    assert worker.sync.state().disputes == 0


def test_a_removed_record_is_brought_back_with_its_change(
    qtbot: QtBot, desk: Desk, section: SyncSection, resident_id: str
):
    dispute(desk, resident_id, Reason.EDITED_AFTER_DELETION, mine={"note": "还住在这里"})
    section.page.refresh()
    qtbot.waitUntil(lambda: section.inbox.pane is not None)
    section.inbox.pane.work.begin()
    key(qtbot, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: desk.residents.card(resident_id).note == "还住在这里")


def test_a_desk_without_a_server_says_so(qtbot: QtBot, section: SyncSection):
    qtbot.waitUntil(lambda: "单独" in section.state.head.text())
    assert section.state.connect_button.isVisible()
    assert not section.state.now.isVisible()
