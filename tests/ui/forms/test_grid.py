"""A repeat is a table on one screen: walked by keys, grown and shrunk, its problems seen by shape."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.conftest import shown
from tests.ui.forms.made import YES_NO, form, question
from tests.ui.forms.typist import CTRL
from ui.forms.grid.model import Turn
from ui.forms.view import FormView
from workbench.forms.engine.session import FormSession

PLUS, MINUS, F6, F7 = Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F6, Qt.Key.Key_F7
MEMBER = [
    question("text", "name", label="姓名"),
    question("select_one yn", "works", label="就业"),
    question("text", "job", label="职业", relevant="${works} = '1'"),
    question("integer", "age", label="年龄", constraint=". <= 120", constraint_message="年龄不对"),
    question("text", "phone", label="电话"),
    question("text", "note", label="说明"),
    question("text", "more", label="补充"),
]


def household(look=""):
    rows = [
        question("text", "address", label="地址"),
        question("begin repeat", "member", label="成员", appearance=look),
        *MEMBER,
        {"type": "end repeat"},
        question("text", "end", label="结束"),
    ]
    return form(rows, YES_NO)


@pytest.fixture
def home(fill):
    session = FormSession(household())
    session.add(session.node("/data/member"))
    typist = fill(session)
    typist.enter()
    assert typist.at == "/data/member[1]/name"
    return typist


def panel(typist):
    return typist.view.screen.panels[typist.view.session.node("/data/member")]


def node(typist, path):
    return typist.view.session.node(path)


def test_enter_goes_member_by_member_and_then_on(home):
    home.type("a")
    home.enter()
    home.type("2")
    assert home.at == "/data/member[1]/age", "what is not asked is passed over"

    home.enter(4)
    assert home.at == "/data/member[2]/name"
    home.walk_to("/data/end")


def test_few_members_stand_in_columns_as_on_paper_and_many_in_rows(home):
    assert panel(home).table.cells_model.turn is Turn.COLUMNS
    home.press(F6)
    assert panel(home).table.cells_model.turn is Turn.ROWS
    assert home.view.field.focus_widget().hasFocus()
    assert home.at == "/data/member[1]/name"


def test_the_appearance_says_how_the_table_stands(fill):
    typist = fill(household("rows"))
    assert panel(typist).table.cells_model.turn is Turn.ROWS


def test_arrows_move_to_the_neighbour_that_is_asked(home):
    home.press(Qt.Key.Key_Right)
    assert home.at == "/data/member[2]/name"
    home.press(Qt.Key.Key_Down)
    assert home.at == "/data/member[2]/works"
    home.press(Qt.Key.Key_Escape)
    home.press(Qt.Key.Key_Down)
    assert home.at == "/data/member[2]/age"
    home.press(Qt.Key.Key_Left)
    assert home.at == "/data/member[1]/age"


def test_up_from_the_first_line_leaves_the_table(home):
    home.press(Qt.Key.Key_Up)
    assert home.at == "/data/address"


def test_ctrl_plus_adds_a_member_and_ctrl_minus_takes_an_empty_one_away(home):
    home.press(PLUS, CTRL)
    assert home.at == "/data/member[3]/name"
    assert panel(home).table.cells_model.columnCount() == 3

    home.press(MINUS, CTRL)

    assert len(node(home, "/data/member").instances) == 2


def test_a_member_with_data_goes_only_after_asking_and_comes_back_by_undo(home, qtbot):
    home.type("li")
    home.press(MINUS, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert len(node(home, "/data/member").instances) == 2

    dialog.accept()
    assert len(node(home, "/data/member").instances) == 1

    qtbot.waitUntil(home.view.field.focus_widget().hasFocus)
    home.press(Qt.Key.Key_Z, CTRL)
    assert node(home, "/data/member[1]/name").value == "li"


def test_f7_repeats_the_previous_member(home):
    home.type("wang")
    home.walk_to("/data/member[2]/name")
    home.press(F7)
    assert node(home, "/data/member[2]/name").value == "wang"
    assert home.at == "/data/member[2]/works"


def test_a_digit_chooses_in_a_cell_and_opens_what_it_asks_for(home):
    home.enter()
    home.type("1")
    assert home.at == "/data/member[1]/job"


def test_a_short_list_opens_with_its_codes_and_letters_find_by_pinyin(home):
    home.enter()
    options = home.view.field.options
    assert options.isVisible()

    home.type("f")
    assert options.current() == "2"
    home.enter()

    assert node(home, "/data/member[1]/works").value == "2"


def test_a_problem_in_a_cell_is_told_and_counted(home, qtbot):
    home.walk_to("/data/member[1]/age")
    home.type("130")
    home.enter()
    model = panel(home).table.cells_model
    age = node(home, "/data/member[1]/age")
    assert model.asked(age).message == "年龄不对"
    assert "年龄不对" in model.data(model.index(*model.place(age)), Qt.ItemDataRole.AccessibleTextRole)
    assert home.view.progress().problems == 1


def test_an_empty_table_says_how_to_begin(fill):
    typist = fill(household())
    typist.view.session.remove(node(typist, "/data/member[1]"))
    assert panel(typist)._stack.currentIndex() == 1

    typist.press(PLUS, CTRL)

    assert typist.at == "/data/member[1]/name"


def test_five_hundred_members_are_one_table_with_one_live_field(fill):
    session = FormSession(household())
    while len(session.node("/data/member").instances) < 500:
        session.add(session.node("/data/member"))
    typist = fill(session)
    typist.enter()
    model = panel(typist).table.cells_model

    assert (model.rowCount(), model.turn) == (500, Turn.ROWS)
    last = node(typist, "/data/member[500]/more")
    typist.view.filling.go(last)
    assert panel(typist).table.visualRect(model.index(*model.place(last))).isValid()
    assert typist.view.field.focus_widget().hasFocus()


def test_language_and_sections_leave_the_table_usable(fill):
    both = {"label::中文(zh)": "姓名", "label::English(en)": "Name"}
    rows = [
        {"type": "begin repeat", "name": "room", "label::中文(zh)": "房间", "appearance": "sections"},
        {"type": "text", "name": "use", "label::中文(zh)": "用途"},
        {"type": "end repeat"},
        {"type": "begin repeat", "name": "member", "label::中文(zh)": "成员"},
        {"type": "text", "name": "name", **both},
        {"type": "text", "name": "job", "label::中文(zh)": "职业"},
        {"type": "end repeat"},
    ]
    typist = fill(form(rows))
    typist.enter()
    typist.type("wang")
    typist.view.use_language("English(en)")
    assert typist.view.field.line.accessibleName() == "Name"

    typist.press(Qt.Key.Key_Up)
    typist.press(PLUS, CTRL)
    assert typist.at == "/data/room[2]/use"
    QApplication.processEvents()
    typist.enter()

    assert typist.at == "/data/member[1]/name"
    typist.press(Qt.Key.Key_Right)
    typist.type("x")
    typist.enter()
    assert node(typist, "/data/member[1]/name").value == "wang"


def test_the_cursor_may_come_before_the_form_is_seen(qtbot, background):
    view = FormView(FormSession(household()), background)
    qtbot.addWidget(view)
    view.filling.go(view.session.node("/data/member[1]/name"))

    shown(qtbot, view)

    assert view.field.focus_widget().hasFocus()
    assert view.field.isVisible()
