"""The heads-down sheet is gone through by keys alone, and shows skips and messages as they happen."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.forms.made import YES_NO, form, question
from tests.ui.forms.typist import CTRL, SHIFT
from ui.forms.ways import Ways
from workbench.forms.engine.session import FormSession

UNDO, REDO = Qt.Key.Key_Z, Qt.Key.Key_Y
VISIT = [
    question("text", "who", label="姓名", required="yes"),
    question("select_one yn", "works", label="是否就业", hint="以上周为准"),
    question("text", "where", label="工作单位", relevant="${works} = '1'"),
    question("integer", "age", label="年龄", constraint=". >= 0 and . <= 150", constraint_message="年龄不对"),
]


@pytest.fixture
def visit():
    return form(VISIT, YES_NO)


def height_of(typist, path):
    sheet = typist.view.screen
    return sheet.rowHeight(typist.view.filling.course.place[typist.view.session.node(path)])


def test_enter_goes_on_and_shift_enter_goes_back(fill, visit):
    typist = fill(visit)
    assert typist.at == "/data/who"

    typist.type("wang")
    typist.enter()
    assert typist.at == "/data/works"
    typist.press(Qt.Key.Key_Return, SHIFT)

    assert typist.at == "/data/who"
    assert typist.view.session.node("/data/who").value == "wang"


def test_up_and_down_walk_the_questions(fill, visit):
    typist = fill(visit)
    typist.press(Qt.Key.Key_Down)
    assert typist.at == "/data/works"
    typist.press(Qt.Key.Key_Up)
    assert typist.at == "/data/who"


def test_a_digit_chooses_at_once_and_opens_what_follows_from_it(fill, visit):
    typist = fill(visit)
    typist.enter()
    assert height_of(typist, "/data/where") == 0

    typist.type("1")

    assert typist.at == "/data/where"
    assert height_of(typist, "/data/where") > 0


def test_a_question_that_is_skipped_closes_up_and_keeps_its_answer(fill, visit):
    typist = fill(visit)
    typist.enter()
    typist.type("1")
    typist.type("shop")
    typist.press(Qt.Key.Key_Return, SHIFT)

    typist.type("2")

    assert typist.at == "/data/age"
    assert height_of(typist, "/data/where") == 0
    assert typist.view.session.node("/data/where").value == "shop"
    assert b"shop" not in typist.view.session.submission()


def test_the_message_comes_while_typing(fill, visit, qtbot):
    typist = fill(visit)
    typist.walk_to("/data/age")
    typist.type("999")
    age = typist.view.session.node("/data/age")
    qtbot.waitUntil(lambda: typist.view.screen.rows.asked(age).message == "年龄不对")
    assert typist.at == "/data/age"


def test_enter_on_the_last_question_goes_to_the_first_problem(fill, visit):
    typist = fill(visit)
    typist.walk_to("/data/age")
    typist.type("30")
    typist.enter()

    assert typist.at == "/data/who"
    assert typist.view.progress().problems == 1


def test_f4_goes_from_problem_to_problem(fill, visit):
    typist = fill(visit)
    typist.walk_to("/data/age")
    typist.type("151")
    typist.press(Qt.Key.Key_F4)
    first = typist.at
    typist.press(Qt.Key.Key_F4)
    assert {first, typist.at} == {"/data/who", "/data/age"}


def test_without_a_problem_enter_offers_the_end_and_enter_completes(fill, visit):
    typist, submissions = fill(visit), []
    typist.view.finished.connect(submissions.append)
    typist.type("wang")
    typist.walk_to("/data/age")
    typist.type("30")
    typist.enter()
    assert typist.view.foot.complete.hasFocus()

    typist.enter()

    assert b"<who>wang</who>" in submissions[0]


def test_ctrl_enter_completes_and_asks_for_the_next_record(fill, visit):
    typist, asked = fill(visit), []
    typist.view.finished.connect(lambda _xml: asked.append("finished"))
    typist.view.next_record.connect(lambda: asked.append("next"))
    typist.press(Qt.Key.Key_Return, CTRL)
    assert asked == [], "a required question is open"

    typist.type("wang")
    typist.press(Qt.Key.Key_Return, CTRL)

    assert asked == ["finished", "next"]


def test_ctrl_z_takes_back_one_field_at_a_time_and_ctrl_y_brings_it_again(fill, visit, qtbot):
    typist = fill(visit)
    typist.type("wa")
    qtbot.wait(300)
    typist.type("ng")
    typist.enter()
    typist.type("1")
    typist.press(UNDO, CTRL)
    assert (typist.at, typist.view.session.node("/data/works").value) == ("/data/works", "")

    typist.press(UNDO, CTRL)
    assert (typist.at, typist.view.session.node("/data/who").value) == ("/data/who", "")
    assert typist.view.field.line.text() == ""

    typist.press(REDO, CTRL)
    assert typist.view.session.node("/data/who").value == "wang"
    assert typist.view.field.line.text() == "wang"


def test_f2_writes_a_note_on_the_field(fill, visit):
    typist = fill(visit)
    typist.press(Qt.Key.Key_F2)
    typist.type("ask again")
    typist.enter()

    who = typist.view.session.node("/data/who")
    assert typist.view.session.note_of(who) == "ask again"
    assert typist.at == "/data/who"
    assert typist.view.field.focus_widget().hasFocus()


def test_f7_repeats_the_previous_record(fill, visit):
    before = fill(visit)
    before.type("zhao")
    typist = fill(visit, Ways(previous=before.view.values()))
    typist.press(Qt.Key.Key_F7)
    assert typist.view.session.node("/data/who").value == "zhao"
    assert typist.at == "/data/works"


def test_f7_without_a_previous_record_changes_nothing(fill, visit):
    typist = fill(visit)
    typist.press(Qt.Key.Key_F7)
    assert typist.at == "/data/who"


def test_esc_leaves_and_keeps_the_draft(fill, visit, qtbot):
    kept, left = [], []
    typist = fill(visit, Ways(keep=kept.append))
    typist.view.left.connect(lambda: left.append(True))
    typist.type("wa")
    typist.press(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: bool(kept))
    assert left
    assert kept[-1]["values"]["/data/who"] == "wa"


def test_a_resumed_draft_has_the_cursor_where_it_was(fill, visit):
    typist = fill(visit)
    typist.walk_to("/data/age")
    draft = typist.view.draft()

    again = fill(FormSession(visit, draft=draft))

    assert again.at == "/data/age"


def test_a_fixed_width_goes_on_by_itself_only_where_wished(fill):
    numbers = form(
        [
            question("text", "code", constraint="regex(., '^[0-9]{6}$')"),
            question("integer", "year", constraint=". >= 1900 and . <= 2026"),
            question("text", "end"),
        ]
    )
    typist = fill(numbers)
    typist.type("3301061990")
    assert typist.at == "/data/end"

    slow = fill(numbers, Ways(goes_on_when_full=False))
    slow.type("330106")
    assert slow.at == "/data/code"


def test_a_full_field_whose_answer_cannot_stand_keeps_the_cursor(fill):
    typist = fill(
        form([question("integer", "year", constraint=". >= 1900 and . <= 2026"), question("text", "end")])
    )
    typist.type("1066")
    assert typist.at == "/data/year"


def test_a_correction_waits_for_its_reason(fill, visit):
    session = FormSession(visit)
    session.answer(session.node("/data/who"), "wang")
    edited = FormSession.edit(visit, session.submission())
    typist, submissions = fill(edited, Ways(correcting=True)), []
    typist.view.finished.connect(submissions.append)
    assert typist.view.reason_strip.line.hasFocus()

    typist.view.verbs.complete()
    assert not submissions

    typist.type("misread")
    typist.enter()
    assert typist.view.field.focus_widget().hasFocus()
    typist.press(Qt.Key.Key_Return, CTRL)
    assert (len(submissions), typist.view.reason()) == (1, "misread")


def test_pauses_are_no_working_time(fill, visit):
    now = [datetime(2026, 11, 24, 1, 0, tzinfo=UTC)]
    typist = fill(visit, Ways(clock=lambda: now[0], pause_seconds=60))
    for seconds in (1, 1, 300, 2):
        now[0] += timedelta(seconds=seconds)
        typist.type("a")
    typist.press(Qt.Key.Key_Backspace)

    facts = typist.view.keying()
    assert (facts.keystrokes, facts.corrections, facts.active_seconds) == (5, 1, 4.0)


def test_the_language_changes_what_is_read_and_keeps_what_is_typed(fill):
    both = form([{"type": "text", "name": "who", "label::中文(zh)": "姓名", "label::English(en)": "Name"}])
    typist = fill(both)
    typist.type("wang")
    typist.view.use_language("English(en)")
    assert typist.view.field.accessibleName() == "Name"
    assert typist.view.field.line.text() == "wang"


def test_tab_goes_on_and_shift_tab_leaves_at_the_first_question(fill, visit):
    typist = fill(visit)
    typist.press(Qt.Key.Key_Tab)
    assert typist.at == "/data/works"
    typist.press(Qt.Key.Key_Backtab, SHIFT)
    assert typist.at == "/data/who"

    typist.press(Qt.Key.Key_Backtab, SHIFT)

    assert not typist.view.field.focus_widget().hasFocus()


def test_what_is_wrong_where_nobody_can_type_is_told(fill):
    rows = [
        question("integer", "all"),
        question("integer", "rest", readonly="yes", calculation="10 - ${all}", constraint=". >= 0"),
    ]
    typist, submissions = fill(form([*rows[:1], rows[1] | {"constraint_message": "余数不能为负"}])), []
    typist.view.finished.connect(submissions.append)
    typist.type("12")
    typist.press(Qt.Key.Key_Return, CTRL)
    assert (submissions, typist.view.notice.text().strip()) == ([], "余数不能为负")


def test_a_click_goes_to_a_question_and_chooses_an_option(fill, visit, qtbot):
    typist = fill(visit)
    sheet = typist.view.screen
    works = typist.view.session.node("/data/works")
    row = typist.view.filling.course.place[works]
    place = sheet.rows.plan(row).field
    middle = sheet.visualRect(sheet.rows.index(row, 0)).topLeft()
    qtbot.mouseClick(
        sheet.viewport(),
        Qt.MouseButton.LeftButton,
        pos=middle + place.topLeft().toPoint() + QPoint(12, 14),
    )
    qtbot.waitUntil(lambda: works.value == "1")
    assert typist.at == "/data/works"


def test_a_repeat_without_a_table_is_asked_as_sections(fill):
    rows = [
        question("begin repeat", "room", label="房间", appearance="sections"),
        question("text", "use", label="用途"),
        question("integer", "area", label="面积"),
        {"type": "end repeat"},
    ]
    typist = fill(form(rows))
    typist.press(Qt.Key.Key_Plus, CTRL)
    assert typist.at == "/data/room[2]/use"
    typist.press(Qt.Key.Key_Minus, CTRL)
    assert len(typist.view.session.node("/data/room").instances) == 1
    assert typist.view.field.focus_widget().hasFocus()
