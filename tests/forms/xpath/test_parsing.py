"""Expressions are read as XPath 1.0 says, and what cannot be read is shown with its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.xpath.expressions import household
from tests.forms.xpath.trees import expressions
from workbench.forms.xpath import XPathFault, compile, parse
from workbench.forms.xpath.syntax import Binary, Call, Literal, LocationPath, Negate, Number, Step
from workbench.forms.xpath.unparse import unparse


@given(expressions())
@settings(max_examples=200)
def test_what_is_written_out_reads_as_the_same(ast):
    assert parse(unparse(ast)) == ast


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1and 1", Binary("and", Number(1), Number(1))),
        ("1or1", Binary("or", Number(1), Number(1))),
        ("'1'div '1'", Binary("div", Literal("1"), Literal("1"))),
        ("-15.*.5", Binary("*", Negate(Number(15)), Number(0.5))),
        ("1 - -1", Binary("-", Number(1), Negate(Number(1)))),
        ("and", LocationPath(False, (Step("child", "and"),))),
        ("div div mod", Binary("div", *(LocationPath(False, (Step("child", n),)) for n in ("div", "mod")))),
        ("* * *", Binary("*", *[LocationPath(False, (Step("child", "*"),))] * 2)),
        ("a-b", LocationPath(False, (Step("child", "a-b"),))),
        ("a -b", Binary("-", *(LocationPath(False, (Step("child", n),)) for n in "ab"))),
        ("jr:itext('x')", Call("jr:itext", (Literal("x"),))),
        ("/", LocationPath(True, ())),
        ("../@id", LocationPath(False, (Step("parent", "node()"), Step("attribute", "id")))),
        ("child::text()", LocationPath(False, (Step("child", "text()"),))),
        ("姓名", LocationPath(False, (Step("child", "姓名"),))),
    ],
)
def test_words_are_told_apart_by_what_stands_before(text, expected):
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1 + 2 * 3", "1 + (2 * 3)"),
        ("1 - 2 - 3", "(1 - 2) - 3"),
        ("1 = 2 < 3", "1 = (2 < 3)"),
        ("1 or 0 and 0", "1 or (0 and 0)"),
        ("-1 | 2", "-(1 | 2)"),
        ("-2 * 3", "(-2) * 3"),
        ("1 < 2 = 3 < 4", "(1 < 2) = (3 < 4)"),
    ],
)
def test_operators_bind_as_the_standard_says(text, tree):
    assert parse(text) == parse(tree)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0), ("1 +", 3), ("(1", 2), ("1)", 1), ("'open", 0), ("a b", 2), ("a[1", 3), ("f(1,)", 4),
        ("a/", 2), ("1 # 2", 2), ("nowhere::a", 0), ("selected(${a}, 'x')", 10), ("//", 2), ("a//", 3),
    ],
)  # fmt: skip
def test_a_fault_tells_its_place(text, position):
    with pytest.raises(XPathFault) as raised:
        parse(text)
    assert raised.value.position == position
    assert text in str(raised.value)


def test_brackets_too_deep_are_a_fault_and_not_a_crash():
    with pytest.raises(XPathFault):
        parse("(" * 5_000 + "1" + ")" * 5_000)


def test_a_long_chain_of_conditions_is_read():
    text = "'none'"
    for code in range(100):
        text = f"if(. = {code}, 'c{code}', {text})"
    assert isinstance(parse(text), Call)


@pytest.mark.parametrize("operator", ["or", "and", "+", "-", "|"])
def test_a_chain_of_two_thousand_operands_is_evaluated(operator):
    text = f" {operator} ".join(["/data/rooms"] * 2_000)
    scope = household()
    expected = {"+": 6_000.0, "-": 3.0 - 3.0 * 1_999}.get(operator, 3.0 if operator == "|" else 1.0)
    assert compile(text, "/data/x").number(scope.root, scope) == expected


@given(st.text(alphabet="ab1.()[]/*@'\" -+=<>|:,$", max_size=30))
@settings(max_examples=300)
def test_any_text_is_read_or_refused(text):
    try:
        parse(text)
    except XPathFault as fault:
        assert 0 <= fault.position <= len(text)
