"""One question at a time: large, calm, and by the same keys."""

from PySide6.QtCore import Qt

from tests.ui.forms.made import YES_NO, form, question
from tests.ui.forms.typist import CTRL
from ui.forms.ways import Mode, Ways

ROWS = [
    question("begin group", "home", label="住户"),
    question("text", "who", label="姓名", required="yes"),
    question("select_one yn", "works", label="是否就业"),
    question("text", "where", label="单位", relevant="${works} = '1'"),
    {"type": "end group"},
]


def test_enter_digits_and_up_work_as_on_the_sheet(fill):
    typist = fill(form(ROWS, YES_NO), Ways(mode=Mode.SINGLE))
    screen = typist.view.screen
    assert (screen.words.text(), screen.where.text()) == ("姓名 *", "住户")

    typist.type("wang")
    typist.enter()
    typist.type("1")
    assert screen.words.text() == "单位"
    typist.press(Qt.Key.Key_Up)
    assert screen.words.text() == "是否就业"


def test_the_next_button_does_what_enter_does(fill, qtbot):
    typist = fill(form(ROWS, YES_NO), Ways(mode=Mode.SINGLE))
    typist.type("wang")
    qtbot.mouseClick(typist.view.screen.next, Qt.MouseButton.LeftButton)
    assert typist.at == "/data/home/works"
    assert typist.view.session.node("/data/home/who").value == "wang"


def test_the_message_stands_below_the_field(fill):
    typist = fill(form(ROWS, YES_NO), Ways(mode=Mode.SINGLE))
    typist.press(Qt.Key.Key_Return, CTRL)
    assert typist.view.screen.message.text()


def test_changing_the_mode_keeps_question_and_answer(fill):
    typist = fill(form(ROWS, YES_NO))
    typist.type("wa")
    typist.view.head.modes.choose(Mode.SINGLE.value)
    assert typist.at == "/data/home/who"
    assert typist.view.field.line.text() == "wa"
    assert typist.view.field.focus_widget().hasFocus()

    typist.view.head.modes.choose(Mode.SHEET.value)
    assert typist.view.field.line.text() == "wa"


def test_past_the_last_question_the_form_can_be_completed(fill):
    typist, submissions = fill(form(ROWS, YES_NO), Ways(mode=Mode.SINGLE)), []
    typist.view.finished.connect(submissions.append)
    typist.type("wang")
    typist.enter()
    typist.type("2")
    typist.enter()
    assert b"<who>wang</who>" in submissions[0]
