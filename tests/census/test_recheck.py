"""Re-interviews: who was missed, what was wrong, and how sure that is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.census.people import a_family, a_person
from workbench.census.matching import MatchedBy, match
from workbench.census.recheck import (
    Coverage,
    Verdict,
    content_error,
    content_errors,
    design_effect,
    wilson,
)
from workbench.census.rules.acceptance import Rechecked


def rechecked(compared, errors, who="甲"):
    return Rechecked("a", who, compared, errors)


def test_people_are_matched_on_the_surest_ground():
    family = a_family()
    head, wife, daughter, mother = family.persons
    again = (
        replace(mother, position=1),
        replace(wife, position=2, id_number=""),
        replace(head, position=3, name="章一"),
        replace(daughter, position=4, id_number="", birth_month=6),
    )
    found = {pair.one.name: (pair.other.position, pair.by) for pair in match(family.persons, again).both}
    assert found == {
        "张一": (3, MatchedBy.NUMBER),
        "张二": (2, MatchedBy.NAME_AND_BIRTH),
        "张三": (4, MatchedBy.NAME),
        "张四": (1, MatchedBy.NUMBER),
    }


def test_namesakes_of_another_generation_and_doubles_are_not_matched():
    old, young = a_person(1, 70, id_number=""), a_person(1, 30, id_number="")
    assert match((old,), (young,)).both == ()
    twins = (replace(young, position=1), replace(young, position=2))
    assert match(twins, (young,)).both == ()


def test_who_was_missed_and_who_was_too_many_are_rates_of_their_own():
    both = Coverage(3, 1, 1) + Coverage(97, 1, 0)
    assert (both.omission_rate, both.surplus_rate) == (2 / 102, 1 / 101)
    assert both.net_rate == pytest.approx(1 / 102)
    assert Coverage().net_rate is Coverage().omission_rate is Coverage().surplus_rate is None


def test_each_enumerator_is_judged_with_the_uncertainty_of_the_sample():
    rows = [rechecked(100, 1)] * 30 + [rechecked(40, 0, "乙")] + [rechecked(50, 5, "丙")] * 10
    first, third, second = sorted(content_errors(rows), key=lambda each: "甲丙乙".index(each.enumerator_id))
    assert (first.households, first.compared, first.errors, first.rate) == (30, 3000, 30, 0.01)
    assert first.verdict(0.02) is Verdict.PASSED
    assert second.verdict(0.02) is Verdict.DOUBTFUL, "forty fields without a fault prove little"
    assert third.verdict(0.02) is Verdict.FAILED
    assert content_error("丁", ()).verdict(0.02) is Verdict.NOTHING


def test_errors_that_come_in_households_widen_the_interval():
    even = [rechecked(50, 1)] * 20
    lumped = [rechecked(50, 20)] + [rechecked(50, 0)] * 19
    assert design_effect(even) == 1
    assert design_effect(lumped) > 10
    assert content_error("", lumped).interval.high > content_error("", even).interval.high


def test_wilsons_interval_is_the_known_one():
    interval = wilson(8, 100)
    assert (round(interval.low, 4), round(interval.high, 4)) == (0.0411, 0.15)


@given(st.integers(1, 5000), st.integers(0, 5000), st.floats(1, 50))
def test_the_interval_holds_the_rate_and_stays_a_share(compared, errors, effect):
    errors = min(errors, compared)
    interval = wilson(errors, compared, effect)
    assert 0 <= interval.low <= errors / compared <= interval.high <= 1
