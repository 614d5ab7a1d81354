"""Checks from outside: each case answered, none able to stop the others, and no entity ever expanded."""

import json

import pytest

from workbench.forms.cases import check_cases


def checked(expr, expected, kind="string", xml="<data><a>1</a></data>", context="/"):
    (found,) = check_cases(
        [{"id": "x", "xml": xml, "context": context, "expr": expr, "type": kind, "expected": expected}]
    )
    return found


@pytest.mark.parametrize(
    ("expr", "kind", "expected"),
    [
        ("/data/a + 1", "number", 2),
        ("0 div 0", "number", "NaN"),
        ("-1 div 0", "number", "-Infinity"),
        ("1 div 3", "number", 0.3333333333),
        ("/data/a", "nodeset", ["1"]),
        ("/data/b", "nodeset", []),
        ("0 + 1", "boolean", True),
        ("data/a", "string", "1"),
        ("'2021-11-30' + 1", "string", "18962.291666666668"),
    ],
)
def test_a_case_that_agrees_passes(expr, kind, expected):
    assert checked(expr, expected, kind).passed


@pytest.mark.parametrize(
    ("expr", "kind", "expected"),
    [
        ("/data/a", "number", 1.0000001),
        ("/data/a", "number", "NaN"),
        ("0 div 0", "number", 0),
        ("/data/a", "boolean", "true"),
        ("1 = 1", "boolean", 1),
        ("'1'", "string", 1),
        ("/data/a", "nodeset", ["1", "1"]),
        ("/data/a", "colour", "1"),
        ("/data/a[", "string", "1"),
        ("explode()", "string", ""),
    ],
)
def test_a_case_that_does_not_agree_fails_with_a_reason(expr, kind, expected):
    found = checked(expr, expected, kind)
    assert not found.passed
    assert found.reason


def test_one_wrong_case_does_not_stop_the_others():
    good = {"id": "b", "xml": "<r/>", "context": "/", "expr": "1", "type": "number", "expected": 1}
    lines = [each.line() for each in check_cases([{"id": "a"}, {**good, "xml": "<r"}, good])]
    assert [line["passed"] for line in lines] == [False, False, True]


def test_a_line_is_plain_json():
    line = checked("0 div 0", "NaN", "number").line()
    assert json.loads(json.dumps(line, allow_nan=False)) == {
        "id": "x",
        "value": "NaN",
        "passed": True,
        "reason": "",
    }


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
        '<!DOCTYPE r\n SYSTEM "http://127.0.0.1:9/x.dtd" [<!ELEMENT r ANY>]><r/>',
    ],
)
def test_a_document_that_declares_entities_is_refused(xml):
    found = checked("string(/r)", "b", xml=xml)
    assert not found.passed and found.value is None


def test_a_document_type_without_declarations_is_harmless():
    xml = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>'
    assert checked("//p", "x", xml=xml).passed
    assert checked("//xhtml:p", "x", xml=xml).passed
    assert checked("/html/p[1]", "x", xml=xml).passed


def test_the_prefix_of_xml_needs_no_declaration():
    assert checked("string(//@xml:lang)", "zh", xml='<data xml:lang="zh"/>').passed


def test_a_document_may_bring_its_secondary_instances_and_texts():
    xml = """<h><instance id="t"><root><item><name>a</name><label>A</label></item></root></instance>
        <itext><translation lang="en"><text id="q"><value>Question</value></text></translation></itext></h>"""
    assert checked("instance('t')/root/item[name = 'a']/label", "A", xml=xml).passed
    assert checked("jr:itext('q')", "Question", xml=xml).passed


@pytest.mark.parametrize(
    ("context", "expr", "expected"),
    [
        ("/data/a", ".", "1"),
        ("/data", "a", "1"),
        ("/data/a", "../a", "1"),
        ("/", ".", "1"),
        ("/", "current()/data/a", "1"),
    ],
)
def test_the_context_is_where_a_relative_path_starts(context, expr, expected):
    assert checked(expr, expected, context=context).passed


def test_a_context_that_is_not_there_is_told():
    assert "上下文" in checked("1", "1", context="/nowhere").reason
