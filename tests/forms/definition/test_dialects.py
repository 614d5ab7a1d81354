"""Forms as other makers write them are read as they mean them."""

from __future__ import annotations

import pytest

from tests.forms.definition.documents import document
from workbench.forms.definition import FormFault, form_from_xml
from workbench.forms.form import ControlKind, Event, Expression, Text

COMMCARE = """<?xml version="1.0" encoding="UTF-8"?>
<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/jr/xforms"
 xmlns="http://www.w3.org/2002/xforms" xmlns:jr="http://openrosa.org/javarosa"
 xmlns:vellum="http://commcarehq.org/xforms/vellum">
<h:head><h:title>家访</h:title><model>
<instance><data xmlns="http://openrosa.org/formdesigner/77" uiVersion="1" version="12" name="家访">
<name/><title/><body/><orx:meta><orx:deviceID/></orx:meta></data></instance>
<instance id="commcaresession" src="jr://instance/session"/>
<instance id="towns" src="jr://fixture/item-list:towns"/>
<bind vellum:nodeset="#form/name" nodeset="/data/name" type="xsd:string" vellum:relevant="#form/x"
 relevant="true()"/>
<setvalue event="xforms-ready" ref="/data/meta/deviceID" value="instance('commcaresession')/session/id"/>
<itext><translation lang="zh" default=""><text id="name-label"><value>姓名</value>
<value form="markdown">**姓名**</value><value form="image">jr://file/commcare/image/data/name.png</value></text>
</translation></itext></model></h:head>
<h:body><input vellum:ref="#form/name" ref="/data/name"><label ref="jr:itext('name-label')"/></input>
<select1 ref="/data/title"><itemset nodeset="instance('towns')/list/town"><value ref="id"/>
<label ref="name"/></itemset></select1></h:body></h:html>"""


def test_a_form_of_commcare_is_read():
    form = form_from_xml(COMMCARE.encode())
    assert (form.form_id, form.version, form.title) == ("http://openrosa.org/formdesigner/77", "12", "家访")
    assert form.binds["/data/name"].relevant == Expression("true()")
    assert form.actions[0].target == "/data/orx:meta/orx:deviceID"
    assert form.actions[0].events == {Event.EVERY_LOAD}
    assert [control.path for control in form.body] == ["/data/name", "/data/title"]
    assert form.translations[0].phrases["name-label"]["markdown"] == ("**姓名**",)
    assert len(form.secondary["towns"]) == 0


def test_relative_binds_and_questions_by_bind_are_read():
    form = form_from_xml(
        document(
            "<Meta><uid/></Meta><vitals><age/></vitals>",
            '<bind id="u" nodeset="Meta/uid" jr:preload="uid"/>'
            '<bind nodeset="/data/vitals"><bind id="age" nodeset="age" type="xsd:long"/></bind>',
            '<group ref="vitals"><input bind="age"/></group>',
        )
    )
    assert form.binds["/data/Meta/uid"].preload == "uid"
    assert form.body[0].children[0].path == "/data/vitals/age"


def test_a_repeat_without_a_wrapping_group_and_a_group_by_nodeset():
    form = form_from_xml(
        document(
            "<r><g><q/></g></r><r><g><q/></g></r>",
            "",
            '<repeat nodeset="/data/r"><group nodeset="/data/r/g">'
            '<input ref="/data/r/g/q"/></group></repeat>',
        )
    )
    assert form.body[0].kind is ControlKind.REPEAT
    assert form.body[0].children[0].path == "/data/r/g"
    assert len(form.instance) == 2


def test_the_first_of_two_models_counts():
    xml = document("<a/>").replace(
        b"</model>", b'</model><model><instance><other id="other"/></instance></model>'
    )
    assert form_from_xml(xml).form_id == "visit"


def test_the_primary_instance_may_have_an_id_and_no_namespace():
    xml = document("<a/>").replace(b"<instance><data", b'<instance id="main"><data xmlns=""')
    form = form_from_xml(xml)
    assert form.instance.find("a") is not None
    assert "main" not in form.secondary


def test_options_of_a_range_and_values_down_a_path_are_kept():
    form = form_from_xml(
        document(
            "<a/>",
            '<instance id="ticks"><root><item><name>-2</name></item></root></instance>',
            '<range ref="/data/a" start="-2" end="2" step="1">'
            "<itemset nodeset=\"instance('ticks')/root/item\">"
            '<label ref="label"/><value ref="./name"/></itemset></range>',
        )
    )
    assert form.body[0].attributes == {"start": "-2", "end": "2", "step": "1"}
    assert form.body[0].itemset.value == "./name"


def test_a_label_may_be_looked_up_by_a_value():
    form = form_from_xml(
        document(
            "<a/>",
            "",
            '<input ref="/data/a"><label ref="/data/a"/>'
            "<hint ref=\"jr:itext(concat('h', /data/a))\"/></input>",
        )
    )
    assert form.body[0].label == Text(phrase=(Expression("/data/a"),))
    assert form.body[0].hint == Text(itext=Expression("concat('h', /data/a)"))


def test_nodes_named_like_parts_of_the_document_do_not_confuse():
    form = form_from_xml(document("<title>x</title><body/><model/>", "", '<input ref="/data/model"/>'))
    assert (form.title, form.body[0].path) == ("入户走访", "/data/model")


def test_the_submission_element_is_kept():
    form = form_from_xml(document("<a/>", '<submission action="https://x.test/s" method="form-data-post"/>'))
    assert form.submission == {"action": "https://x.test/s", "method": "form-data-post"}


@pytest.mark.parametrize(
    "body",
    [
        "<input/>",
        '<input bind="none"/>',
        '<repeat nodeset="/data/none"/>',
        '<select1 ref="/data/a"><itemset/></select1>',
    ],
)
def test_a_question_that_refers_to_nothing_is_refused(body):
    with pytest.raises(FormFault):
        form_from_xml(document("<a/>", "", body))
