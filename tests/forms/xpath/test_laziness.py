"""Only what is needed is evaluated: branches that are not taken may hold anything."""

import pytest

from tests.forms.xpath.expressions import household
from workbench.forms.xpath import EvaluationFault, compile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("if(true(), 1, explode())", "1"),
        ("if(false(), explode(), 'b')", "b"),
        ("true() or explode()", "true"),
        ("false() and explode()", "false"),
        ("concat('x', if(1 = 1, 'y', explode()))", "xy"),
        ("0 and if(explode(), 1, 2)", "false"),
        ("1 + (0 and explode(explode()))", "1"),
        ("true() or substring()", "true"),
        ("if(true() or explode(), if(false(), explode(), 'deep'), explode())", "deep"),
        ("coalesce(/data/rooms, 'x')", "3"),
    ],
)
def test_what_is_not_needed_is_not_evaluated(text, expected):
    scope = household()
    assert compile(text, lenient=True).string(scope.root, scope) == expected


@pytest.mark.parametrize(
    "text", ["explode()", "if(explode(), 1, 2)", "1 or 0 + explode() = 1 and 0", "0 or explode()"]
)
def test_what_is_needed_and_missing_is_a_fault(text):
    scope = household()
    if text.startswith("1 or"):
        assert compile(text, lenient=True).boolean(scope.root, scope) is True
    else:
        with pytest.raises(EvaluationFault, match="explode"):
            compile(text, lenient=True).string(scope.root, scope)


def test_once_keeps_what_is_there():
    scope = household()
    street, blank = scope.root.find("street"), scope.root.find("blank")
    assert street is not None and blank is not None
    once = compile("once(random())", "/data/street")
    assert once.string(street, scope) == "文三路"
    assert 0 <= once.number(blank, scope) < 1


def test_the_same_expression_is_asked_as_text_number_truth_and_nodes():
    scope = household()
    ages = compile("/data/person/age", "/data")
    assert ages.string(scope.root, scope) == "34"
    assert ages.number(scope.root, scope) == 34.0
    assert ages.boolean(scope.root, scope) is True
    assert [each.text for each in ages.nodes(scope.root, scope)] == ["34", "7", None]
    assert compile("1 + 1").nodes(scope.root, scope) == []
    assert compile("/data/@id").nodes(scope.root, scope) == []
