"""Repeats: added, removed, counted, nested, numbered; and taken back."""

import pytest

from tests.forms.engine.forms import answer, filling, value
from workbench.forms.engine.errors import NoSuchNode, NotAllowed

FREE = """
| survey |
| | type | name | label | calculation | default |
| | begin repeat | member | Member | | |
| | text | name | Name | | Li |
| | calculate | number | | position(..) | |
| | begin repeat | job | Job | | |
| | integer | pay | Pay | | 1 |
| | calculate | total | | sum(../../job/pay) | |
| | end repeat | | | | |
| | calculate | pays | | sum(${pay}) | |
| | end repeat | | | | |
| | calculate | sum | | sum(${pay}) | |
| | calculate | second | | indexed-repeat(${name}, ${member}, 2) | |
| | calculate | names | | join('/', ${name}) | |
"""
COUNTED = """
| survey |
| | type | name | label | repeat_count | calculation |
| | integer | size | Size | | |
| | begin repeat | member | Member | ${size} | |
| | text | name | Name | | |
| | end repeat | | | | |
| | calculate | names | | | concat(count(${member}), join('/', ${name})) |
"""


def names(session):
    return [
        instance.members["/data/member/name"].value for instance in session.node("/data/member").instances
    ]


def test_a_new_instance_has_the_defaults_and_its_inner_repeats_begin_empty():
    session = filling(FREE)
    instance = session.add(session.node("/data/member"))
    assert instance.path == "/data/member[2]"
    assert value(session, "/data/member[2]/name") == "Li"
    assert session.node("/data/member[2]/job").instances == ()
    session.reach("/data/member[2]/job[1]")
    assert value(session, "/data/member[2]/job[1]/pay") == "1"
    assert value(session, "/data/sum") == "2"
    assert value(session, "/data/second") == "Li"


def test_what_is_outside_and_inside_follows_instances_coming_and_going():
    session = filling(FREE)
    for position, name in enumerate("甲乙丙", 1):
        answer(session, f"/data/member[{position}]/name", name)
        answer(session, f"/data/member[{position}]/job[2]/pay", str(position * 10))
    assert value(session, "/data/sum") == "63"
    assert value(session, "/data/member[3]/pays") == "31"
    assert value(session, "/data/member[3]/job[1]/total") == "31"
    session.remove(session.node("/data/member[2]"))
    assert value(session, "/data/names") == "甲/丙"
    assert value(session, "/data/second") == "丙"
    assert value(session, "/data/member[2]/number") == "2"
    assert value(session, "/data/sum") == "42"


def test_a_removed_instance_comes_back_where_it_was_with_its_answers():
    session = filling(FREE)
    for position, name in enumerate("甲乙丙", 1):
        answer(session, f"/data/member[{position}]/name", name)
    before = session.submission()
    session.remove(session.node("/data/member[1]"))
    assert names(session) == ["乙", "丙"]
    session.undo()
    assert names(session) == ["甲", "乙", "丙"]
    assert session.submission() == before
    session.redo()
    assert names(session) == ["乙", "丙"]


def test_the_last_instance_can_go_and_the_first_come_back_to_its_place():
    session = filling(FREE)
    session.remove(session.node("/data/member[1]"))
    assert b"<member>" not in session.submission()
    session.add(session.node("/data/member"))
    xml = session.submission()
    assert xml.index(b"<member>") < xml.index(b"<sum>")


def test_a_fixed_count_grows_and_shrinks_and_keeps_what_was_typed():
    session = filling(COUNTED)
    assert names(session) == []
    answer(session, "/data/size", "3")
    answer(session, "/data/member[3]/name", "丙")
    assert value(session, "/data/names") == "3//丙"
    answer(session, "/data/size", "1")
    assert names(session) == [""]
    assert value(session, "/data/names") == "1"
    answer(session, "/data/size", "3")
    assert names(session) == ["", "", "丙"]


def test_a_fixed_count_lets_nobody_add_or_remove():
    session = filling(COUNTED)
    answer(session, "/data/size", "1")
    place = session.node("/data/member")
    assert (place.addable, place.instances[0].removable) == (False, False)
    with pytest.raises(NotAllowed, match="份数"):
        session.add(place)
    with pytest.raises(NotAllowed, match="份数"):
        session.remove(place.instances[0])
    with pytest.raises(NoSuchNode):
        session.reach("/data/member[2]/name")


def test_what_is_gone_takes_no_answer():
    session = filling(FREE)
    gone = session.node("/data/member[1]")
    name = session.node("/data/member[1]/name")
    session.remove(gone)
    assert not name.attached
    for deed in (lambda: session.answer(name, "x"), lambda: session.remove(gone)):
        with pytest.raises(NotAllowed, match="已被删除"):
            deed()


def test_instances_of_a_choice_from_the_answers_follow_the_answers():
    session = filling("""
| survey |
| | type | name | label | choice_filter |
| | begin repeat | member | Member | |
| | text | name | Name | |
| | end repeat | | | |
| | select_one ${name} | head | Head | ${name} != '' |
""")
    answer(session, "/data/member[1]/name", "甲")
    answer(session, "/data/member[2]/name", "乙")
    head = session.node("/data/head")
    assert [choice.value for choice in head.choices] == ["甲", "乙"]
    answer(session, "/data/head", "乙")
    answer(session, "/data/member[2]/name", "丙")
    assert [choice.label for choice in head.choices] == ["甲", "丙"]
    assert head.value == ""
    session.undo()
    assert head.value == "乙"


def test_a_repeat_that_is_not_asked_is_left_out_with_all_instances():
    session = filling("""
| survey |
| | type | name | label | relevant |
| | text | gate | Gate | |
| | begin repeat | r | R ${gate} | ${gate} = 'in' |
| | text | x | X | |
| | end repeat | | | |
""")
    place = session.node("/data/r")
    assert not place.relevant
    assert not place.addable
    answer(session, "/data/gate", "in")
    assert place.addable
    assert place.label == "R in"
    answer(session, "/data/r[2]/x", "kept")
    answer(session, "/data/gate", "")
    assert b"<r>" not in session.submission()
    answer(session, "/data/gate", "in")
    assert b"<x>kept</x>" in session.submission()


def test_a_repeat_without_instances_still_knows_whether_it_is_asked():
    session = filling("""
| survey |
| | type | name | label | relevant |
| | text | gate | Gate | |
| | begin repeat | r | R | ${gate} = 'in' |
| | text | x | X | |
| | end repeat | | | |
""")
    answer(session, "/data/gate", "in")
    session.remove(session.node("/data/r[1]"))
    answer(session, "/data/gate", "")
    assert not session.node("/data/r").relevant
    answer(session, "/data/gate", "in")
    assert session.node("/data/r").addable
