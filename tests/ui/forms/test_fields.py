"""Every way a question is asked takes its answer from the keyboard and stores it as the form wants it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from tests.ui.forms.made import FRUIT, YES_NO, form, question
from tests.ui.forms.typist import CTRL
from ui.forms.ways import Ways
from workbench.forms.engine.session import FormSession

LEFT, RIGHT, SPACE, DOWN, BACKSPACE = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Backspace,
)
NATIONS = [
    ("nation", f"{at:02}", name) for at, name in enumerate(("汉族", "蒙古族", "回族", "藏族", "苗族"), 1)
]
ALL = [*YES_NO, *FRUIT, *NATIONS]


@pytest.fixture
def asked(fill):
    """Put one question before a typist; a second one follows it."""

    def one(kind, **more):
        ways = Ways(clock=lambda: datetime(2026, 11, 24, tzinfo=UTC), keep_file=more.pop("keep_file", None))
        return fill(form([question(kind, "it", **more), question("text", "end")], ALL), ways)

    return one


def value(typist):
    return typist.view.session.node("/data/it").value


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("text", "abc", "abc"),
        ("integer", "12", "12"),
        ("decimal", "1.5", "1.5"),
        ("decimal", "１２。５", "12.5"),
        ("date", "1955.3.12", "1955-03-12"),
        ("date", "19550312", "1955-03-12"),
        ("date", "3-12", "2026-03-12"),
        ("time", "930", "09:30:00.000+08:00"),
        ("dateTime", "2026-3-1 14:05", "2026-03-01T14:05:00.000+08:00"),
        ("geopoint", "30.25, 120.17", "30.25 120.17 0 0"),
        ("barcode", "6901234567892", "6901234567892"),
    ],
)
def test_what_is_typed_is_stored_as_the_form_wants_it(asked, kind, typed, stored):
    typist = asked(kind)
    typist.type(typed)
    typist.enter()
    assert value(typist) == stored
    assert typist.at == "/data/end"


@pytest.mark.parametrize(
    ("kind", "typed"), [("integer", "twelve"), ("date", "2026-02-30"), ("time", "25:00")]
)
def test_what_is_no_answer_stays_as_typed_and_is_told(asked, kind, typed):
    typist = asked(kind)
    typist.type(typed)
    typist.enter()
    typist.press(Qt.Key.Key_Up)
    assert value(typist) == ""
    assert typist.view.field.line.text() == typed
    assert typist.view.field.line.property("invalid") is True


def test_a_stored_time_is_shown_as_it_is_typed(asked):
    typist = asked("time")
    typist.type("0930")
    typist.enter()
    typist.press(Qt.Key.Key_Up)
    assert typist.view.field.line.text() == "09:30"


def test_several_lines_are_parted_by_alt_enter(asked):
    typist = asked("text", appearance="multiline")
    typist.type("a")
    typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    typist.type("b")
    typist.enter()
    assert value(typist) == "a\nb"


def test_a_range_is_typed_or_moved(asked):
    typist = asked("range", parameters="start=0 end=10 step=2")
    typist.type("4")
    typist.press(RIGHT)
    assert value(typist) == "6"
    typist.press(LEFT)
    typist.press(LEFT)
    assert value(typist) == "2"


def test_arrows_choose_among_few_options_and_backspace_clears(asked):
    typist = asked("select_one yn")
    typist.press(RIGHT)
    assert value(typist) == "1"
    typist.press(RIGHT)
    assert value(typist) == "2"
    typist.press(BACKSPACE)
    assert value(typist) == ""


def test_options_without_numbers_are_chosen_by_their_place(asked):
    typist = asked("select_one fruit")
    typist.type("2")
    assert (value(typist), typist.at) == ("b", "/data/end")


def test_digits_and_space_tick_several(asked):
    typist = asked("select_multiple fruit")
    typist.type("31")
    assert value(typist) == "a c"
    typist.press(SPACE)
    assert value(typist) == "c"
    typist.enter()
    assert typist.at == "/data/end"


@pytest.mark.parametrize("typed", ["03", "回", "hui"])
def test_a_long_list_is_found_by_code_word_or_pinyin(asked, typed):
    typist = asked("select_one nation", appearance="minimal")
    typist.type(typed)
    if typed != "03":
        typist.enter()
    assert (value(typist), typist.at) == ("03", "/data/end")


def test_initials_and_down_choose_the_second_hit(asked):
    typist = asked("select_one nation", appearance="minimal")
    typist.type("m")
    typist.press(DOWN)
    typist.enter()
    assert value(typist) == "05"


def test_what_is_in_no_list_is_told(asked):
    typist = asked("select_one nation", appearance="minimal")
    typist.type("xyz")
    typist.enter()
    assert value(typist) == ""
    assert typist.view.progress().problems == 1


def test_a_long_list_ticks_several_by_code_and_space(asked):
    typist = asked("select_multiple nation", appearance="minimal")
    typist.type("02")
    typist.type("h")
    typist.press(SPACE)
    typist.enter()
    assert value(typist) == "01 02"
    assert typist.at == "/data/end"


def test_digits_say_the_order_of_a_ranking(asked):
    typist = asked("rank fruit")
    typist.type("31")
    assert (value(typist), typist.at) == ("c a b", "/data/end")


def test_ctrl_and_arrows_carry_an_option_to_its_place(asked):
    typist = asked("rank fruit")
    typist.press(RIGHT, CTRL)
    assert value(typist) == "b a c"


def test_space_acknowledges(asked):
    typist = asked("acknowledge")
    typist.press(SPACE)
    assert value(typist) == "OK"
    typist.press(SPACE)
    assert value(typist) == ""


def test_a_file_is_handed_over_and_only_its_name_is_stored(asked, qtbot, tmp_path):
    taken = []
    typist = asked("image", keep_file=lambda path: taken.append(path) or "kept-1.jpg")
    typist.view.field.picked.emit(tmp_path / "door.jpg")
    qtbot.waitUntil(lambda: value(typist) == "kept-1.jpg")
    assert taken == [tmp_path / "door.jpg"]
    assert typist.view.field.name.accessibleName() == "kept-1.jpg"


def test_notes_and_calculated_answers_are_passed_over(fill):
    typist = fill(
        form(
            [
                question("text", "a"),
                question("note", "hint", label="请核对。"),
                question("text", "number", readonly="yes", default="A-1"),
                question("text", "b"),
            ]
        )
    )
    typist.enter()
    assert typist.at == "/data/b"


def test_every_field_is_named_after_its_question(fill):
    kinds = [
        "text",
        "date",
        "select_one yn",
        "select_multiple fruit",
        "rank fruit",
        "acknowledge",
        "image",
        "range",
    ]
    rows = [question(kind, f"q{at}", label=f"问题{at}", hint="提示") for at, kind in enumerate(kinds)]
    typist = fill(FormSession(form(rows, ALL)))
    for at in range(len(kinds)):
        typist.view.filling.go(typist.view.session.node(f"/data/q{at}"))
        assert typist.view.field.focus_widget().accessibleName() == f"问题{at}"
        assert "提示" in typist.view.field.focus_widget().accessibleDescription()
