"""An area is signed off when everything asked of it is reached, and its error rate is what was counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.census.rules.acceptance import (
    AreaTally,
    ErrorRate,
    Rechecked,
    Requirements,
    check_sign_off,
    error_rate,
    fails,
    obstacles,
    rates_by_area,
    rates_by_enumerator,
)
from workbench.census.wording import GuardFailed, Reason

ASKED = Requirements(double_key_percent=10, recheck_percent=5, error_limit_percent=1.0)
READY = AreaTally(0, 0, 0, 80, 8, 0, 0, 4, ErrorRate(4, 200, 2))


def test_an_area_that_reached_everything_is_signed_off():
    assert obstacles(READY, ASKED) == ()
    check_sign_off(READY, ASKED)


@pytest.mark.parametrize(
    ("changes", "reason", "words"),
    [
        ({"unfinished": 3}, Reason.CASES_OPEN, "3 户"),
        ({"hard_edits": 2}, Reason.HARD_EDITS, "2 户"),
        ({"soft_edits": 1}, Reason.SOFT_EDITS, "1 户"),
        ({"verified": 6}, Reason.DOUBLE_SHARE, "10%：还差 2 户"),
        ({"doubles_open": 1}, Reason.DOUBLE_OPEN, "1 户"),
        ({"rechecks_open": 1}, Reason.RECHECK_OPEN, "1 户"),
        ({"rechecks_drawn": 0}, Reason.RECHECK_NOT_DRAWN, "样本"),
        ({"errors": ErrorRate(4, 200, 3)}, Reason.RECHECK_FAILED, "1.50% 超过允许的 1%"),
    ],
)
def test_whatever_is_not_reached_is_said_with_its_figure(changes, reason, words):
    tally = replace(READY, **changes)
    assert [each.reason for each in obstacles(tally, ASKED)] == [reason]
    assert words in obstacles(tally, ASKED)[0].sentence
    with pytest.raises(GuardFailed, match="验收|抽|双录|差错") as refusal:
        check_sign_off(tally, ASKED)
    assert refusal.value.reason is reason


def test_an_area_of_vacant_dwellings_needs_no_sample():
    assert obstacles(AreaTally(0, 0, 0, 0, 0, 0, 0, 0, ErrorRate(0, 0, 0)), ASKED) == ()


def test_nothing_compared_is_no_error():
    assert error_rate([]).percent == 0.0
    assert not fails(error_rate([]), 0)


rows = st.lists(
    st.builds(
        lambda area, who, compared, errors: Rechecked(area, who, compared, min(errors, compared)),
        st.sampled_from("AB"),
        st.sampled_from("xyz"),
        st.integers(0, 60),
        st.integers(0, 60),
    )
)


@given(rows)
def test_rates_of_areas_and_of_enumerators_add_up_to_the_whole(found):
    whole = error_rate(found)
    for rates in (rates_by_area(found), rates_by_enumerator(found)):
        assert sum(rate.compared for rate in rates.values()) == whole.compared
        assert sum(rate.errors for rate in rates.values()) == whole.errors
        assert all(0 <= rate.percent <= 100 for rate in rates.values())
