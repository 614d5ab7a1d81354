"""What is not asked now: kept in the session, empty for expressions, left out of the submission."""

from tests.forms.engine.forms import answer, filling, value
from workbench.forms.engine.node import ProblemKind
from workbench.forms.engine.tree import stored

FORM = """
| survey |
| | type | name | label | relevant | calculation | required | readonly |
| | text | gate | Gate | | | | |
| | begin group | inner | Inner | ${gate} = 'in' | | | |
| | text | said | Said | | | yes | |
| | begin group | deep | Deep | ${said} != '' | | | |
| | text | word | Word | | | | |
| | calculate | loud | | | concat(${word}, '!') | | |
| | end group | | | | | | |
| | end group | | | | | | |
| | calculate | echo | | | concat('<', ${word}, ${loud}, '>') | | |
| | text | fixed | Fixed | | | | yes |
"""


def open_all(session):
    answer(session, "/data/gate", "in")
    answer(session, "/data/inner/said", "s")
    answer(session, "/data/inner/deep/word", "w")


def test_an_answer_that_is_not_asked_is_kept_and_comes_back():
    session = filling(FORM)
    open_all(session)
    assert value(session, "/data/echo") == "<ww!>"
    answer(session, "/data/gate", "")
    word = session.node("/data/inner/deep/word")
    assert (word.relevant, word.value, stored(word)) == (False, "w", "")
    assert value(session, "/data/echo") == "<>"
    assert b"inner" not in session.submission()
    answer(session, "/data/gate", "in")
    assert (word.relevant, stored(word)) == (True, "w")
    assert value(session, "/data/echo") == "<ww!>"


def test_relevance_goes_down_through_groups():
    session = filling(FORM)
    open_all(session)
    answer(session, "/data/inner/said", "")
    assert session.node("/data/inner").relevant
    assert not session.node("/data/inner/deep/word").relevant
    assert [(p.node.path, p.kind) for p in session.problems()] == [("/data/inner/said", ProblemKind.REQUIRED)]


def test_an_answer_to_what_is_not_asked_is_kept_for_later_and_said():
    session = filling(FORM)
    answered = session.answer(session.node("/data/inner/said"), "early")
    assert answered.problem.kind is ProblemKind.REFUSED
    assert b"early" not in session.submission()
    answer(session, "/data/gate", "in")
    assert b"<said>early</said>" in session.submission()


def test_a_read_only_question_and_a_calculated_one_refuse_answers():
    session = filling(FORM)
    for path in ("/data/fixed", "/data/echo"):
        answered = session.answer(session.node(path), "mine")
        assert answered.problem.kind is ProblemKind.REFUSED
        assert answered.changed == frozenset()
    assert value(session, "/data/fixed") == ""


def test_one_answer_tells_of_what_follows_from_it_and_of_nothing_else():
    session = filling(FORM)
    open_all(session)
    heard = []
    stop = session.subscribe(heard.append)
    changed = session.answer(session.node("/data/inner/deep/word"), "v").changed
    assert {node.path for node in changed} == {"/data/inner/deep/word", "/data/inner/deep/loud", "/data/echo"}
    stop()
    answer(session, "/data/inner/deep/word", "u")
    assert heard == [changed]
