"""Paths with positions: what they name, and what they do not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms.engine.forms import SETTING, answer, form_of, value
from workbench.forms.engine.errors import NoSuchNode, NotAllowed
from workbench.forms.engine.node import NodeKind
from workbench.forms.engine.session import FormSession

FORM = form_of("""
| survey |
| | type | name | label | calculation |
| | begin group | home | Home | |
| | begin repeat | member | Member | |
| | text | name | Name | |
| | begin repeat | pet | Pet | |
| | text | kind | Kind | |
| | end repeat | | | |
| | end repeat | | | |
| | end group | | | |
| | text | pattern | Pattern | |
| | calculate | fits | | regex('abc', ${pattern}) |
""")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data", NodeKind.GROUP), ("/data/home/member", NodeKind.REPEAT),
        ("/data/home/member[1]", NodeKind.INSTANCE), ("/data/home/member/name", NodeKind.QUESTION),
        (" /data[1]/home[1]/member[position() = 1]/name ", NodeKind.QUESTION),
    ],
)  # fmt: skip
def test_a_path_names_a_node(path, kind):
    assert FormSession(FORM, SETTING).node(path).kind is kind


@pytest.mark.parametrize(
    "path",
    ["", "/", "data/home", "/other", "/data/no", "/data/home/member[2]", "/data/home/member[0]/name",
     "/data/pattern[2]", "/data//name", "/data/pattern/x", "/data/home/member[1000000]/name"],
)  # fmt: skip
def test_a_path_that_names_nothing_is_told(path):
    session = FormSession(FORM, SETTING)
    with pytest.raises(NoSuchNode, match="没有"):
        session.node(path)


def test_every_node_is_found_by_its_own_path():
    session = FormSession(FORM, SETTING)
    session.reach("/data/home/member[3]/pet[2]/kind")
    for place in session.node("/data/home/member").instances:
        for node in (place, *place.parts):
            assert session.node(node.path) is node
    assert len(session.node("/data/home/member").instances) == 3
    with pytest.raises(NoSuchNode):
        session.reach("/data/home/member[1000000]/name")


def test_a_path_without_positions_begins_the_first_instance():
    session = FormSession(FORM, SETTING)
    session.remove(session.node("/data/home/member[1]"))
    session.reach("/data/home/member")
    assert session.node("/data/home/member").instances == ()
    assert session.reach("/data/home/member/pet/kind").path == "/data/home/member[1]/pet[1]/kind"


@given(st.text(alphabet="/data[]1home.@: '*", max_size=20))
def test_no_path_does_harm(path):
    session = FormSession(FORM, SETTING)
    with suppress(NoSuchNode):
        session.reach(path)
    assert len(session.node("/data/home/member").instances) <= 1


def test_a_group_takes_no_answer():
    session = FormSession(FORM, SETTING)
    for path in ("/data", "/data/home", "/data/home/member", "/data/home/member[1]"):
        with pytest.raises(NotAllowed, match="一组题目"):
            session.answer(session.node(path), "x")
    for path in ("/data/home", "/data/pattern"):
        with pytest.raises(NotAllowed, match="重复组"):
            session.add(session.node(path))
        with pytest.raises(NotAllowed, match="重复组"):
            session.remove(session.node(path))


def test_an_expression_that_cannot_be_worked_out_is_told_and_stops_nothing():
    session = FormSession(FORM, SETTING)
    answer(session, "/data/pattern", "(")
    assert value(session, "/data/fits") == ""
    assert len(session.faults) == 1
    answer(session, "/data/pattern", "b")
    assert value(session, "/data/fits") == "true"
