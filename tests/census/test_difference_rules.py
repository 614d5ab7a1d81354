"""Two typings are compared member by member, and whatever is settled makes the form that holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.census.kinds import Fault
from workbench.census.rules.differences import Difference, Layout, compare, fields_of
from workbench.census.rules.settlement import Score, Settled, is_settled, merge, score, settle
from workbench.census.wording import GuardFailed, Reason

LAYOUT = Layout(frozenset({"/data/person"}), frozenset({"/data/start"}))


def form(people, area="88", start="8:00"):
    members = "".join(
        f"<person><d1_name>{name}</d1_name><d4_sex>{sex}</d4_sex><d5_birth_year>{year}</d5_birth_year></person>"
        for name, sex, year in people
    )
    return etree.fromstring(
        f'<data id="census_short"><start>{start}</start>'
        f"<household><h6_area_m2>{area}</h6_area_m2></household>"
        f"{members}<meta><instanceID>uuid:{start}</instanceID></meta></data>"
    )


WANG, LI, ZHAO = ("王建国", "1", "1962"), ("李秀英", "2", "1964"), ("赵小明", "1", "1990")


def paths(comparison):
    return [(each.path, each.first, each.second) for each in comparison.differences]


def test_equal_typings_differ_in_nothing_though_their_metadata_do():
    result = compare(form([WANG, LI]), form([WANG, LI], start="9:00"), LAYOUT)
    assert (result.compared, result.differences) == (7, ())


def test_a_field_typed_otherwise_is_found_with_its_place():
    result = compare(form([WANG, LI]), form([WANG, ("李秀英", "1", "1964")], area="86"), LAYOUT)
    assert paths(result) == [
        ("/data/household/h6_area_m2", "88", "86"),
        ("/data/person[2]/d4_sex", "2", "1"),
    ]


def test_members_typed_in_another_order_are_matched_by_name():
    assert compare(form([WANG, LI, ZHAO]), form([ZHAO, WANG, LI]), LAYOUT).differences == ()


def test_a_name_typed_otherwise_is_one_difference_of_the_member_in_that_place():
    result = compare(form([WANG, LI]), form([WANG, ("李秀瑛", "2", "1964")]), LAYOUT)
    assert paths(result) == [("/data/person[2]/d1_name", "李秀英", "李秀瑛")]


def test_a_member_only_one_has_is_one_difference():
    result = compare(form([WANG, LI]), form([LI]), LAYOUT)
    assert result.differences == (Difference("/data/person[1]", "王建国", "", member=True),)
    result = compare(form([LI]), form([WANG, LI]), LAYOUT)
    assert result.differences == (Difference("/data/person[2]", "", "王建国", member=True),)


def test_two_of_one_name_are_matched_by_their_places():
    twins = [("王双", "1", "2001"), ("王双", "2", "2001")]
    assert compare(form(twins), form(twins), LAYOUT).differences == ()


def test_an_absent_field_is_an_empty_one():
    short = etree.fromstring("<data><household/></data>")
    result = compare(short, etree.fromstring("<data><household><h7_rooms>3</h7_rooms></household></data>"))
    assert paths(result) == [("/data/household/h7_rooms", "", "3")]


def test_answers_are_counted_without_metadata_and_blanks():
    assert fields_of(form([WANG, ("李秀英", "", "1964")]), LAYOUT) == 6


def settled_all(differences, fault, value=""):
    found = tuple(Settled(each) for each in differences)
    for each in differences:
        found = settle(found, each.path, fault, value)
    return found


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["王", "李", "赵", "钱", ""]),
        st.sampled_from(["1", "2", ""]),
        st.sampled_from(["1962", "1990"]),
    ),
    max_size=4,
)


@given(PEOPLE, PEOPLE, st.sampled_from(["", "88"]))
@settings(max_examples=200)
def test_giving_one_side_right_everywhere_makes_that_side_s_form(ours, theirs, area):
    first, second = form(ours, area), form(theirs)
    differences = compare(first, second, LAYOUT).differences
    kept = merge(first, second, settled_all(differences, Fault.VERIFIER))
    assert compare(kept, first, LAYOUT).differences == ()
    put_right = merge(first, second, settled_all(differences, Fault.KEYER))
    assert sorted(people_of(put_right)) == sorted(people_of(second))
    assert put_right.findtext("household/h6_area_m2") == second.findtext("household/h6_area_m2")


def people_of(root):
    return [tuple(child.text or "" for child in person) for person in root.findall("person")]


@given(PEOPLE, PEOPLE, st.data())
@settings(max_examples=120)
def test_every_difference_settles_to_a_value_that_was_offered(ours, theirs, data):
    first, second = form(ours), form(theirs)
    found = tuple(Settled(each) for each in compare(first, second, LAYOUT).differences)
    for each in found:
        choices = [Fault.KEYER, Fault.VERIFIER] + ([] if each.difference.member else [Fault.BOTH])
        fault = data.draw(st.sampled_from(choices))
        found = settle(found, each.difference.path, fault, "9" if fault is Fault.BOTH else "")
    assert is_settled(found)
    for each in found:
        one = each.difference
        assert each.value in (one.first, one.second, "9")
        assert (each.value == one.second) or each.fault is not Fault.KEYER
        assert (each.value == one.first) or each.fault is not Fault.VERIFIER
        assert Settled.from_json(each.as_json()) == each
    merged = merge(first, second, found)
    for each in found:
        if not each.difference.member and not any(one.difference.member for one in found):
            assert (merged.xpath(f"string({each.difference.path})")) == each.value


def test_what_both_had_wrong_gets_a_third_value_and_counts_for_both():
    found = settled_all([Difference("/data/person[1]/d5_birth_year", "1962", "1926")], Fault.BOTH, "1952")
    assert (found[0].value, score(found)) == ("1952", Score(1, 1))
    one_each = (
        *settled_all([Difference("/data/a", "1", "2")], Fault.KEYER),
        *settled_all([Difference("/data/b", "1", "2"), Difference("/data/c", "1", "2")], Fault.VERIFIER),
    )
    assert score(one_each) == Score(1, 2)


@pytest.mark.parametrize(
    ("fault", "value", "reason"),
    [
        (Fault.BOTH, "", Reason.VALUE_NEEDED),
        (Fault.BOTH, "1", Reason.VALUE_NEEDED),
        (Fault.KEYER, "3", Reason.VALUE_NOT_TAKEN),
    ],
)
def test_a_settlement_that_says_nothing_is_refused(fault, value, reason):
    with pytest.raises(GuardFailed) as refusal:
        settled_all([Difference("/data/a", "1", "2")], fault, value)
    assert refusal.value.reason is reason


def test_a_difference_is_settled_once_and_a_member_never_wrong_in_both():
    found = settled_all([Difference("/data/a", "1", "2")], Fault.KEYER)
    with pytest.raises(GuardFailed) as refusal:
        settle(found, "/data/a", Fault.VERIFIER)
    assert refusal.value.reason is Reason.NO_DIFFERENCE
    with pytest.raises(GuardFailed) as refusal:
        settled_all([Difference("/data/person[1]", "王", "", member=True)], Fault.BOTH, "")
    assert refusal.value.reason is Reason.MEMBER_WHOSE


def test_members_of_members_are_matched_below_their_own():
    layout = Layout(frozenset({"/d/home", "/d/home/child"}))
    first = etree.fromstring(
        "<d><home><name>甲</name><child><name>一</name></child></home><home><name>乙</name></home></d>"
    )
    second = etree.fromstring(
        "<d><home><name>乙</name><child><name>二</name></child></home>"
        "<home><name>甲</name><child><name>一</name></child><child><name>三</name></child></home></d>"
    )
    result = compare(first, second, layout)
    assert [(each.path, each.second) for each in result.differences] == [
        ("/d/home[1]/child[2]", "三"),
        ("/d/home[2]/child[1]", "二"),
    ]
    merged = merge(first, second, settled_all(result.differences, Fault.KEYER))
    assert [home.findtext("name") + "".join(home.xpath("child/name/text()")) for home in merged] == [
        "甲一三", "乙二",
    ]  # fmt: skip
