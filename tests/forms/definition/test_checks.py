"""What would fail while filling is found when a form is read: expressions, paths, lists, circles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.definition.documents import document
from tests.forms.definition.workbooks import form
from workbench.forms.definition import FormFault, form_from_xml
from workbench.forms.definition.circles import circle
from workbench.forms.form import Origin

ASK = ["type", "name", "label", "relevant", "calculation", "constraint", "choice_filter", "repeat_count"]
LIST = [["list_name", "name", "label"], ["x", "a", "甲"]]


def fault_of(survey, *sheets) -> FormFault:
    with pytest.raises(FormFault) as caught:
        form(survey, *sheets)
    return caught.value


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        (["text", "b", "B", "${a} = "], "relevant", "表达式"),
        (["text", "b", "B", "${a} ="], "relevant", "表达式"),
        (["calculate", "b", None, None, "unknown(${a})"], "calculation", "unknown"),
        (["text", "b", "B", None, None, "regex(.)"], "constraint", "regex"),
        (["select_one x", "b", "B", None, None, None, "name = ("], "choice_filter", "表达式"),
        (["text", "b", "B", "/data/nowhere = 1"], "relevant", "/data/nowhere"),
        (["text", "b", "B", "instance('y')/root/item/name = 1"], "relevant", "“y”"),
        (["begin_repeat", "b", "B", None, None, None, None, "3 +"], "repeat_count", "表达式"),
    ],
)
def test_a_bad_expression_is_placed_in_its_cell(row, column, word):
    rows = [ASK, ["text", "a", "A"], [], row]
    if row[0] == "begin_repeat":
        rows += [["text", "c", "C"], ["end_repeat"]]
    fault = fault_of(rows, LIST)
    assert fault.origin == Origin("survey", 4, column)
    assert word in fault.sentence


def test_the_cell_is_found_by_whatever_heading_the_column_has():
    fault = fault_of([["Type", "NAME", "label::中文 (zh)", "bind::relevant"], ["text", "a", "A", "1 +"]])
    assert fault.origin == Origin("survey", 2, "bind::relevant")


def test_a_fault_inside_groups_and_repeats_is_found_by_its_path():
    fault = fault_of(
        [
            ASK,
            ["begin group", "g", "G"],
            ["begin_repeat", "r", "R"],
            ["text", "a", "A"],
            ["end repeat"],
            ["text", "a", "A", "1 +"],
            ["end group"],
        ]
    )
    assert fault.origin == Origin("survey", 6, "relevant")


def test_a_circle_is_named_with_every_field():
    fault = fault_of(
        [
            ASK,
            ["integer", "n", "N"],
            ["calculate", "a", None, None, "${b} + 1"],
            ["calculate", "b", None, None, "${c} + ${n}"],
            ["calculate", "c", None, None, "${a}"],
        ]
    )
    assert "a → b → c → a" in fault.sentence
    assert fault.origin == Origin("survey", 3, "calculation")


def test_questions_that_ask_for_each_other_are_a_circle():
    fault = fault_of([ASK, ["text", "a", "A", "${b} = 1"], ["text", "b", "B", "${a} = 1"]])
    assert "a → b → a" in fault.sentence


def test_a_group_that_waits_for_what_stands_in_it_is_a_circle():
    fault = fault_of([ASK, ["begin group", "g", "G", "${a} = 1"], ["text", "a", "A"], ["end group"]])
    assert "g" in fault.sentence


@pytest.mark.parametrize(
    "calculation",
    [
        "once(random())",
        "if(${total} = '', 1, ${total})",
        "indexed-repeat(${total}, ${r}, position(..) - 1) + ${n}",
        "count(${r})",
        "sum(${n})",
        "position(..)",
    ],
)
def test_what_only_looks_like_a_circle_is_accepted(calculation):
    form(
        [
            ASK,
            ["begin_repeat", "r", "R"],
            ["integer", "n", "N"],
            ["calculate", "total", None, None, calculation],
            ["end_repeat"],
        ]
    )


def test_a_question_without_a_node_is_refused():
    with pytest.raises(FormFault, match="/data/b"):
        form_from_xml(document("<a/>", "", '<input ref="/data/b"/>'))


def test_a_bind_without_a_node_is_left_out():
    assert not form_from_xml(document("<a/>", '<bind nodeset="/data/b" relevant="1"/>')).binds


def test_a_translation_that_does_not_exist_is_named():
    with pytest.raises(FormFault, match="missing"):
        form_from_xml(
            document("<a/>", "", '<input ref="/data/a"><label ref="jr:itext(\'missing\')"/></input>')
        )


def test_a_published_form_is_not_checked_again():
    broken = document("<a/>", '<bind nodeset="/data/a" relevant="1 +"/>')
    assert form_from_xml(broken, check=False).binds
    with pytest.raises(FormFault):
        form_from_xml(broken)


NODES = st.integers(0, 9).map(lambda number: f"/data/n{number}")


@given(st.dictionaries(NODES, st.sets(NODES, max_size=3), max_size=10))
@settings(max_examples=200)
def test_a_circle_is_found_exactly_where_one_is(needs):
    found = circle(needs)
    reachable = {node: set(targets) for node, targets in needs.items()}
    for _ in range(10):
        for targets in reachable.values():
            targets.update(*(reachable.get(target, set()) for target in set(targets)))
    assert bool(found) == any(node in targets for node, targets in reachable.items())
    for node, following in zip(found, (*found[1:], *found[:1]), strict=True):
        assert following in needs[node]


def test_a_chain_of_thousands_is_followed_to_its_end():
    needs = {f"/data/n{number}": {f"/data/n{number + 1}"} for number in range(5_000)}
    assert circle(needs) == ()
    assert len(circle({**needs, "/data/n5000": {"/data/n0"}})) == 5_001
