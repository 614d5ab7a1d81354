"""What an expression is said to read is all it reads: nothing else can change its value."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.forms.xpath.expressions import REPEATS, household, shown
from workbench.forms.xpath import Compiled, compile

paths = st.sampled_from(
    [
        "/data/rooms", "/data/person/age", "/data/person[2]/age", "../age", "../name", ".", "../tool/cost",
        "/data/person/tool/cost", "../../person/age", "/data/person[age > 7]/name", "../../rooms",
        "/data/person[name = current()/../name]/age", "../preceding-sibling::person/age", "/data/*[2]",
        "..//cost", "//cost", "/data/blank | ../age", "current()/../../price", "../tool[cost = 2]/cost",
        "indexed-repeat(/data/person/age, /data/person, position(..) - 1)", "/data/words",
        "instance('towns')/root/item[province = /data/rooms]/name",
        "instance('towns')/root/item[name = current()/../age or label = /data/street]/name",
    ]
)  # fmt: skip


def _deeper(inner):
    two = st.tuples(inner, inner)
    return st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "=", "!=", "<", ">=", "and", "or"]), inner).map(
            lambda parts: f"({' '.join(parts)})"
        ),
        two.map(lambda both: f"if({both[0]} = 7, {both[1]}, 'x')"),
        two.map(lambda both: f"concat({both[0]}, '/', {both[1]})"),
        two.map(lambda both: f"coalesce({both[0]}, {both[1]})"),
        paths.map(lambda path: f"count({path})" if "indexed" not in path else f"string({path})"),
        paths.map(lambda path: f"join(' ', {path})"),
        st.just("position(..)"),
        st.just("once('new')"),
    )


texts = st.recursive(paths, _deeper, max_leaves=5)


def definition(element: etree._Element) -> str:
    """The definition path of an element."""
    above = [each.tag for each in element.iterancestors()]
    return "/" + "/".join((*reversed(above), element.tag))


def reads(expression: Compiled, path: str) -> bool:
    """Whether an expression is said to read a node, or one whose text it is a part of."""
    parts = path.split("/")
    enclosing = ["/".join(parts[:end]) for end in range(2, len(parts) + 1)]
    return any(not each.instance and any(map(each.covers, enclosing)) for each in expression.references)


@given(texts, st.integers(1, 3), st.data())
@settings(max_examples=300)
def test_a_node_that_is_not_read_cannot_change_the_value(text, number, data):
    scope = household()
    expression = compile(text, "/data/person/name", REPEATS)
    node = scope.root.findall("person")[number - 1].find("name")
    before = repr(shown(expression, node, scope))
    others = [
        each for each in scope.root.iter() if len(each) == 0 and not reads(expression, definition(each))
    ]
    assume(others)
    data.draw(st.sampled_from(others)).text = data.draw(st.sampled_from(["", "7", "甲", "red"]))
    assert repr(shown(expression, node, scope)) == before


@given(texts, st.integers(1, 3), st.data())
@settings(max_examples=300)
def test_another_instance_cannot_change_what_stays_in_its_own(text, number, data):
    scope = household()
    expression = compile(text, "/data/person/name", REPEATS)
    assume(not expression.reads_other_instances)
    persons = scope.root.findall("person")
    node = persons.pop(number - 1).find("name")
    before = repr(shown(expression, node, scope))
    other = data.draw(
        st.sampled_from([each for person in persons for each in person.iter() if len(each) == 0])
    )
    other.text = data.draw(st.sampled_from(["", "7", "甲", "999"]))
    assert repr(shown(expression, node, scope)) == before
    scope.root.remove(persons[0])
    assert repr(shown(expression, node, scope)) == before
