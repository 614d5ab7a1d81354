"""An XForm document becomes a form: its instance, binds, controls, texts, options and actions."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.forms.definition.documents import document
from workbench.forms.definition import FormFault, form_from_xml
from workbench.forms.form import ControlKind, DataType, Event, Expression, Text


def plain(element):
    return etree.tostring(element, encoding="unicode").replace(' xmlns:jr="http://openrosa.org/javarosa"', "")


def test_the_form_knows_its_id_version_and_title():
    form = form_from_xml(document("<a/>"))
    assert (form.form_id, form.version, form.title) == ("visit", "3", "入户走访")


def test_a_form_without_an_id_is_known_by_the_namespace_of_its_data():
    form = form_from_xml(document("<a/>", root='data xmlns="http://openrosa.org/formdesigner/42"'))
    assert form.form_id == form.instance_namespace == "http://openrosa.org/formdesigner/42"
    assert form.instance.find("a") is not None


def test_xforms_namespace_is_taken_off_and_others_stay():
    form = form_from_xml(document("<a> 1 </a><orx:meta><orx:instanceID/></orx:meta>"))
    assert form.instance.findtext("a") == "1"
    assert form.instance.find("{http://openrosa.org/xforms}meta") is not None
    assert "/data/orx:meta/orx:instanceID" not in form.binds


def test_a_bind_keeps_its_type_rules_and_messages():
    form = form_from_xml(
        document(
            "<age/>",
            '<bind nodeset="/data/age" type="xsd:integer" required="true()" relevant=" 1 = 1 "'
            ' constraint=". &gt; 0" jr:constraintMsg="须大于零" jr:requiredMsg="jr:itext(\'must\')"'
            ' jr:preload="uid" orx:max-pixels="640" saveIncomplete="true()"/>',
        ).replace(b"<itext/>", b'<itext><translation lang="zh"><text id="must"/></translation></itext>')
    )
    bind = form.binds["/data/age"]
    assert bind.type is DataType.INTEGER
    assert bind.relevant == Expression("1 = 1")
    assert bind.constraint_message == Text(phrase=("须大于零",))
    assert bind.required_message == Text(itext="must")
    assert bind.preload == "uid"
    assert bind.attributes == {"max-pixels": "640", "saveIncomplete": "true()"}


def test_two_binds_of_one_node_are_one():
    form = form_from_xml(
        document("<a/>", '<bind nodeset="/data/a" type="int"/><bind nodeset="/data/a" required="true()"/>')
    )
    assert form.binds["/data/a"].type is DataType.INTEGER
    assert form.binds["/data/a"].required == Expression("true()")


def test_controls_refer_by_path_by_relative_path_and_by_bind():
    form = form_from_xml(
        document(
            "<g><a/></g><b/>",
            '<bind id="b" nodeset="/data/b"/>',
            '<group ref="/data/g"><input ref="a"/></group><input bind="b"/>'
            '<group appearance="field-list"><label>两题</label><input ref="/data/b"/></group>',
        )
    )
    group, by_bind, loose = form.body
    assert group.children[0].path == "/data/g/a"
    assert by_bind.path == "/data/b"
    assert (loose.path, loose.appearance) == ("/data", "field-list")


def test_every_kind_of_control_is_read():
    kinds = ("input", "select1", "select", "odk:rank", "trigger", "upload", "range", "secret")
    form = form_from_xml(document("<a/>", "", "".join(f'<{kind} ref="/data/a"/>' for kind in kinds)))
    assert [control.kind for control in form.body] == [
        ControlKind.INPUT,
        ControlKind.SELECT_ONE,
        ControlKind.SELECT_MANY,
        ControlKind.RANK,
        ControlKind.ACKNOWLEDGE,
        ControlKind.UPLOAD,
        ControlKind.RANGE,
        ControlKind.INPUT,
    ]


def test_outputs_stand_between_the_words_of_a_label():
    form = form_from_xml(
        document(
            "<a/>", "", '<input ref="/data/a"><label> 你好 <output value=" /data/a "/>！ </label></input>'
        )
    )
    assert form.body[0].label.phrase == ("你好 ", Expression("/data/a"), "！")


def test_the_default_language_comes_first_with_its_forms():
    itext = (
        '<itext><translation lang="en"><text id="a"><value>Age</value></text></translation>'
        '<translation lang="中文" default="true()"><text id="a"><value>年龄</value>'
        '<value form="guidance">问周岁</value></text></translation></itext>'
    )
    form = form_from_xml(document("<a/>").replace(b"<itext/>", itext.encode()))
    assert [translation.language for translation in form.translations] == ["中文", "en"]
    assert form.translations[0].phrases["a"] == {"": ("年龄",), "guidance": ("问周岁",)}


def test_a_template_is_set_apart_and_new_repeats_are_copied_from_it():
    form = form_from_xml(
        document(
            '<r jr:template=""><q>3</q><s jr:template=""><t/></s></r><r><q>1</q><s><t/></s></r>',
            "",
            '<group ref="/data/r"><repeat nodeset="/data/r" jr:count=" 2 " jr:noAddRemove="true()">'
            '<repeat nodeset="/data/r/s"/></repeat></group>',
        )
    )
    assert plain(form.instance) == '<data id="visit" version="3"><r><q>1</q><s><t/></s></r></data>'
    assert plain(form.repeats["/data/r"]) == "<r><q>3</q></r>"
    repeat = form.body[0].children[0]
    assert repeat.repeat_count == Expression("2")
    assert repeat.attributes == {"noAddRemove": "true()"}


def test_a_repeat_that_starts_empty_has_its_place_in_the_definition():
    form = form_from_xml(document('<a/><r jr:template=""><q/></r><b/>', "", '<repeat nodeset="/data/r"/>'))
    assert [child.tag for child in form.instance] == ["a", "b"]
    assert [child.tag for child in form.definition] == ["a", "r", "b"]


def test_options_come_from_items_and_from_instances():
    form = form_from_xml(
        document(
            "<a/>",
            '<instance id="x"><root><item><name>1</name><label>甲</label></item></root></instance>',
            '<select1 ref="/data/a"><item><label>男</label><value>1</value></item></select1>'
            '<select ref="/data/a"><itemset nodeset="instance(\'x\')/root/item"><value ref="name"/>'
            '<label ref="jr:itext(label)"/></itemset></select>',
        )
    )
    assert form.body[0].choices[0].value == "1"
    assert form.body[1].itemset.label_is_itext
    assert form.secondary["x"].findtext("item/label") == "甲"


def test_actions_know_when_they_run_and_what_sets_them_off():
    form = form_from_xml(
        document(
            "<a/><b/>",
            '<setvalue event="odk-instance-first-load xforms-ready" ref="/data/a" value="1 + 1"/>',
            '<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b">甲</setvalue></input>',
        )
    )
    first, second = form.actions
    assert first.events == {Event.FIRST_LOAD, Event.EVERY_LOAD}
    assert first.value == Expression("1 + 1")
    assert (second.target, second.literal, second.trigger) == ("/data/b", "甲", "/data/a")


@pytest.mark.parametrize("missing", ["model", "body"])
def test_what_is_not_a_form_is_refused_by_name(missing):
    xml = document("<a/>").replace(b"model>", b"x>").replace(b"h:body>", b"h:y>")
    with pytest.raises(FormFault, match="ODK"):
        form_from_xml(xml if missing == "model" else document("<a/>").replace(b"h:body>", b"h:y>"))
