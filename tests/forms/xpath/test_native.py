"""Where only XPath 1.0 is used, every answer is libxml2's own."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.forms.xpath import Scope, compile
from workbench.forms.xpath.nodes import string_value

DOCUMENT = etree.fromstring(
    "<data><a k='1'>1</a><b>2</b><a k='2'>3</a><e/><t>ab</t><g><a>7</a><b>ab</b></g><g><a>0</a></g></data>"
)

paths = st.sampled_from(
    ["a", "b", "/data/a", "//a", "g/a", "g[2]/a", "a[@k = '2']", "a/@k", "g/a | b", "t", "e", "missing", ".",
     "a[last()]", "//g[a = 7]/b", "g/b/preceding-sibling::a", "*[2]", "g[b]", "a[. > 1]",
     "//a[position() = 1]"]
)  # fmt: skip
numerals = st.sampled_from(["0", "1", "2", "7", "10", "0.5", "2.25"])
operators = st.sampled_from(["+", "-", "*", "div", "mod", "=", "!=", "<", "<=", ">", ">=", "and", "or"])
literals = st.sampled_from(["'ab'", "'1'", "''", "'b'", "'x'"])


def _deeper(inner):
    two = st.tuples(inner, inner)
    return st.one_of(
        st.tuples(inner, operators, inner).map(lambda parts: f"({' '.join(parts)})"),
        inner.map(lambda text: f"(- {text})"),
        st.tuples(st.sampled_from(["number", "boolean", "not", "floor", "ceiling"]), inner).map(
            lambda parts: f"{parts[0]}({parts[1]})"
        ),
        st.tuples(st.sampled_from(["contains", "starts-with", "substring-before"]), literals, literals).map(
            lambda parts: f"{parts[0]}({parts[1]}, {parts[2]})"
        ),
        paths.map(lambda path: f"count({path})"),
        two.map(lambda both: f"boolean({both[0]} = {both[1]})"),
    )


@given(st.recursive(paths | numerals | literals, _deeper, max_leaves=8))
@settings(max_examples=400)
def test_the_answer_is_that_of_libxml2(text):
    native = etree.XPath(text, smart_strings=False)(DOCUMENT)
    ours = compile(text, "/data").value(DOCUMENT, Scope(DOCUMENT))
    if isinstance(native, float) and math.isnan(native):
        assert isinstance(ours, float) and math.isnan(ours)
    elif isinstance(native, list):
        assert list(map(string_value, ours)) == list(map(string_value, native))
    else:
        assert ours == native


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_numeral_in_an_expression_is_the_number_python_reads(number):
    assert compile(str(number)).value(DOCUMENT, Scope(DOCUMENT)) == float(number)
