"""Records change on other desks while somebody types: every screen follows, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.census.test_field_work import doors_of, opened
from tests.ui.conftest import page_of
from tests.ui.today.test_today_page import rate_badly
from tests.ui.tour import close_for_good, open_shell
from ui.census.page import CensusPage
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.people.record_actions import EDIT
from workbench.intake.queries import MatterList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.desk_fixtures import SignIn
    from tests.ui.sync.standin import StandInSync
    from ui.background import Background
    from ui.shell.window import Shell
    from workbench.desk.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    id: str
    name: str


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk, sync: StandInSync, background: Background) -> Iterator[Shell]:
    made = open_shell(desk, background)
    stop = desk.subscribe(made.changes.told)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    stop()
    background.wait()
    close_for_good(made)


@pytest.fixture
def colleague(sign_in: SignIn, desk: Desk) -> Desk:
    """Somebody else on the same records, who writes as sync does: in another thread, at any moment."""
    return sign_in("chenyu")


def written_elsewhere(qtbot: QtBot, background: Background, write: object) -> None:
    """Let a colleague write, and let every notice arrive."""
    told: list[object] = []
    background.run(QApplication.instance(), write, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert not isinstance(told[0], Exception), told[0]
    for _round in range(3):
        background.wait()
        QApplication.processEvents()


def resident_of(desk: Desk) -> str:
    return desk.matters.rows(MatterList.OPEN)[0].applicant_id


def test_the_edit_of_a_resident_stays_as_typed_and_the_record_below_follows(
    qtbot: QtBot, shell: Shell, desk: Desk, colleague: Desk, background: Background
):
    from ui.people.entry_dialog import EntryDialog

    about = resident_of(desk)
    shell.open_record("person", about)
    page = shell.pages.page("people")
    qtbot.waitUntil(lambda: page.shown is not None)
    page.doing.begin(EDIT, page.shown.card)
    qtbot.waitUntil(
        lambda: page.findChild(EntryDialog) is not None and page.findChild(EntryDialog).isVisible()
    )
    dialog = page.findChild(EntryDialog)
    note = dialog.form.fields["note"]
    note.setPlainText("正在填写的备注")
    note.setFocus()
    written_elsewhere(qtbot, background, lambda: colleague.people.edit_resident(about, {"education": "20"}))
    assert note.toPlainText() == "正在填写的备注"
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: page.shown.card.education == desk.residents.card(about).education)
    dialog.submit()
    qtbot.waitUntil(lambda: desk.residents.card(about).note == "正在填写的备注")
    assert desk.residents.card(about).education == colleague.residents.card(about).education


def test_the_intake_form_stays_as_typed(
    qtbot: QtBot, shell: Shell, desk: Desk, colleague: Desk, background: Background
):
    about = resident_of(desk)
    shell.open_page("intake")
    page = shell.pages.page("intake")
    page.conversation.greet(about)
    qtbot.waitUntil(lambda: page.conversation.talk.applicant is not None)
    page.conversation.add_item("AG-003")
    qtbot.waitUntil(lambda: page.conversation.talk.matter is not None)
    form = page.stages.side.form
    form.note.setPlainText("居民说下周再来")
    form.note.setFocus()

    def write() -> None:
        colleague.people.edit_resident(about, {"education": "20"})
        colleague.intake.take_ticket()

    written_elsewhere(qtbot, background, write)
    assert form.note.toPlainText() == "居民说下周再来"
    assert page.conversation.talk.matter.item.code == "AG-003"


def test_the_line_in_focus_stays_though_others_come_before_it(qtbot: QtBot):
    table = RecordTable[Line]("办件", (TableColumn[Line]("名称", lambda line: line.name),))
    qtbot.addWidget(table)
    table.show_records([Line("a", "甲"), Line("b", "乙"), Line("c", "丙")])
    table.view.selectRow(1)
    table.show_records([Line("z", "新来的"), Line("a", "甲"), Line("b", "乙"), Line("c", "丙")])
    assert table.current() == Line("b", "乙")
    table.show_records([Line("z", "新来的"), Line("a", "甲"), Line("c", "丙"), Line("b", "乙办完了")])
    assert table.current() == Line("c", "丙")


def test_the_resident_walked_to_stays_chosen_in_the_list(
    qtbot: QtBot, shell: Shell, desk: Desk, colleague: Desk, background: Background
):
    shell.open_page("people")
    page = shell.pages.page("people")
    qtbot.waitUntil(lambda: page.lines.count() > 3)
    for _line in range(3):
        qtbot.keyClick(page.search, Qt.Key.Key_Down)
    chosen = page.lines.current()
    assert chosen
    about = resident_of(desk)
    written_elsewhere(qtbot, background, lambda: colleague.people.edit_resident(about, {"education": "20"}))
    assert page.lines.current() == chosen


def test_what_is_typed_about_a_bad_rating_stays(
    qtbot: QtBot, shell: Shell, desk: Desk, colleague: Desk, background: Background
):
    rated = rate_badly(desk)
    shell.open_record("matter", rated)
    page = shell.pages.page("matters")
    qtbot.waitUntil(lambda: page.matter.rating.words is not None)
    page.matter.rating.words.setPlainText("已电话回访")
    other = desk.matters.rows(MatterList.OPEN)[0].id
    written_elsewhere(qtbot, background, lambda: desk.intake.see([other]))
    page.refresh()
    for _round in range(3):
        background.wait()
        QApplication.processEvents()
    assert page.matter.rating.words.toPlainText() == "已电话回访"


def test_an_answer_being_typed_into_a_census_form_stays(
    qtbot: QtBot, enumerator_desk: Desk, background: Background
):
    page = page_of(CensusPage, qtbot, enumerator_desk, background, width=1290, height=700)
    doors = doors_of(qtbot, page)
    case, other = doors.table.records()[:2]
    doors.enter(case)
    pane = opened(qtbot, page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "3")
    census = enumerator_desk.census
    written_elsewhere(qtbot, background, lambda: census.note_refused(other.id, "没有时间"))
    page.refresh()
    written_elsewhere(qtbot, background, lambda: None)
    assert page.covered() is pane
    assert field.hasFocus()
    assert "3" in field.text()
