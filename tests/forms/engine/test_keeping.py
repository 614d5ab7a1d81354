"""What is kept and sent: drafts, submissions, corrections, notes, and what was taken back."""

import json
from xml.etree import ElementTree as ET

import pytest

from tests.forms.engine.forms import SETTING, answer, filling, form_of, value, view
from workbench.forms.definition.reading import form_from_xml
from workbench.forms.engine.errors import UnreadableDraft
from workbench.forms.engine.session import FormSession

FORM = """
| survey |
| | type | name | label | relevant | calculation | constraint |
| | text | name | Name | | | |
| | integer | age | Age | | | . < 100 |
| | text | school | School | ${age} < 18 | | |
| | begin repeat | pet | Pet | | | |
| | text | kind | Kind | | | |
| | calculate | said | | | concat(${kind}, ' of ', ${name}) | |
| | end repeat | | | | | |
| | calculate | year | | | format-date(today(), '%Y') | |
| settings |
| | form_id | version | instance_name |
| | pets | 3 | concat('Pets of ', ${name}) |
"""
BY_HAND = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>t</h:title><model><instance>
<data xmlns="http://example.org/f" id="f" version="2" orx:note="n"><a>1</a><b kind="x"/></data></instance>
<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b/@kind" calculate="concat('is ', /data/a)"/></model>
</h:head><h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>"""


def filled():
    session = filling(FORM)
    for path, text in {
        "name": "Li",
        "age": "9",
        "school": "No. 1",
        "pet[1]/kind": "cat",
        "pet[2]/kind": "dog",
    }.items():
        answer(session, f"/data/{path}", text)
    return session


def test_a_submission_is_what_odk_writes():
    session = filled()
    answer(session, "/data/age", "30")
    assert session.submission().decode() == (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<data xmlns:orx="http://openrosa.org/xforms" id="pets" version="3"><name>Li</name><age>30</age>'
        "<pet><kind>cat</kind><said>cat of Li</said></pet><pet><kind>dog</kind><said>dog of Li</said></pet>"
        "<year>2026</year><meta><instanceID>uuid:11111111</instanceID>"
        "<instanceName>Pets of Li</instanceName></meta></data>"
    )


def test_a_form_with_its_own_namespace_and_no_place_for_an_id_gets_both():
    session = FormSession(form_from_xml(BY_HAND), SETTING)
    answer(session, "/data/a", "5")
    root = ET.fromstring(session.submission())
    assert root.tag == "{http://example.org/f}data"
    assert root.attrib == {"id": "f", "version": "2", "{http://openrosa.org/xforms}note": "n"}
    assert root.find("{*}b").attrib == {"kind": "is 5"}
    assert root.findtext("{http://openrosa.org/xforms}meta/{*}instanceID") == "uuid:11111111"
    assert session.submission() == session.submission()


def test_a_draft_goes_on_as_if_never_stopped():
    session = filled()
    answer(session, "/data/age", "abc")
    session.note(session.node("/data/pet[2]/kind"), "barks")
    session.cursor = "/data/age"
    resumed = FormSession(session.form, SETTING, json.loads(json.dumps(session.draft())))
    assert view(resumed) == view(session)
    assert resumed.draft() == session.draft()
    assert resumed.note_of(resumed.node("/data/pet[2]/kind")) == "barks"
    assert (resumed.cursor, resumed.node("/data/age").typed) == ("/data/age", "abc")
    assert resumed.submission() == session.submission()


def test_what_a_mistyped_count_took_away_outlives_a_draft():
    counted = form_of("""
| survey |
| | type | name | label | repeat_count |
| | integer | size | Size | |
| | begin repeat | member | Member | ${size} |
| | text | name | Name | |
| | begin repeat | pet | Pet | |
| | text | kind | Kind | |
| | end repeat | | | |
| | end repeat | | | |
""")
    session = FormSession(counted, SETTING)
    answer(session, "/data/size", "2")
    answer(session, "/data/member[2]/pet[2]/kind", "cat")
    answer(session, "/data/size", "0")
    resumed = FormSession(counted, SETTING, json.loads(json.dumps(session.draft())))
    assert resumed.draft() == session.draft()
    answer(resumed, "/data/size", "2")
    assert value(resumed, "/data/member[2]/pet[2]/kind") == "cat"


def test_a_draft_of_another_form_is_not_opened():
    with pytest.raises(UnreadableDraft, match="另一张"):
        filling("| survey |\n| | type | name | label |\n| | text | a | A |", draft=filled().draft())


@pytest.mark.parametrize(
    "damage",
    [{"values": 3}, {"seed": "x"}, {"repeats": {"/data/pet": "two"}}, {"repeats": {"/data/pet": 10**9}}],
)
def test_a_damaged_draft_is_not_opened(damage):
    with pytest.raises(UnreadableDraft, match="损坏"):
        FormSession(form_of(FORM), SETTING, filled().draft() | damage)


def test_a_corrected_submission_names_the_one_it_replaces():
    session = filled()
    answer(session, "/data/age", "30")
    edited = FormSession.edit(session.form, session.submission().replace(b"1" * 8, b"old"), SETTING)
    assert value(edited, "/data/pet[2]/kind") == "dog"
    answer(edited, "/data/name", "Wang")
    xml = edited.submission().decode()
    assert "<instanceID>uuid:11111111</instanceID><deprecatedID>uuid:old</deprecatedID>" in xml
    assert "<said>dog of Wang</said>" in xml
    assert "school" not in xml
    resumed = FormSession(session.form, SETTING, json.loads(json.dumps(edited.draft())))
    assert resumed.submission() == edited.submission()


@pytest.mark.parametrize(
    ("xml", "why"), [(b"<data id='x'/>", "另一张"), (b"<other id='pets'/>", "另一张"), (b"<data", "完整")]
)
def test_what_is_no_submission_of_the_form_is_not_opened(xml, why):
    with pytest.raises(UnreadableDraft, match=why):
        FormSession.edit(form_of(FORM), xml)


def test_undo_takes_back_one_deed_after_the_other_and_a_new_one_forgets_them():
    session = filled()
    states = [session.submission()]
    answer(session, "/data/age", "40")
    states.append(session.submission())
    answer(session, "/data/age", "x")
    assert session.undo()
    assert session.submission() == states[1]
    assert session.node("/data/age").typed is None
    assert session.undo()
    assert session.submission() == states[0]
    assert session.redo()
    assert session.submission() == states[1]
    answer(session, "/data/name", "Wang")
    assert session.redo() is None


def test_a_note_belongs_to_its_field_and_goes_when_emptied():
    session = filled()
    node = session.node("/data/name")
    session.note(node, "spelt as heard")
    assert session.draft()["notes"] == {"/data/name": "spelt as heard"}
    session.note(node, "")
    assert session.draft()["notes"] == {}
