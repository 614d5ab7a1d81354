"""A table of records: sorted by meaning, worked by keys, honest when empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui.kit.empty import EmptyState
from ui.kit.painting import LampLevel
from ui.kit.table import RecordTable
from ui.kit.table_model import FOLDED_ROLE, LAMP_ROLE, TONE_ROLE, TableColumn
from ui.kit.table_room import NARROWEST
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True, slots=True)
class Matter:
    """A made-up matter."""

    name: str
    due: date | None


MATTERS = (Matter("乙", date(2026, 3, 9)), Matter("甲", None), Matter("丙", date(2025, 12, 31)))
COLUMNS = (
    TableColumn[Matter]("事项", lambda matter: matter.name, tooltip=lambda matter: f"事项 {matter.name}"),
    TableColumn[Matter](
        "期限",
        lambda matter: f"{matter.due:%d.%m.}" if matter.due else "",
        96,
        sort_key=lambda matter: matter.due,
        lamp=lambda matter: LampLevel.RED,
        tone=lambda matter: Tone.DANGER if matter.due else None,
        numeric=True,
    ),
)


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable[Matter]:
    made = RecordTable("事项", COLUMNS, EmptyState("inbox", "还没有事项", "从受理开始。"))
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.show_records(MATTERS)
    return made


def names(table: RecordTable[Matter]) -> str:
    return "".join(matter.name for matter in table.records())


def test_records_stay_in_the_order_they_came_in(table: RecordTable[Matter]):
    assert names(table) == "乙甲丙"


def test_a_column_sorts_by_meaning_and_what_is_unknown_comes_last(table: RecordTable[Matter]):
    table.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(table) == "丙乙甲"
    table.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(table) == "乙丙甲"


def test_new_records_keep_the_order_the_person_chose(table: RecordTable[Matter]):
    table.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    table.show_records(MATTERS[:2])
    assert names(table) == "乙甲"


def test_arrows_move_and_enter_activates_the_record(qtbot: QtBot, table: RecordTable[Matter]):
    table.setFocus()
    with qtbot.waitSignal(table.selected) as moved:
        qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert moved.args[0] == MATTERS[1]
    with qtbot.waitSignal(table.activated) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args[0] == table.current() == MATTERS[1]


def test_without_records_it_says_what_to_do(table: RecordTable[Matter]):
    table.show_records(())
    assert table.empty.isVisible()
    assert not table.view.isVisible()
    assert table.current() is None
    assert "从受理开始" in table.empty.accessibleName()


def test_marks_come_with_the_words(table: RecordTable[Matter]):
    due = table.model.index(0, 1)
    assert due.data() == "09.03."
    assert due.data(LAMP_ROLE) == LampLevel.RED
    assert due.data(TONE_ROLE) == Tone.DANGER
    assert due.data(Qt.ItemDataRole.AccessibleTextRole) == "09.03."
    assert table.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "事项 乙"


def test_wide_columns_share_the_room_down_to_a_least_width(table: RecordTable[Matter]):
    wide = table.view.columnWidth(0)
    table.view.resize(180, 300)
    assert wide > table.view.columnWidth(0) == NARROWEST


def folding(qtbot: QtBot) -> RecordTable[Matter]:
    columns = (
        TableColumn[Matter]("期限", lambda one: f"{one.due:%m-%d}", 90, lamp=lambda _: LampLevel.RED, rank=1),
        TableColumn[Matter]("事项", lambda one: one.name),
        TableColumn[Matter]("编号", lambda one: "编号 1", 120, rank=3),
        TableColumn[Matter]("经办", lambda one: "陈雨", 120, rank=2),
    )
    made = RecordTable[Matter]("办件", columns)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_records([Matter("事项 甲", date(2026, 9, 3))])
    made.show()
    return made


def hidden(table: RecordTable[Matter]) -> list[int]:
    return [at for at in range(4) if table.view.isColumnHidden(at)]


def test_columns_fold_below_the_leading_one_the_least_important_first(qtbot: QtBot):
    table = folding(qtbot)
    assert hidden(table) == []
    table.resize(430, 300)
    assert hidden(table) == [2]
    table.resize(220, 300)
    assert hidden(table) == [0, 2, 3]
    lead = table.model.index(0, 1)
    assert lead.data(FOLDED_ROLE) == "09-03 · 编号 1 · 陈雨"
    assert lead.data(LAMP_ROLE) == LampLevel.RED
    assert "陈雨" in lead.data(Qt.ItemDataRole.AccessibleTextRole)
    assert table.view.currentIndex().column() == 1
    assert not table.grab().isNull()
    table.resize(600, 300)
    assert hidden(table) == []


def test_a_column_left_out_neither_shows_nor_folds(qtbot: QtBot):
    table = folding(qtbot)
    table.leave_out(3, True)
    assert hidden(table) == [3]
    table.resize(220, 300)
    assert "陈雨" not in table.model.index(0, 1).data(FOLDED_ROLE)
    table.leave_out(3, False)
    table.resize(600, 300)
    assert hidden(table) == []


def test_it_paints_marks_lamps_and_shortened_words(qtbot: QtBot, table: RecordTable[Matter]):
    table.show_records([Matter("很长的名称" * 40, date(2026, 1, 1))])
    assert not table.grab().isNull()
