"""Functions over texts, choices, digests and codes."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms.xpath.expressions import household, string, value
from workbench.forms.xpath import EvaluationFault, XPathFault, compile
from workbench.forms.xpath.functions.patterns import matches


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("concat('a', 1, true(), /data/street)", "a1true文三路"),
        ("concat(/data/person/name)", "甲乙丙"),
        ("concat()", ""),
        ("join('、', /data/person/name)", "甲、乙、丙"),
        ("join('-', 1, 'b', /data/rooms)", "1-b-3"),
        ("join('-')", ""),
        ("substr('hello', 1)", "ello"),
        ("substr('hello', 1, 3)", "el"),
        ("substr('hello', -3)", "llo"),
        ("substr('hello', -3, -1)", "ll"),
        ("substr('hello', 3, 1)", ""),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring-before('1999/04', '/')", "1999"),
        ("substring-after('aab', 'aa')", "b"),
        ("translate('bar', 'abc', 'AB')", "BAr"),
        ("normalize-space('  a   b ')", "a b"),
        ("coalesce(/data/blank, /data/rooms)", "3"),
        ("coalesce('', '')", ""),
        ("coalesce(1 div 'x', 'none')", "none"),
        ("string(0.1 + 0.2)", "0.30000000000000004"),
        ("string(1000000000000000000000)", "1000000000000000000000"),
        ("string(0.0000001)", "0.0000001"),
        ("string(-0)", "0"),
        ("string(1 div 0)", "Infinity"),
        ("string(0 div 0)", ""),
        ("string(2 * 1.5)", "3"),
        ("string(true())", "true"),
        ("selected-at('a b c', 1)", "b"),
        ("selected-at('a b c', 3)", ""),
        ("selected-at('a b c', -1)", ""),
        ("selected-at('a b c', 'x')", ""),
        ("if(/data/rooms > 2, 'large', 'small')", "large"),
        ("version()", "7"),
        ("property('username')", "li"),
        ("property('nothing')", ""),
        ("depend('a', /data/rooms)", "a"),
        ("pulldata('towns', 'label', 'name', 'b')", "上城"),
        ("pulldata('towns.csv', 'label', 'name', 'b')", "上城"),
        ("pulldata('towns', 'label', 'name', 'zz')", ""),
        ("pulldata('nowhere', 'label', 'name', 'b')", ""),
        ("base64-encode('你好')", "5L2g5aW9"),
        ("base64-decode('5L2g5aW9')", "你好"),
        ("base64-decode('YQ')", "a"),
        ("base64-decode('!!')", ""),
        ("local-name(/data/person)", "person"),
        ("string(/data/@id)", "census"),
        ("id('census')/street", "文三路"),
    ],
)
def test_texts(text, expected):
    assert string(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ends-with('abc', 'bc')", True),
        ("ends-with('abc', '')", True),
        ("contains('', 'a')", False),
        ("starts-with('ba', 'b')", True),
        ("selected(/data/words, 'green')", True),
        ("selected(/data/words, ' green ')", True),
        ("selected(/data/words, 'gree')", False),
        ("selected('', 'x')", False),
        ("selected(/data/blank, '')", True),
        ("selected(/data/words, '')", False),
        ("is-selected('a b', 'b')", True),
        ("boolean-from-string('true')", True),
        ("boolean-from-string('1')", True),
        ("boolean-from-string(1)", True),
        ("boolean-from-string('1.0')", False),
        ("boolean-from-string('no')", False),
        ("checklist(1, 2, 1 = 1, 2 = 3)", True),
        ("checklist(2, -1, 1 = 1, 2 = 3)", False),
        ("checklist(-1, 1, 'a', 'b')", False),
        ("checklist(3, 3, /data/person/name)", True),
        ("checklist(3, 3, /data/person/age)", False),
        ("weighted-checklist(5, 5, 'a', 2, 'b', 3)", True),
        ("weighted-checklist(3, -1, '', 2, 'b', 2.5)", False),
        ("weighted-checklist(41, 41, /data/person/age, /data/person/age)", True),
        ("not(/data/nothing)", True),
        ("boolean(/data/blank)", True),
        ("boolean('false')", True),
        ("count-selected(/data/words) = 3", True),
        ("count-selected('') = 0", True),
    ],
)
def test_truths(text, expected):
    assert value(text) is expected


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("13812345678", "[0-9]{11}", True),
        ("x13812345678", "[0-9]{11}", True),
        ("138123456789", "^[0-9]{11}$", False),
        ("１２", r"\d+", False),
        ("王小明", r"\p{IsHan}+", True),
        ("王小明", r"[\p{L}·]+", True),
        ("Wang", r"\p{Upper}\p{Lower}+", True),
        ("a1", r"[\p{Alpha}\p{Digit}]+", True),
        ("a-b", r"\P{Digit}+", True),
        ("aaa", "a++", True),
        ("a\\b", r"a\\b", True),
    ],
)
def test_a_pattern_is_spelled_as_in_java_and_tested_as_it_stands(text, pattern, expected):
    assert matches(text, pattern) is expected
    assert value(f"regex(., '{pattern}')") is matches("".join(household().root.itertext()), pattern)


@pytest.mark.parametrize("pattern", ["(", "[a-", r"\p{Klingon}", "a{99999999999999999999}"])
def test_a_wrong_pattern_says_so(pattern):
    with pytest.raises(EvaluationFault, match="正则"):
        matches("a", pattern)


@given(st.text(max_size=20), st.sampled_from(["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"]))
def test_a_digest_is_that_of_the_text_in_utf_8(text, algorithm):
    scope = household()
    node = scope.root.find("street")
    assert node is not None
    try:
        node.text = text
    except ValueError:
        return
    raw = hashlib.new(algorithm.replace("-", ""), text.encode()).digest()
    assert compile(f"digest(., '{algorithm}', 'hex')").string(node, scope) == raw.hex()
    assert compile(f"digest(., '{algorithm}')").string(node, scope) == base64.b64encode(raw).decode()


@pytest.mark.parametrize("text", ["digest('a', 'SHA-3')", "digest('a', 'MD5', 'octal')", "uuid(-1)",
                                  "weighted-checklist(1, 2, 'a')"])  # fmt: skip
def test_what_cannot_be_computed_says_why(text):
    with pytest.raises(EvaluationFault):
        value(text)


def test_a_uuid_is_of_version_4_and_each_another():
    scope = household()
    first, second = value("uuid()", scope), value("uuid()", scope)
    assert first != second
    assert first[14] == "4" and len(first) == 36
    assert len(value("uuid(100)", scope)) == 100


def test_a_signed_text_is_given_out_only_under_its_signature():
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    signed = base64.b64encode(key.sign("补贴 300".encode()) + "补贴 300".encode()).decode()
    forged = base64.b64encode(key.sign("补贴 300".encode()) + "补贴 900".encode()).decode()
    assert string(f"extract-signed('{signed}', '{public}')") == "补贴 300"
    assert string(f"extract-signed('{forged}', '{public}')") == ""
    assert string(f"extract-signed('short', '{public}')") == ""


def test_labels_come_from_the_form():
    labels = {("a", "/data/town"): "西湖"}
    assert string("jr:choice-name('a', ' /data/town ')", choice_label=lambda v, p: labels[v, p]) == "西湖"
    assert string("jr:itext('hello')", itext=lambda name: f"<{name}>") == "<hello>"


def test_a_path_in_quotes_is_resolved_where_the_expression_stands():
    scope = household()
    node = scope.root.find("person/name")
    assert node is not None
    seen = compile("jr:choice-name(., '../town')", "/data/person/name")
    from dataclasses import replace

    assert seen.string(node, replace(scope, choice_label=lambda v, p: f"{v}@{p}")) == "甲@/data/person/town"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nothing-of-this-name(1)", "nothing-of-this-name"),
        ("selected(/data/words)", "至少"),
        ("pi(1)", "最多"),
        ("count('a')", "路径"),
        ("$x", "变量"),
        ("/data/un:known", "un"),
        ("('a')/b", "路径"),
        ("eq(1, 1)", "eq"),
    ],
)
def test_a_form_with_a_wrong_call_is_refused_when_it_is_compiled(text, reason):
    with pytest.raises(XPathFault, match=reason):
        compile(text)


def test_the_fault_shows_where_the_wrong_call_stands():
    with pytest.raises(XPathFault) as raised:
        compile("1 + nothing(2)")
    assert raised.value.position == 4
