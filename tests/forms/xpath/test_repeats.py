"""Within a repeat an absolute path means the same instance; beyond it only what says so."""

import pytest

from tests.forms.xpath.expressions import REPEATS, at_person
from workbench.forms.xpath import compile


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("/data/person/age", ["7"]),
        ("/data/person/tool/cost", ["4"]),
        ("count(/data/person)", 3.0),
        ("sum(/data/person/age)", 7.0),
        ("sum(../../person/age)", 41.0),
        ("/data/rooms", ["3"]),
        ("/data/person[1]/age", ["34"]),
        ("/data/person[position() = position(current()/..) - 1]/age", ["34"]),
        ("position(..)", 2.0),
        ("position(/data/person[3])", 3.0),
        ("indexed-repeat(/data/person/age, /data/person, 1)", ["34"]),
        ("indexed-repeat(/data/person/age, /data/person, position(..) - 1)", ["34"]),
        ("indexed-repeat(/data/person/tool/cost, /data/person, 1, /data/person/tool, 2)", ["2"]),
        ("indexed-repeat(/data/person/tool/cost, /data/person/tool, 1, /data/person, 1)", ["1"]),
        ("indexed-repeat(../../person/age, ../../person, 1)", ["34"]),
        ("indexed-repeat(/data/person/age, /data/person, 9)", []),
        ("/data/person[age > current()/../age]/name", ["甲"]),
        ("count(../preceding-sibling::person)", 1.0),
    ],
)
def test_paths_as_seen_by_the_second_person(text, second):
    assert at_person(text, 2) == second


def test_a_nested_repeat_stays_in_the_outer_instance_too():
    assert at_person("sum(/data/person/tool/cost)", 1) == 3.0


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("/data/person/age", False),
        ("../age", False),
        ("current()/../age", False),
        ("../tool/cost", False),
        ("..//cost", False),
        ("../*", False),
        ("/data/*/age", True),
        ("/data/rooms", False),
        ("instance('towns')/root/item[name = current()/../name]", False),
        ("count(/data/person)", True),
        ("position(..)", True),
        ("sum(../../person/age)", True),
        ("/data/person[1]/age", True),
        ("../preceding-sibling::person/age", True),
        ("indexed-repeat(/data/person/age, /data/person, 1)", True),
        ("count(//age)", True),
        ("if(1 = 1, ../../person/age, '')", True),
        ("instance('towns')/root/item[name = current()/../../person[1]/name]", True),
    ],
)
def test_it_is_known_which_expressions_look_at_sibling_instances(text, beyond):
    assert compile(text, "/data/person/name", REPEATS).reads_other_instances is beyond


def test_outside_repeats_nothing_has_siblings():
    assert not compile(
        "count(/data/person) + sum(/data/person/age)", "/data/rooms", REPEATS
    ).reads_other_instances


@pytest.mark.parametrize(
    ("text", "volatile"),
    [("today()", True), ("once(random())", True), ("/data/a[. = uuid()]", True), ("/data/a + 1", False)],
)
def test_it_is_known_which_expressions_change_by_themselves(text, volatile):
    assert compile(text, "/data/x").volatile is volatile
