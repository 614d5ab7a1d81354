"""A roster on its way in: read, columns confirmed, rows looked at, stored whole; by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from ui.roster.page import CHOOSE, COLUMNS, DONE, ROWS
from workbench.people.roster.fields import Field
from workbench.people.roster.matching import Verdict

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NEW = ("方小舟", "330100199003071019", "19911112222", "")
WRONG_DIGIT = ("计算错", "330100199003071018", "19911113333", "")
NOBODY = ("@SUM(A1)", "", "19911110000", "")


@pytest.fixture
def known(desk):
    """A resident of the register in full, as a roster would have them."""
    from sqlalchemy import select

    from workbench.people.model import Resident

    with desk.store.read() as session:
        return session.scalars(select(Resident).where(Resident.phone.is_not(None)).limit(1)).one()


@pytest.fixture
def at_columns(qtbot, page, roster, known):
    changed = (known.name, known.id_number, "19900009999", "")
    page.read(roster(NEW, WRONG_DIGIT, NOBODY, changed))
    qtbot.waitUntil(lambda: page.step == COLUMNS)
    return page


@pytest.fixture
def at_rows(qtbot, at_columns, press):
    press(at_columns.mapping.next, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: at_columns.step == ROWS)
    return at_columns


def test_a_dropped_file_is_read(qtbot, page, roster):
    path = roster(NEW)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.choose.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, none))
    qtbot.waitUntil(lambda: page.step == COLUMNS)


def test_every_column_is_proposed_with_its_first_cells(at_columns):
    lines = at_columns.mapping.lines
    assert [line.use.field for line in lines] == [Field.NAME, Field.ID_NUMBER, Field.PHONE, Field.NOTE]
    assert lines[0].meaning.currentText() == "姓名"
    assert [cell.accessibleName() for cell in lines[0].cells][:2] == ["方小舟", "计算错"]
    assert at_columns.mapping.start.value() == 3


def test_a_column_can_be_given_another_meaning(at_columns, qtbot, press):
    phone = at_columns.mapping.lines[2].meaning
    press(phone, Qt.Key.Key_Up)
    phone.setCurrentIndex(phone.findData(None))
    phone.activated.emit(phone.currentIndex())
    at_columns.mapping.confirm()
    qtbot.waitUntil(lambda: at_columns.step == ROWS)
    assert all(row.outcome.person.phone is None for row in at_columns.plan.rows if row.outcome.person)


def test_two_columns_with_one_meaning_are_not_let_through(at_columns):
    note = at_columns.mapping.lines[3].meaning
    note.setCurrentIndex(note.findData(Field.PHONE))
    note.activated.emit(note.currentIndex())
    assert "两列" in at_columns.mapping.error.text()
    assert not at_columns.mapping.next.isEnabled()


def test_data_can_begin_further_down(qtbot, at_columns):
    at_columns.mapping.start.setValue(4)
    at_columns.mapping.confirm()
    qtbot.waitUntil(lambda: at_columns.step == ROWS)
    assert "方小舟" not in [row.outcome.person.name for row in at_columns.plan.rows if row.outcome.person]


def test_a_sheet_can_be_left_out(qtbot, page, roster):
    page.read(roster(NEW, 另表=[("另一人", "330100199003071035", "", "")]))
    qtbot.waitUntil(lambda: page.step == COLUMNS)
    page.mapping.table.setCurrentIndex(1)
    page.mapping.table.activated.emit(1)
    qtbot.keyClick(page.mapping.take, Qt.Key.Key_Space)
    page.mapping.confirm()
    qtbot.waitUntil(lambda: page.step == ROWS)
    assert page.plan.counts[Verdict.NEW] == 1


def test_the_rows_are_counted_by_outcome_and_filtered(qtbot, at_rows):
    counts = at_rows.plan.counts
    assert [counts[verdict] for verdict in Verdict][:5] == [1, 1, 0, 1, 1]
    for verdict in (Verdict.NEW, Verdict.UPDATED, Verdict.REFUSED):
        qtbot.mouseClick(at_rows.rows.filter._keys[verdict.value], Qt.MouseButton.LeftButton)
        assert {row.verdict for row in at_rows.rows.table.records()} == {verdict}


def test_an_update_shows_before_and_after_with_the_register_masked(at_rows, known):
    at_rows.rows.filter.choose(Verdict.UPDATED.value)
    why = at_rows.rows.table.model.columns[-1].text(at_rows.rows.table.current())
    assert "电话：" in why
    assert "→ 199****9999" in why
    assert known.phone not in why


def test_space_takes_a_doubtful_row_in_and_back(qtbot, at_rows, press):
    assert at_rows.rows.filter.current() == Verdict.DOUBTFUL
    view = at_rows.rows.table.view
    press(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: at_rows.plan.counts[Verdict.NEW] == 2)
    assert at_rows.rows.table.current().key in at_rows.rows.accepted
    press(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: at_rows.plan.counts[Verdict.NEW] == 1)
    assert not at_rows.rows.accepted


def test_a_doubt_nobody_can_settle_here_is_let_go_again(qtbot, page, roster, known):
    page.read(roster(("另一个名字", known.id_number, "", "")))
    qtbot.waitUntil(lambda: page.step == COLUMNS)
    page.mapping.confirm()
    qtbot.waitUntil(lambda: page.step == ROWS)
    page.rows.toggle()
    qtbot.waitUntil(lambda: "不能直接收下" in page.notice.text())
    assert not page.rows.accepted


def test_the_import_stores_the_plan_and_says_what_was_left(qtbot, at_rows, desk, press, known):
    press(at_rows.rows.table.view, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: at_rows.step == DONE)
    assert [hit.name for hit in desk.residents.search("方小舟")] == ["方小舟"]
    assert desk.residents.secret(known.id, "phone") == "19900009999"
    assert desk.residents.search("计算错") == []
    told = [tile.accessibleName() for tile in at_rows.result.tiles.values()]
    assert told == ["新增 1", "更新 1", "无变化 0", "待核对 1", "不导入 1"]
    assert "2 行没有导入" in at_rows.result.open_matters.accessibleName()


def test_somebody_added_meanwhile_asks_for_a_new_comparison(qtbot, at_rows, desk):
    from workbench.people.rules import ResidentEntry

    desk.people.add_resident(ResidentEntry(name="刚登记"))
    at_rows.rows.confirm()
    qtbot.waitUntil(lambda: "没有导入" in at_rows.notice.text())
    assert at_rows.step == ROWS
    assert desk.residents.search("方小舟") == []


def test_the_report_is_saved_and_its_leaving_journalled(qtbot, at_rows, desk, window, tmp_path):
    from openpyxl import load_workbook

    target = tmp_path / "结果.xlsx"
    at_rows.save_report(target)
    qtbot.waitUntil(lambda: bool(window.said))
    assert "居民" in load_workbook(target).sheetnames
    assert desk.access_log.rows()[0].purpose == "花名册导入报告"


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"", b"%PDF-1.7 nonsense"])
def test_a_hostile_or_wrong_file_is_refused_calmly(qtbot, page, tmp_path, content):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)
    page.read(path)
    qtbot.waitUntil(lambda: "坏.xlsx" in page.notice.text())
    assert page.step == CHOOSE


def test_a_file_without_residents_asks_whether_it_is_the_right_one(qtbot, page, tmp_path):
    path = tmp_path / "菜单.csv"
    path.write_text("菜名,价格\n豆腐,3\n青菜,2\n", "utf-8")
    page.read(path)
    qtbot.waitUntil(lambda: "居民名单" in page.notice.text())
    assert page.step == CHOOSE


def test_escape_stops_the_reading(qtbot, page, roster):
    path = roster(*[NEW] * 4000)
    page.read(path)
    assert page.stack.currentWidget() is page.busy
    qtbot.keyClick(page.busy.stop, Qt.Key.Key_Escape)
    page.busy.cancel()
    qtbot.waitUntil(lambda: page.step == CHOOSE)
    assert "已取消" in page.notice.text()


def test_alt_left_goes_back_a_step(at_rows, press):
    press(at_rows.rows.table.view, Qt.Key.Key_Left, ALT)
    assert at_rows.step == COLUMNS


def test_a_file_that_is_gone_is_told(qtbot, page):
    page.read(Path("/nowhere/名单.xlsx"))
    qtbot.waitUntil(lambda: "找不到" in page.notice.text())
