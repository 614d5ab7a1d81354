"""What may be typed for each type of question, and how it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms.engine.forms import answer, filling, value
from workbench.forms.engine.answers import NotAnAnswer, of_type, taken
from workbench.forms.engine.moments import moment_text
from workbench.forms.form import Bind, Control, ControlKind, DataType

INT, DECIMAL, DATE = DataType.INTEGER, DataType.DECIMAL, DataType.DATE
TIME, MOMENT, POINT = DataType.TIME, DataType.DATE_TIME, DataType.GEOPOINT


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        (INT, "１２", "12"), (INT, "-007", "-7"), (INT, "3.0", "3"), (INT, "13800000000", "13800000000"),
        (DECIMAL, "2.50", "2.5"), (DECIMAL, ".5", "0.5"), (DECIMAL, "100", "100"), (DECIMAL, "1e3", "1000"),
        (DATE, "2026/1/3", "2026-01-03"), (DATE, "20260131", "2026-01-31"),
        (DATE, "２０２６年１月３１日", "2026-01-31"), (DATE, "2026-01-31T10:00:00Z", "2026-01-31"),
        (TIME, "9:30", "09:30:00.000+08:00"), (TIME, "09:30:05.5Z", "09:30:05.500Z"),
        (MOMENT, "2026-01-31 9:30", "2026-01-31T09:30:00.000+08:00"),
        (MOMENT, "2026-01-31T09:30:00.000+01:00", "2026-01-31T09:30:00.000+01:00"),
        (POINT, "30.25，120.17", "30.25 120.17"), (POINT, "30.25 120.17 5 3", "30.25 120.17 5 3"),
        (DataType.GEOTRACE, "30 120; 31 121", "30 120; 31 121"), (DataType.BOOLEAN, "是", "true"),
        (DataType.GEOSHAPE, "0 0; 0 1; 1 1; 0 0", "0 0; 0 1; 1 1; 0 0"), (DataType.STRING, " 甲 ", " 甲 "),
    ],
)  # fmt: skip
def test_what_is_typed_is_stored_in_one_spelling(kind, typed, stored):
    assert of_type(typed, kind) == stored


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (INT, "abc"), (INT, "1.5"), (INT, "一"), (INT, "--1"), (DECIMAL, "1.2.3"), (DECIMAL, "."),
        (DATE, "2026-02-30"), (DATE, "31-01-2026"), (DATE, "2026-01-31x"), (DATE, "2026"), (TIME, "25:00"),
        (TIME, "9"), (MOMENT, "9:30"), (MOMENT, "2026-01-31 25:00"), (POINT, "30"), (POINT, "91 0"),
        (POINT, "0 181"), (DataType.GEOTRACE, "30 120"), (DataType.GEOSHAPE, "0 0; 0 1; 1 1; 2 2"),
        (DataType.BOOLEAN, "maybe"),
    ],
)  # fmt: skip
def test_what_is_no_answer_of_the_type_is_refused_in_a_sentence(kind, typed):
    with pytest.raises(NotAnAnswer, match="请填"):
        of_type(typed, kind)


@given(st.sampled_from(list(DataType)), st.text())
def test_a_stored_answer_is_taken_again_unchanged(kind, typed):
    try:
        stored = taken(typed, Bind("/a", kind), None, tuple)
    except NotAnAnswer:
        return
    assert taken(stored, Bind("/a", kind), None, tuple) == stored


@given(st.datetimes(timezones=st.timezones()))
def test_every_moment_as_iso_is_a_moment(moment):
    assert moment_text(moment.isoformat()[:16]) is not None or moment.year < 1000


@pytest.mark.parametrize("typed", ["4", "11", "6", "5.5"])
def test_a_range_takes_its_steps_only(typed):
    control = Control(ControlKind.RANGE, "/a", attributes={"start": "5", "end": "10", "step": "2.5"})
    assert taken("7.5", Bind("/a", DECIMAL), control, tuple) == "7.5"
    with pytest.raises(NotAnAnswer, match="5 到 10"):
        taken(typed, Bind("/a", DECIMAL), control, tuple)


def test_selects_take_what_is_offered_only():
    session = filling("""
| survey |
| | type | name | label |
| | select_one c | one | One |
| | select_multiple c | many | Many |
| | rank c | order | Order |
| | acknowledge | seen | Seen |
| choices |
| | list_name | name | label |
| | c | a | A |
| | c | b | B |
| | c | c | C |
""")
    assert answer(session, "/data/one", "ｂ") is None
    assert answer(session, "/data/many", "c  a c") is None
    assert answer(session, "/data/order", "c a b") is None
    assert answer(session, "/data/seen", "true") is None
    assert [value(session, f"/data/{name}") for name in ("one", "many", "order", "seen")] == [
        "b",
        "a c",
        "c a b",
        "OK",
    ]
    assert answer(session, "/data/one", "a b") == "选项中没有“a b”，请从列出的选项中选择。"
    assert "没有“x”" in answer(session, "/data/many", "a x")
    assert answer(session, "/data/order", "a b") == "请把全部选项各排一次，不要遗漏或重复。"
    assert answer(session, "/data/seen", "no") is not None


def test_what_was_typed_in_vain_stays_in_the_field_and_is_not_stored():
    session = filling("| survey |\n| | type | name | label |\n| | integer | age | Age |")
    answer(session, "/data/age", "7")
    assert answer(session, "/data/age", "abc") == "请填整数，例如 12。"
    node = session.node("/data/age")
    assert (node.typed, node.value) == ("abc", "")
    assert [problem.node for problem in session.problems()] == [node]
    answer(session, "/data/age", "")
    assert node.typed is None
    assert session.problems() == ()


def test_characters_that_xml_cannot_hold_are_left_out():
    session = filling("| survey |\n| | type | name | label |\n| | text | a | A |")
    answer(session, "/data/a", "甲\x00\x0b乙\ud800")
    assert value(session, "/data/a") == "甲乙"
    session.submission()
