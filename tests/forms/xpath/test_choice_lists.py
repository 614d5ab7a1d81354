"""Choice lists: filters answered from an index, in an order drawn by chance, without touching other items."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.forms.xpath.expressions import household, string, value
from workbench.forms.xpath import Scope, XPathFault, compile
from workbench.forms.xpath.chance import park_miller, seed_of, shuffled
from workbench.forms.xpath.indexing import indexed_filter
from workbench.forms.xpath.parser import parse

LIST = "instance('towns')/root/item"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LIST}[name = 'b']/label", ["上城"]),
        (f"{LIST}['b' = name]/label", ["上城"]),
        (f"{LIST}[province = '1']/name", ["a", "b"]),
        (f"{LIST}[province = 2]/name", ["c", "d"]),
        (f"{LIST}[province = '2']/name", ["c"]),
        (f"{LIST}[province = /data/nothing]/name", []),
        (f"{LIST}[province = 1 and name != 'a']/name", ["b"]),
        (f"{LIST}[name != 'a' and province = 1]/name", ["b"]),
        (f"{LIST}[province = 1][2]/name", ["b"]),
        (f"{LIST}[province = 1 and position() = 2]/name", ["b"]),
        (f"{LIST}[province = 2 and position() = 3]/name", ["c"]),
        (f"{LIST}[province = 2 and position() = last()]/name", ["d"]),
        (f"{LIST}[province = 2][last()]/name", ["d"]),
        (f"{LIST}[province = 1 and name = 'b']/label", ["上城"]),
        (f"{LIST}[province = 2 and name = 'b']/label", []),
        (f"{LIST}[province = 2][name = 'c']/label", ["浦东"]),
        (f"{LIST}[province = 2 and name = /data/person/name and label = 'x']/label", []),
        (f"{LIST}[province = 1 and label != '西湖' and name = 'b']/label", ["上城"]),
        (f"count({LIST}[province = 1])", 2.0),
        (f"1 + count({LIST})", 5.0),
        (f"sum({LIST}/province)", 6.0),
        (f"max({LIST}/province)", 2.0),
        (f"contains({LIST}[name = 'a']/label, '湖')", True),
        (f"string-length({LIST}/label)", 2.0),
        (f"not({LIST}[name = 'z'])", True),
        (f"boolean({LIST}[name = 'a']) and 1 = 1", True),
        (f"number({LIST}[name = 'c']/province) + 1", 3.0),
        (f"concat('<', {LIST}/name, '>')", "<abcd>"),
        (f"string({LIST}[3]/label)", "浦东"),
        (f"coalesce({LIST}[name = 'z']/label, 'none')", "none"),
        (f"{LIST}[name = 'a']/label = '西湖'", True),
        (f"local-name({LIST})", "item"),
        (f"if({LIST}[name = 'a'], 'yes', 'no')", "yes"),
        (f"/data/person[count({LIST}) = 4]/name", ["甲", "乙", "丙"]),
        (f"/data/person[string-length(name) = count({LIST}[name = 'a'])]/name", ["甲", "乙", "丙"]),
        (f"/data/person[selected('甲 a', name) and selected(join(' ', {LIST}/name), 'a')]/name", ["甲"]),
        (f"{LIST}[name = string({LIST}[2]/name)]/label", ["上城"]),
        (f"{LIST}[province >= 2]/name", ["c", "d"]),
        (f"{LIST}[name = substr('xb', 1)]/label", ["上城"]),
        (f"{LIST}[name = /data/person/name or name = 'c']/label", ["浦东"]),
        (f"{LIST}[selected('a c', name)]/label", ["西湖", "浦东"]),
        (f"{LIST}[province = string(count(/data/person) - 2)]/name", ["a", "b"]),
        (f"{LIST}[if(name = 'a', true(), false())]/name", ["a"]),
        (f"{LIST}[label = current()/street]/name", []),
        (f"{LIST}[2]/name", ["b"]),
        (f"{LIST}/name[. = 'c']", ["c"]),
        ("instance('towns')//name[. = 'c']", ["c"]),
        ("instance('nowhere')/root/item[name = 'a']/label", []),
        ("instance(concat('to', 'wns'))/root/item[1]/name", ["a"]),
        ("instance('towns')/other/item", []),
    ],
)
def test_filters(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "is_indexed"),
    [
        (f"{LIST}[name = /data/x]", True),
        (f"{LIST}[name = current()/../x]", True),
        (f"{LIST}[name = label]", False),
        (f"{LIST}[name = position()]", False),
        (f"{LIST}[name = today()]", False),
        (f"{LIST}[@name = 'a']", False),
    ],
)
def test_an_index_answers_only_what_does_not_depend_on_the_item(text, is_indexed):
    assert (indexed_filter(parse(text)) is not None) is is_indexed


def test_positions_among_filtered_items_are_those_of_the_standard():
    """A number beside an equality is a truth there, not a position."""
    assert value(f"{LIST}[province = 1 and 2]/name") == ["a", "b"]


def test_items_with_several_values_are_found_once_and_in_order():
    root = etree.fromstring(
        "<root><item><g>1</g><g>2</g><name>a</name></item><item><g>2</g><name>b</name></item></root>"
    )
    data = etree.fromstring("<data><x>2</x><x>1</x></data>")
    scope = Scope(data, {"l": root})
    found = compile("instance('l')/root/item[g = /data/x]/name").nodes(data, scope)
    assert [each.text for each in found] == ["a", "b"]


def test_values_that_are_one_number_keep_the_order_of_the_list():
    rows = "".join(f"<item><g>{g}</g><name>{n}</name></item>" for n, g in enumerate(("1", "01", "1", "1.0")))
    data = etree.fromstring("<data/>")
    scope = Scope(data, {"l": etree.fromstring(f"<root>{rows}</root>")})
    found = compile("instance('l')/root/item[g = 1]/name").nodes(data, scope)
    assert [each.text for each in found] == ["0", "1", "2", "3"]


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=12),
    st.integers(0, 2),
    st.integers(0, 2),
)
def test_an_index_gives_what_a_search_gives(rows, first, second):
    items = "".join(f"<item><a>{a}</a><b>{b}</b><n>{n}</n></item>" for n, (a, b) in enumerate(rows))
    data = etree.fromstring(f"<data><a>{first}</a><b>{second}</b></data>")
    scope = Scope(data, {"l": etree.fromstring(f"<root>{items}</root>")})
    indexed = compile("instance('l')/root/item[a = /data/a and b = /data/b]/n").nodes(data, scope)
    searched = compile("instance('l')/root/item[not(a != /data/a) and not(b != /data/b)]/n").nodes(
        data, scope
    )
    assert [each.text for each in indexed] == [each.text for each in searched]
    assert [int(each.text or "") for each in indexed] == [
        n for n, row in enumerate(rows) if row == (first, second)
    ]


def test_a_list_that_is_replaced_is_indexed_anew():
    scope = household()
    assert value(f"{LIST}[name = 'b']/label", scope) == ["上城"]
    other = etree.fromstring("<root><item><name>b</name><label>滨江</label></item></root>")
    assert value(f"{LIST}[name = 'b']/label", replace(scope, instances={"towns": other})) == ["滨江"]


def test_a_wrong_call_over_a_list_is_named():
    with pytest.raises(XPathFault, match="selected"):
        compile(f"selected({LIST})")


@pytest.mark.parametrize("text", [LIST, f"{LIST}[2]", f"{LIST}[name = 'b']", f"{LIST}[name != 'a'][1]"])
def test_choices_are_the_items_of_the_list_and_not_copies(text):
    scope = household()
    items = set(scope.instances["towns"])
    found = compile(text).nodes(scope.root, scope)
    assert found
    assert set(found) <= items


def test_fifty_thousand_choices_are_filtered_without_reading_them_all():
    rows = "".join(f"<item><name>{n}</name><town>{n % 5_000}</town></item>" for n in range(50_000))
    data = etree.fromstring("<data><town>17</town></data>")
    scope = Scope(data, {"streets": etree.fromstring(f"<root>{rows}</root>")})
    streets = compile("instance('streets')/root/item[town = /data/town]", "/data/street")
    assert len(streets.nodes(data, scope)) == 10
    start = time.perf_counter()
    for _ in range(100):
        streets.nodes(data, scope)
    assert (time.perf_counter() - start) / 100 < 0.001


@given(st.lists(st.integers(), max_size=40), st.integers(-(2**63), 2**63 - 1))
def test_an_order_drawn_by_chance_has_every_item_once(items, seed):
    drawn = shuffled(items, park_miller(seed))
    assert sorted(drawn) == sorted(items)
    assert drawn == shuffled(items, park_miller(seed))


def test_numbers_drawn_are_those_of_park_and_miller():
    """The published check of the generator: from seed 1 the 10,000th state is 1043618065."""
    chances = park_miller(1)
    for _ in range(9_999):
        next(chances)
    assert round(next(chances) * (2**31 - 2)) + 1 == 1_043_618_065


@pytest.mark.parametrize(
    ("text", "seed"),
    [("", 0), ("0", 0), ("42", 42), ("42.9", 42), ("-1.5", -1), ("1e30", 2**63 - 1),
     ("文三路", int.from_bytes(bytes.fromhex("5a6ffd4d12b8a4fa"), "big"))],
)  # fmt: skip
def test_a_text_gives_its_number_or_its_hash_as_seed(text, seed):
    if text == "文三路":
        assert seed_of(text) not in (0, seed_of("文一路"))
    else:
        assert seed_of(text) == seed


def test_choices_are_drawn_alike_for_the_same_seed():
    drawn = value(f"randomize({LIST}, 3)")
    assert sorted(drawn) == sorted(value(LIST))
    assert drawn == value(f"randomize({LIST}, '3')")
    assert value(f"join(' ', randomize({LIST}/name, 5))") == " ".join(value(f"randomize({LIST}/name, 5)"))


def test_the_first_of_a_drawn_order_is_the_first_drawn():
    first = value(f"randomize({LIST}/name, 4)")[0]
    assert first != "a"
    assert string(f"randomize({LIST}/name, 4)") == first
    assert string(f"concat(string(randomize({LIST}/name, 4)), '!')") == f"{first}!"
    assert string(f"substr(randomize({LIST}/name, 4), 0)") == first


@pytest.mark.parametrize("nodes", [f"{LIST}/name", "/data/person/name"])
def test_a_drawn_order_is_kept_wherever_it_goes(nodes):
    for seed in range(6):
        drawn = value(f"randomize({nodes}, {seed})")
        assert string(f"join(' ', randomize({nodes}, {seed}))") == " ".join(drawn)
        assert string(f"concat('<', string(randomize({nodes}, {seed})), '>')") == f"<{drawn[0]}>"


def test_without_a_seed_each_draw_is_another():
    scope = household()
    assert len({tuple(value(f"randomize({LIST})", scope)) for _ in range(20)}) > 1
